"""Signs what a client is given to send back, with a secret that all servers of the same records share."""

import hmac
import secrets
from functools import cached_property
from hashlib import sha256

from sqlalchemy import Engine, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Session

from bot.records_schema import SecretRow
from ingest.layout import writing


class Signer:
    """Signs texts for one purpose, ``name``; its secret is made when something is signed or checked first."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name

    def sign(self, text: str) -> str:
        """The signature of a text: 64 hexadecimal digits."""
        return hmac.new(self._secret, text.encode(), sha256).hexdigest()

    def is_signed(self, text: str, signature: str) -> bool:
        """Whether a signature is that of the text."""
        return hmac.compare_digest(self.sign(text).encode(), signature.encode())

    @cached_property
    def _secret(self) -> bytes:
        insert = sqlite_insert if self._engine.dialect.name == "sqlite" else postgresql_insert
        made = insert(SecretRow).values(name=self._name, value=secrets.token_hex(32)).on_conflict_do_nothing()
        with Session(writing(self._engine)) as session, session.begin():
            session.execute(made)
            value = session.scalars(select(SecretRow.value).where(SecretRow.name == self._name)).one()
        return bytes.fromhex(value)
