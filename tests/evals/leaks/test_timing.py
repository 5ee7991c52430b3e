"""What takes longer is told from what does not, by how often and not by how much."""

import pytest

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


class Slow(Client):
    """Knows what only a holder may read, and takes long over it."""

    def get(self, face: str, path: str) -> Reply:
        there = int(path[-1]) < 2 and "p9" not in path
        return Reply(face, 200 if self.name == "licence" and there else 404, "")


def test_what_is_licensed_is_told_from_what_is_nowhere_by_a_holder(monkeypatch: pytest.MonkeyPatch) -> None:
    from evals.leaks import timing

    names, *_ = timing._addresses(Slow("nobody", ""), Slow("licence", ""))
    what, (_, hidden), (_, nowhere) = names
    assert what == "passages of harbor-cranes-2026"
    assert [path.rpartition(":")[2] for path in hidden][:2] == ["p0", "p1"]
    assert all(":p9" in path for path in nowhere) and len(nowhere) == len(hidden)
