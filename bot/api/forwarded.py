"""Whose request a proxy passes on: believed only from the proxies of the settings."""

from collections.abc import Iterable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


class Forwarded:
    """ASGI middleware: a request of a trusted proxy gets the address and the scheme that it was sent from.

    ``X-Forwarded-For`` is read from its end, where each proxy writes whom it was called by: the first that is no
    trusted proxy is the client. What stands before may be anybody's invention.
    """

    def __init__(self, app: ASGIApp, trusted: Sequence[str]) -> None:
        self._app = app
        self._trusted: tuple[Network, ...] = tuple(ip_network(each, strict=False) for each in trusted)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        client = scope.get("client")
        peer = _address(client[0]) if client else None
        if scope["type"] in ("http", "websocket") and peer is not None and self._trusts(peer):
            headers = Headers(scope=scope)
            hops = [hop for line in headers.getlist("x-forwarded-for") for hop in line.split(",")]
            scope["client"] = (str(self._origin(peer, reversed(hops))), 0)  # not in a copy: who watches sees one scope
            scheme = headers.get("x-forwarded-proto", "").rpartition(",")[2].strip().lower()
            if scheme in ("http", "https"):
                scope["scheme"] = scheme.replace("http", "ws") if scope["type"] == "websocket" else scheme
        await self._app(scope, receive, send)

    def _origin(self, peer: Address, hops: Iterable[str]) -> Address:
        """The last address that a trusted proxy vouches for."""
        origin = peer
        for hop in hops:
            address = _address(hop)
            if address is None:
                return origin
            origin = address
            if not self._trusts(address):
                return origin
        return origin

    def _trusts(self, address: Address) -> bool:
        return any(address in network for network in self._trusted)


def _address(text: str) -> Address | None:
    """An address, as some proxies write it: with a port, in brackets."""
    written = text.strip().strip('"')
    if written.startswith("["):
        written = written[1:].partition("]")[0]
    elif written.count(":") == 1:
        written = written.partition(":")[0]
    try:
        address = ip_address(written)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
