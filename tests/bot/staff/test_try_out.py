"""A draft is asked before it is published, and by nobody else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.shelf import Shelf
from bot.staff.try_out import OneVersion
from ingest.errors import UnknownReport
from ingest.library import Selection
from ingest.settings import IngestSettings
from tests.bot.staff.desks import ANN, TEXT, Desk, desk

QUESTION = "How big was the market in 2025?"


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Desk]:
    with desk(IngestSettings(data_dir=tmp_path / "data", embedding_model="hash")) as opened:
        yield opened


def test_a_draft_answers_whoever_tries_it_out_and_the_live_version_everybody_else(at: Desk) -> None:
    live = at.published("2.5")
    draft = at.sent("kites.md", TEXT.format("2.7")).version
    assert draft is not None
    answer = at.reports.ask(ANN, "kites", draft, QUESTION)
    assert "2.7" in answer.text and "2.5" not in answer.text and answer.citations
    assert "2.5" in at.reports.ask(ANN, "kites", live, QUESTION).text
    (figure,) = (q for q in Shelf(at.library).book("kites").quantities if q.measure == "size")
    assert str(figure.value) == "2.5"


def test_a_licensed_draft_answers_staff(at: Desk) -> None:
    draft = at.sent("kites.md", "---\ntitle: Kite Market\naccess: licensed\n---\n" + TEXT.format("2.7")).version
    assert "2.7" in at.reports.ask(ANN, "kites", draft or 0, QUESTION).text


def test_one_version_is_all_that_is_there(at: Desk) -> None:
    at.published("2.5", "boats.md")
    draft = at.sent("kites.md", TEXT.format("2.7")).version
    version = at.library.version("kites", draft)
    one = OneVersion(at.library, version)
    assert one.reports() == (version,) and one.version("kites") == version and one.stamp() == (1, version.number)
    assert one.telling("kite", 0.5) is None and one.ledger(Selection(), ("", -1), 5) == []
    assert [q.text for q in one.measured(["size"], [])["kites"]] == ["USD 2.7 billion"]
    with pytest.raises(UnknownReport):
        one.version("boats")
