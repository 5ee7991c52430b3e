"""Answers from before sources were kept are read without them, and new ones are kept beside them."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.provenance import NOTHING
from bot.recorded import RecordedBot
from bot.records import Records
from ingest.database import connect
from tests.bot.fakes import FakeBot
from tests.layouts import BEFORE, shape, unpack


@pytest.mark.parametrize("layout", BEFORE)
def test_upgraded_records_have_the_shape_of_new_ones(tmp_path: Path, layout: str) -> None:
    urls = [f"sqlite:///{unpack(layout, tmp_path) / 'records.sqlite'}", f"sqlite:///{tmp_path / 'new.sqlite'}"]
    for url in urls:
        Records(url).close()
    upgraded, new = (shape(connect(url)) for url in urls)
    assert upgraded == new


@pytest.mark.parametrize("layout", BEFORE)
def test_every_answer_and_thumb_is_kept_as_it_was(tmp_path: Path, layout: str) -> None:
    path = unpack(layout, tmp_path) / "records.sqlite"
    with closing(sqlite3.connect(path)) as old:
        bodies = dict(old.execute("SELECT answer, body FROM turns").fetchall())
        thumbs = old.execute("SELECT answer, thumb, comment FROM feedback").fetchall()
    assert (len(bodies), len(thumbs)) == (5, 2)
    records = Records(f"sqlite:///{path}")
    for answer, body in bodies.items():
        kept = records.answer(answer)
        assert kept is not None and kept.answer.model_dump_json() == body
        assert (kept.reader, kept.provenance) == ("", NOTHING)
    for answer, thumb, comment in thumbs:
        given = records.feedback(answer)
        assert given is not None and (given.thumb, given.comment) == (thumb, comment)
    new = records.answer(RecordedBot(FakeBot(), records).ask("How big?").id)
    assert new is not None and new.provenance.passages
    records.close()
