"""Deletes what is kept of people: of a conversation, of an address, of a time, or all of it."""

from datetime import datetime

from sqlalchemy import ColumnElement, func, select, text, true
from sqlalchemy.orm import Session

from bot.answer import Record
from bot.leads import Leads
from bot.records import Deleted, Records, delete_turns
from bot.records_schema import TurnRow

_AT_ONCE = 200
"""Turns deleted in one transaction: others write in between."""


class Erased(Record):
    """How much was deleted."""

    conversations: int = 0
    answers: int = 0
    thumbs: int = 0
    sources: int = 0
    leads: int = 0

    def __str__(self) -> str:
        return ", ".join(f"{number} {name}" for name, number in self.model_dump().items())

    def __bool__(self) -> bool:
        return any(self.model_dump().values())


class Eraser:
    """Over the records of a server. It may run beside others, of other processes too."""

    def __init__(self, records: Records, leads: Leads) -> None:
        self._records = records
        self._leads = leads

    def conversation(self, conversation: str) -> Erased:
        """Whoever's conversation of that id."""
        return self._turns(TurnRow.conversation == conversation)

    def before(self, moment: datetime) -> Erased:
        """What was asked, and the leads that were left, before then."""
        return self.asked_before(moment).model_copy(update={"leads": self.left_before(moment)})

    def asked_before(self, moment: datetime) -> Erased:
        """What was asked before then."""
        return self._turns(TurnRow.asked_at < moment)

    def left_before(self, moment: datetime) -> int:
        """The leads that were left before then."""
        return self._leads.delete_before(moment)

    def of(self, email: str) -> Erased:
        """The leads of an address, and the conversations that they came from."""
        erased = self._turns(TurnRow.conversation.in_(self._leads.conversations(email)))
        return erased.model_copy(update={"leads": self._leads.forget(email)})

    def everything(self, now: datetime) -> Erased:
        """All conversations and all leads."""
        return self._turns(true()).model_copy(update={"leads": self._leads.delete_before(now)})

    def _turns(self, which: ColumnElement[bool]) -> Erased:
        each = select(TurnRow.reader, TurnRow.conversation).where(which).distinct().subquery()
        with Session(self._records.engine) as session:
            conversations = session.scalar(select(func.count()).select_from(each)) or 0
        parts = list[Deleted]()
        while not parts or parts[-1].turns:
            with self._records.writing() as session:
                parts.append(delete_turns(session, which, _AT_ONCE))
        return Erased(
            conversations=conversations,
            answers=sum(part.turns for part in parts),
            thumbs=sum(part.thumbs for part in parts),
            sources=sum(part.sources for part in parts),
        )


def overwrite(records: Records) -> None:
    """Let nothing that was deleted stand in SQLite's write-ahead log any more, as far as nobody reads there now."""
    if records.engine.dialect.name == "sqlite":
        with records.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
