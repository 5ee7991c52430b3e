"""Keys: what lets somebody ask from elsewhere, and says what they may read.

Of a key only its hash is kept. It has 192 random bits, so one round of SHA-256 is enough: there is nothing to guess.
"""

import hmac
import re
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Literal
from zlib import crc32

from sqlalchemy import Engine, select, update
from sqlalchemy.orm import Session

from bot.answer import Record
from bot.reader import Reader
from bot.records_schema import KeyRow
from ingest.errors import FootnoteError
from ingest.layout import writing
from ingest.moments import in_utc, now

Scope = Literal["public", "licensed", "staff"]
"""What a key may read: public reports; licensed ones too; and, for staff, what is kept of the server's work."""

PATTERN = re.compile(r"footnote_(?P<id>[0-9a-f]{8})_(?P<secret>[0-9a-f]{48})(?P<check>[0-9a-f]{8})")
"""How a key looks, for scanners of leaked secrets; ``check`` is the CRC-32 of all that is before it."""

_USED_EVERY = timedelta(minutes=1)
"""How exactly it is kept when a key was last used."""


class NoSuchKey(FootnoteError):  # noqa: N818 - named for what happened
    """No key that is in use has that name or id."""


class NameTaken(FootnoteError):  # noqa: N818 - named for what happened
    """A key in use has the name already."""


class Key(Record):
    """A key without its secret. ``reports`` are the only ones it may read, None for all of its scope.

    ``quoted_per_day`` are the characters of licensed text that it is quoted a day (UTC) in place of the server's own
    setting, 0 for any number.
    """

    id: str
    name: str
    scope: Scope
    reports: tuple[str, ...] | None
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None
    used_at: datetime | None
    quoted_per_day: int | None = None

    def is_valid(self, now: datetime) -> bool:
        """Whether it opens anything at that time."""
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)

    @property
    def reader(self) -> Reader:
        """Who shows it."""
        return Reader(
            name=self.id,
            licensed=self.scope != "public",
            reports=None if self.reports is None else frozenset(self.reports),
            staff=self.scope == "staff",
            quoted_per_day=self.quoted_per_day,
        )


class Keys:
    """The keys of a server, in the database of its records."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime] = now) -> None:
        self._engine = engine
        self._clock = clock

    def create(
        self,
        name: str,
        scope: Scope,
        reports: tuple[str, ...] | None = None,
        expires_at: datetime | None = None,
        quoted_per_day: int | None = None,
    ) -> tuple[Key, str]:
        """A new key and what is to be sent as it, which is nowhere kept. Raises NameTaken."""
        now, token = self._clock(), new_token()
        row = KeyRow(
            id=_id_of(token), name=name, digest=_digest(token), scope=scope,
            reports=None if reports is None else list(reports), created_at=now, expires_at=expires_at,
            quoted_per_day=quoted_per_day,
        )  # fmt: skip
        with Session(writing(self._engine)) as session, session.begin():
            if any(key.name == name and key.is_valid(now) for key in self.all()):
                raise NameTaken(f"There is a key named {name!r}. Revoke it first, or choose another name.")
            session.add(row)
            session.flush()
            return key_of(row), token

    def all(self) -> list[Key]:
        """Every key there was, oldest first."""
        with Session(self._engine) as session:
            return [key_of(row) for row in session.scalars(select(KeyRow).order_by(KeyRow.created_at, KeyRow.id))]

    def any_valid(self) -> bool:
        """Whether there is a key that opens anything."""
        return any(key.is_valid(self._clock()) for key in self.all())

    def revoke(self, named: str) -> list[Key]:
        """Make the keys in use of that id or name worthless from now on; which they were. Raises NoSuchKey."""
        now = self._clock()
        found = [key for key in self.all() if named in (key.id, key.name) and key.is_valid(now)]
        if not found:
            raise NoSuchKey(f"No key in use is named {named!r}. See python -m bot keys list.")
        with Session(writing(self._engine)) as session, session.begin():
            ids = [key.id for key in found]
            session.execute(update(KeyRow).where(KeyRow.id.in_(ids)).values(revoked_at=now))
        return found

    def check(self, token: str) -> Key | None:
        """The valid key that was sent, noted as used; None for any other text."""
        if not is_key(token):
            return None
        now = self._clock()
        with Session(self._engine) as session:
            row = session.get(KeyRow, _id_of(token))
            if row is None or not hmac.compare_digest(row.digest, _digest(token)):
                return None
            key = key_of(row)
        if not key.is_valid(now):
            return None
        if key.used_at is None or now - key.used_at >= _USED_EVERY:
            key = key.model_copy(update={"used_at": now})
            with Session(writing(self._engine)) as session, session.begin():
                session.execute(update(KeyRow).where(KeyRow.id == key.id).values(used_at=now))
        return key


def new_token() -> str:
    """A key as it is sent, random."""
    begun = f"footnote_{secrets.token_hex(4)}_{secrets.token_hex(24)}"
    return f"{begun}{_check(begun)}"


def is_key(text: str) -> bool:
    """Whether a text is written as keys are, its check included."""
    match = PATTERN.fullmatch(text)
    return match is not None and match["check"] == _check(text[: -len(match["check"])])


def _check(text: str) -> str:
    return f"{crc32(text.encode()):08x}"


def _id_of(token: str) -> str:
    return token.split("_")[1]


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def key_of(row: KeyRow) -> Key:
    """A key as it is kept."""
    return Key(
        id=row.id, name=row.name, scope=_scope(row.scope), reports=None if row.reports is None else tuple(row.reports),
        created_at=in_utc(row.created_at), expires_at=row.expires_at and in_utc(row.expires_at),
        revoked_at=row.revoked_at and in_utc(row.revoked_at), used_at=row.used_at and in_utc(row.used_at),
        quoted_per_day=row.quoted_per_day,
    )  # fmt: skip


def _scope(text: str) -> Scope:
    return "staff" if text == "staff" else "licensed" if text == "licensed" else "public"
