"""The two commands, from the outside."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.__main__ import main
from ingest.backup.command import missing
from ingest.backup.make import back_up
from ingest.errors import FootnoteError
from ingest.index import Vectors, open_index
from ingest.library import Library
from ingest.settings import IngestSettings
from tests.ingest.backup.filled import fill, names, notes
from tests.ingest.fakes import HashEncoder


@pytest.fixture
def data(settings: IngestSettings, monkeypatch: pytest.MonkeyPatch) -> IngestSettings:
    """A filled data folder, and a working directory of its own."""
    monkeypatch.chdir(settings.data_dir.parent)
    fill(settings)
    return settings


def test_a_back_up_is_made_and_put_in_place_with_its_index(
    data: IngestSettings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["backup", "b.zip"]) == 0
    told = capsys.readouterr().out
    assert "b.zip holds library.sqlite" in told and "records.sqlite" in told and "BOT_RECORDS_URL" in told
    monkeypatch.setenv("INGEST_DATA_DIR", "other")
    other = IngestSettings()
    assert main(["restore", "b.zip"], HashEncoder) == 0
    assert "kites" in capsys.readouterr().out
    assert notes(other) == 3
    with Library(other.library_location) as library, open_index(other) as index:
        version = library.version("kites")
        assert index.count(version.key) == version.passages
    assert names(other.data_dir) == {"library.sqlite", "records.sqlite", "chroma"}


def test_what_would_be_lost_is_told_and_needs_a_word(data: IngestSettings, capsys: pytest.CaptureFixture[str]) -> None:
    main(["backup", "b.zip"])
    assert main(["restore", "b.zip"], HashEncoder) == 1
    assert "--replace" in capsys.readouterr().err
    assert main(["restore", "b.zip", "--replace"], HashEncoder) == 0
    assert names(data.data_dir) == {"library.sqlite", "records.sqlite", "chroma"}


class Unwilling(HashEncoder):
    """Embeds nothing."""

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] = lambda done: None) -> Vectors:
        raise FootnoteError("no model")


def test_where_the_index_cannot_be_made_what_was_there_is_kept_and_named(
    data: IngestSettings, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["backup", "b.zip"])
    assert main(["restore", "b.zip", "--replace"], Unwilling) == 1
    told = capsys.readouterr()
    kept = {name for name in names(data.data_dir) if "replaced" in name}
    assert len(kept) == 2 and all(name in told.out + told.err for name in kept)


@pytest.mark.parametrize("arguments", [["backup"], ["restore"], ["backup", "a", "b"], ["backup", "a", "--replace"]])
def test_wrong_usage_is_told(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


def test_a_folder_called_backup_can_be_ingested(data: IngestSettings, capsys: pytest.CaptureFixture[str]) -> None:
    Path("backup").mkdir()
    Path("backup/boats.md").write_text("# Boats\n\n## Size\n\nBoats float.\n")
    assert main(["./backup"], HashEncoder) == 0
    assert "boats" in capsys.readouterr().out


def test_a_library_elsewhere_is_said_to_be_missing(data: IngestSettings, tmp_path: Path) -> None:
    served = data.model_copy(update={"library_url": "postgresql://db/x"})
    manifest = back_up(served, tmp_path / "b.zip")
    assert manifest.names == ("records.sqlite",)
    assert "INGEST_LIBRARY_URL" in next(missing(manifest, served))


def test_every_version_is_put_back_with_its_state_its_index_and_what_was_done(
    data: IngestSettings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Library(data.library_location) as library:
        live = library.reading("kites")
        for digest in ("d2", "d3"):
            changed = replace(live, report=replace(live.report, digest=digest))
            library.draft(changed, origin="upload:ab/kites.md", by="Ann")
            library.publish("kites", by="Bo")
        library.roll_back("kites")
        library.draft(replace(live, report=replace(live.report, digest="d4")))
        versions, events = library.kept(), library.events()
    data.uploads_dir.mkdir()
    (data.uploads_dir / "ab").mkdir()
    assert main(["backup", "b.zip"]) == 0
    assert "files that staff uploaded" in capsys.readouterr().out
    monkeypatch.setenv("INGEST_DATA_DIR", "other")
    monkeypatch.setenv("INGEST_EMBEDDING_MODEL", "hash")
    other = IngestSettings()
    assert main(["restore", "b.zip"], HashEncoder) == 0
    with Library(other.library_location) as library, open_index(other) as index:
        assert [(v.number, v.state, v.digest) for v in library.kept()] == [
            (v.number, v.state, v.digest) for v in versions
        ]
        assert [version.state for version in library.kept("kites")] == ["draft", "previous", "live"]
        assert library.events() == events
        assert all(index.count(version.key) == version.passages for version in library.kept())
    assert main(["rollback", "kites"]) == 0
