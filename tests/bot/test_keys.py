"""Keys: made once, kept as a hash, and worth nothing once revoked or expired."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.keys import PATTERN, Keys, NameTaken, NoSuchKey, Scope, is_key, new_token
from bot.reader import Reader
from bot.records import Records
from tests.bot.fakes import FIGURE

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Clock:
    """A clock that is set."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def keys(records: Records, clock: Clock) -> Iterator[Keys]:
    yield Keys(records.engine, clock)


def test_a_key_opens_and_only_that_one(keys: Keys) -> None:
    key, token = keys.create("shop", "public")
    assert keys.check(token) == key.model_copy(update={"used_at": NOON})
    assert keys.check(new_token()) is None
    other = token.replace(token[20], "0" if token[20] != "0" else "1")
    assert keys.check(other) is None


def test_neither_the_key_nor_its_secret_is_kept(keys: Keys, tmp_path: Path) -> None:
    _, token = keys.create("shop", "public")
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    match = PATTERN.fullmatch(token)
    assert match and match["id"].encode() in kept
    assert match["secret"].encode() not in kept


@pytest.mark.parametrize(
    ("scope", "reports", "reader"),
    [
        ("public", None, Reader()),
        ("licensed", None, Reader(licensed=True)),
        ("licensed", ("kites",), Reader(licensed=True, reports=frozenset(["kites"]))),
        ("public", (), Reader(reports=frozenset())),
        ("staff", None, Reader(licensed=True, staff=True)),
    ],
)
def test_a_scope_says_what_is_read(keys: Keys, scope: Scope, reports: tuple[str, ...] | None, reader: Reader) -> None:
    key, _ = keys.create("shop", scope, reports)
    assert key.reader == reader.model_copy(update={"name": key.id})


def test_a_revoked_key_opens_nothing(keys: Keys) -> None:
    key, token = keys.create("shop", "public")
    keys.create("other", "public")
    assert [revoked.id for revoked in keys.revoke("shop")] == [key.id]
    assert keys.check(token) is None
    assert {each.name: each.revoked_at for each in keys.all()} == {"shop": NOON, "other": None}
    with pytest.raises(NoSuchKey):
        keys.revoke("shop")
    assert keys.create("shop", "public")[0].id != key.id  # the name is free again


def test_a_key_opens_until_it_expires(keys: Keys, clock: Clock) -> None:
    _, token = keys.create("shop", "public", expires_at=NOON + timedelta(hours=1))
    clock.now += timedelta(minutes=59, seconds=59)
    assert keys.check(token) is not None and keys.any_valid()
    clock.now += timedelta(seconds=1)
    assert keys.check(token) is None and not keys.any_valid()


def test_when_a_key_was_last_used_is_kept_to_the_minute(keys: Keys, clock: Clock) -> None:
    _, token = keys.create("shop", "public")
    assert keys.all()[0].used_at is None
    keys.check(token)
    clock.now += timedelta(seconds=30)
    keys.check(token)
    assert keys.all()[0].used_at == NOON
    clock.now += timedelta(seconds=31)
    keys.check(token)
    assert keys.all()[0].used_at == clock.now


def test_two_keys_in_use_have_two_names(keys: Keys) -> None:
    keys.create("shop", "public")
    with pytest.raises(NameTaken):
        keys.create("shop", "licensed")


def test_keys_outlive_the_process(keys: Keys, tmp_path: Path) -> None:
    key, token = keys.create("shop", "licensed", ("kites",))
    again = Records(f"sqlite:///{tmp_path / 'records.sqlite'}")
    found = Keys(again.engine).check(token)
    again.close()
    assert found is not None and (found.id, found.reports) == (key.id, ("kites",))


@pytest.mark.parametrize(
    "text", ["", "sk-123", "footnote_", "footnote_0123abcd_xyz", "footnote_" + "0" * 8 + "_" + "0" * 56]
)
def test_what_is_no_key_is_told_without_looking(text: str) -> None:
    assert not is_key(text)


def test_every_key_is_another() -> None:
    tokens = {new_token() for _ in range(200)}
    assert len(tokens) == 200 and all(map(is_key, tokens))


def test_a_key_is_checked_by_many_while_others_write(records: Records) -> None:
    """Reading first and writing later in one transaction, SQLite would refuse what others wrote in between."""
    keys = [Keys(records.engine).create(f"k{number}", "public")[1] for number in range(20)]

    def work(number: int) -> bool:
        records.keep("How big?", FIGURE.model_copy(update={"id": f"a{number}"}))
        return Keys(records.engine).check(keys[number % 20]) is not None

    with ThreadPoolExecutor(16) as threads:
        assert all(threads.map(work, range(200)))
