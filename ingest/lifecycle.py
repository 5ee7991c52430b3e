"""The life of a report's versions: drafted, published, taken down, rolled back, removed; each step one transaction.

A draft becomes live and what was live the one before; rolling back changes the two. What is superseded is kept as
nothing, to be deleted: the version before the one before, an older draft, and what was read from the same files.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, delete, insert, select, update

from ingest import schema
from ingest.errors import FootnoteError, UnknownReport
from ingest.moments import in_utc
from ingest.versions import KEPT, State, is_upload

Action = Literal["draft", "publish", "take down", "roll back", "discard", "remove"]

_REPORTS = schema.reports.c


class NoSuchVersion(FootnoteError):  # noqa: N818 - named for what happened
    """A report has no version that this could be done with: nothing was changed."""


class OtherModel(FootnoteError):  # noqa: N818 - named for what happened
    """Another model embedded a version than reads the questions: it was not made live."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something that is done with a report: by whom (empty: by a command), and when (UTC). ``model``, if told, is what
    embeds questions: what another embedded cannot go live."""

    by: str
    at: datetime
    model: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """What was done with a version of a report, by whom, and when (UTC). ``version`` is its number."""

    report: str
    version: int
    action: Action
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """What a step made of a report's versions: which is live now and which was before, None where none."""

    live: int | None
    before: int | None


@dataclass(frozen=True, slots=True)
class _Stand:
    """A version of a report as it stands."""

    number: int
    digest: str
    state: State
    origin: str | None
    model: str


class Lifecycle:
    """The steps with one report, within a transaction. Raises UnknownReport for one that has no version."""

    def __init__(self, connection: Connection, report_id: str, act: Act) -> None:
        self._connection = connection
        self._report = report_id
        self._act = act

    def keep_draft(self, number: int) -> None:
        """A version that was read and indexed is the report's draft, in place of the one it had."""
        self._become([each.number for each in self._all("draft")], None)
        self._become([number], "draft")
        self._note("draft", number)

    def publish(self, number: int | None = None) -> Change:
        """A version goes live: that of a number, else the draft, else the one last taken down. Raises NoSuchVersion,
        OtherModel."""
        if number is None:
            ready = self._all("draft") or self._all("taken down")
            if not ready:
                raise NoSuchVersion(f"'{self._report}' has no draft, and nothing of it was taken down. {_SEE}")
            number = ready[0].number
        if number not in {each.number for each in self._all("live", *KEPT)}:
            raise NoSuchVersion(f"'{self._report}' has no version {number}. {_SEE}")
        return self._go_live(number, "publish")

    def publish_new(self, number: int) -> Change:
        """A version that was just read and indexed goes live."""
        return self._go_live(number, "publish")

    def roll_back(self) -> Change:
        """The version before goes live, and what was live is kept in its place. Raises NoSuchVersion, OtherModel."""
        before = self._all("previous")
        if not before:
            raise NoSuchVersion(f"'{self._report}' has no version before this one. {_SEE}")
        return self._go_live(before[0].number, "roll back")

    def take_down(self) -> Change:
        """No version is live; the one that was is kept. Raises NoSuchVersion."""
        live = self._live()
        if live is None:
            raise NoSuchVersion(f"No version of '{self._report}' is live. {_SEE}")
        self._become([live.number], "taken down")
        self._note("take down", live.number)
        return Change(None, live.number)

    def discard(self, number: int) -> None:
        """A draft, or what was taken down, is kept no longer. Raises NoSuchVersion."""
        if number not in {each.number for each in self._all("draft", "taken down")}:
            raise NoSuchVersion(f"Version {number} of '{self._report}' is neither a draft nor taken down. {_SEE}")
        self._become([number], None)
        self._note("discard", number)

    def remove(self) -> Change:
        """No version is kept."""
        return self._gone(self._versions())

    def vanish(self) -> Change:
        """Neither the live version nor the one before is kept, unless it was uploaded: their folder is gone."""
        return self._gone([each for each in self._all("live", "previous") if not is_upload(each.origin)])

    def _gone(self, removed: list[_Stand]) -> Change:
        live = self._live()
        self._become([each.number for each in removed], None)
        for each in removed:
            self._note("remove", each.number)
        self._connection.execute(delete(schema.origins).where(schema.origins.c.id == self._report))
        before = live.number if live else None
        return Change(None if live in removed else before, before)

    def _go_live(self, number: int, action: Action) -> Change:
        chosen = next(each for each in self._versions() if each.number == number)
        if self._act.model and chosen.model and chosen.model != self._act.model:
            raise OtherModel(
                f"Another model embedded version {number} of '{self._report}'. Run python -m ingest first."
            )
        live = self._live()
        superseded = [e.number for e in self._versions() if e.digest == chosen.digest and e.number != number]
        self._become(superseded, None)
        if live is not None and live.number != number and live.number not in superseded:
            self._become([each.number for each in self._all("previous") if each.number != number], None)
            self._become([live.number], "previous")
        turn = self._note(action, number)
        change = update(schema.reports).where((_REPORTS.version == number) | (_REPORTS.public_of == number))
        self._connection.execute(change.values(live=True, kept=None, changed=turn))
        self._remember_origin(number)
        return Change(number, live.number if live else None)

    def _remember_origin(self, number: int) -> None:
        origin = self._connection.scalar(select(_REPORTS.origin).where(_REPORTS.version == number))
        if origin is not None:
            self._connection.execute(delete(schema.origins).where(schema.origins.c.id == self._report))
            self._connection.execute(insert(schema.origins).values(id=self._report, path=origin))

    def _live(self) -> _Stand | None:
        return next(iter(self._all("live")), None)

    def _all(self, *states: State) -> list[_Stand]:
        return [each for each in self._versions() if each.state in states]

    def _versions(self) -> list[_Stand]:
        """The versions of the report, newest first."""
        of = _REPORTS
        query = (
            select(of.version, of.digest, of.live, of.kept, of.origin, of.model)
            .where(_REPORTS.id == self._report, _REPORTS.whole)
            .order_by(_REPORTS.version.desc())
            .with_for_update()
        )
        found = self._connection.execute(query).all()
        if not found:
            raise UnknownReport(self._report, _known(self._connection))
        return [
            _Stand(row.version, row.digest, "live" if row.live else row.kept or "unfinished", row.origin, row.model)
            for row in found
        ]

    def _become(self, numbers: Iterable[int], kept: State | None) -> None:
        wanted = list(numbers)
        change = update(schema.reports).where(_REPORTS.version.in_(wanted) | _REPORTS.public_of.in_(wanted))
        self._connection.execute(change.values(live=False, kept=kept))

    def _note(self, action: Action, number: int) -> int:
        row = {"report": self._report, "version": number, "action": action, "by": self._act.by, "at": self._act.at}
        noted = insert(schema.report_events).values(row).returning(schema.report_events.c.number)
        return int(self._connection.execute(noted).scalar_one())


_SEE = "See python -m ingest status."


def _known(connection: Connection) -> tuple[str, ...]:
    """The ids of the reports that are live or kept."""
    known = select(_REPORTS.id).where(_REPORTS.live | _REPORTS.kept.is_not(None)).distinct().order_by(_REPORTS.id)
    return tuple(connection.scalars(known))


def superseded(connection: Connection, report_id: str | None = None) -> list[int]:
    """The versions that are neither live nor kept: of one report, or of all."""
    dead = select(_REPORTS.version).where(_REPORTS.live.is_(False), _REPORTS.kept.is_(None))
    return list(connection.scalars(dead if report_id is None else dead.where(_REPORTS.id == report_id)))


def events(connection: Connection, report_id: str | None = None, limit: int | None = None) -> tuple[Event, ...]:
    """What was done, latest first: with one report, or with all."""
    of = schema.report_events.c
    query = select(schema.report_events).order_by(of.number.desc()).limit(limit)
    found = connection.execute(query if report_id is None else query.where(of.report == report_id))
    return tuple(Event(row.report, row.version, row.action, row.by, in_utc(row.at)) for row in found)
