"""Conversations from before there were sites are of none."""

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.answer import Answer
from bot.records import Records, about
from bot.records_schema import TurnRow
from bot.sites import Sites
from ingest.database import connect
from tests.layouts import shape, unpack


def test_old_records_take_sites_and_have_the_shape_of_new_ones(tmp_path: Path) -> None:
    urls = [f"sqlite:///{unpack('layout_4', tmp_path) / 'records.sqlite'}", f"sqlite:///{tmp_path / 'new.sqlite'}"]
    for url in urls:
        records = Records(url)
        assert Sites(records.engine).create("Shop", ("https://shop.example",)).name == "Shop"
        records.close()
    upgraded, new = (shape(connect(url)) for url in urls)
    assert upgraded == new


def test_what_old_answers_came_to_is_read_from_them(tmp_path: Path) -> None:
    engine = Records(f"sqlite:///{unpack('layout_4', tmp_path) / 'records.sqlite'}").engine
    with Session(engine) as session:
        for row in session.scalars(select(TurnRow)):
            answer = Answer.model_validate_json(row.body)
            assert (row.status, row.reason or None) == (answer.status, answer.reason)
            assert row.about == (about(answer, row.report) or "")
        assert {row.about for row in session.scalars(select(TurnRow))} - {""}
    engine.dispose()
