"""As little of an HTTP client as the load needs, so that the asking takes little from the machine that answers."""

import asyncio
import json
import time
from dataclasses import dataclass

from evals.load.serving import Served

SECONDS = 60.0
"""Time after which a request counts as failed."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a request: its status, or 0 with what went wrong; ``retry_after`` in seconds where one was told."""

    status: int
    seconds: float
    retry_after: float | None = None
    error: str = ""


def asking(question: str, stream: bool = False) -> bytes:
    """The request of a question."""
    body = json.dumps({"question": question}).encode()
    accept = "text/event-stream" if stream else "application/json"
    head = f"POST /v1/ask HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: {accept}\r\nContent-Type: application/json\r\n"
    close = "" if stream else "Connection: close\r\n"
    return f"{head}{close}Content-Length: {len(body)}\r\n\r\n".encode() + body


HEALTH = b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"


async def ask(served: Served, request: bytes) -> Reply:
    """Send a request over a connection of its own and read all that comes."""
    started = time.perf_counter()
    try:
        async with asyncio.timeout(SECONDS):
            received = await _exchanged(served, request)
        status, retry_after = read(received)
        return Reply(status, time.perf_counter() - started, retry_after)
    except (OSError, TimeoutError, ValueError) as error:
        return Reply(0, time.perf_counter() - started, error=type(error).__name__)


async def _exchanged(served: Served, request: bytes) -> bytes:
    reader, writer = await asyncio.open_connection(served.host, served.port)
    try:
        writer.write(request)
        return await reader.read()
    finally:
        writer.close()


def read(received: bytes) -> tuple[int, float | None]:
    """The status of a response with JSON, and after how many seconds to ask again. Raises ValueError when it is none,
    or not whole."""
    head, _, body = received.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
    status = int(lines[0].split(" ")[1]) if lines[0].startswith("HTTP/1.1 ") else 0
    json.loads(body)
    retry_after = headers.get("retry-after")
    return status, float(retry_after) if retry_after else None
