"""A library opens where it can, and says in one line why not where it cannot."""

from pathlib import Path

import pytest
from sqlalchemy import update

from ingest import schema
from ingest.database import connect
from ingest.errors import Misconfigured
from ingest.library import Library


@pytest.mark.parametrize(
    "url", ["nonsense", "mysql://localhost/x", "sqlite:////proc/nowhere/library.sqlite", "oracle:"]
)
def test_a_useless_url_is_told_in_one_line(url: str) -> None:
    with pytest.raises(Misconfigured, match=r"INGEST_\w+") as told:
        Library(url)
    assert "\n" not in str(told.value)


def test_a_database_without_a_search_by_words_is_refused_by_name() -> None:
    with pytest.raises(Misconfigured, match=r"mysql database\. Use SQLite or PostgreSQL"):
        Library("mysql+pymysql://u:p@127.0.0.1/x")


def test_a_postgresql_without_driver_or_server_is_told_in_one_line() -> None:
    with pytest.raises(Misconfigured, match="INGEST_LIBRARY_URL") as told:
        Library("postgresql://u:p@127.0.0.1:1/x")
    assert "\n" not in str(told.value)


def test_a_file_that_is_no_database_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").write_text("not a database, not at all" * 100)
    with pytest.raises(Misconfigured, match="not a database"):
        Library(f"sqlite:///{tmp_path / 'library.sqlite'}")


def test_a_library_of_another_layout_is_refused(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'library.sqlite'}"
    Library(url).close()
    engine = connect(url)
    with engine.begin() as connection:
        connection.execute(update(schema.library).values(schema=99))
    engine.dispose()
    with pytest.raises(Misconfigured, match="layout 99"):
        Library(url)


def test_readers_do_not_wait_for_the_writer(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'library.sqlite'}"
    engine = connect(url)
    with Library(url) as library, engine.begin() as connection:
        connection.execute(update(schema.library).values(schema=99))
        assert library.reports() == ()
        connection.rollback()
    engine.dispose()
