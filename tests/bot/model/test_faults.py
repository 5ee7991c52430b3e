"""Which failures are tried again, and which only say that a server takes no structured output."""

import pytest
from langchain_core.exceptions import ContextOverflowError

from bot.model.faults import TooLate, is_passing, is_too_long, is_unsupported, status_of


class APIStatusError(Exception):
    """As providers' libraries raise it."""

    def __init__(self, status: int, text: str = "") -> None:
        super().__init__(text)
        self.status_code = status


class APIConnectionError(Exception):
    """As providers' libraries raise it."""


class APITimeoutError(APIConnectionError):
    """A kind of the same."""


@pytest.mark.parametrize(
    ("error", "passing", "unsupported"),
    [
        (APIStatusError(429), True, False),
        (APIStatusError(500), True, True),
        (APIStatusError(503), True, False),
        (APIStatusError(400), False, True),
        (APIStatusError(422), False, True),
        (APIStatusError(401), False, False),
        (APIConnectionError(), True, False),
        (APITimeoutError(), True, False),
        (ConnectionResetError(), True, False),
        (RuntimeError("Event loop is closed"), True, False),
        (RuntimeError("odd"), False, False),
        (ValueError(), False, False),
        (TooLate(), False, False),
    ],
)
def test_what_may_pass_is_tried_again_and_nothing_else(error: Exception, passing: bool, unsupported: bool) -> None:
    assert (is_passing(error), is_unsupported(error)) == (passing, unsupported)


def test_a_status_is_found_in_the_response_of_an_error() -> None:
    error = Exception()
    error.response = APIStatusError(429)  # type: ignore[attr-defined]
    assert status_of(error) == 429
    assert status_of(Exception()) is None


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (400, "This model's maximum context length is 4096 tokens. However, you requested 5000 tokens."),
        (400, "the request exceeds the available context size (2048 tokens), try increasing it"),
        (400, "{'code': 'context_length_exceeded'}"),
        (400, "prompt is too long: 210000 tokens > 200000 maximum"),
        (413, "Request is too large"),
        (500, "Requested tokens (2300) exceed context window of 2048"),
    ],
)
def test_a_server_without_room_is_told_from_one_that_may_be_asked_again(status: int, text: str) -> None:
    error = APIStatusError(status, text)
    assert is_too_long(error)
    assert not is_passing(error)


@pytest.mark.parametrize(
    "error",
    [
        APIStatusError(400, "response_format is not supported"),
        APIStatusError(429, "You exceeded your current quota"),
        APIStatusError(401, "context length"),
        ValueError("context length"),
    ],
)
def test_other_refusals_are_not_for_want_of_room(error: Exception) -> None:
    assert not is_too_long(error)


def test_an_error_of_a_library_for_want_of_room_is_known_by_its_kind() -> None:
    assert is_too_long(ContextOverflowError("no"))
