"""Conversations from before there were sites are of none."""

from pathlib import Path

from bot.records import Records
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
