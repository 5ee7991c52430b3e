"""Samples of a process, and the line through them."""

import asyncio
import math
import os
from collections import Counter

import pytest

from evals.load import readers, soak
from evals.load.askers import Level
from evals.load.soak import Sample, Slope, Soak, sample, slope
from tests.evals.load.fake_server import OK, fake_server


def test_a_slope_is_of_least_squares() -> None:
    found = slope([0, 1, 2, 3], [10, 12, 14, 16])
    assert found.per_minute == pytest.approx(2)
    assert found.give == pytest.approx(0)
    found = slope([0, 1, 2, 3], [0, 1, 0, 1])
    assert found.per_minute == pytest.approx(0.2)
    assert found.give == pytest.approx(2 * math.sqrt(0.8 / 2 / 5))
    assert slope([0, 1], [0, 1]).give == math.inf
    assert str(Slope(0.5, 0.25)) == "+0.500 ± 0.250"


def test_what_comes_before_things_have_settled_is_not_in_the_slope() -> None:
    samples = tuple(Sample(at, 100 if at >= 60 else at, 5, 10) for at in range(0, 181, 10))
    found = Soak(1, 3, samples, samples[-1], Counter(), Level(1, 1, (), ()))
    assert found.slope("memory_mb").per_minute == 0
    assert found.slope("threads").per_minute == 0


def test_a_process_is_sampled() -> None:
    found = sample(os.getpid(), 2.0)
    assert found.at == 2
    assert 10 < found.memory_mb < 100_000
    assert found.threads >= 1
    assert found.descriptors >= 3


def test_a_soak_samples_beside_readers_and_askers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(soak, "SAMPLED", 0.05)
    monkeypatch.setattr(readers, "HELD", (0.02, 0.05))

    async def run() -> Soak:
        async with fake_server(lambda received: OK) as served:
            return await soak.soak(served, ["How big?"], 5, 0.01)

    found = asyncio.run(run())
    assert len(found.samples) > 5
    assert found.ordinary.statuses[200] > 0
    assert found.began.total() > 0
