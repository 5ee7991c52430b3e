"""Askers, and what is made of the replies they get."""

import asyncio
from itertools import count

import pytest

from evals.load.askers import Level, level
from evals.load.client import Reply
from tests.evals.load.fake_server import BUSY, OK, fake_server


def test_askers_ask_on_and_wait_as_told() -> None:
    numbers = count()

    async def run() -> Level:
        def respond(received: bytes) -> bytes:
            return OK if received.startswith(b"GET") or next(numbers) else BUSY

        async with fake_server(respond) as served:
            return await level(served, ["How big?", "Why?"], 2, 0.5)

    found = asyncio.run(run())
    assert found.statuses[503] == 1
    assert found.statuses[200] > 2
    assert found.faults == []
    assert len(found.health) > 2
    assert found.health_ms(95) > 0


@pytest.mark.parametrize(
    ("reply", "fault"),
    [
        (Reply(200, 0.1), []),
        (Reply(503, 0.1, 2.0), []),
        (Reply(429, 0.1, 2.0), []),
        (Reply(503, 0.1), ["503"]),
        (Reply(500, 0.1), ["500"]),
        (Reply(0, 0.1, error="ConnectionResetError"), ["ConnectionResetError"]),
    ],
)
def test_only_refusals_that_say_when_to_come_back_are_no_faults(reply: Reply, fault: list[str]) -> None:
    assert Level(1, 1, (reply,), ()).faults == fault


def test_a_server_that_does_not_say_it_is_up_is_a_fault() -> None:
    assert Level(1, 1, (), (Reply(0, 1, error="TimeoutError"),)).faults == ["healthz: TimeoutError"]
