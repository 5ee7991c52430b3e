"""Forwarded addresses, true and invented."""

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from bot.api.forwarded import Forwarded

PROXIES = ("10.0.0.0/8", "2001:db8::1")


def asked(peer: str, *lines: tuple[str, str], proxies: tuple[str, ...] = PROXIES) -> str:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        told = PlainTextResponse(f"{request.url.scheme} {request.client.host if request.client else ''}")
        await told(scope, receive, send)

    client = TestClient(Forwarded(app, proxies), client=(peer, 1))
    return client.get("/", headers=list(lines)).text


@pytest.mark.parametrize(
    ("peer", "forwarded", "told"),
    [
        ("10.0.0.1", "203.0.113.7", "203.0.113.7"),
        ("10.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7"),  # the first is the client's own invention
        ("10.0.0.1", "203.0.113.7, 10.0.0.2", "203.0.113.7"),
        ("10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"),
        ("10.0.0.1", "203.0.113.7:4711", "203.0.113.7"),
        ("10.0.0.1", '"[2001:db8:9::7]:4711"', "2001:db8:9::7"),
        ("10.0.0.1", "::ffff:203.0.113.7", "203.0.113.7"),
        ("10.0.0.1", "203.0.113.7, unknown, 10.0.0.2", "10.0.0.2"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("2001:db8::1", "203.0.113.7", "203.0.113.7"),
        ("::ffff:10.0.0.1", "203.0.113.7", "203.0.113.7"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("2001:db8::2", "198.51.100.1", "2001:db8::2"),
        ("testclient", "198.51.100.1", "testclient"),
    ],
)
def test_the_client_is_the_last_that_a_trusted_proxy_vouches_for(peer: str, forwarded: str, told: str) -> None:
    assert asked(peer, ("X-Forwarded-For", forwarded)) == f"http {told}"


def test_several_lines_are_one_list() -> None:
    lines = ("X-Forwarded-For", "198.51.100.1"), ("X-Forwarded-For", "203.0.113.7, 10.0.0.2")
    assert asked("10.0.0.1", *lines) == "http 203.0.113.7"


@pytest.mark.parametrize(
    ("peer", "proto", "told"),
    [("10.0.0.1", "https", "https"), ("10.0.0.1", "javascript", "http"), ("203.0.113.9", "https", "http")],
)
def test_the_scheme_is_believed_from_proxies_only(peer: str, proto: str, told: str) -> None:
    assert asked(peer, ("X-Forwarded-Proto", proto)) == f"{told} {peer}"
