"""Measures the served bot under load, and beside slow and vanishing readers."""

import asyncio
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from evals.load.askers import Level, level
from evals.load.serving import corpus_texts, serving
from evals.load.soak import Soak
from evals.load.soak import soak as soaked

STARTING = 120.0
"""Seconds that a server may take to start and to end."""

WARM = 3.0
"""Seconds of asking that are not counted, before the rest: what is loaded once is loaded."""


def load(askers: Sequence[int], seconds: float, tell: Callable[[str], None]) -> list[Level]:
    """What comes of so many askers at once, each number of them for some seconds. Raises NotStarted."""
    questions = corpus_texts()
    with (
        tempfile.TemporaryDirectory(prefix="footnote-load-") as folder,
        serving(Path(folder), STARTING + 2 * (WARM + seconds * len(askers)), {}) as served,
    ):
        asyncio.run(level(served, questions, 2, WARM))
        found = []
        for number in askers:
            tell(f"{number} askers for {seconds:g} seconds")
            found.append(asyncio.run(level(served, questions, number, seconds)))
        return found


def soak(readers: int, minutes: float, tell: Callable[[str], None]) -> Soak:
    """What a server holds while so many readers come and go; they all have the same address. Raises NotStarted."""
    questions = corpus_texts()
    variables = {"BOT_STREAMS": str(min(10_000, 3 * readers))}
    with (
        tempfile.TemporaryDirectory(prefix="footnote-soak-") as folder,
        serving(Path(folder), STARTING + 2 * 60 * minutes, variables) as served,
    ):
        asyncio.run(level(served, questions, 2, WARM))
        tell(f"{readers:,} readers for {minutes:g} minutes")
        return asyncio.run(soaked(served, questions, readers, minutes))
