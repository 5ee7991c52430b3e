"""Who is signed in: a session is begun with a key, and ends with it.

Of a session only the hash is kept. Its token has 256 random bits, so one round of SHA-256 is enough.
"""

import secrets
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Literal

from sqlalchemy import Engine, delete, select
from sqlalchemy.orm import Session

from bot.keys import Key, Keys, Scope, key_of
from bot.records_schema import KeyRow, SessionRow
from ingest.layout import writing
from ingest.moments import now

LASTS = timedelta(hours=12)
"""How long somebody stays signed in at most."""


Page = Literal["chat", "staff"]
"""What one signs in to. A session of one page is none of the other."""

SCOPES: Mapping[Page, frozenset[Scope]] = {
    "chat": frozenset(["public", "licensed", "staff"]), "staff": frozenset(["staff"])
}  # fmt: skip
"""Whose keys begin a session."""


class Sessions:
    """The sessions of a page, in the database of the server's records."""

    def __init__(self, engine: Engine, page: Page, clock: Callable[[], datetime] = now) -> None:
        self._engine = engine
        self._page = page
        self._scopes = SCOPES[page]
        self._keys = Keys(engine, clock)
        self._clock = clock

    def begin(self, token: str) -> str | None:
        """A new session for whoever sends such a key that is in use, as what their browser is to send; else None."""
        key = self._keys.check(token.strip())
        if key is None or key.scope not in self._scopes:
            return None
        session, now = secrets.token_urlsafe(32), self._clock()
        row = SessionRow(digest=self._digest(session), key=key.id, created_at=now, expires_at=now + LASTS)
        with Session(writing(self._engine)) as database, database.begin():
            database.execute(delete(SessionRow).where(SessionRow.expires_at <= now))
            database.add(row)
        return session

    def key(self, session: str) -> Key | None:
        """The key that a session was begun with, as long as both last; else None."""
        now = self._clock()
        found = select(KeyRow).join(SessionRow, SessionRow.key == KeyRow.id)
        with Session(self._engine) as database:
            row = database.scalar(found.where(SessionRow.digest == self._digest(session), SessionRow.expires_at > now))
            key = key_of(row) if row else None
        return key if key and key.scope in self._scopes and key.is_valid(now) else None

    def end(self, session: str) -> None:
        """Sign out."""
        with Session(writing(self._engine)) as database, database.begin():
            database.execute(delete(SessionRow).where(SessionRow.digest == self._digest(session)))

    def _digest(self, session: str) -> str:
        return sha256(f"{self._page} {session}".encode(errors="surrogateescape")).hexdigest()
