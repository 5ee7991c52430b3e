"""What an answer was given from is taken into pieces that answers share, and put together again as it was."""

import json

from bot.provenance import NOTHING, joined, pieces_of, place_of, provenance_of
from tests.bot.fakes import EDITION, FIGURE, LIST, PASSAGES, REPORT, TABLE, FakeBot


def test_it_has_the_edition_and_every_cited_passage_once() -> None:
    found = provenance_of(LIST, FakeBot())
    assert found.editions == (EDITION,)
    assert found.passages == (PASSAGES["tidal-energy:p1"],)


def test_an_answer_that_cites_nothing_was_given_from_nothing() -> None:
    assert provenance_of(FIGURE.model_copy(update={"citations": ()}), FakeBot()) == NOTHING


def test_a_report_replaced_in_between_is_left_out() -> None:
    bot = FakeBot()
    bot.passages["tidal-energy:p0"] = bot.passages["tidal-energy:p1"]
    assert provenance_of(FIGURE, bot) == NOTHING
    del bot.passages["tidal-energy:p0"]
    assert provenance_of(FIGURE, bot) == NOTHING


def test_pieces_are_put_together_again() -> None:
    for answer in (FIGURE, LIST, TABLE):
        found = provenance_of(answer, FakeBot())
        assert joined(pieces_of(found)) == found


def test_cells_of_one_table_share_it() -> None:
    cell = PASSAGES["tidal-energy:t0r0c1"]
    assert cell.table
    marked = cell.table.model_copy(update={"row": 1})
    other = cell.model_copy(update={"address": "tidal-energy:t0r1c1", "text": "610", "table": marked})
    found = provenance_of(TABLE, FakeBot()).model_copy(update={"passages": (cell, other)})
    pieces = pieces_of(found)
    assert sorted(piece.kind for piece in pieces) == ["edition", "passage", "passage", "table"]
    assert joined(pieces) == found


def test_the_same_text_is_the_same_piece() -> None:
    first, second = (pieces_of(provenance_of(FIGURE, FakeBot())) for _ in range(2))
    assert first == second
    assert {len(piece.digest) for piece in first} == {64}
    assert json.loads(first[0].body)["id"] == REPORT.id


def test_a_passage_is_told_without_its_table() -> None:
    pieces = pieces_of(provenance_of(TABLE, FakeBot()))
    (placed,) = (place_of(piece) for piece in pieces if piece.kind == "passage")
    assert (placed.address, placed.table) == ("tidal-energy:t0r0c1", None)
