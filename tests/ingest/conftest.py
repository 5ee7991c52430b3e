"""Settings of a library in a temporary folder."""

from pathlib import Path

import pytest

from ingest.settings import IngestSettings


@pytest.fixture
def settings(tmp_path: Path) -> IngestSettings:
    return IngestSettings(data_dir=tmp_path / "data")
