"""Settings come from the environment, and a typo in one fails at start."""

from pathlib import Path

import pytest

from ingest.errors import Misconfigured
from ingest.settings import IngestSettings


def test_without_variables_everything_is_under_data() -> None:
    settings = IngestSettings.read()
    assert settings.data_dir == Path("data")
    assert settings.library_location == "sqlite:///data/library.sqlite"
    assert settings.chroma_dir == Path("data/chroma")
    assert settings.limits.file_bytes == 50 * 2**20


def test_variables_are_read_and_empty_ones_are_as_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("INGEST_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("INGEST_LIBRARY_URL", "")
    monkeypatch.setenv("INGEST_EMBEDDING_MODEL", "some/model")
    settings = IngestSettings.read()
    assert settings.library_location == f"sqlite:///{tmp_path}/library.sqlite"
    assert settings.embedding_model == "some/model"


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("INGEST_DATADIR", "x", "INGEST_DATADIR.*INGEST_DATA_DIR"),
        ("ingest_chroma", "x", "ingest_chroma"),
        ("INGEST_MAX_FILE_MB", "many", "INGEST_MAX_FILE_MB"),
        ("INGEST_MAX_FILE_MB", "0", "INGEST_MAX_FILE_MB"),
    ],
)
def test_what_is_wrong_is_named_in_one_line(monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(Misconfigured, match=told) as error:
        IngestSettings.read()
    assert "\n" not in str(error.value)


def test_settings_do_not_change(settings: IngestSettings) -> None:
    with pytest.raises(ValueError, match="frozen"):
        settings.data_dir = Path("elsewhere")  # type: ignore[misc]
