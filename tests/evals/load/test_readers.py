"""Readers behave in each of their ways, and let go of everything in the end."""

import asyncio
import os
from collections import Counter
from pathlib import Path

import pytest

from evals.load import readers
from evals.load.readers import WAYS, read_on
from tests.evals.load.fake_server import OK, fake_server


@pytest.mark.parametrize("way", WAYS, ids=[name for name, _ in WAYS])
def test_a_reader_comes_again_and_again(way: tuple[str, readers.Behaviour], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "WAYS", [way])
    monkeypatch.setattr(readers, "HELD", (0.02, 0.05))
    monkeypatch.setattr(readers, "PAUSED", 0.01)

    async def run() -> Counter[str]:
        began: Counter[str] = Counter()
        async with fake_server(lambda received: OK) as served:
            await read_on(served, ["How big?"], asyncio.get_running_loop().time() + 0.4, 1, began)
        return began

    before = len(list(Path(f"/proc/{os.getpid()}/fd").iterdir()))
    began = asyncio.run(run())
    assert began[way[0]] > 1
    assert len(list(Path(f"/proc/{os.getpid()}/fd").iterdir())) <= before


def test_a_server_that_refuses_is_counted() -> None:
    async def run() -> Counter[str]:
        began: Counter[str] = Counter()
        async with fake_server(lambda received: OK) as served:
            pass
        end = asyncio.get_running_loop().time() + 0.1
        await read_on(served, ["How big?"], end, 1, began)
        return began

    assert set(asyncio.run(run())) <= {"ended by the server"}
