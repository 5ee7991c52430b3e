"""A session ends by itself, with sign-out, and with the key it was begun with."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.keys import Keys, Scope
from bot.records import Records
from bot.records_schema import SessionRow
from bot.sessions import LASTS, Sessions
from tests.bot.staff.turns import Clock


@pytest.fixture
def keys(timed: Records, clock: Clock) -> Keys:
    return Keys(timed.engine, clock)


@pytest.fixture
def sessions(timed: Records, clock: Clock) -> Sessions:
    return Sessions(timed.engine, "staff", clock)


def begun(keys: Keys, sessions: Sessions) -> str:
    session = sessions.begin(keys.create("Marit", "staff")[1])
    assert session is not None
    return session


def test_a_staff_key_begins_a_session_for_itself(keys: Keys, sessions: Sessions) -> None:
    key, token = keys.create("Marit", "staff", ("tidal-energy",))
    session = sessions.begin(f" {token}\n")
    assert session is not None
    found = sessions.key(session)
    assert found is not None
    assert (found.id, found.reports) == (key.id, ("tidal-energy",))


@pytest.mark.parametrize("scope", ["public", "licensed"])
def test_a_reader_s_key_begins_none_of_the_staff(keys: Keys, sessions: Sessions, timed: Records, scope: Scope) -> None:
    token = keys.create("reader", scope)[1]
    assert sessions.begin(token) is None
    assert Sessions(timed.engine, "chat").begin(token) is not None


def test_a_session_of_one_page_is_none_of_the_other(
    keys: Keys, sessions: Sessions, timed: Records, clock: Clock
) -> None:
    token, chat = keys.create("Marit", "staff")[1], Sessions(timed.engine, "chat", clock)
    at_chat, at_staff = chat.begin(token), sessions.begin(token)
    assert at_chat and at_staff and chat.key(at_chat)
    assert sessions.key(at_chat) is None
    assert chat.key(at_staff) is None


@pytest.mark.parametrize("sent", ["", "footnote_", "x" * 3000, "footnote_00000000_" + "0" * 56])
def test_nothing_else_begins_one(sessions: Sessions, sent: str) -> None:
    assert sessions.begin(sent) is None
    assert sessions.key(sent) is None


def test_it_ends_after_twelve_hours(keys: Keys, sessions: Sessions, clock: Clock) -> None:
    session = begun(keys, sessions)
    clock.now += LASTS - timedelta(seconds=1)
    assert sessions.key(session) is not None
    clock.now += timedelta(seconds=1)
    assert sessions.key(session) is None


def test_it_ends_with_its_key(keys: Keys, sessions: Sessions, clock: Clock) -> None:
    session = begun(keys, sessions)
    keys.revoke("Marit")
    assert sessions.key(session) is None
    brief = sessions.begin(keys.create("Brief", "staff", expires_at=clock.now + timedelta(hours=1))[1])
    assert brief is not None and sessions.key(brief) is not None
    clock.now += timedelta(hours=1)
    assert sessions.key(brief) is None


def test_signing_out_ends_one_and_no_other(keys: Keys, sessions: Sessions) -> None:
    token = keys.create("Marit", "staff")[1]
    first, second = sessions.begin(token), sessions.begin(token)
    assert first and second and first != second
    sessions.end(first)
    assert sessions.key(first) is None
    assert sessions.key(second) is not None


def test_what_the_browser_sends_is_not_kept_and_old_ones_are_forgotten(
    keys: Keys, sessions: Sessions, clock: Clock, timed: Records
) -> None:
    session = begun(keys, sessions)
    clock.now += LASTS
    later = sessions.begin(keys.create("Ola", "staff")[1])
    with Session(timed.engine) as database:
        kept = [row.digest for row in database.scalars(select(SessionRow))]
    assert len(kept) == 1
    assert later and not any(secret in digest for digest in kept for secret in (session, later))
