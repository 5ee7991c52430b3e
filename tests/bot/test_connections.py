"""Connections that nothing comes of."""

from dataclasses import dataclass, field
from typing import cast

import pytest

from bot import connections
from bot.connections import HEAD_SECONDS, READ_SECONDS, STALLED_SECONDS, Connection, Connections


@dataclass
class Cycle:
    response_complete: bool = False


@dataclass
class Transport:
    unsent: int = 0
    ended: str = ""

    def get_write_buffer_size(self) -> int:
        return self.unsent

    def abort(self) -> None:
        self.ended = "aborted"

    def close(self) -> None:
        self.ended = "closed"


@dataclass(eq=False)
class Fake:
    cycle: Cycle | None = None
    transport: Transport = field(default_factory=Transport)


def looked(*fakes: Fake, at: tuple[float, ...]) -> list[str]:
    looking = Connections()
    for now in at:
        looking.look([cast("Connection", fake) for fake in fakes], now)
    return [fake.transport.ended for fake in fakes]


def test_a_head_that_never_ends_is_given_up() -> None:
    assert looked(Fake(), at=(0, HEAD_SECONDS)) == [""]
    assert looked(Fake(), at=(0, HEAD_SECONDS + 1)) == ["aborted"]


def test_an_answer_that_takes_long_is_not_given_up() -> None:
    assert looked(Fake(Cycle()), at=(0, 10_000)) == [""]


def test_a_response_that_nobody_reads_is_given_up() -> None:
    for cycle in (Cycle(), Cycle(response_complete=True)):
        stopped = Fake(cycle, Transport(unsent=100))
        assert looked(stopped, at=(0, STALLED_SECONDS)) == [""]
        assert looked(stopped, at=(0, STALLED_SECONDS + 1)) == ["aborted"]


def test_a_slow_reader_has_some_minutes() -> None:
    slow, looking = Fake(Cycle(response_complete=True), Transport(unsent=10_000)), Connections()
    for second in range(0, int(READ_SECONDS) + 1, 10):
        slow.transport.unsent -= 1
        looking.look([cast("Connection", slow)], second)
    assert slow.transport.ended == ""
    slow.transport.unsent -= 1
    looking.look([cast("Connection", slow)], READ_SECONDS + 1)
    assert slow.transport.ended == "aborted"


def test_time_counts_anew_with_each_request() -> None:
    busy, looking = Fake(Cycle(response_complete=True)), Connections()
    looking.look([cast("Connection", busy)], 0)
    busy.cycle = Cycle(response_complete=True)
    looking.look([cast("Connection", busy)], HEAD_SECONDS + 1)
    assert busy.transport.ended == ""


def test_of_too_many_at_rest_the_oldest_are_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "MOST_RESTING", 2)
    looking, fakes = Connections(), [Fake(), Fake(), Fake(), Fake(Cycle())]
    for number in range(1, 5):
        looking.look([cast("Connection", fake) for fake in fakes[:number]], number)
    assert [fake.transport.ended for fake in fakes] == ["closed", "", "", ""]
