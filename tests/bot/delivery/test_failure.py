"""A failure is what is stored of it."""

from bot.delivery.failure import NotDelivered


def test_a_failure_says_what_happened() -> None:
    assert str(NotDelivered("it answered 500")) == "it answered 500"
