"""Serves an application on an address, and says so once it answers."""

import resource
import socket
import time
from collections.abc import Callable
from typing import cast

import uvicorn
from fastapi import FastAPI

from bot.connections import Connection, Connections
from ingest.errors import Misconfigured

DESCRIPTORS = 16_384
"""Connections and files that a server may have open, where the system allows so many."""

UNREAD_SECONDS = 30
"""The network gives up a connection whose other end has taken nothing for so long, gone or not reading."""


def bind(host: str, port: int) -> socket.socket:
    """A socket that listens on the address. Raises Misconfigured where that cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family)
    except OSError as error:
        raise Misconfigured(
            f"Cannot listen on {host}, port {port}: {error.strerror or error}. Set BOT_PORT or BOT_HOST to another."
        ) from error
    if hasattr(socket, "TCP_USER_TIMEOUT"):  # on Linux, where the connections that are accepted inherit it
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNREAD_SECONDS * 1000)
    return listening


def allow_connections() -> None:
    """Let this process open as many connections as the system lets it; the usual 1,024 are for older programs."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = DESCRIPTORS if hard == resource.RLIM_INFINITY else min(DESCRIPTORS, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def address(listening: socket.socket) -> str:
    """The address to type into a browser."""
    host, port = listening.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}"


class Server(uvicorn.Server):
    """A uvicorn server that calls ``announce`` once it accepts requests, and looks after its connections.

    What proxies say of a request is not its concern: by itself uvicorn would believe any program on this machine.
    """

    def __init__(self, app: FastAPI, announce: Callable[[], None]) -> None:
        allow_connections()
        config = uvicorn.Config(
            app,
            log_config=None,
            log_level="warning",
            access_log=False,
            timeout_graceful_shutdown=3,
            proxy_headers=False,
        )
        super().__init__(config)
        self._announce = announce
        self._connections = Connections()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then announce."""
        await super().startup(sockets)
        if self.started:
            self._announce()

    async def on_tick(self, counter: int) -> bool:
        """Called ten times a second; once in it connections are looked at."""
        if counter % 10 == 0:
            # Of websockets, which have no cycle, there are none here.
            self._connections.look(cast("list[Connection]", list(self.server_state.connections)), time.monotonic())
        return await super().on_tick(counter)
