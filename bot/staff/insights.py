"""What the records say about the questions that were asked: counted by the database, read row by row where shown."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Engine, Select, case, func, literal_column, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from bot.answer import Record
from bot.desk import PassageView
from bot.provenance import Piece, place_of
from bot.records_schema import CitedRow, FeedbackRow, LeadRow, ModelUseRow, RejectionRow, SourceRow, TurnRow
from bot.staff.selection import Selection
from ingest.moments import in_utc

T = TypeVar("T", bound=Record)

AT_ONCE = 1_000
"""Rows that are fetched at a time where there may be very many."""


class Count(Record):
    """How many questions there were, what became of them, and how many visitors asked: each counts once a day.

    ``name`` is what they have in common: a report, a site, or nothing.
    """

    name: str = ""
    questions: int
    answered: int
    partial: int
    declined: int
    visitors: int


class Day(Record):
    """The questions of one day, UTC."""

    day: date
    answered: int
    partial: int
    declined: int


class Cost(Record):
    """What a language model took in a day, UTC; ``millionths`` of a US dollar."""

    day: date
    model: str
    calls: int
    tokens_in: int
    tokens_out: int
    millionths: int


class CitedPlace(Record):
    """A passage with how many answers cite it, in the words it had."""

    answers: int
    place: PassageView


class Asked(Record):
    """A question as it was typed, with what became of it."""

    answer: str
    question: str
    status: str
    reason: str
    report: str
    site: str
    asked_at: datetime


class Disliked(Asked):
    """A question whose answer got a thumb down."""

    comment: str | None
    given_at: datetime


class Refused(Asked):
    """What verification took out of an answer, and why: the reader was not told it."""

    why: str
    text: str


class Missed(Record):
    """A question, word for word, that was declined or answered in part, and how often it was asked."""

    question: str
    report: str
    status: str
    reason: str
    times: int
    last: datetime


class LeadSeen(Record):
    """A lead as staff see it."""

    id: str
    email: str
    name: str | None
    company: str | None
    message: str | None
    question: str | None
    report: str | None
    site: str
    page: str | None
    received_at: datetime


_ASKED = (
    TurnRow.answer, TurnRow.question, TurnRow.status, TurnRow.reason, TurnRow.about.label("report"), TurnRow.site,
    TurnRow.asked_at,
)  # fmt: skip


class Insights:
    """Reads the records of a server."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def total(self, selection: Selection) -> Count:
        """All questions of a selection."""
        with Session(self._engine) as session:
            return _count("", session.execute(select(*_counts()).where(*selection.conditions)).one())

    def reports(self, selection: Selection) -> list[Count]:
        """The questions by the report they are about, most first; "" for those about several, or none."""
        return self._by(TurnRow.about, selection)

    def sites(self, selection: Selection) -> list[Count]:
        """The questions by the site whose widget asked, most first; "" for those that none asked."""
        return self._by(TurnRow.site, selection)

    def _by(self, column: InstrumentedAttribute[str], selection: Selection) -> list[Count]:
        counted = select(column, *_counts()).where(*selection.conditions).group_by(column)
        with Session(self._engine) as session:
            found = [_count(name, counts) for name, *counts in session.execute(counted)]
        return sorted(found, key=lambda count: (-count.questions, count.name))

    def days(self, selection: Selection) -> list[Day]:
        """The questions of each day that has some, oldest first."""
        day = self._day(TurnRow.asked_at)
        counted = select(day, *_statuses()).where(*selection.conditions).group_by(day).order_by(day)
        with Session(self._engine) as session:
            return [
                Day(day=date.fromisoformat(said), answered=answered, partial=partial, declined=declined)
                for said, answered, partial, declined in map(tuple, session.execute(counted))
            ]

    def costs(self, selection: Selection) -> list[Cost]:
        """What language models took for the answers, day by day, newest first."""
        day = self._day(ModelUseRow.used_at)
        summed = (ModelUseRow.tokens_in, ModelUseRow.tokens_out, ModelUseRow.millionths)
        counted = select(day, ModelUseRow.model, func.count(), *(func.sum(each) for each in summed))
        if selection.since is not None:
            counted = counted.where(ModelUseRow.used_at >= selection.since)
        if selection.until is not None:
            counted = counted.where(ModelUseRow.used_at < selection.until)
        if narrowed := selection.model_copy(update={"since": None, "until": None}).conditions:
            counted = counted.join(TurnRow, TurnRow.answer == ModelUseRow.answer).where(*narrowed)
        counted = counted.group_by(day, ModelUseRow.model).order_by(day.desc(), ModelUseRow.model)
        with Session(self._engine) as session:
            return [
                Cost(
                    day=date.fromisoformat(said), model=model, calls=calls, tokens_in=int(tokens_in),
                    tokens_out=int(tokens_out), millionths=int(millionths),
                )
                for said, model, calls, tokens_in, tokens_out, millionths in map(tuple, session.execute(counted))
            ]  # fmt: skip

    def cited(self, selection: Selection, limit: int = 20) -> list[CitedPlace]:
        """The passages that most answers cite, most first."""
        passages = select(SourceRow.digest).where(SourceRow.kind == "passage")
        answers = func.count()
        counted = select(CitedRow.digest, answers).where(CitedRow.digest.in_(passages)).group_by(CitedRow.digest)
        if selection.conditions:
            # of 100,000 turns 0.6 s, and 1.4 s as a join, which SQLite begins at the sources
            counted = counted.where(CitedRow.answer.in_(select(TurnRow.answer).where(*selection.conditions)))
        counted = counted.order_by(answers.desc(), CitedRow.digest).limit(limit)
        with Session(self._engine) as session:
            times = {row[0]: row[1] for row in session.execute(counted)}
            rows = session.scalars(select(SourceRow).where(SourceRow.digest.in_(times)))
            places = {row.digest: place_of(Piece.model_validate(row, from_attributes=True)) for row in rows}
        return [CitedPlace(answers=number, place=places[digest]) for digest, number in times.items()]

    def questions(self, selection: Selection) -> Iterator[Asked]:
        """Every question, newest first."""
        wanted = select(*_ASKED).where(*selection.conditions).order_by(TurnRow.asked_at.desc())
        return self._each(wanted, Asked)

    def disliked(self, selection: Selection, limit: int | None = None) -> Iterator[Disliked]:
        """The answers that got a thumb down, the latest first."""
        wanted = select(*_ASKED, FeedbackRow.comment, FeedbackRow.given_at)
        wanted = wanted.join(FeedbackRow, FeedbackRow.answer == TurnRow.answer)
        wanted = wanted.where(FeedbackRow.thumb == "down", *selection.conditions)
        return self._each(wanted.order_by(FeedbackRow.given_at.desc()).limit(limit), Disliked)

    def dislikes(self, selection: Selection) -> int:
        """How many answers got a thumb down."""
        wanted = select(func.count()).select_from(FeedbackRow).join(TurnRow, FeedbackRow.answer == TurnRow.answer)
        with Session(self._engine) as session:
            return session.scalar(wanted.where(FeedbackRow.thumb == "down", *selection.conditions)) or 0

    def refused(self, selection: Selection, limit: int | None = None) -> Iterator[Refused]:
        """What verification took out of answers, the latest first."""
        wanted = select(*_ASKED, RejectionRow.why, RejectionRow.text)
        wanted = wanted.join(RejectionRow, RejectionRow.answer == TurnRow.answer).where(*selection.conditions)
        return self._each(wanted.order_by(RejectionRow.number.desc()).limit(limit), Refused)

    def missed(self, selection: Selection, limit: int | None = None) -> Iterator[Missed]:
        """The questions that were declined or answered in part, word for word, the most asked first."""
        times, last = func.count(), func.max(TurnRow.asked_at)
        alike = (TurnRow.question, TurnRow.about.label("report"), TurnRow.status, TurnRow.reason)
        wanted = select(*alike, times.label("times"), last.label("last"))
        wanted = wanted.where(TurnRow.status.in_(("declined", "partial")), *selection.conditions)
        return self._each(wanted.group_by(*alike).order_by(times.desc(), last.desc()).limit(limit), Missed)

    def leads(self, selection: Selection, limit: int | None = None) -> Iterator[LeadSeen]:
        """The leads of a selection, the latest first. Those that name no report are for staff of all reports."""
        wanted = select(*(getattr(LeadRow, name) for name in LeadSeen.model_fields))
        if selection.since is not None:
            wanted = wanted.where(LeadRow.received_at >= selection.since)
        if selection.until is not None:
            wanted = wanted.where(LeadRow.received_at < selection.until)
        if selection.report is not None:
            wanted = wanted.where(LeadRow.report == selection.report)
        if selection.site is not None:
            wanted = wanted.where(LeadRow.site == selection.site)
        if selection.reach is not None:
            wanted = wanted.where(LeadRow.report.in_(sorted(selection.reach)))
        return self._each(wanted.order_by(LeadRow.received_at.desc()).limit(limit), LeadSeen)

    def _each(self, wanted: Select[*tuple[Any, ...]], kind: type[T]) -> Iterator[T]:
        with Session(self._engine) as session:
            for row in session.execute(wanted.execution_options(yield_per=AT_ONCE)):
                yield kind.model_validate({name: _moment(value) for name, value in row._mapping.items()})

    def _day(self, column: InstrumentedAttribute[datetime]) -> ColumnElement[str]:
        """The day of a moment, UTC, as 2026-01-31."""
        if self._engine.dialect.name == "sqlite":
            return func.substr(column, 1, 10)
        # written out: PostgreSQL does not see that two expressions with parameters are the same
        return func.to_char(func.timezone(literal_column("'UTC'"), column), literal_column("'YYYY-MM-DD'"))


def _statuses() -> list[ColumnElement[int]]:
    return [
        func.coalesce(func.sum(case((TurnRow.status == status, 1), else_=0)), 0)
        for status in ("answered", "partial", "declined")
    ]


def _counts() -> list[ColumnElement[int]]:
    return [func.count(), *_statuses(), func.count(func.distinct(func.nullif(TurnRow.visitor, "")))]


def _count(name: str, counts: Sequence[int]) -> Count:
    questions, answered, partial, declined, visitors = counts
    return Count(
        name=name, questions=questions, answered=answered, partial=partial, declined=declined, visitors=visitors
    )


def _moment(value: object) -> object:
    return in_utc(value) if isinstance(value, datetime) else value
