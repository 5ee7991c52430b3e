"""Visitors of a day are told apart, and nobody is found later."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.records import Records
from bot.records_schema import SaltRow
from bot.visitors import Visitors

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Day:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Day:
    return Day()


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Records, Records]]:
    """Two processes over one database."""
    url = f"sqlite:///{tmp_path / 'shared.sqlite'}"
    both = Records(url), Records(url)
    yield both
    for each in both:
        each.close()


def salts(records: Records) -> list[str]:
    with Session(records.engine) as session:
        return list(session.scalars(select(SaltRow.salt)))


def test_an_address_has_one_hash_all_day_in_every_process(two: tuple[Records, Records], clock: Day) -> None:
    here, there = (Visitors(records, clock) for records in two)
    first = here.hash_of("203.0.113.7")
    assert there.hash_of("203.0.113.7") == first != there.hash_of("203.0.113.8")
    assert len(first) == 32 and "203" not in first.replace("0", "")
    clock.now += timedelta(hours=11)
    assert Visitors(two[0], clock).hash_of("203.0.113.7") == first


def test_processes_that_begin_a_day_at_once_have_one_salt(two: tuple[Records, Records], clock: Day) -> None:
    with ThreadPoolExecutor(16) as threads:
        found = set(threads.map(lambda n: Visitors(two[n % 2], clock).hash_of("2001:db8::/64"), range(32)))
    assert len(found) == 1
    assert len(salts(two[0])) == 1


def test_the_next_day_has_nothing_in_common_and_the_salt_is_gone(
    two: tuple[Records, Records], clock: Day, tmp_path: Path
) -> None:
    visitors = Visitors(two[0], clock)
    before, salt = visitors.hash_of("203.0.113.7"), salts(two[0])[0]
    clock.now += timedelta(days=1)
    assert not visitors.is_ready
    assert visitors.hash_of("203.0.113.7") != before
    assert salt not in salts(two[0])
    two[0].engine.dispose()
    two[1].engine.dispose()
    files = b"".join(each.read_bytes() for each in tmp_path.glob("shared.sqlite*"))
    assert salt.encode() not in files


def test_a_quiet_night_leaves_no_salt(two: tuple[Records, Records], clock: Day) -> None:
    visitors = Visitors(two[0], clock)
    visitors.hash_of("203.0.113.7")
    assert visitors.forget() == 0
    clock.now += timedelta(days=1)
    assert visitors.forget() == 1
    assert salts(two[0]) == []
