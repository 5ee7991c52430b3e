"""Who is let in, in which order, and who is not."""

from collections.abc import Iterator
from threading import Thread

import pytest

from bot.admission import Admission, Crowded, Place, in_turn
from bot.patience import GivenUp, Patience
from tests.bot.serving import becomes_true


class Crowd:
    """Places in an admission; which have begun and which were refused, in order."""

    def __init__(self, admission: Admission) -> None:
        self.admission = admission
        self.began: list[Place] = []
        self.refused: list[str] = []

    def enter(self, caller: str) -> Place:
        place = Place(caller, lambda: self.began.append(place), lambda error: self.refused.append(caller))
        self.admission.enter(place)
        return place

    def leave(self) -> None:
        self.admission.leave(self.began[-1])

    @property
    def callers(self) -> str:
        return "".join(place.caller for place in self.began)


def test_as_many_begin_as_may_at_once() -> None:
    crowd = Crowd(Admission(2, 10))
    for caller in "abc":
        crowd.enter(caller)
    assert (crowd.callers, crowd.admission.working, crowd.admission.waiting) == ("ab", 2, 1)
    crowd.leave()
    assert (crowd.callers, crowd.admission.working, crowd.admission.waiting) == ("abc", 2, 0)
    crowd.leave()
    crowd.leave()
    assert crowd.admission.working == 0


def test_callers_take_turns() -> None:
    crowd = Crowd(Admission(1, 10))
    for caller in "aaaaabc":
        crowd.enter(caller)
    for _ in range(6):
        crowd.leave()
    assert crowd.callers == "aabcaaa"


def test_no_more_may_wait_than_that() -> None:
    crowd = Crowd(Admission(1, 2))
    for caller in "aab":
        crowd.enter(caller)
    with pytest.raises(Crowded) as caught:
        crowd.enter("c")
    assert caught.value.seconds >= 1
    assert crowd.admission.waiting == 2


def test_who_waits_with_most_gives_way_to_somebody_new() -> None:
    crowd = Crowd(Admission(1, 4))
    for caller in "aaaaa":
        crowd.enter(caller)
    crowd.enter("b")
    crowd.enter("b")
    assert crowd.refused == ["a", "a"]
    for caller in "ab":
        with pytest.raises(Crowded):
            crowd.enter(caller)
    for _ in range(4):
        crowd.leave()
    assert crowd.callers == "aabab"


def test_where_none_may_wait_the_next_is_refused() -> None:
    crowd = Crowd(Admission(1, 0))
    crowd.enter("a")
    with pytest.raises(Crowded):
        crowd.enter("b")


def test_who_no_longer_waits_is_not_let_in() -> None:
    crowd = Crowd(Admission(1, 10))
    crowd.enter("a")
    left = crowd.enter("b")
    crowd.enter("c")
    crowd.admission.withdraw(left)
    crowd.admission.withdraw(left)
    crowd.leave()
    assert (crowd.callers, crowd.admission.waiting) == ("ac", 0)


def test_when_to_ask_again_grows_with_those_who_wait_and_the_time_answers_take() -> None:
    now = 0.0
    crowd = Crowd(Admission(2, 100, lambda: now))
    for _ in range(42):
        crowd.enter("a")
    first = crowd.admission.seconds
    for _ in range(30):
        now += 2.0
        crowd.leave()
    assert first < crowd.admission.seconds <= 13


def test_those_who_wait_in_their_own_thread_take_turns_too() -> None:
    admission = Admission(1, 1)
    blocking = in_turn(lambda: iter("xy"), admission, "a", Patience(60))
    assert next(blocking) == "x"
    with pytest.raises(GivenUp):
        next(in_turn(lambda: iter("xy"), admission, "b", Patience(0.01)))
    assert (admission.waiting, admission.working) == (0, 1)
    heard: list[str] = []
    thread = Thread(target=lambda: heard.extend(in_turn(lambda: iter("z"), admission, "c", Patience(60))))
    thread.start()
    assert becomes_true(lambda: admission.waiting == 1)
    with pytest.raises(Crowded):
        next(in_turn(lambda: iter("xy"), admission, "d", Patience(60)))
    assert list(blocking) == ["y"]
    thread.join(5)
    assert heard == ["z"]
    assert admission.working == 0


def test_one_who_waits_in_a_thread_may_have_to_give_way() -> None:
    admission = Admission(1, 2)
    blocking = in_turn(lambda: iter("xy"), admission, "a", Patience(60))
    next(blocking)
    refused: list[Crowded] = []

    def wait() -> None:
        try:
            list(in_turn(lambda: iter("z"), admission, "a", Patience(60)))
        except Crowded as error:
            refused.append(error)

    threads = [Thread(target=wait) for _ in range(2)]
    for thread in threads:
        thread.start()
    assert becomes_true(lambda: admission.waiting == 2)
    place = Place("b", lambda: None, lambda error: None)
    admission.enter(place)
    assert becomes_true(lambda: len(refused) == 1)
    blocking.close()  # type: ignore[attr-defined]
    for thread in threads:
        thread.join(5)
    assert admission.working == 1  # the place of b has begun


def test_a_failure_gives_the_turn_to_the_next() -> None:
    def fail() -> Iterator[str]:
        yield "x"
        raise ValueError

    admission = Admission(1, 1)
    with pytest.raises(ValueError):
        list(in_turn(fail, admission, "a", Patience(60)))
    assert admission.working == 0
