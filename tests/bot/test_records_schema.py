"""The records' tables are told apart from any others of the same database."""

from bot.records_schema import LAYOUT, Base
from ingest import schema


def test_no_table_has_the_name_of_one_of_the_library() -> None:
    assert not Base.metadata.tables.keys() & schema.metadata.tables.keys()
    assert LAYOUT.table.name == "records_layout"


def test_every_row_of_an_answer_goes_with_it() -> None:
    for name in ("feedback", "cited", "rejections"):
        (key,) = (k for k in Base.metadata.tables[name].foreign_keys if k.column.table.name == "turns")
        assert key.ondelete == "CASCADE"
