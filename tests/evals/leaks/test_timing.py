"""What takes longer is told from what does not, by how often and not by how much."""

import pytest

from evals.leaks import timing
from evals.leaks.faces import Client, Reply
from evals.leaks.timing import Compared, table


def test_replies_that_always_take_longer_tell_everything() -> None:
    assert Compared("lists", [2.0, 3.0], [1.0, 1.5]).slower == 1.0
    assert Compared("lists", [1.0, 2.0], [1.0, 2.0]).slower == 0.5


def test_chance_has_less_room_the_more_replies_there_are() -> None:
    assert Compared("lists", [1.0] * 300, [1.0] * 300).within == pytest.approx(0.046, abs=0.001)
    assert Compared("lists", [1.0] * 30, [1.0] * 30).within == pytest.approx(0.147, abs=0.001)


def test_the_table_has_milliseconds_and_how_often() -> None:
    told = table([Compared("lists", [0.002, 0.004, 0.003], [0.001, 0.002, 0.003])], "a machine")
    assert "| lists | 3.00 | 2.00 | 0.778 |" in told and "3 replies" in " ".join(told.split())


class Knowing(Client):
    """Knows what only a holder may read."""

    def get(self, face: str, path: str) -> Reply:
        there = int(path[-1]) < 2 and "p9" not in path
        return Reply(path.rpartition(":")[2], 200 if self.name == "licence" and there else 404, "")


def test_what_is_licensed_is_told_from_what_is_nowhere_by_a_holder() -> None:
    what, hidden, nowhere = next(timing._addresses(Knowing("nobody", ""), Knowing("licence", "")))
    assert what == "passages of harbor-cranes-2026"
    asked = [[request(number) for number in range(2)] for request in (hidden, nowhere)]
    assert [[reply.face for reply in each] for each in asked] == [["p0", "p1"], ["p900", "p901"]]


def test_both_are_asked_as_often_and_in_no_order() -> None:
    asked: list[tuple[str, int]] = []

    def of(which: str) -> timing.Request:
        def request(number: int) -> Reply:
            asked.append((which, number))
            return Reply("", 200, "")

        return request

    found = timing._compared("x", of("a"), of("b"), 20)
    assert len(found.hiding) == len(found.plain) == 20
    assert sorted(asked) == [(which, number) for which in "ab" for number in range(20 + timing.WARMING)]
    assert {which for which, _ in asked[::2]} == {"a", "b"}
