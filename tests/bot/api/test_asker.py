"""The reader of a request."""

from starlette.requests import Request

from bot.api.asker import reader_of
from bot.reader import ANYBODY, Reader


def test_the_reader_is_the_one_the_key_check_left() -> None:
    reader = Reader(name="k1", licensed=True)
    assert reader_of(Request({"type": "http", "state": {"reader": reader}})) == reader


def test_without_a_key_check_it_is_anybody() -> None:
    assert reader_of(Request({"type": "http"})) == ANYBODY
    assert reader_of(Request({"type": "http", "state": {"reader": "staff"}})) == ANYBODY
