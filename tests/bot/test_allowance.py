"""What licensed text a reader is quoted a day is counted once, and is not more than that."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.allowance import Allowance
from bot.portions import Portion
from bot.reader import ANYBODY, Reader
from bot.records import Records
from bot.used_up import QuotesUsedUp
from tests.bot.test_portions import Closed

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
KEY = Reader(name="k1", licensed=True)
SITE = Reader(name="site_0", site="site_0", licensed=True)


def sentence(number: int, characters: int = 100) -> Portion:
    return Portion(address="silk:p0", text=f"{number:0{characters}}")


def allowance(records: Records, per_day: int = 250, now: datetime = NOON) -> Allowance:
    return Allowance(records, per_day, lambda: now)


def quoted(given: Allowance, reader: Reader, visitor: str, numbers: Iterator[int] | range) -> int:
    """Characters that were told."""
    told = 0
    for number in numbers:
        try:
            given.charge([sentence(number)], Closed(), reader, visitor)
            told += 100
        except QuotesUsedUp:
            pass
    return told


def test_no_more_is_quoted_and_a_restart_changes_nothing(records: Records) -> None:
    assert quoted(allowance(records), KEY, "", range(9)) == 200
    assert quoted(allowance(records), KEY, "", range(20, 29)) == 0
    assert quoted(allowance(records, now=NOON + timedelta(days=1)), KEY, "", range(9)) == 200


def test_what_was_quoted_today_is_quoted_again_for_nothing(records: Records) -> None:
    given = allowance(records)
    assert quoted(given, KEY, "", range(2)) == 200
    given.charge([sentence(0), sentence(1), sentence(0)], Closed(), KEY, "")
    given.charge([sentence(2, characters=50)], Closed(), KEY, "")
    assert quoted(given, KEY, "", range(3, 5)) == 0


def test_what_is_too_much_together_is_not_quoted_in_part(records: Records) -> None:
    given = allowance(records)
    with pytest.raises(QuotesUsedUp, match="At most 250 characters"):
        given.charge([sentence(0), sentence(1), sentence(2)], Closed(), KEY, "")
    assert quoted(given, KEY, "", range(10, 13)) == 200


def test_each_key_and_each_visitor_has_their_own_on_whatever_site(records: Records) -> None:
    given = allowance(records)
    assert quoted(given, KEY, "", range(9)) == 200
    assert quoted(given, SITE, "ann", range(9)) == 200
    assert quoted(given, SITE, "ben", range(9)) == 200
    other = SITE.model_copy(update={"name": "site_1", "site": "site_1"})
    assert quoted(given, other, "ann", range(20, 29)) == 0


@pytest.mark.parametrize(
    ("reader", "visitor"),
    [
        (ANYBODY, "ann"),  # who is quoted nothing licensed
        (Reader(name="k2", licensed=True, staff=True), ""),
        (Reader(licensed=True), ""),  # the owner, in a terminal or on their own machine
        (Reader(name="k3", licensed=True, quoted_per_day=0), ""),
    ],
)
def test_some_are_not_counted(records: Records, reader: Reader, visitor: str) -> None:
    assert quoted(allowance(records), reader, visitor, range(9)) == 900


def test_a_key_may_have_an_allowance_of_its_own(records: Records) -> None:
    wide = Reader(name="k2", licensed=True, quoted_per_day=500)
    assert quoted(allowance(records), wide, "", range(9)) == 500
    assert quoted(allowance(records, 0), KEY, "", range(9)) == 900


def test_many_at_once_get_no_more(records: Records) -> None:
    given = allowance(records, 1000)
    with ThreadPoolExecutor(8) as threads:
        told = threads.map(lambda n: quoted(given, KEY, "", range(10 * n, 10 * n + 5)), range(8))
        assert sum(told) == 1000


def test_days_before_are_forgotten(records: Records) -> None:
    quoted(allowance(records), KEY, "", range(2))
    assert allowance(records).forget() == 0
    assert allowance(records, now=NOON + timedelta(days=1)).forget() == 2


def test_no_text_is_kept(records: Records, tmp_path: Path) -> None:
    allowance(records).charge([Portion(address="silk:p0", text="Weavers lead.")], Closed(), KEY, "")
    records.engine.dispose()
    assert b"Weavers" not in b"".join(each.read_bytes() for each in tmp_path.rglob("*.sqlite*"))
