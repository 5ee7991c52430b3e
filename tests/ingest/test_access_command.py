"""The command says who may read what, keeps it, and embeds nothing again."""

from pathlib import Path

import pytest

from ingest.access_command import NotLoosened, run_access
from ingest.domain import Rules
from ingest.errors import UnknownPart, UnknownReport
from ingest.index import open_index
from ingest.library import Library
from ingest.pipeline import ingest_all, remove
from ingest.settings import IngestSettings
from tests.ingest.fakes import HashEncoder, Silence

TEXT = (
    "# Kite Market\n\nKites fly.\n\n## Size\n\nThe market was USD 3.7 million in 2024.\n\n## Players\n\nAcme leads.\n"
)


@pytest.fixture
def settings(tmp_path: Path) -> IngestSettings:
    return IngestSettings(data_dir=tmp_path / "data")


def put(settings: IngestSettings, text: str = TEXT) -> str:
    """Ingest the report; what became of it, or why it did not go in."""
    place = settings.data_dir.parent / "kites.md"
    place.write_text(text, encoding="utf-8")
    summary = ingest_all([place], settings, HashEncoder(), Silence())
    return str(summary.failures[0].error) if summary.failures else summary.entries[0].state


def access(settings: IngestSettings, *arguments: str) -> list[str]:
    return list(run_access(["kites", *arguments], settings, HashEncoder(), Silence()))


def test_without_an_option_it_says_who_may_read_what(settings: IngestSettings) -> None:
    put(settings)
    assert access(settings) == [
        "kites: 0 of 3 parts need a licence",
        "public    section  Kite Market",
        "public    section  Size",
        "public    section  Players",
    ]


def test_what_it_says_holds_at_once_and_for_new_editions(settings: IngestSettings) -> None:
    put(settings)
    assert "licensed  section  Size" in access(settings, "--licensed", "size")
    assert put(settings) == "unchanged"
    assert put(settings, TEXT.replace("3.7", "4.9")) == "replaced"
    with Library(settings.library_location) as library:
        public = library.seen(False)
        assert [section.text for section in public.report("kites").sections] == ["Kites fly.", "", "Acme leads."]
        assert not public.quantities("kites") and library.quantities("kites")
        assert library.kept_rules("kites") == Rules(licensed=("size",))
    assert access(settings, "--clear")[0] == "kites: 0 of 3 parts need a licence"


def test_a_new_edition_without_a_part_that_rules_name_does_not_go_in(settings: IngestSettings) -> None:
    put(settings)
    access(settings, "--licensed", "Size")
    why = put(settings, TEXT.replace("## Size", "## Value"))
    assert "no section and no table is called “Size”" in why and "python -m ingest access kites" in why
    with Library(settings.library_location) as library:
        assert library.report("kites").sections[1].heading == ("Size",)
        assert library.seen(False).report("kites").sections[1].text == ""


def test_rules_outlive_the_report(settings: IngestSettings) -> None:
    put(settings)
    access(settings, "--licensed", "Size")
    remove("kites", settings, HashEncoder(), Silence())
    assert put(settings) == "new"
    assert "licensed  section  Size" in access(settings)


def test_nothing_is_embedded_again(settings: IngestSettings) -> None:
    put(settings)
    encoder = HashEncoder()
    list(run_access(["kites", "--licensed", "Size"], settings, encoder, Silence()))
    assert encoder.encoded == 0
    with Library(settings.library_location) as library, open_index(settings) as index:
        counts = {version.key: version.passages for version in library.versions()}
        assert len(counts) == 2
        assert index.counts(library.mark) == counts
        for version in library.versions():
            assert index.search(version.key, encoder.encode_query("Acme leads"), 9)
            assert len(index.search(version.key, encoder.encode_query("Size"), 9)) == version.passages
    assert put(settings) == "unchanged"


def test_a_name_said_anew_is_no_longer_what_it_was(settings: IngestSettings) -> None:
    put(settings)
    access(settings, "--licensed", "Size", "--licensed", "Players")
    assert access(settings, "--public", "SIZE")[0] == "kites: 1 of 3 parts need a licence"
    assert access(settings, "--report", "licensed")[0] == "kites: 2 of 3 parts need a licence"


def test_what_names_nothing_changes_nothing(settings: IngestSettings) -> None:
    put(settings)
    with pytest.raises(UnknownPart):
        access(settings, "--licensed", "Sizes")
    with pytest.raises(UnknownReport):
        list(run_access(["boats", "--licensed", "Size"], settings, HashEncoder(), Silence()))
    assert access(settings)[0] == "kites: 0 of 3 parts need a licence"


@pytest.mark.parametrize(
    ("front", "arguments"), [("licensed: [Size]", ("--public", "size")), ("access: licensed", ("--report", "public"))]
)
def test_what_the_front_matter_keeps_is_not_made_public_beside_it(
    settings: IngestSettings, front: str, arguments: tuple[str, str]
) -> None:
    put(settings, f"---\n{front}\n---\n{TEXT}")
    with pytest.raises(NotLoosened, match="The front matter says"):
        access(settings, *arguments)
