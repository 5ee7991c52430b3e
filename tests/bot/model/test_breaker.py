"""A model that fails is left alone, and tried again with one call."""

from bot.model.breaker import Breaker


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def opened() -> tuple[Breaker, Clock]:
    clock = Clock()
    breaker = Breaker(clock, failures=3, rest=60)
    for _ in range(3):
        assert breaker.admits()
        breaker.failed()
    return breaker, clock


def test_it_opens_after_failures_in_a_row_only() -> None:
    breaker = Breaker(Clock(), failures=3)
    for _ in range(2):
        breaker.failed()
    breaker.succeeded()
    for _ in range(2):
        breaker.failed()
    assert breaker.admits()
    breaker.failed()
    assert not breaker.admits()


def test_after_its_rest_a_single_call_tries() -> None:
    breaker, clock = opened()
    clock.now = 59
    assert not breaker.admits()
    clock.now = 61
    assert [breaker.admits(), breaker.admits(), breaker.admits()] == [True, False, False]


def test_the_call_that_tries_closes_it_or_opens_it_for_as_long_again() -> None:
    breaker, clock = opened()
    clock.now = 61
    assert breaker.admits()
    breaker.failed()
    clock.now = 100
    assert not breaker.admits()
    clock.now = 122
    assert breaker.admits()
    breaker.succeeded()
    assert [breaker.admits(), breaker.admits()] == [True, True]


def test_a_call_that_tried_and_was_never_heard_of_blocks_nobody_for_ever() -> None:
    breaker, clock = opened()
    clock.now = 61
    assert breaker.admits()
    clock.now = 122
    assert breaker.admits()
