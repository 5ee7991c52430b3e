"""The terminal shows what went in, and what did not and why."""

from decimal import Decimal

from ingest.audit.finding import Finding, Place
from ingest.domain import Notice, Span
from ingest.errors import UnreadableFile
from ingest.summary import Entry, Failure, Summary
from ingest.terminal import ProgressBar, complaints, table
from ingest.versions import Counts

SUMMARY = Summary(
    entries=(Entry("kites", "new", Counts(10, 1590, 2000, 150_000, 3), (Notice("a.csv", 7, "one cell too many"),)),),
    removed=("boats",),
    failures=(Failure("drones", UnreadableFile("drones.md", "it is empty", "Fill it or remove it")),),
)


def test_the_summary_has_a_line_for_each_report() -> None:
    assert list(table(SUMMARY)) == [
        "report  sections  tables  passages  quantities  lists",
        "kites         10   1,590     2,000     150,000      3  new",
        "boats  removed",
    ]


def test_a_report_that_contradicts_itself_has_a_line_of_its_own() -> None:
    place = Place("Size", "It is.", Span(0, 0, 6))
    rate, step = (Finding(kind, "It is said", "1 + 1 = 2", Decimal("0.1"), (place,)) for kind in ("rate", "step"))
    counts = Counts(1, 0, 1, 2, 0)
    entries = (
        Entry("kites", "new", counts, (), (rate, step)),
        Entry("boats", "new", counts, (), (step,)),
        Entry("drones", "new", counts),
    )
    assert list(table(Summary(entries)))[4:] == [
        "kites contradicts itself: 1 contradiction, 1 more worth a look; see python -m ingest --audit kites"
    ]


def test_warnings_name_file_and_line_and_errors_say_what_to_do() -> None:
    assert list(complaints(SUMMARY)) == [
        "warning: kites/a.csv:7: one cell too many",
        "error: drones.md: it is empty. Fill it or remove it.",
    ]


def test_nothing_done_is_an_empty_summary() -> None:
    assert list(table(Summary())) == [] and list(complaints(Summary())) == []


def test_a_bar_that_never_began_is_closed_without_harm() -> None:
    bar = ProgressBar()
    bar.advance(1)
    bar.close()
    bar.begin(3)
    bar.advance(3)
    bar.begin(2)
    bar.close()
