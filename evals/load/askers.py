"""So many askers at once, each of whom asks again when answered, and waits as told when refused."""

import asyncio
import random
import socket
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from evals.bench.spread import percentile
from evals.load.client import HEALTH, SECONDS, Reply, ask, asking, read
from evals.load.serving import Served

PROBED = 0.05
"""Seconds between two looks at /healthz."""


@dataclass(frozen=True, slots=True)
class Level:
    """What came of so many askers in some seconds, and of looking at /healthz meanwhile."""

    askers: int
    seconds: float
    replies: tuple[Reply, ...]
    health: tuple[Reply, ...]

    @property
    def answered(self) -> list[float]:
        """Milliseconds that each answer took, waiting included."""
        return [1000 * reply.seconds for reply in self.replies if reply.status == 200]

    @property
    def statuses(self) -> Counter[int]:
        """How often each status came; 0 where none did."""
        return Counter(reply.status for reply in self.replies)

    @property
    def faults(self) -> list[str]:
        """What may not be: other statuses than 200, 429 and 503, refusals without Retry-After, broken connections."""
        told = [
            reply.error or str(reply.status)
            for reply in self.replies
            if reply.status != 200 and (reply.status not in (429, 503) or reply.retry_after is None)
        ]
        return told + [f"healthz: {reply.error or reply.status}" for reply in self.health if reply.status != 200]

    def health_ms(self, percent: int) -> float:
        """Milliseconds that so many percent of the looks at /healthz took at most."""
        return percentile([1000 * reply.seconds for reply in self.health], percent)


async def level(served: Served, questions: Sequence[str], askers: int, seconds: float) -> Level:
    """Ask for some seconds; what was asked by then is waited for."""
    end = time.perf_counter() + seconds
    replies: list[Reply] = []
    started = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for number in range(askers):
            group.create_task(_ask_on(served, questions, random.Random(number), end, replies))
        probing = group.create_task(asyncio.to_thread(_probe, served, end))
    return Level(askers, time.perf_counter() - started, tuple(replies), probing.result())


async def _ask_on(
    served: Served, questions: Sequence[str], draw: random.Random, end: float, replies: list[Reply]
) -> None:
    while (now := time.perf_counter()) < end:
        reply = await ask(served, asking(draw.choice(questions)))
        replies.append(reply)
        if reply.status != 200:
            await asyncio.sleep(min((reply.retry_after or 1.0) * (1 + draw.random()), max(0.0, end - now)))


def _probe(served: Served, end: float) -> tuple[Reply, ...]:
    """In a thread of its own, which does not wait while hundreds of askers are served on the loop."""
    health = []
    while time.perf_counter() < end:
        started = time.perf_counter()
        try:
            with socket.create_connection((served.host, served.port), SECONDS) as connection:
                connection.sendall(HEALTH)
                status, _ = read(b"".join(iter(lambda: connection.recv(4096), b"")))
            health.append(Reply(status, time.perf_counter() - started))
        except (OSError, ValueError) as error:
            health.append(Reply(0, time.perf_counter() - started, error=type(error).__name__))
        time.sleep(PROBED)
    return tuple(health)
