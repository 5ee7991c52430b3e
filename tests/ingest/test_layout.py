"""A database is laid out once, by whoever comes first, and an older one becomes what a new one would be."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, inspect, text

from ingest.database import connect
from ingest.errors import OtherLayout
from ingest.layout import Layout, lay_out
from tests.layouts import unpack

FIRST = """
from alembic import op
from sqlalchemy import Column, Integer

revision = "1"
down_revision = None


def upgrade() -> None:
    op.create_table("kites", Column("number", Integer, primary_key=True), if_not_exists=True)
"""
SECOND = """
from alembic import op
from sqlalchemy import Column, Text

revision = "2"
down_revision = "1"


def upgrade() -> None:
    op.add_column("kites", Column("colour", Text))
"""


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """A layout of two revisions, in a folder whose name has a space and a per cent sign."""
    folder = tmp_path / "50 % revisions"
    folder.mkdir()
    (folder / "layout_1.py").write_text(FIRST)
    (folder / "layout_2.py").write_text(SECOND)
    return Layout("kites", 2, folder, create, unnumbered, "Use that release.")


def create(connection: Connection) -> None:
    connection.execute(text("CREATE TABLE kites (number INTEGER NOT NULL PRIMARY KEY, colour TEXT)"))


def unnumbered(connection: Connection) -> int | None:
    return 0 if inspect(connection).has_table("kites") else None


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return connect(f"sqlite:///{tmp_path / 'kites.sqlite'}")


def columns(engine: Engine) -> set[str]:
    return {column["name"] for column in inspect(engine).get_columns("kites")}


def made_before(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE kites (number INTEGER NOT NULL PRIMARY KEY)"))
        connection.execute(text("INSERT INTO kites VALUES (7)"))


def test_a_new_database_is_made_whole_and_left_alone_later(engine: Engine, layout: Layout) -> None:
    assert not lay_out(engine, layout)
    assert columns(engine) == {"number", "colour"}
    assert not lay_out(engine, layout)


def test_an_unnumbered_database_goes_through_every_revision_and_keeps_its_rows(engine: Engine, layout: Layout) -> None:
    made_before(engine)
    assert lay_out(engine, layout)
    assert columns(engine) == {"number", "colour"}
    with engine.connect() as connection:
        assert connection.execute(text("SELECT * FROM kites")).all() == [(7, None)]
    assert not lay_out(engine, layout)


def test_a_numbered_database_goes_through_those_that_it_lacks(engine: Engine, layout: Layout) -> None:
    made_before(engine)
    with engine.begin() as connection:
        layout.table.create(connection)
        connection.execute(text("INSERT INTO kites_layout VALUES ('1')"))
    assert lay_out(engine, layout)
    assert columns(engine) == {"number", "colour"}


@pytest.mark.parametrize(("number", "which"), [("3", "a newer release .layout 3, this one reads 2")])
def test_a_newer_database_is_refused_and_left_as_it_is(engine: Engine, layout: Layout, number: str, which: str) -> None:
    lay_out(engine, layout)
    with engine.begin() as connection:
        connection.execute(text("UPDATE kites_layout SET version_num = :number"), {"number": number})
    with pytest.raises(OtherLayout, match=which) as told:
        lay_out(engine, layout)
    assert str(told.value).endswith("Use that release.")


def test_a_revision_that_fails_leaves_the_database_as_it_was(engine: Engine, layout: Layout) -> None:
    made_before(engine)
    (layout.revisions / "layout_2.py").write_text(SECOND + "    raise RuntimeError('half way')\n")
    with pytest.raises(RuntimeError, match="half way"):
        lay_out(engine, layout)
    assert columns(engine) == {"number"}
    assert not inspect(engine).has_table("kites_layout")


OPEN = "import sys; from {module} import {name}; {name}(sys.argv[1]).close()"


@pytest.mark.parametrize(("module", "name"), [("ingest.library", "Library"), ("bot.records", "Records")])
def test_processes_that_open_a_new_database_at_once_all_succeed(tmp_path: Path, module: str, name: str) -> None:
    command = [sys.executable, "-c", OPEN.format(module=module, name=name), f"sqlite:///{tmp_path / 'one.sqlite'}"]
    opening = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(4)]
    told = [process.communicate()[1].decode() for process in opening]
    assert told == [""] * 4


@pytest.mark.parametrize(("module", "name"), [("ingest.library", "Library"), ("bot.records", "Records")])
def test_processes_that_open_an_older_database_at_once_upgrade_it_once(tmp_path: Path, module: str, name: str) -> None:
    path = unpack("layout_3", tmp_path) / f"{name.lower()}.sqlite"
    command = [sys.executable, "-c", OPEN.format(module=module, name=name), f"sqlite:///{path}"]
    opening = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(4)]
    told = [process.communicate()[1].decode() for process in opening]
    assert told == [""] * 4


UNUSED = "import sys; {0}; from ingest.library import Library; Library('sqlite://').close(); {1}"


def test_opening_loads_no_alembic_where_there_is_nothing_to_do() -> None:
    code = UNUSED.format("import bot.app", "assert not [name for name in sys.modules if name.startswith('alembic')]")
    subprocess.run([sys.executable, "-c", code], check=True)
