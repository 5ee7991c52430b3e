"""Who calls, and when they have left."""

import asyncio

import pytest
from starlette.requests import HTTPConnection
from starlette.types import Message, Receive, Scope, Send

from bot.api.call import Call, Calls, address_of, call, caller_of
from bot.reader import Reader


@pytest.mark.parametrize(
    ("host", "told"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("testclient", "nowhere"),
        ("", "nowhere"),
    ],
)
def test_addresses_of_one_subscriber_are_one_caller(host: str, told: str) -> None:
    assert address_of(host) == told


def test_a_key_is_told_by_its_reader() -> None:
    scope: Scope = {"type": "http", "headers": [], "client": ("203.0.113.7", 1)}
    assert caller_of(HTTPConnection(scope)) == "203.0.113.7"
    scope["state"] = {"reader": Reader(name="k1")}
    assert caller_of(HTTPConnection(scope)) == "key k1"


def test_a_call_is_there_while_it_is_answered() -> None:
    seen: list[Call | None] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(call.get())

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None: ...

    async def run() -> None:
        for kind in ("http", "lifespan"):
            await Calls(app)({"type": kind, "headers": [], "client": ("203.0.113.7", 1)}, receive, send)
        assert call.get() is None

    asyncio.run(run())
    first, second = seen
    assert first and first.caller == "203.0.113.7"
    assert second is None


def test_who_has_left_is_told_by_the_last_message() -> None:
    messages = iter([{"type": "http.request"}, {"type": "http.disconnect"}])

    async def receive() -> Message:
        return next(messages)

    asyncio.run(Call("a", receive).left())
    assert next(messages, None) is None


def test_a_site_s_visitors_are_told_apart_by_their_addresses() -> None:
    def caller(name: str, site: str, host: str) -> str:
        state = {"reader": Reader(name=name, site=site)}
        return caller_of(HTTPConnection({"type": "http", "headers": [], "client": (host, 1), "state": state}))

    assert caller("site_0", "site_0", "203.0.113.7") == "site_0 203.0.113.7"
    assert caller("site_0", "site_0", "2001:db8::1") == caller("site_0", "site_0", "2001:db8::2")
    assert caller("k1", "", "203.0.113.7") == "key k1"
