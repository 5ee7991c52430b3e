"""Who answers what, and what is proposed to a message of several questions."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot import draft as drafting
from bot.book import Book
from bot.draft import ANSWERERS, Mean
from bot.evidence import Draft, Listing, Paragraph
from bot.meant import Meaning
from bot.question import Kind, Question
from bot.retrieve import Found
from bot.understand import understand
from tests.bot.accounts import accounts
from tests.bot.beehives import answer, beehives, found, retrieval


def searched(found: Found) -> Found:
    return retrieval()(found.question, found.book, tables=False)


def answered(found: Found) -> Draft:
    return drafting.answered(found, searched)


def draft(found: Sequence[Found]) -> Draft:
    return drafting.draft(found, searched)


@pytest.mark.parametrize(
    ("question", "answerer"),
    [
        ("How big is the market in 2024?", "lookup"),
        ("How much will the market grow between 2024 and 2030?", "calculate"),
        ("Who are the key players?", "list"),
        ("Which region is the largest?", "extract"),
        ("Market size by region in 2024", "breakdown"),
        ("Show the market size over the years", "series"),
        ("The CAGR is 20%, right?", "premise"),
        ("Does it cover Germany?", "coverage"),
        ("How much does the report cost?", "contact"),
        ("What is the base year?", "about"),
        ("Hello", "talk"),
        ("What is the market share of Apiscan?", "decline"),
    ],
)
def test_the_first_who_knows_answers(question: str, answerer: str) -> None:
    assert answered(found(question)).answerer == answerer


@pytest.mark.parametrize("kind", sorted(ANSWERERS))
def test_every_kind_of_question_has_an_answerer(kind: Kind) -> None:
    assert ANSWERERS[kind]


def test_questions_offered_after_an_answer_can_be_asked() -> None:
    assert answered(found("How big is the market in 2024?")).suggestions


def both(first: str, second: str) -> tuple[str, ...]:
    proposal = draft((found(first), found(second)))
    return tuple(type(block).__name__ for block in proposal.blocks)


def test_two_questions_are_answered_in_order() -> None:
    assert both("How big is the market in 2024?", "Who are the key players?") == (
        Paragraph.__name__,
        Listing.__name__,
    )


def test_what_cannot_be_answered_beside_what_can_makes_the_answer_partial() -> None:
    proposal = draft((found("How big is the market in 2024?"), found("What is the market share of Apiscan?")))
    assert proposal.partial
    assert proposal.reason is None


def test_an_earlier_question_without_an_answer_is_left_out() -> None:
    unanswered = found("What is the market share of Apiscan?")
    proposal = draft((unanswered, found("Who are the key players?")))
    assert proposal == answered(found("Who are the key players?"))
    assert retrieval()(unanswered.question, beehives()) == unanswered


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("market size and CAGR of the market", ("468.0", "13.2%")),
        ("What are the CAGR and the size of Europe?", ()),
        ("size of the market and share of Apiscan", ("468.0", "no market share")),
    ],
)
def test_several_measures_are_each_answered_or_none_is(question: str, said: tuple[str, ...]) -> None:
    proposal = answered(found(question))
    text = " ".join(s.text for block in proposal.blocks if isinstance(block, Paragraph) for s in block.sentences)
    assert (proposal.reason is None) is bool(said), text
    assert all(each in text for each in said), text
    assert proposal.partial is ("no market share" in said)
    assert proposal.speaks is (bool(said) and not proposal.partial)


def test_tables_answer_first_where_what_they_have_stands_up() -> None:
    asked = found("How big is Europe in 2024?")
    assert asked.tabled
    assert answered(asked).answerer == "tables"


def test_what_tables_have_and_cannot_prove_may_be_told_by_its_labels() -> None:
    asked = found("How big is Europe in 2024?")
    assert asked.tabled
    of_another = replace(asked.tabled, shape="calculation", operations=("share",), figures=asked.tabled.figures * 2)
    assert answered(replace(asked, tabled=of_another)).answerer == "tables"  # by the words of the cell's labels


def test_what_no_labels_tell_either_is_searched_for() -> None:
    asked = found("How large was the market of Europe if measured in 2024?")
    wrong = found("How big is Europe in 2024?").tabled
    assert wrong
    of_another = replace(wrong, shape="calculation", operations=("share",), figures=wrong.figures * 2)
    assert answered(replace(asked, tabled=of_another)).answerer != "tables"


def meaning(row: str, sure: bool, **of: str) -> Mean:
    """Means the cell of a row in 2024; ``of`` names another row for questions that have a word."""

    def mean(question: Question, book: Book) -> Meaning:
        wanted = next((other for word, other in of.items() if word in question.ask), row)
        cells = [q for q in book.quantities if wanted in q.subject and q.period and q.period.first == 2024]
        return Meaning((tuple(cells[:1]),), sure)

    return mean


def on_accounts(question: str, mean: Mean) -> Draft:
    asked = Found(understand(question, accounts(), None), accounts())
    return drafting.draft([asked], lambda found: found, mean)


def test_what_is_surely_meant_is_told_where_nothing_else_answers() -> None:
    told = on_accounts("What did owners get handed out in 2024?", meaning("Dividends", sure=True))
    assert (told.reason, told.answerer) == (None, "tables")


def test_what_may_be_meant_is_near_and_no_answer() -> None:
    told = on_accounts("What did owners get handed out in 2024?", meaning("Dividends", sure=False))
    assert told.reason is not None
    (_, near) = told.blocks
    assert isinstance(near, Paragraph)
    assert [one.text for one in near.sentences] == [
        "Perhaps you mean this: Five-year record: Dividends, 2024: USD 41 thousand."
    ]


def test_what_is_made_of_cells_is_calculated_where_each_is_found() -> None:
    mean = meaning("Dividends", sure=True, outlay="Investments")
    told = on_accounts("gap between payouts and outlays in 2024", mean)
    assert told.reason is None
    (paragraph,) = told.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.sentences[-1].calculation is not None
    assert {cell.text for cell in (op.quantity for op in paragraph.sentences[-1].calculation.operands)} == {"41", "9"}


def of_accounts(question: str) -> Draft:
    asked = understand(question, accounts(), None)
    return drafting.draft((Found(asked, accounts()),), lambda each: each)


def test_a_margin_that_no_table_prints_is_calculated_from_profit_and_revenue_of_one_column() -> None:
    (paragraph,) = of_accounts("What was the gross margin in Q2 2025?").blocks
    assert isinstance(paragraph, Paragraph)
    calculation = paragraph.sentences[-1].calculation
    assert calculation is not None
    assert [operand.quantity.text for operand in calculation.operands] == ["290", "420"]


def test_a_margin_of_what_no_row_is_named_is_not_calculated() -> None:
    assert of_accounts("What was the EBITDA margin in Q2 2025?").reason is not None


def test_a_report_without_a_list_of_its_chapters_has_its_headings_listed() -> None:
    told = answer("Which tables does the report have?")
    assert (told.status, told.answerer) == ("answered", "contents")
    assert any(block.type == "list" for block in told.blocks)
