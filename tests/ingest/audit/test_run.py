"""Reports are audited where they are: in the library, or in a file that need not be in it."""

from pathlib import Path

import pytest

from ingest.audit.run import Audited, audit_all
from ingest.errors import UnknownReport, UnreadableFile
from ingest.pipeline import ingest_all
from ingest.settings import IngestSettings
from tests.ingest.fakes import HashEncoder, Silence

KITES = """# Kite Market

The kite market was worth USD 33.0 billion in 2024.

| Year | Revenue (USD billion) |
| --- | --- |
| 2024 | 30.0 |
| 2025 | 33.1 |
"""


@pytest.fixture
def corpus(tmp_path: Path, settings: IngestSettings) -> Path:
    """Two reports in the library, and the files they were read from: kites contradict themselves."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "kites.md").write_text(KITES)
    (tmp_path / "corpus" / "boats.md").write_text("# Boat Market\n\nBoats swim.\n")
    ingest_all([tmp_path / "corpus"], settings, HashEncoder(), Silence())
    return tmp_path / "corpus"


def told(audits: tuple[Audited, ...]) -> dict[str, list[str]]:
    return {audited.report.id: [finding.kind for finding in audited.findings] for audited in audits}


def test_without_a_name_all_of_the_library_is_audited(corpus: Path, settings: IngestSettings) -> None:
    assert told(audit_all([], settings)) == {"boats": [], "kites": ["text"]}


def test_a_report_of_the_library_is_named_by_its_id(corpus: Path, settings: IngestSettings) -> None:
    (corpus / "kites.md").unlink()
    assert told(audit_all(["kites"], settings)) == {"kites": ["text"]}


def test_a_file_is_audited_as_it_is_now_and_does_not_go_in(corpus: Path, settings: IngestSettings) -> None:
    new = corpus / "drones.md"
    new.write_text(KITES.replace("33.0", "30.0"))
    assert told(audit_all([str(new)], settings)) == {"drones": []}
    assert told(audit_all([str(corpus)], settings)) == {"boats": [], "drones": [], "kites": ["text"]}
    assert set(told(audit_all([], settings))) == {"boats", "kites"}


def test_what_is_neither_is_told(corpus: Path, settings: IngestSettings) -> None:
    with pytest.raises(UnknownReport, match=r"no report 'planes'.*boats, kites"):
        audit_all(["planes"], settings)


def test_a_file_that_cannot_be_read_is_told(corpus: Path, settings: IngestSettings) -> None:
    (corpus / "planes.pdf").write_text("no PDF")
    with pytest.raises(UnreadableFile, match=r"planes\.pdf"):
        audit_all([str(corpus / "planes.pdf")], settings)


def test_an_empty_library_has_nothing_to_audit(settings: IngestSettings) -> None:
    assert audit_all([], settings) == ()
