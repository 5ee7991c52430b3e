"""The data folder of an earlier release opens, keeps everything, and answers as that release did."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.app import joined_bot, open_records
from bot.settings import BotSettings
from ingest.embed import Encoder
from ingest.pipeline import rebuild
from ingest.settings import IngestSettings
from tests.ingest.fakes import Silence
from tests.layouts import BEFORE, unpack

QUESTIONS = (
    "How big is the market in 2024?",
    "How big is the market in Europe in 2030?",
    "Who are the key players?",
    "Does it cover submarines?",
)
AS_IT_WAS = {"text", "status", "reason", "blocks", "citations", "calculations", "answerer"}


@pytest.mark.parametrize("layout", BEFORE)
def test_an_earlier_release_s_folder_answers_the_same(tmp_path: Path, layout: str) -> None:
    settings, encoder = IngestSettings(data_dir=unpack(layout, tmp_path)), Encoder()
    before = answers(settings)
    rebuild(settings, encoder, Silence())
    records = open_records(BotSettings(), settings)
    with joined_bot(BotSettings(), settings, records, encoder) as bot:
        for question in QUESTIONS:
            kept = records.answer(before[question])
            assert kept is not None
            told = bot.ask(question).model_dump(include=AS_IT_WAS)
            assert told == kept.answer.model_dump(include=AS_IT_WAS)
        first = records.answer(before[QUESTIONS[0]])
        assert first is not None
        assert "6.3" in bot.ask("and in 2030?", conversation=first.answer.conversation).text
    records.close()


def answers(settings: IngestSettings) -> dict[str, str]:
    """The ids of the answers kept in a data folder, by question."""
    with closing(sqlite3.connect(settings.data_dir / "records.sqlite")) as records:
        return dict(records.execute("SELECT question, answer FROM turns").fetchall())
