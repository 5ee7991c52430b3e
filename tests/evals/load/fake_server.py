"""A server that answers as told, in the process of the tests."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from evals.load.serving import Served

OK = b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"status": "ok"}'
BUSY = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\n\r\n{}"
BUSY_WITHOUT = b"HTTP/1.1 503 Service Unavailable\r\n\r\n{}"
BROKEN = b'HTTP/1.1 200 OK\r\n\r\n{"status": '


@asynccontextmanager
async def fake_server(respond: Callable[[bytes], bytes]) -> AsyncIterator[Served]:
    """A server that responds to what it received first on each connection."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        received = await reader.read(4096)
        writer.write(respond(received))
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        host, port = server.sockets[0].getsockname()
        yield Served(host, port, os.getpid())
