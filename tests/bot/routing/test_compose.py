"""Answers of several reports as one."""

from dataclasses import replace

from bot.answer import Citation, CitedText, HandoffBlock, ParagraphBlock
from bot.evidence import Reason
from bot.routing.compose import noted, side_by_side, stated
from bot.verify import Verified


def answer(text: str, report: str, reason: Reason | None = None) -> Verified:
    cited = Citation(
        number=1, report=report, title=report, heading=(), quote=text, start=0, end=len(text), passage=f"{report}:p0"
    )
    person = HandoffBlock(text="Ask Ada.", name="Ada")
    said = stated((ParagraphBlock(sentences=(CitedText(text=text, citations=(1,)),)), person), reason)
    return replace(said, citations=(cited,))


BIG = answer("It was USD 2 billion in 2025.", "a")
BIGGER = answer("It was USD 3 billion in 2025.", "b")
SILENT = answer("I found nothing.", "b", "not_in_report")


def test_citations_are_numbered_through_and_each_answer_stands_under_its_report() -> None:
    both = side_by_side([("A", BIG), ("B", BIGGER)])
    assert both.text.splitlines()[::2] == [
        "A:", "It was USD 2 billion in 2025 [1].", "B:", "It was USD 3 billion in 2025 [2].", "They differ.",
    ]  # fmt: skip
    assert [(each.number, each.report) for each in both.citations] == [(1, "a"), (2, "b")]
    assert both.status == "answered"


def test_the_same_figure_agrees_and_another_time_does_not_compare() -> None:
    assert side_by_side([("A", BIG), ("B", BIG)]).text.endswith("They agree.")
    other = answer("It was USD 3 billion in 2024.", "b")
    assert "differ" not in side_by_side([("A", BIG), ("B", other)]).text


def test_it_is_partial_where_one_is_silent_and_declined_with_a_person_where_all_are() -> None:
    assert side_by_side([("A", BIG), ("B", SILENT)]).status == "partial"
    none = side_by_side([("A", SILENT), ("B", SILENT)])
    assert none.status == "declined" and none.reason == "not_in_report"
    assert none.text.endswith("Ask Ada.")


def test_a_note_stands_before_a_person_to_ask() -> None:
    assert noted(SILENT, "From 2024.").text.splitlines()[::2] == ["I found nothing [1].", "From 2024.", "Ask Ada."]
    assert noted(BIG, "") is BIG
