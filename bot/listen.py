"""Serves an application on an address, and says so once it answers."""

import socket
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from ingest.errors import Misconfigured


def bind(host: str, port: int) -> socket.socket:
    """A socket that listens on the address. Raises Misconfigured where that cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise Misconfigured(
            f"Cannot listen on {host}, port {port}: {error.strerror or error}. Set BOT_PORT or BOT_HOST to another."
        ) from error


def address(listening: socket.socket) -> str:
    """The address to type into a browser."""
    host, port = listening.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}"


class Server(uvicorn.Server):
    """A uvicorn server that calls ``announce`` once it accepts requests."""

    def __init__(self, app: FastAPI, announce: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(app, log_config=None, log_level="warning", access_log=False, timeout_graceful_shutdown=3)
        )
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then announce."""
        await super().startup(sockets)
        if self.started:
            self._announce()
