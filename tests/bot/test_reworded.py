"""Questions in the words of a report's labels."""

import pytest

from bot.book import Book
from bot.cite import evidence_of
from bot.evidence import Draft, Paragraph, Sentence
from bot.labelled import labelled
from bot.reworded import reworded, rewordings
from bot.understand import understand
from ingest.domain import Table
from tests.bot.books import book_of

ROWS = (("Personnel expenses", "40", "38"), ("Other operating income", "9", "7"), ("Fuel", "12", "11"))
TABLE = Table("Income statement (EUR million)", ("", "2024", "2023"), ROWS, "t.csv")


def book() -> Book:
    return book_of("None.", "Annual accounts", (TABLE,))


@pytest.mark.parametrize(
    ("question", "wordings"),
    [
        ("wage bill 2024", ["Personnel expense 2024"]),
        ("fuel bill in 2023?", ["fuel in 2023?"]),
        ("R&D and wage bill 2024", ["R&D and Personnel expense 2024"]),
        ("personnel expense 2024", []),  # the label says it
        ("operating profit 2024", []),  # other operating income is none
        ("why did the wage bill rise in 2024?", []),  # asks for words
        ("teapots 2024", []),
    ],
)
def test_a_name_that_no_label_has_is_put_as_the_labels_have_it(question: str, wordings: list[str]) -> None:
    found = rewordings(understand(question, book(), None), book())
    assert [text.lower() for text in found] == [text.lower() for text in wordings]


def test_of_two_names_in_each_other_the_longer_is_meant() -> None:
    table = Table(
        "Scenarios (EUR million)", ("", "Low case > 2030", "High case > 2030"), (("Sales", "4", "9"),), "t.csv"
    )
    report = book_of("None.", "Scenarios", (table,))
    assert list(rewordings(understand("sales in the pessimistic scenario 2030", report, None), report)) == [
        "sales in the low case 2030"
    ]


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("wage bill", "Personnel expense"),
        ("buybacks", "Repurchases of common stock"),
        ("freight revenue", "Cargo revenue"),
        ("mortgage book", "Residential mortgages"),
        ("best case", "High case"),
    ],
)
def test_one_thing_is_found_by_another_name(said: str, label: str) -> None:
    table = Table("Overview (EUR million)", ("", "2024"), ((label, "40"), ("Teapots", "3")), "t.csv")
    report = book_of("None.", "Annual accounts", (table,))
    question = understand(f"{said} 2024", report, None)
    found = [labelled(understand(wording, report, None), report) for wording in rewordings(question, report)]
    assert [cell.text for cells in (*found, labelled(question, report))[:1] for each in cells for cell in each] == [
        "40"
    ]


def of_cell(report: Book, figure: str) -> Draft:
    cited = next(q for q in report.quantities if q.text == figure)
    return Draft((Paragraph((Sentence("As printed.", (evidence_of(report, cited),)),)),))


def test_wordings_that_lead_to_one_cell_answer_and_those_that_lead_to_two_do_not() -> None:
    rows = (("Personnel expenses", "40"), ("Wages and salaries", "30"))
    report = book_of(
        "None.", "Annual accounts", (Table("Income statement (EUR million)", ("", "2024"), rows, "t.csv"),)
    )
    asked = understand("wage bill 2024", report, None)
    one = of_cell(report, "40")
    assert reworded(asked, report, lambda each: one) is one
    either = iter((one, of_cell(report, "30")))
    assert reworded(asked, report, lambda each: next(either)) is None
    assert reworded(asked, report, lambda each: Draft((), reason="not_in_report")) is None
    assert reworded(asked, report, lambda each: Draft(())) is None  # it cites nothing
