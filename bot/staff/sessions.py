"""Who of the staff is signed in: a session is begun with a staff key, and ends with it.

Of a session only the hash is kept. Its token has 256 random bits, so one round of SHA-256 is enough.
"""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import Engine, delete, select
from sqlalchemy.orm import Session

from bot.keys import Key, Keys, key_of
from bot.records_schema import KeyRow, SessionRow
from ingest.layout import writing
from ingest.moments import now

LASTS = timedelta(hours=12)
"""How long somebody stays signed in at most."""


class Sessions:
    """The sessions of a server's staff, in the database of its records."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime] = now) -> None:
        self._engine = engine
        self._keys = Keys(engine, clock)
        self._clock = clock

    def begin(self, token: str) -> str | None:
        """A new session for whoever sends a staff key that is in use, as what their browser is to send; else None."""
        key = self._keys.check(token.strip())
        if key is None or key.scope != "staff":
            return None
        session, now = secrets.token_urlsafe(32), self._clock()
        row = SessionRow(digest=_digest(session), key=key.id, created_at=now, expires_at=now + LASTS)
        with Session(writing(self._engine)) as database, database.begin():
            database.execute(delete(SessionRow).where(SessionRow.expires_at <= now))
            database.add(row)
        return session

    def key(self, session: str) -> Key | None:
        """The key that a session was begun with, as long as both last; else None."""
        now = self._clock()
        found = select(KeyRow).join(SessionRow, SessionRow.key == KeyRow.id)
        with Session(self._engine) as database:
            row = database.scalar(found.where(SessionRow.digest == _digest(session), SessionRow.expires_at > now))
            key = key_of(row) if row else None
        return key if key and key.scope == "staff" and key.is_valid(now) else None

    def end(self, session: str) -> None:
        """Sign out."""
        with Session(writing(self._engine)) as database, database.begin():
            database.execute(delete(SessionRow).where(SessionRow.digest == _digest(session)))


def _digest(session: str) -> str:
    return sha256(session.encode(errors="surrogateescape")).hexdigest()
