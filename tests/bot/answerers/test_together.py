"""Figures side by side."""

from dataclasses import replace

import pytest

from bot.answerers.together import ENOUGH, together
from bot.evidence import Grid, Paragraph
from bot.odds import Likely
from bot.retrieve import Found
from bot.understand import understand
from ingest.domain import Table
from tests.bot.books import book_of

TABLE = Table(
    "Sales by maker",
    ("Maker", "Sales (USD million)"),
    (("Apiscan", "39"), ("Broodline", "41"), ("Comb", "12")),
    "t.csv",
)
BOOK = book_of("Farms took 61% of widgets in 2024, shops 27% and schools 12%. Staff numbers 40.", tables=(TABLE,))


def evidence(question: str, *figures: str, chance: float = ENOUGH) -> Found:
    chosen = [next(q for q in BOOK.quantities if q.text == figure) for figure in figures]
    return Found(understand(question, BOOK), BOOK, likely=tuple(Likely(q, chance / len(chosen)) for q in chosen))


def test_the_sentence_with_all_the_shares_is_quoted() -> None:
    draft = together(evidence("Who buys widgets, with shares?", "61%", "12%"))
    assert draft is not None
    assert isinstance(draft.blocks[0], Paragraph)
    assert "shops 27%" in draft.blocks[0].sentences[0].text


def test_a_column_is_shown_as_a_table() -> None:
    draft = together(evidence("Give me the split by maker", "41"))
    assert draft is not None
    assert isinstance(draft.blocks[0], Grid)
    assert len(draft.blocks[0].rows) == 3


@pytest.mark.parametrize(
    "found",
    [
        evidence("Who buys widgets?", "61%"),
        evidence("Who buys widgets, with shares?", "61%", chance=ENOUGH - 0.1),
        evidence("Who is on the staff, with shares?", "40"),
        replace(evidence("Who buys widgets, with shares?", "61%"), likely=()),
    ],
    ids=["one is asked for", "unlikely", "it stands alone", "nothing found"],
)
def test_nothing_else_is_side_by_side(found: Found) -> None:
    assert together(found) is None
