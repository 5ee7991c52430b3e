"""The small HTTP client of the load."""

import asyncio
import json

import pytest

from evals.load.client import HEALTH, ask, asking, read
from evals.load.serving import Served
from tests.evals.load.fake_server import BROKEN, BUSY, OK, fake_server


def test_a_question_is_asked_as_json() -> None:
    head, _, body = asking('How "big"?').partition(b"\r\n\r\n")
    assert json.loads(body) == {"question": 'How "big"?'}
    assert f"content-length: {len(body)}".encode() in head.lower()
    assert b"text/event-stream" in asking("How big?", stream=True)


def test_a_response_is_read_and_a_broken_one_is_an_error() -> None:
    assert read(OK) == (200, None)
    assert read(BUSY) == (503, 1.0)
    for broken in (BROKEN, b"", b"HTTP/1.1 200 OK\r\n\r\n"):
        with pytest.raises(ValueError):
            read(broken)


def test_replies_tell_what_came_and_how_long_it_took() -> None:
    async def run() -> None:
        async with fake_server(lambda received: OK if received.startswith(b"POST") else BROKEN) as served:
            reply = await ask(served, asking("How big?"))
            assert (reply.status, reply.error) == (200, "")
            assert reply.seconds > 0
            assert (await ask(served, HEALTH)).error == "JSONDecodeError"
        assert (await ask(Served(served.host, served.port, 0), HEALTH)).error == "ConnectionRefusedError"

    asyncio.run(run())
