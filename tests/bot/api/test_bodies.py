"""What a client may send."""

import pytest
from pydantic import ValidationError

from bot.api.bodies import Ask, Rating, Search


@pytest.mark.parametrize(
    ("sent", "read"),
    [("  How big?\n", "How big?"), ("How\x00big?", "How big?"), ("How \ud800 big?", "How ? big?"), ("市場?", "市場?")],
)
def test_a_question_is_made_storable(sent: str, read: str) -> None:
    assert Ask(question=sent).question == read


@pytest.mark.parametrize("report", ["", "../etc", "a b", "a" * 201])
def test_an_id_is_a_slug(report: str) -> None:
    with pytest.raises(ValidationError):
        Ask(question="How big?", report=report)


@pytest.mark.parametrize(("limit", "taken"), [(1, True), (50.0, True), (True, False), ("5", False), (0, False)])
def test_a_number_is_a_number(limit: object, taken: bool) -> None:
    if taken:
        assert Search(query="size", limit=limit).limit == limit
        return
    with pytest.raises(ValidationError):
        Search(query="size", limit=limit)


def test_a_comment_has_an_end() -> None:
    with pytest.raises(ValidationError):
        Rating(answer="a1", thumb="up", comment="x" * 2001)
