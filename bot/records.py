"""What is kept of conversations: each question with its answer and what that was given from, readers' thumbs, and what
a language model took."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from sqlite3 import Connection as SqliteConnection
from threading import Lock
from typing import Literal

from sqlalchemy import ColumnElement, Connection, Engine, delete, event, exists, false, func, insert, select, update
from sqlalchemy.dialects.postgresql import Insert as PostgresqlInsert
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import Insert as SqliteInsert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.answer import Answer, Record
from bot.provenance import NOTHING, Piece, Provenance, joined, pieces_of
from bot.records_schema import LAYOUT, Base, CitedRow, FeedbackRow, ModelUseRow, RejectionRow, SourceRow, TurnRow
from bot.verify import Rejection
from ingest.database import connect
from ingest.errors import Misconfigured, OtherLayout
from ingest.layout import lay_out, writing
from ingest.moments import in_utc, now

Thumb = Literal["up", "down"]
Insert = SqliteInsert | PostgresqlInsert


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


class Deleted(Record):
    """How much was deleted: turns, their thumbs, and sources that nothing else needed."""

    turns: int = 0
    thumbs: int = 0
    sources: int = 0


class Kept(Turn):
    """A turn with who asked, empty for anybody, and what its answer was given from: empty where an earlier release
    kept it."""

    reader: str
    provenance: Provenance

    @property
    def reports(self) -> frozenset[str]:
        """Ids of the reports that the answer cites."""
        return frozenset(citation.report for citation in self.answer.citations)


class Records:
    """Conversations and feedback in a SQL database, SQLite or any other SQLAlchemy URL."""

    def __init__(self, url: str, clock: Callable[[], datetime] = now) -> None:
        self._engine = _open(url)
        # in turns: SQLite has those who wait sleep, and of 40 writers at once p95 took 2.1 s so, and 0.5 s in turns
        self._turn = Lock() if self._engine.dialect.name == "sqlite" else nullcontext()
        self._clock = clock

    def keep(
        self,
        question: str,
        answer: Answer,
        report: str | None = None,
        reader: str = "",
        provenance: Provenance = NOTHING,
        rejections: Sequence[Rejection] = (),
        site: str = "",
        visitor: str = "",
    ) -> None:
        """Append a turn to the answer's conversation, which is ``reader``'s own (empty: anybody's).

        ``rejections`` are what verification took out of the answer, ``site`` is the id of the site it was asked on,
        ``visitor`` the hash of who asked there.
        """
        turn = TurnRow(
            reader=reader,
            answer=answer.id,
            conversation=answer.conversation,
            report=report,
            question=question,
            body=answer.model_dump_json(),
            asked_at=self._clock(),
            site=site,
            visitor=visitor,
            status=answer.status,
            reason=answer.reason or "",
            about=about(answer, report) or "",
        )
        pieces = pieces_of(provenance)
        with self.writing() as session:
            session.add(turn)
            session.flush()
            _cite(session, answer.id, pieces)
            session.add_all(
                RejectionRow(answer=answer.id, why=each.why, text=each.sentence, rejected_at=turn.asked_at)
                for each in rejections
            )

    def turns(self, conversation: str, limit: int | None = 20, reader: str = "") -> list[Turn]:
        """The latest turns of a reader's conversation, oldest first; empty for one that is not known."""
        newest = select(TurnRow).where(_own(conversation, reader)).order_by(TurnRow.number.desc()).limit(limit)
        with Session(self._engine) as session:
            return [_turn(row) for row in reversed(session.scalars(newest).all())]

    def has(self, conversation: str, reader: str = "") -> bool:
        """Whether anything is kept of a reader's conversation."""
        with Session(self._engine) as session:
            return session.scalar(select(exists().where(_own(conversation, reader)))) is True

    def answer(self, answer: str) -> Kept | None:
        """A kept answer by its id; None when there is none."""
        cited = select(SourceRow).join(CitedRow, CitedRow.digest == SourceRow.digest)
        with Session(self._engine) as session:
            row = session.scalar(select(TurnRow).where(TurnRow.answer == answer))
            if row is None:
                return None
            sources = session.scalars(cited.where(CitedRow.answer == answer).order_by(CitedRow.place))
            provenance = joined(Piece.model_validate(source, from_attributes=True) for source in sources)
            return Kept(**dict(_turn(row)), reader=row.reader, provenance=provenance)

    def forget(self, conversation: str, reader: str = "") -> bool:
        """Delete a reader's conversation with its thumbs, and the sources that no other answer was given from; whether
        there was one."""
        with self.writing() as session:
            return delete_turns(session, _own(conversation, reader)).turns > 0

    def rate(self, answer: str, thumb: Thumb, comment: str | None = None) -> bool:
        """Keep a reader's thumb in place of an earlier one; False when there is no such answer."""
        with self.writing() as session:
            if session.scalar(select(func.count()).where(TurnRow.answer == answer)) == 0:
                return False
            session.execute(delete(FeedbackRow).where(FeedbackRow.answer == answer))
            session.add(FeedbackRow(answer=answer, thumb=thumb, comment=comment, given_at=self._clock()))
        return True

    def feedback(self, answer: str) -> Feedback | None:
        """The thumb an answer got."""
        with Session(self._engine) as session:
            row = session.get(FeedbackRow, answer)
            return _feedback(row) if row else None

    def keep_use(self, use: ModelUse) -> None:
        """Append what one call of a language model took."""
        with self.writing() as session:
            session.add(ModelUseRow(**use.model_dump(), used_at=self._clock()))

    def uses(self, answer: str) -> list[ModelUse]:
        """What a language model took for an answer, call by call."""
        made = select(ModelUseRow).where(ModelUseRow.answer == answer).order_by(ModelUseRow.number)
        with Session(self._engine) as session:
            return [_use(row) for row in session.scalars(made)]

    def used_today(self) -> tuple[int, int]:
        """The tokens and the millionths of a US dollar that language models took since midnight, UTC."""
        midnight = self._clock().astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        sums = (func.sum(ModelUseRow.tokens_in + ModelUseRow.tokens_out), func.sum(ModelUseRow.millionths))
        with Session(self._engine) as session:
            tokens, millionths = session.execute(select(*sums).where(ModelUseRow.used_at >= midnight)).one()
        return int(tokens or 0), int(millionths or 0)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that writes, in turn with the others of this process; its changes are made at its end."""
        with self._turn, Session(writing(self._engine)) as session, session.begin():
            yield session

    def insert(self, table: type[Base]) -> Insert:
        """An insert into a table of the records that can say what is to be done where a row is there already."""
        return _insert(self._engine, table)

    @property
    def engine(self) -> Engine:
        """The database, for what is kept beside the records."""
        return self._engine

    def probe(self) -> None:
        """Begin to write, and leave it. Raises DBAPIError where nothing can be written within a second."""
        with self._engine.connect() as connection, _impatient(connection):
            connection.execute(delete(FeedbackRow).where(false()))  # takes the lock that writing takes
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
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _overwrite)
        lay_out(engine, LAYOUT)
    except OtherLayout:
        raise
    except (Misconfigured, DBAPIError) as error:
        raise Misconfigured("The records of conversations cannot be opened. Check BOT_RECORDS_URL.") from error
    return engine


def _overwrite(connection: SqliteConnection, record: object) -> None:
    """What is deleted is overwritten in the file: not every SQLite is built so."""
    connection.execute("PRAGMA secure_delete=ON")


def about(answer: Answer, report: str | None) -> str | None:
    """The only report that was asked or is cited; None where there are several, or none."""
    reports = {citation.report for citation in answer.citations} | ({report} if report else set())
    return reports.pop() if len(reports) == 1 else None


def _own(conversation: str, reader: str) -> ColumnElement[bool]:
    return (TurnRow.conversation == conversation) & (TurnRow.reader == reader)


def _cite(session: Session, answer: str, pieces: Sequence[Piece]) -> None:
    """Note what an answer was given from, and keep what no answer before it was."""
    wanted = select(SourceRow.digest).where(SourceRow.digest.in_([piece.digest for piece in pieces]))
    # PostgreSQL then lets nobody delete them before this ends; SQLite has one writer at a time
    known = set(session.scalars(wanted.with_for_update(read=True, key_share=True)))
    if missing := [piece.model_dump() for piece in pieces if piece.digest not in known]:
        session.execute(_insert(session.get_bind(), SourceRow).on_conflict_do_nothing(), missing)
    cited = [{"answer": answer, "place": place, "digest": piece.digest} for place, piece in enumerate(pieces)]
    if cited:
        session.execute(insert(CitedRow), cited)


def _insert(bind: Engine | Connection, table: type[Base]) -> Insert:
    return sqlite_insert(table) if bind.dialect.name == "sqlite" else postgresql_insert(table)


def delete_turns(session: Session, which: ColumnElement[bool], most: int | None = None) -> Deleted:
    """Delete turns, up to ``most`` of them, with their thumbs and the sources that no other answer was given from. What
    a language model took for them stays, and tells no more for which answer."""
    answers = session.scalars(select(TurnRow.answer).where(which).limit(most)).all()
    own = CitedRow.answer.in_(answers)
    digests = set(session.scalars(select(CitedRow.digest).where(own)))
    thumbs = session.scalar(select(func.count()).where(FeedbackRow.answer.in_(answers))) or 0
    session.execute(delete(TurnRow).where(TurnRow.answer.in_(answers)))
    session.execute(update(ModelUseRow).where(ModelUseRow.answer.in_(answers)).values(answer=""))
    needed = exists().where(CitedRow.digest == SourceRow.digest)
    unneeded = delete(SourceRow).where(SourceRow.digest.in_(digests) & ~needed).returning(SourceRow.digest)
    sources = len(session.scalars(unneeded).all())
    return Deleted(turns=len(answers), thumbs=thumbs, sources=sources)


def _feedback(row: FeedbackRow) -> Feedback:
    fields = {"answer": row.answer, "thumb": row.thumb, "comment": row.comment, "given_at": in_utc(row.given_at)}
    return Feedback.model_validate(fields)


def _turn(row: TurnRow) -> Turn:
    answer = Answer.model_validate_json(row.body)
    return Turn(question=row.question, report=row.report, answer=answer, asked_at=in_utc(row.asked_at))


def _use(row: ModelUseRow) -> ModelUse:
    return ModelUse.model_validate({name: getattr(row, name) for name in ModelUse.model_fields})
