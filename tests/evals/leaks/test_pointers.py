"""What is asked of reports with licensed parts is answered with a pointer to these, with their list, or without."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.report_bot import ReportBot
from bot.retrieve import Retrieval
from bot.shelf import Shelf
from evals.leaks.wordings import HERE
from ingest.index import open_index
from ingest.library import Library
from ingest.pipeline import ingest_all
from ingest.settings import IngestSettings
from tests.ingest.fakes import HashEncoder, Silence

POINTERS = HERE / "pointers"
ASKED = [json.loads(line) for line in (POINTERS / "questions.jsonl").read_text(encoding="utf-8").splitlines()]
HELD = 3
"""Every third question is none that anything was tuned on."""


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReportBot]:
    settings, encoder = IngestSettings(data_dir=tmp_path_factory.mktemp("pointers")), HashEncoder()
    folders: list[Path] = sorted((POINTERS / "library").iterdir())
    assert not ingest_all(folders, settings, encoder, Silence()).failures
    with Library(settings.library_location) as library, open_index(settings) as index:

        def near(key: str, text: str, limit: int) -> list[tuple[int, float]]:
            return index.search(key, encoder.encode_query(text), limit)

        yield ReportBot(Shelf(library), Retrieval(near, library.search))


@pytest.mark.parametrize("asked", [each for at, each in enumerate(ASKED) if at % HELD != HELD - 1], ids=str)
def test_what_is_said_of_licensed_parts(bot: ReportBot, asked: dict[str, object]) -> None:
    told = faults(bot, asked)
    assert not told, told


def faults(bot: ReportBot, asked: dict[str, object]) -> list[str]:
    """What an answer lacks of what should be said, and has of what should not."""
    answer = bot.ask(str(asked["question"]), str(asked["report"]))
    missing = [
        *_each(asked, "lists"),
        *_each(asked, "says"),
        *([] if "or_nothing" in asked else _each(asked, "points")),
    ]
    found = [f"lacks {each}" for each in missing if each not in answer.text]
    found += [f"has {each}" for each in _each(asked, "never") if each in answer.text]
    found += (
        ["no pointer"] if "full report" not in answer.text and "points" in asked and "or_nothing" not in asked else []
    )
    return found + ([answer.status] if asked.get("status", answer.status) != answer.status else [])


def _each(asked: dict[str, object], name: str) -> list[str]:
    said = asked.get(name, [])
    assert isinstance(said, list)
    return [str(each) for each in said]
