"""Questions in the words of a report's labels."""

import pytest

from bot.book import Book
from bot.cite import evidence_of
from bot.evidence import Draft, Paragraph, Sentence
from bot.reworded import rewordings, same_cells
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


def test_two_drafts_of_one_cell_are_the_same() -> None:
    report = book()
    drafts = [Draft((Paragraph((Sentence("As printed.", (evidence_of(report, q),)),)),)) for q in report.quantities[:2]]
    assert same_cells(drafts[0], drafts[0])
    assert not same_cells(drafts[0], drafts[1])
    assert not same_cells(Draft(()), Draft(()))  # nothing is cited
