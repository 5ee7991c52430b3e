from pathlib import Path

import pytest

from evals.library import EVALS, NotIngested, desk_of, eval_settings, ingest_split, report_folders, writer_of
from ingest.embed import Encoder
from ingest.errors import Misconfigured
from ingest.index import open_index
from ingest.library import Library
from ingest.pipeline import ingest_all
from ingest.settings import IngestSettings
from tests.ingest.fakes import HashEncoder, Silence

REPORT = """# Widget Market Report

## Market size

The widget market was worth USD 3.20 billion in 2024. Growth comes from factories that replace their gadgets.
"""


def test_a_split_has_the_corpus_and_its_own_reports() -> None:
    assert report_folders("dev") == (EVALS.parent / "corpus", EVALS / "library" / "dev")
    assert all(folder.is_dir() for folder in (*report_folders("dev"), *report_folders("test")))


def test_the_library_of_the_evals_is_never_the_users(tmp_path: Path) -> None:
    user = IngestSettings(data_dir=tmp_path, library_url="sqlite:///mine.sqlite", chroma_url="http://mine:8000")
    dev, other = eval_settings("dev", user), eval_settings("test", user)
    assert tmp_path in dev.data_dir.parents
    assert dev.data_dir != other.data_dir
    assert (dev.library_url, dev.chroma_url) == (None, None)
    assert eval_settings("dev", user).data_dir == dev.data_dir


def test_what_cannot_be_read_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    settings = IngestSettings(data_dir=tmp_path, max_file_mb=1)
    refused = settings.model_copy(update={"max_file_mb": 0})
    with pytest.raises(NotIngested):
        ingest_split("dev", refused, Encoder("no such model"))


def test_a_model_that_cannot_be_opened_is_told() -> None:
    with pytest.raises(Misconfigured, match="BOT_MODEL=nobody:model cannot be opened"), writer_of("nobody:model"):
        pass


def test_without_a_model_nothing_words_answers() -> None:
    with writer_of(None) as write:
        assert write is None


def test_a_desk_asks_opens_passages_and_is_watched(tmp_path: Path) -> None:
    (tmp_path / "widgets.md").write_text(REPORT, encoding="utf-8")
    settings, encoder = IngestSettings(data_dir=tmp_path / "data"), HashEncoder()
    ingest_all([tmp_path / "widgets.md"], settings, encoder, Silence())
    with Library(settings.library_location) as library, open_index(settings) as index:
        desk = desk_of(library, index, encoder)
        ledger = desk.ask(["How big was the widget market in 2024?"], "widgets")
        search = desk.ask(["Why does the market grow?"], "widgets")
        assert "3.20 billion" in ledger.answer.text
        assert (ledger.embedding_ms, search.embedding_ms > 0) == (0, True)
        cited = ledger.answer.citations[0]
        assert (desk.passage_text(cited.passage) or "")[cited.start : cited.end] == cited.quote
