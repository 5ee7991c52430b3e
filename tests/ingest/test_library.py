"""The library gives back what was put in, finds it by words, and never shows half a report."""

import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.domain import Passage, Quantity, Section, Span
from ingest.errors import UnknownReport
from ingest.library import IncompleteIndex, Library
from ingest.schema import SCHEMA
from ingest.versions import Counts
from ingest.wordsearch import HELD
from tests.ingest.samples import LISTS, PASSAGES, QUANTITIES, REPORT, edition


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(f"sqlite:///{tmp_path / 'library.sqlite'}", "reader-1") as library:
        yield library


class ForgetfulIndexer:
    """Loses a passage."""

    model = "forgetful"

    def index(self, key: str, passages: Sequence[Passage]) -> int:
        return len(passages) - 1


class FailingIndexer:
    """Is killed halfway."""

    model = "failing"

    def index(self, key: str, passages: Sequence[Passage]) -> int:
        raise KeyboardInterrupt


def put(library: Library, digest: str = "d1", report_id: str = "kites") -> None:
    library.replace(edition(digest, report_id), PASSAGES, QUANTITIES, LISTS)


def test_what_comes_out_equals_what_went_in(library: Library) -> None:
    put(library)
    assert library.report("kites") == REPORT
    assert library.passages("kites") == PASSAGES
    assert library.quantities("kites") == QUANTITIES
    assert library.lists("kites") == LISTS


def test_decimals_keep_their_printed_digits(library: Library) -> None:
    put(library)
    assert [str(quantity.value) for quantity in library.quantities("kites")] == ["11.87", "13.70", "0.10"]
    assert library.quantities("kites")[1].quantum == Decimal("0.01")


def test_a_version_carries_what_is_known_of_its_report(library: Library) -> None:
    put(library)
    (version,) = library.reports()
    assert (version.id, version.title, version.digest, version.reader) == ("kites", "Kites Market", "d1", "reader-1")
    assert version.contact == REPORT.contact and version.access == "licensed" and version.published == REPORT.published
    assert library.counts("kites") == Counts(sections=2, tables=1, passages=3, quantities=3, lists=1)


def test_a_report_of_nothing_but_a_title_goes_in(library: Library) -> None:
    library.replace(replace(REPORT, sections=(), tables=(), notices=(), contact=None), (), (), ())
    assert library.report("kites").sections == () and library.passages("kites") == ()
    assert library.search("kites", "kite", 5) == []


def test_a_report_replaced_has_one_version_with_a_new_number(library: Library) -> None:
    put(library)
    first = library.version("kites")
    put(library, "d2")
    second = library.version("kites")
    assert second.digest == "d2" and second.number > first.number and second.key != first.key
    assert library.counts("kites").quantities == 3


def test_version_numbers_are_not_used_again_after_a_removal(library: Library) -> None:
    put(library)
    number = library.version("kites").number
    library.remove("kites")
    put(library)
    assert library.version("kites").number > number


@pytest.mark.parametrize(
    ("indexer", "error"), [(ForgetfulIndexer(), IncompleteIndex), (FailingIndexer(), KeyboardInterrupt)]
)
def test_a_report_not_wholly_indexed_leaves_the_version_before_live(
    library: Library, indexer: ForgetfulIndexer | FailingIndexer, error: type[BaseException]
) -> None:
    put(library)
    with pytest.raises(error):
        library.replace(edition("d2"), PASSAGES[:1], (), (), indexer)
    assert library.version("kites").digest == "d1"
    assert library.passages("kites") == PASSAGES
    library.sweep()
    assert [version.digest for version in library.reports()] == ["d1"]


def test_a_report_never_wholly_indexed_is_not_in_the_library(library: Library) -> None:
    with pytest.raises(IncompleteIndex):
        library.replace(REPORT, PASSAGES, (), (), ForgetfulIndexer())
    assert library.reports() == ()
    with pytest.raises(UnknownReport):
        library.version("kites")


def test_an_unknown_report_is_told_with_those_there_are(library: Library) -> None:
    put(library)
    for read in (library.report, library.passages, library.quantities, library.lists, library.version, library.remove):
        with pytest.raises(UnknownReport, match=r"no report 'boats'.*kites"):
            read("boats")


def test_one_report_removed_leaves_the_other_whole(library: Library) -> None:
    put(library)
    put(library, report_id="drones")
    library.remember_origin("kites", "/a")
    library.remember_origin("drones", "/b")
    library.remove("kites")
    assert [version.id for version in library.reports()] == ["drones"]
    assert library.origins() == {"drones": "/b"}
    assert library.search("drones", "kite", 5)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("How much was the kite market worth?", 0),
        ("KITES boxes", 1),  # stems
        ("senor", 1),  # no accents
        ("11,870", 2),
        ("11.87", 0),
        ('"kite" OR market* NEAR(worth', 0),
        ("worth AND NOT (kite)", 0),
        ("text:worth ^worth -worth", 0),
        ("worth'; DROP TABLE reports; --", 0),
        ("wor\0th market\ud800", 0),
    ],
)
def test_words_find_their_passage_and_no_syntax_gets_through(library: Library, query: str, found: int) -> None:
    put(library)
    hits = library.search("kites", query, 5)
    assert hits[0][0] == found
    assert [score for _, score in hits] == sorted((score for _, score in hits), reverse=True)


@pytest.mark.parametrize("query", ["", "   ", '"', "NEAR(", "the of and", "***", "zebra", "()", "—"])
def test_a_query_without_words_of_the_report_finds_nothing(library: Library, query: str) -> None:
    put(library)
    found = library.search("kites", query, 5)
    assert found == []


def test_a_pasted_page_is_a_query_of_some_words(library: Library) -> None:
    put(library)
    assert library.search("kites", "kite " + " ".join(f"word{n}" for n in range(50_000)), 5)


def test_words_of_one_report_do_not_find_another(library: Library) -> None:
    put(library)
    library.replace(edition("d1", "boats"), (Passage(0, "Boats float.", "", Span(0, 0, 12)),), (), ())
    assert library.search("kites", "boats", 5) == []
    assert [number for number, _ in library.search("boats", "boat", 5)] == [0]


def test_a_word_weighs_by_how_rare_it_is_in_its_own_report(library: Library) -> None:
    """In one table of all reports "kite", which few of them have, would lead everywhere in the report on kites."""
    texts = ("Kite kite kite.", "Kite rope kite.", "Kite string.", "Kite tail.")
    kites = tuple(Passage(number, text, "", Span(0, 0, len(text))) for number, text in enumerate(texts))
    library.replace(edition("d", "kites"), kites, (), ())
    for number in range(30):
        library.replace(edition("d", f"ropes-{number}"), (Passage(0, "Rope.", "", Span(0, 0, 5)),), (), ())
    assert library.search("kites", "kite rope", 4)[0][0] == 1


def test_a_replaced_report_is_found_by_its_new_words_only(library: Library) -> None:
    for text, found in (("Silk kites.", [0]), ("Paper kites.", [])):
        library.replace(edition(text, "kites"), (Passage(0, text, "", Span(0, 0, len(text))),), (), ())
        assert [number for number, _ in library.search("kites", "silk", 5)] == found


def test_a_report_is_found_again_after_many_others_were_asked(library: Library) -> None:
    for number in range(HELD + 3):
        text = f"Word{number} matters."
        library.replace(edition("d", f"r{number}"), (Passage(0, text, "", Span(0, 0, len(text))),), (), ())
    for number in (*range(HELD + 3), 0):
        assert library.search(f"r{number}", f"word{number}", 5)


def test_a_report_is_found_or_not(library: Library) -> None:
    put(library)
    assert library.find("kites") == library.version("kites")
    assert library.find("boats") is None


def test_a_library_of_the_layout_before_is_made_this_one_and_answers_the_same(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'old.sqlite'}"
    with Library(url) as library:
        put(library)
        before, told = library.search("kites", "worth market", 5), library.telling("silken kites")
    with closing(sqlite3.connect(tmp_path / "old.sqlite")) as old:
        old.execute("CREATE VIRTUAL TABLE words_1 USING fts5(context, text, content='')")
        for table, column in (("reports", "whole"), ("reports", "rules"), ("sections", "access"), ("tables", "access")):
            old.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        old.execute("DROP TABLE rules")
        old.execute("DROP INDEX reports_counted")
        old.execute("DROP TABLE report_words")
        old.execute("DROP TABLE library_layout")
        old.execute("UPDATE library SET schema = 3")
        old.commit()
    for _ in range(2):
        with Library(url) as library:
            assert library.search("kites", "worth market", 5) == before
            assert library.report("kites") == REPORT
            assert library.telling("silken kites") == told
    with closing(sqlite3.connect(tmp_path / "old.sqlite")) as now:
        names = {row[0] for row in now.execute("SELECT name FROM sqlite_schema")}
        assert "reports_counted" in names and not {name for name in names if name.startswith("words_")}
        assert now.execute("SELECT schema FROM library").fetchall() == [(SCHEMA,)]


def test_a_library_opened_again_is_the_same(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'sub' / 'library.sqlite'}"
    with Library(url) as library:
        put(library)
        mark, key = library.mark, library.version("kites").key
    with Library(url) as library:
        assert (library.mark, library.version("kites").key) == (mark, key)
        assert library.report("kites") == REPORT


def test_a_large_report_goes_in_and_comes_out(library: Library) -> None:
    many = tuple(replace(QUANTITIES[number % 3], text=str(number)) for number in range(5_000))
    passages = tuple(Passage(number, f"row {number} kite", "Kites", Span(0, 0, 4)) for number in range(2_000))
    sections = tuple(Section((f"Part {number}",), "text", "report.md", number) for number in range(500))
    library.replace(replace(REPORT, sections=sections), passages, many, ())
    read: tuple[Quantity, ...] = library.quantities("kites")
    assert read == many
    assert len(library.passages("kites")) == 2_000
    assert [number for number, _ in library.search("kites", "row 1234", 1)] == [1234]


def test_its_stamp_changes_with_its_reports(library: Library) -> None:
    stamps = [library.stamp()]
    put(library)
    stamps.append(library.stamp())
    put(library, "d2")
    stamps.append(library.stamp())
    library.remove("kites")
    stamps.append(library.stamp())
    assert len(set(stamps[:3])) == 3 and stamps[3] == stamps[0]


def test_words_that_few_reports_have_tell_them_apart(library: Library) -> None:
    for report, text in {"a": "Silk kites.", "b": "Paper kites.", "c": "Paper hats."}.items():
        passages = (Passage(0, text, "", Span(0, 0, len(text))),)
        library.replace(edition("d", report), passages, (), ())
    assert library.telling("silk") == {"a": 1.0}
    assert library.telling("rope") == {}
    assert library.telling("paper") is None  # most have it
    told = library.telling("silk hats")
    assert told and told.keys() == {"a", "c"} and told["a"] == told["c"] == 0.5
    library.remove("a")
    assert library.telling("silk") == {}


def test_only_reports_with_enough_of_what_is_named_are_told_and_they_are_all_told(library: Library) -> None:
    draw = random.Random(4)
    rope = "silk hemp jute wool flax sisal cotton nylon".split()
    for number in range(40):
        text = " ".join(draw.sample(rope, 3))
        library.replace(edition("d", f"r{number}"), (Passage(0, text, "", Span(0, 0, len(text))),), (), ())
    for asked in ("silk", "silk hemp", "jute wool flax", "silk hemp jute wool flax", "sisal rope cotton"):
        every = library.telling(asked)
        assert every
        for least in (0.3, 0.5, 0.9):
            enough = {report: share for report, share in every.items() if share >= least}
            assert library.telling(asked, least) == pytest.approx(enough)


def test_words_of_versions_that_an_earlier_release_wrote_are_added(tmp_path: Path) -> None:
    with Library(f"sqlite:///{tmp_path / 'old.sqlite'}") as library:
        put(library)
        with library._engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM report_words")
        word = next(w for w in PASSAGES[0].text.split() if w.isalpha() and len(w) > 4)
        assert library.telling(word) == {}
        library.complete_words()
        assert library.telling(word) == {"kites": 1.0}


def test_quantities_are_found_by_measure_and_place_over_all_reports(library: Library) -> None:
    put(library)
    put(library, report_id="tides")
    measures = {q.measure for q in QUANTITIES if q.place is None}
    found = library.measured(measures, ())
    assert found.keys() == {"kites", "tides"}
    assert found["kites"] == tuple(q for q in QUANTITIES if q.place is None)


def test_its_quantities_are_those_of_live_reports(library: Library) -> None:
    assert library.quantities_in_all() == 0
    library.replace(REPORT, PASSAGES, QUANTITIES, LISTS)
    library.replace(replace(REPORT, id="other"), PASSAGES, QUANTITIES[:1], LISTS)
    library.replace(REPORT, PASSAGES, QUANTITIES, LISTS)
    assert library.quantities_in_all() == len(QUANTITIES) + 1
