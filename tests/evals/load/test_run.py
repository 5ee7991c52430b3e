"""The whole measurement, over a server of its own."""

from evals.load.run import load


def test_a_served_bot_is_asked_by_several_at_once() -> None:
    told: list[str] = []
    (found,) = load([2], 1, told.append)
    assert told == ["2 askers for 1 seconds"]
    assert found.faults == []
    assert found.statuses[200] > 0
