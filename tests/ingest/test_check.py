"""A check reads everything and writes nothing, and a text that is not at its source is told."""

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.check import check_all, misquotes, text_at
from ingest.domain import Cell, Passage, Report, Source, Span
from ingest.read.limits import Limits
from ingest.versions import Counts, Reading
from tests.ingest.samples import PASSAGES, REPORT

READING = Reading(REPORT, PASSAGES, (), ())


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (Span(0, 4, 8), "kite"),
        (Cell(0, 0, 1), "11,870"),
        (Cell(0, -1, 0), "Year"),
        (Cell(0, 0, -1), "Year: 2025; USD million: 11,870"),
        (Cell(0, -1, -1), "Size: Year; USD million"),
    ],
)
def test_a_source_points_to_its_text(source: Source, text: str) -> None:
    assert text_at(REPORT, source) == text


def test_verbatim_passages_are_no_misquotes() -> None:
    assert list(misquotes(READING)) == []


@pytest.mark.parametrize("source", [Span(0, 0, 52), Cell(0, 0, -1)])
def test_a_passage_that_is_not_verbatim_is_told_with_its_file(source: Source) -> None:
    (notice,) = misquotes(replace(READING, passages=(Passage(0, "Kites fly.", "", source),)))
    assert "Kites fly." in notice.message
    assert notice.file == ("report.md" if isinstance(source, Span) else "size.csv")


def test_a_check_counts_and_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kites.md").write_text("# Kites\n\n## Size\n\nKites fly.\n")
    (tmp_path / "broken.md").write_bytes(b"\x00\x01" * 99)
    monkeypatch.chdir(tmp_path)
    summary = check_all([tmp_path], Limits())
    (entry,) = summary.entries
    assert (entry.id, entry.state) == ("kites", "checked")
    assert entry.counts == Counts(sections=1, tables=0, passages=1, quantities=0, lists=0)
    assert [failure.place for failure in summary.failures] == ["broken"]
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["broken.md", "kites.md"]


def test_an_empty_report_has_nothing_to_misquote() -> None:
    assert list(misquotes(Reading(Report("x", "X", "d", ()), (), (), ()))) == []
