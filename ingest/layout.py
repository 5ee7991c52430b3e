"""Lays out a database as this release has it: a new one at once, an older one by Alembic's revisions, one by one.

Alembic takes 0.1 s to load, so it is loaded where there is something to do only.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Column, Connection, Engine, MetaData, String, Table, insert, inspect, select, text

from ingest.errors import OtherLayout


@dataclass(frozen=True, slots=True)
class Layout:
    """The tables of a database. ``name`` is said of it to readers.

    ``number`` is the revision they are of: the newest in ``revisions``, a folder with a file for each. ``create`` makes
    them. ``unnumbered`` tells the number of a database that was made before revisions were counted: 0 where every
    revision is to be made, None where it is new. ``remedy`` says what to do with one of another release.
    """

    name: str
    number: int
    revisions: Path
    create: Callable[[Connection], None]
    unnumbered: Callable[[Connection], int | None]
    remedy: str

    @property
    def table(self) -> Table:
        """Holds the number, as Alembic keeps it. Each layout has its own: two of them may share a database."""
        return Table(f"{self.name}_layout", MetaData(), Column("version_num", String(32), primary_key=True))


def writing(engine: Engine) -> Engine:
    """The same engine for what will write: SQLite then waits at the beginning of a transaction for others to end.

    One that reads first and writes later cannot wait: it fails at once where another has written in between.
    """
    return engine.execution_options(writing=True)


def lay_out(engine: Engine, layout: Layout) -> bool:
    """Make a database's tables those of this release; whether they were those of an older one. Raises OtherLayout.

    Two processes may do so at once.
    """
    with engine.connect() as connection:
        if _noted(connection, layout) == layout.number:
            return False
    with _alone(engine, layout) as connection:
        noted = _noted(connection, layout)
        number = layout.unnumbered(connection) if noted is None else noted
        if number is None:
            layout.create(connection)
            number = layout.number
        if number > layout.number:
            raise OtherLayout(layout.name, "a newer", number, layout.number, layout.remedy)
        if noted is None and number:
            layout.table.create(connection)
            connection.execute(insert(layout.table).values(version_num=str(number)))
        if number == layout.number:
            return False
        _upgrade(connection, layout, number)
        return True


@contextmanager
def _alone(engine: Engine, layout: Layout) -> Iterator[Connection]:
    """A transaction that no other process has at the same time."""
    with writing(engine).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:name))"), {"name": layout.table.name})
        yield connection


def _noted(connection: Connection, layout: Layout) -> int | None:
    """The number that a database has been given; None of one that is new, or was made before there were any."""
    if not inspect(connection).has_table(layout.table.name):
        return None
    return int(connection.execute(select(layout.table.c.version_num)).scalar_one())


def _upgrade(connection: Connection, layout: Layout, number: int) -> None:
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationStep, RevisionStep
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(layout.revisions, version_locations=[layout.revisions])
    if number and str(number) not in {each.revision for each in scripts.walk_revisions()}:
        raise OtherLayout(layout.name, "an older", number, layout.number, layout.remedy)

    def steps(heads: tuple[str, ...], context: MigrationContext) -> list[RevisionStep]:
        missing = list(scripts.iterate_revisions(str(layout.number), heads or "base"))
        return [MigrationStep.upgrade_from_script(scripts.revision_map, each) for each in reversed(missing)]

    options = {"fn": steps, "script": scripts, "version_table": layout.table.name}
    context = MigrationContext.configure(connection, opts=options)
    with Operations.context(context):
        context.run_migrations()
