"""Which failures are tried again, and which only say that a server takes no structured output."""

import pytest

from bot.model.faults import TooLate, is_passing, is_unsupported, status_of


class APIStatusError(Exception):
    """As providers' libraries raise it."""

    def __init__(self, status: int) -> None:
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
