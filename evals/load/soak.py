"""A server beside hundreds of slow or vanishing readers for a while: what it holds must not grow."""

import asyncio
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.load.askers import Level, level
from evals.load.readers import read_on
from evals.load.serving import Served

SAMPLED = 2.0
"""Seconds between two samples."""

SETTLING = 1 / 3
"""Part of the time, at its begin, in which readers arrive and memory is filled once: not in the slopes."""

ORDINARY = 2
"""Ordinary askers beside the readers."""

SETTLED = 2.0
"""The 97.5th percentile of the t distribution from 60 samples on, at about."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What the server held at a time (in seconds)."""

    at: float
    memory_mb: float
    threads: int
    descriptors: int


@dataclass(frozen=True, slots=True)
class Slope:
    """A line through samples by least squares: units a minute, with half the width of its 95 % interval."""

    per_minute: float
    give: float

    def __str__(self) -> str:
        return f"{self.per_minute:+.3f} ± {self.give:.3f}"


@dataclass(frozen=True, slots=True)
class Soak:
    """What was seen. ``began`` counts readers by how they behaved; ``rest`` was sampled after all had gone."""

    readers: int
    minutes: float
    samples: tuple[Sample, ...]
    rest: Sample
    began: Counter[str]
    ordinary: Level

    def slope(self, of: str) -> Slope:
        """The slope of what the samples say, once settled."""
        settled = [each for each in self.samples if each.at >= self.samples[-1].at * SETTLING]
        return slope([each.at / 60 for each in settled], [getattr(each, of) for each in settled])


def slope(minutes: Sequence[float], values: Sequence[float]) -> Slope:
    """By least squares, with an interval as if samples were independent."""
    at, value = np.asarray(minutes, float), np.asarray(values, float)
    if len(at) < 3:
        return Slope(0.0, math.inf)
    spread = float(((at - at.mean()) ** 2).sum())
    per_minute = float(((at - at.mean()) * (value - value.mean())).sum()) / spread
    left = value - value.mean() - per_minute * (at - at.mean())
    return Slope(per_minute, SETTLED * math.sqrt(float((left**2).sum()) / (len(at) - 2) / spread))


async def soak(served: Served, questions: Sequence[str], readers: int, minutes: float) -> Soak:
    """Let readers come and go, and sample."""
    loop = asyncio.get_running_loop()
    started, end = loop.time(), loop.time() + 60 * minutes
    samples: list[Sample] = []
    began: Counter[str] = Counter()

    async def sampling() -> None:
        while (now := loop.time()) < end:
            samples.append(sample(served.pid, now - started))
            await asyncio.sleep(SAMPLED)

    async with asyncio.TaskGroup() as group:
        group.create_task(sampling())
        for number in range(readers):
            group.create_task(read_on(served, questions, end, number, began))
        asked = group.create_task(level(served, questions, ORDINARY, 60 * minutes))
    await asyncio.sleep(10 * SAMPLED)
    return Soak(readers, minutes, tuple(samples), sample(served.pid, loop.time() - started), began, asked.result())


def sample(pid: int, at: float) -> Sample:
    """What a process holds, by /proc."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    status = {name: value.split()[0] for name, _, value in (line.partition(":") for line in lines) if value.split()}
    memory = int(status["VmRSS"]) / 1024
    return Sample(at, memory, int(status["Threads"]), len(list(Path(f"/proc/{pid}/fd").iterdir())))
