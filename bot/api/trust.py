"""Whom a request came from: a proxy that is believed, or somebody on this machine."""

from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from starlette.requests import HTTPConnection

from bot.machine import is_this_machine
from bot.settings import BotSettings

_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
"""Headers that proxies add."""


def trusted(settings: BotSettings, peer: str | None) -> bool:
    """Whether an address is that of a proxy which the settings trust."""
    try:
        address = ip_address(peer or "")
    except ValueError:
        return False
    return any(address in network for network in _networks(settings.trusted_proxies))


def is_here(request: HTTPConnection, settings: BotSettings) -> bool:
    """Whether somebody on this machine asks a server that listens on this machine only and is open.

    Nothing that a proxy passed on is from here, and nothing that goes to another name than this machine's own: so do
    pages of other sites whose name was made to point here.
    """
    peer = request.client.host if request.client else None
    open_here = settings.is_open and settings.on_this_machine
    passed_on = trusted(settings, peer) or any(name in request.headers for name in _FORWARDED)
    return open_here and is_this_machine(peer or "") and is_own_name(request.url.hostname or "") and not passed_on


def is_own_name(host: str) -> bool:
    """Whether a host name is this machine's own and no other's."""
    try:
        address = ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
    return address.is_loopback or address.is_unspecified


@lru_cache(maxsize=8)
def _networks(proxies: tuple[str, ...]) -> tuple[IPv4Network | IPv6Network, ...]:
    return tuple(ip_network(proxy, strict=False) for proxy in proxies)
