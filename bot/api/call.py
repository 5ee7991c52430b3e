"""What an HTTP request tells those who work for it: who calls, and when they have left."""

from contextvars import ContextVar
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.api.asker import reader_of

NETWORK = 64
"""Bits of an IPv6 address that tell callers apart: one subscriber has all the addresses behind them."""


@dataclass(frozen=True, slots=True)
class Call:
    """A request: who makes it, and what it still receives."""

    caller: str
    receive: Receive

    async def left(self) -> None:
        """Waits until who called has left. To be used once the body was read."""
        while (await self.receive())["type"] != "http.disconnect":
            pass


call: ContextVar[Call | None] = ContextVar("call", default=None)
"""The request being answered; None for what no request asks for."""


class Calls:
    """ASGI middleware that sets ``call``. It stands behind the one that finds the reader of a key."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        token = call.set(Call(caller_of(HTTPConnection(scope)), receive))
        try:
            await self._app(scope, receive, send)
        finally:
            call.reset(token)


def caller_of(connection: HTTPConnection) -> str:
    """Who calls: by their key, else by their address; a site's key is the same for all of its visitors."""
    reader, address = reader_of(connection), network_of(connection)
    if reader.site:
        return f"{reader.site} {address}"
    return f"key {reader.name}" if reader.name else address


def network_of(connection: HTTPConnection) -> str:
    """The address of whoever calls, as callers are told apart by it."""
    client = connection.client
    return address_of(client.host if client else "")


def address_of(host: str) -> str:
    """An address as callers are told apart by it; of IPv6 its network."""
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return "nowhere"  # a Unix socket, or a test
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(IPv6Address(int(address) >> (128 - NETWORK) << (128 - NETWORK))) + f"/{NETWORK}"
    return str(address)
