"""Builds an invented library of some size through the whole ingest, and weighs it."""

import os
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.bench.ingesting import Silent
from evals.bench.processes import peak_mb
from evals.library import NotIngested
from evals.scale.fiction import Fiction
from ingest.embed import Encoder
from ingest.index import Vectors
from ingest.indexer import PassageEncoder
from ingest.pipeline import ingest_all
from ingest.settings import IngestSettings

DIMENSIONS = 384
"""Those of the default model."""


@dataclass(frozen=True, slots=True)
class Built:
    """What building took: ``seconds`` of ingest, peak memory of its process, ``disk_mb`` of library and index."""

    reports: int
    seconds: float
    peak_mb: float | None
    disk_mb: float


class DrawnVectors:
    """Stands in for the model where nothing is asked: random unit vectors, under the model's name."""

    def __init__(self, model: str) -> None:
        self.model = model
        self._draw = np.random.default_rng(1)

    def encode(self, texts: Sequence[str], progress: Callable[[int], None]) -> Vectors:
        """Vectors of shape (len(texts), DIMENSIONS)."""
        drawn = self._draw.standard_normal((len(texts), DIMENSIONS)).astype(np.float32)
        progress(len(texts))
        unit: Vectors = drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
        return unit


def build(fictions: Sequence[Fiction], asked: Collection[str], settings: IngestSettings, folder: Path) -> Built:
    """Write and ingest reports; those that are asked of, by their ids, are embedded by the model, the others drawn.

    Raises NotIngested.
    """
    model = settings.embedding_model
    own = [each for each in fictions if each.id in asked]
    others = [each for each in fictions if each.id not in asked]
    seconds = _ingested(own, settings, Encoder(model), folder / "asked")
    seconds += _ingested(others, settings, DrawnVectors(model), folder / "others")
    files = (file for file in settings.data_dir.rglob("*") if file.is_file())
    return Built(len(fictions), seconds, peak_mb(os.getpid()), sum(file.stat().st_size for file in files) / 1e6)


def _ingested(fictions: Sequence[Fiction], settings: IngestSettings, encoder: PassageEncoder, folder: Path) -> float:
    """Seconds that the ingest of some reports takes."""
    if not fictions:
        return 0.0
    folder.mkdir(parents=True, exist_ok=True)
    for each in fictions:
        (folder / f"{each.id}.md").write_text(each.text, encoding="utf-8")
    started = time.perf_counter()
    summary = ingest_all([folder], settings, encoder, Silent())
    if summary.failures:
        raise NotIngested("; ".join(f"{failure.place}: {failure.error}" for failure in summary.failures[:3]))
    return time.perf_counter() - started
