"""Patience: what nobody waits for is stopped."""

import math
from collections.abc import Iterator
from threading import Thread

import pytest

from bot.patience import GivenUp, Patience, check, patient, patiently, seconds_left


def test_time_runs_out() -> None:
    now = 0.0
    patience = Patience(2, lambda: now)
    patience.check()
    assert patience.left == 2
    now = 2.0
    assert patience.left == 0
    with pytest.raises(GivenUp, match="ask again"):
        patience.check()


def test_what_is_given_up_is_stopped_at_the_next_look_from_any_thread() -> None:
    patience = Patience(60)
    with patient(patience):
        check()
        thread = Thread(target=patience.give_up)
        thread.start()
        thread.join()
        assert seconds_left() == 0
        with pytest.raises(GivenUp):
            check()


def test_without_a_patience_there_is_no_end() -> None:
    check()
    assert seconds_left() == math.inf


def test_parts_are_made_under_their_patience_whoever_asks_for_them() -> None:
    patience = Patience(60)

    def parts() -> Iterator[float]:
        for _ in range(3):
            check()
            yield seconds_left()

    made = patiently(parts(), patience)
    assert next(made) <= 60
    assert seconds_left() == math.inf
    threads = [Thread(target=lambda: found.append(next(made)))]
    found: list[float] = []
    for thread in threads:
        thread.start()
        thread.join()
    assert found[0] <= 60
    patience.give_up()
    with pytest.raises(GivenUp):
        next(made)


def test_parts_end_where_they_end() -> None:
    assert list(patiently(iter([1, 2]), Patience(60))) == [1, 2]
