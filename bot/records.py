"""What is kept of conversations: each question with its answer, readers' thumbs, and what a language model took."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import (
    BigInteger,
    Connection,
    DateTime,
    Engine,
    Float,
    ForeignKey,
    String,
    Text,
    delete,
    false,
    func,
    select,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from bot.answer import Answer, Record
from ingest.database import connect
from ingest.errors import Misconfigured

Thumb = Literal["up", "down"]


class Turn(Record):
    """A question and the answer it got."""

    question: str
    report: str | None
    answer: Answer
    asked_at: datetime


class Feedback(Record):
    """A reader's thumb on an answer."""

    answer: str
    thumb: Thumb
    comment: str | None
    given_at: datetime


class ModelUse(Record):
    """One call of a language model for an answer: tokens, cost in millionths of a US dollar, and seconds.

    ``outcome`` is "answered", or why there was no reply; the tokens of a call that was given up are estimated.
    """

    answer: str
    model: str
    tokens_in: int
    tokens_out: int
    millionths: int
    seconds: float
    outcome: str


class _Base(DeclarativeBase):
    pass


class _Turn(_Base):
    __tablename__ = "turns"
    number: Mapped[int] = mapped_column(primary_key=True)
    answer: Mapped[str] = mapped_column(String(64), unique=True)
    reader: Mapped[str] = mapped_column(String(64), default="", server_default="")
    conversation: Mapped[str] = mapped_column(String(64), index=True)
    report: Mapped[str | None] = mapped_column(String(200))
    question: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class _Feedback(_Base):
    __tablename__ = "feedback"
    answer: Mapped[str] = mapped_column(ForeignKey("turns.answer", ondelete="CASCADE"), primary_key=True)
    thumb: Mapped[str] = mapped_column(String(4))
    comment: Mapped[str | None] = mapped_column(Text)
    given_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class _ModelUse(_Base):
    __tablename__ = "model_uses"
    number: Mapped[int] = mapped_column(primary_key=True)
    answer: Mapped[str] = mapped_column(String(64), index=True)
    model: Mapped[str] = mapped_column(String(200))
    tokens_in: Mapped[int] = mapped_column(BigInteger)
    tokens_out: Mapped[int] = mapped_column(BigInteger)
    millionths: Mapped[int] = mapped_column(BigInteger)
    seconds: Mapped[float] = mapped_column(Float)
    outcome: Mapped[str] = mapped_column(String(40))
    used_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)


def _now() -> datetime:
    return datetime.now(UTC)


class Records:
    """Conversations and feedback in a SQL database, SQLite or any other SQLAlchemy URL."""

    def __init__(self, url: str, clock: Callable[[], datetime] = _now) -> None:
        self._engine = _open(url)
        self._clock = clock

    def keep(self, question: str, answer: Answer, report: str | None = None, reader: str = "") -> None:
        """Append a turn to the answer's conversation, which is ``reader``'s own (empty: anybody's)."""
        turn = _Turn(
            reader=reader,
            answer=answer.id,
            conversation=answer.conversation,
            report=report,
            question=question,
            body=answer.model_dump_json(),
            asked_at=self._clock(),
        )
        with Session(self._engine) as session, session.begin():
            session.add(turn)

    def turns(self, conversation: str, limit: int = 20, reader: str = "") -> list[Turn]:
        """The latest turns of a reader's conversation, oldest first; empty for one that is not known."""
        own = (_Turn.conversation == conversation) & (_Turn.reader == reader)
        newest = select(_Turn).where(own).order_by(_Turn.number.desc()).limit(limit)
        with Session(self._engine) as session:
            return [_turn(row) for row in reversed(session.scalars(newest).all())]

    def rate(self, answer: str, thumb: Thumb, comment: str | None = None) -> bool:
        """Keep a reader's thumb in place of an earlier one; False when there is no such answer."""
        with Session(self._engine) as session, session.begin():
            if session.scalar(select(func.count()).where(_Turn.answer == answer)) == 0:
                return False
            session.execute(delete(_Feedback).where(_Feedback.answer == answer))
            session.add(_Feedback(answer=answer, thumb=thumb, comment=comment, given_at=self._clock()))
        return True

    def feedback(self, answer: str) -> Feedback | None:
        """The thumb an answer got."""
        with Session(self._engine) as session:
            row = session.get(_Feedback, answer)
            return _feedback(row) if row else None

    def keep_use(self, use: ModelUse) -> None:
        """Append what one call of a language model took."""
        with Session(self._engine) as session, session.begin():
            session.add(_ModelUse(**use.model_dump(), used_at=self._clock()))

    def uses(self, answer: str) -> list[ModelUse]:
        """What a language model took for an answer, call by call."""
        made = select(_ModelUse).where(_ModelUse.answer == answer).order_by(_ModelUse.number)
        with Session(self._engine) as session:
            return [_use(row) for row in session.scalars(made)]

    def used_today(self) -> tuple[int, int]:
        """The tokens and the millionths of a US dollar that language models took since midnight, UTC."""
        midnight = self._clock().astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        sums = (func.sum(_ModelUse.tokens_in + _ModelUse.tokens_out), func.sum(_ModelUse.millionths))
        with Session(self._engine) as session:
            tokens, millionths = session.execute(select(*sums).where(_ModelUse.used_at >= midnight)).one()
        return int(tokens or 0), int(millionths or 0)

    def probe(self) -> None:
        """Begin to write, and leave it. Raises DBAPIError where nothing can be written within a second."""
        with self._engine.connect() as connection, _impatient(connection):
            connection.execute(delete(_Feedback).where(false()))  # takes the lock that writing takes
            connection.rollback()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


@contextmanager
def _impatient(connection: Connection) -> Iterator[None]:
    """Lets SQLite wait a second for another's write, and not its usual time."""
    if connection.dialect.name != "sqlite":
        yield
        return
    usual = connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one()
    connection.exec_driver_sql("PRAGMA busy_timeout=1000")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout={usual}")


def _open(url: str) -> Engine:
    try:
        engine = connect(url)
        _Base.metadata.create_all(engine)
    except (Misconfigured, DBAPIError) as error:
        raise Misconfigured("The records of conversations cannot be opened. Check BOT_RECORDS_URL.") from error
    return engine


def _feedback(row: _Feedback) -> Feedback:
    fields = {"answer": row.answer, "thumb": row.thumb, "comment": row.comment, "given_at": row.given_at}
    return Feedback.model_validate(fields)


def _turn(row: _Turn) -> Turn:
    answer = Answer.model_validate_json(row.body)
    return Turn(question=row.question, report=row.report, answer=answer, asked_at=row.asked_at)


def _use(row: _ModelUse) -> ModelUse:
    return ModelUse.model_validate({name: getattr(row, name) for name in ModelUse.model_fields})
