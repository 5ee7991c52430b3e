"""A place for the evals' own libraries, which take minutes to make."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def eval_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that every process of the tests has: a library of a split is made once, by whoever is first."""
    ours = tmp_path_factory.getbasetemp()
    return (ours.parent if "PYTEST_XDIST_WORKER" in os.environ else ours) / "evals"
