"""Readers of streams as a public server meets them: slow, fallen asleep, gone in the middle, never done asking."""

import asyncio
import random
import socket
import struct
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence

from evals.load.client import asking
from evals.load.serving import Served

SIP = 256
"""Bytes that a slow reader takes at a time."""

PAUSED = 0.5
"""Seconds between two sips."""

HELD = 20.0, 40.0
"""Seconds, from and to, that a reader holds on to its connection."""

BUFFER = 4096
"""Bytes that a reader's own machine takes for it, at about; what is more must wait at the server."""

Behaviour = Callable[[socket.socket, float], Coroutine[None, None, None]]


async def read_on(served: Served, questions: Sequence[str], end: float, seed: int, began: Counter[str]) -> None:
    """One reader after another until ``end`` on the loop's clock, each behaving in one of the ways."""
    draw, loop = random.Random(seed), asyncio.get_running_loop()
    await asyncio.sleep(draw.uniform(0, min(HELD[1], max(0.0, end - loop.time()))))  # not all at once
    while loop.time() < end:
        name, behave = draw.choice(WAYS)
        with socket.socket() as connection:
            connection.setblocking(False)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER)
            try:
                await loop.sock_connect(connection, (served.host, served.port))
                request = asking(draw.choice(questions), stream=True)
                await loop.sock_sendall(connection, request[:-1] if behave is _never_done else request)
                began[name] += 1
                await behave(connection, min(draw.uniform(*HELD), max(0.1, end - loop.time())))
            except OSError:
                began["ended by the server"] += 1


async def _slowly(connection: socket.socket, seconds: float) -> None:
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while loop.time() < end and await _sip(connection):
        await asyncio.sleep(PAUSED)


async def _asleep(connection: socket.socket, seconds: float) -> None:
    await _sip(connection)
    await asyncio.sleep(seconds)


async def _gone(connection: socket.socket, seconds: float) -> None:
    """Without a goodbye: the other end hears of it by a reset."""
    await _sip(connection)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


async def _impatient(connection: socket.socket, seconds: float) -> None:
    """Gone before anything was answered, and back after a while."""
    await asyncio.sleep(0.005)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()
    await asyncio.sleep(seconds / 2)


async def _never_done(connection: socket.socket, seconds: float) -> None:
    await asyncio.sleep(seconds)


async def _sip(connection: socket.socket) -> bytes:
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(60):
            return await loop.sock_recv(connection, SIP)
    except TimeoutError:
        return b""


WAYS: tuple[tuple[str, Behaviour], ...] = (
    ("read slowly", _slowly),
    ("stopped reading", _asleep),
    ("vanished in the answer", _gone),
    ("vanished before it", _impatient),
    ("never finished asking", _never_done),
)
