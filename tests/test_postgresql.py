"""Both databases in PostgreSQL: made, upgraded, and written by many at once.

FOOTNOTE_POSTGRESQL names an empty database as a SQLAlchemy URL (its driver must be installed); without it only what
SQL would be sent is looked at.
"""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from bot.delivery.outbox import Outbox
from bot.leads import Leads
from bot.records import Records
from bot.records_schema import LAYOUT, Base
from bot.signing import Signer
from ingest import schema
from ingest.library import Library
from ingest.versions import Reading
from tests.bot.lead_samples import lead
from tests.bot.test_records import kept
from tests.ingest.samples import LISTS, PASSAGES, QUANTITIES, REPORT
from tests.layouts import shape

URL = os.environ.get("FOOTNOTE_POSTGRESQL", "")
needed = pytest.mark.skipif(not URL, reason="FOOTNOTE_POSTGRESQL names no database")


@pytest.mark.parametrize("metadata", [schema.metadata, Base.metadata], ids=["library", "records"])
def test_its_tables_can_be_said_in_postgresql_s_words(metadata: object) -> None:
    dialect = postgresql.dialect()
    for table in metadata.sorted_tables:
        told = [str(CreateTable(table).compile(dialect=dialect))]
        told += [str(CreateIndex(index).compile(dialect=dialect)) for index in table.indexes]
        assert all("DATETIME" not in statement and "AUTOINCREMENT" not in statement for statement in told)


@pytest.fixture
def url() -> Iterator[str]:
    engine = create_engine(URL)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    yield URL


def run(url: str, *statements: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def shape_of(url: str) -> dict[str, object]:
    engine = create_engine(url)
    seen = shape(engine)
    engine.dispose()
    return seen


@needed
def test_earlier_databases_become_what_new_ones_are(url: str) -> None:
    with Library(url) as library:
        library.replace(REPORT, PASSAGES, QUANTITIES, LISTS)
        told = library.telling("silken kites")
    records = Records(url)
    kept(records, 1)
    records.close()
    new = shape_of(url)
    run(
        url,
        "DROP TABLE cited, sources, sessions, keys, records_layout, report_words, library_layout, rules, report_events",
        "DROP TABLE sites, deliveries, leads, salts, secrets, asked, quoted, rejections",
        "DROP INDEX turns_told, ix_turns_asked_at, reports_counted",
        "ALTER TABLE turns DROP COLUMN reader, DROP COLUMN site, DROP COLUMN visitor, "
        "DROP COLUMN status, DROP COLUMN reason, DROP COLUMN about",
        "ALTER TABLE reports DROP COLUMN whole, DROP COLUMN rules, "
        "DROP COLUMN kept, DROP COLUMN changed, DROP COLUMN origin, DROP COLUMN public_of",
        "ALTER TABLE sections DROP COLUMN access",
        "ALTER TABLE tables DROP COLUMN access",
        "UPDATE library SET schema = 3",
    )
    with Library(url) as library:
        assert library.report("kites") == REPORT
        assert library.telling("silken kites") == told
    records = Records(url)
    found = records.answer("a1")
    assert found is not None and found.reader == ""
    kept(records, 2)
    records.close()
    assert shape_of(url) == new


@needed
def test_many_that_open_it_at_once_make_it_once(url: str) -> None:
    with ThreadPoolExecutor(8) as threads:
        for records in threads.map(Records, [url] * 8):
            records.close()
    engine = create_engine(url)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM records_layout")).all() == [(str(LAYOUT.number),)]
    engine.dispose()


@needed
def test_many_keep_and_forget_what_they_share(url: str) -> None:
    records = Records(url)

    def work(number: int) -> bool:
        answer = kept(records, number, conversation=f"c{number}")
        return records.rate(answer, "up") and (number % 2 > 0 or records.forget(f"c{number}"))

    with ThreadPoolExecutor(16) as threads:
        assert all(threads.map(work, range(300)))
    for number in range(300):
        found = records.answer(f"a{number}")
        assert (found is not None and bool(found.provenance.passages)) == bool(number % 2)
    records.close()


@needed
def test_a_lead_is_kept_once_and_claimed_by_one_at_a_time(url: str) -> None:
    records = Records(url)
    leads, outbox = Leads(records.engine, ("webhook",)), Outbox(records.engine)
    with ThreadPoolExecutor(16) as threads:
        kept_once = list(threads.map(lambda number: leads.keep(lead(number % 20)), range(100)))
        claimed = list(threads.map(lambda _: outbox.claim("webhook"), range(60)))
    assert sum(is_new for _, is_new in kept_once) == 20
    assert sorted(each.lead.id for each in claimed if each) == [lead(number).id for number in range(20)]
    assert outbox.waiting() == {"webhook": 20}
    assert leads.forget(lead(3).email) == 1
    assert outbox.retry() == 19
    assert Signer(records.engine, "a").is_signed("b", Signer(records.engine, "a").sign("b"))
    records.close()


@needed
def test_a_report_s_versions_take_their_steps_and_are_told_by_the_live_one(url: str) -> None:
    with Library(url) as library:
        for digest in ("d1", "d2"):
            library.replace(replace(REPORT, digest=digest), PASSAGES, QUANTITIES, LISTS, origin="/corpus/kites")
        library.draft(Reading(replace(REPORT, digest="d3"), PASSAGES, QUANTITIES, LISTS), by="Ann")
        stamps = {library.stamp()}
        for step, live in (("publish", "d3"), ("roll_back", "d2"), ("take_down", None), ("publish", "d2")):
            getattr(library, step)("kites")
            stamps.add(library.stamp())
            assert [version.digest for version in library.reports()] == ([live] if live else [])
            assert bool(library.telling("silken kites")) == bool(live)
            library.sweep()
        assert {version.digest: version.state for version in library.kept()} == {"d2": "live", "d3": "previous"}
        assert len(stamps) == 5 and library.events()[-1].at.tzinfo is not None

        def turn(number: int) -> None:
            library.roll_back("kites")
            assert len(library.reports()) == 1

        with ThreadPoolExecutor(4) as threads:
            list(threads.map(turn, range(20)))
        assert sorted(version.state for version in library.kept()) == ["live", "previous"]
