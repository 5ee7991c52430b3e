"""An invented library is built through the whole ingest, whoever embeds it."""

from pathlib import Path

import numpy as np

from evals.scale.building import DIMENSIONS, DrawnVectors, build
from evals.scale.fiction import library
from ingest.index import open_index
from ingest.library import Library
from ingest.settings import IngestSettings


def test_every_report_is_live_and_indexed(tmp_path: Path) -> None:
    settings = IngestSettings(data_dir=tmp_path / "data")
    made = list(library(6))
    found = build(made, (), settings, tmp_path)
    assert found.reports == 6 and found.seconds > 0 and found.disk_mb > 0
    with Library(settings.library_location) as stored, open_index(settings) as index:
        versions = stored.reports()
        assert {version.id for version in versions} == {each.id for each in made}
        assert index.counts(stored.mark) == {version.key: version.passages for version in versions}


def test_drawn_vectors_are_of_unit_length_and_differ() -> None:
    drawn = DrawnVectors("m")
    vectors = np.concatenate([drawn.encode(["a", "b"], lambda done: None), drawn.encode(["c"], lambda done: None)])
    assert vectors.shape == (3, DIMENSIONS)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert abs(vectors @ vectors.T - np.eye(3)).max() < 0.5
