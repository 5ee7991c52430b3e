from pathlib import Path

from evals.evaluate import evaluate
from ingest.settings import IngestSettings


def test_without_questions_nothing_is_ingested(tmp_path: Path) -> None:
    assert evaluate("dev", [], IngestSettings(data_dir=tmp_path / "data")) == []
    assert not (tmp_path / "data").exists()
