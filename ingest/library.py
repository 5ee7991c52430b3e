"""The library: every report as typed rows in SQL. It is the truth; the index can be rebuilt from it."""

import copy
import hashlib
import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol, Self, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    and_,
    bindparam,
    delete,
    func,
    insert,
    literal,
    select,
    true,
    tuple_,
    update,
)
from sqlalchemy import Table as SqlTable

from ingest import rows, schema
from ingest.access import settled, with_access
from ingest.database import connect, prepare
from ingest.domain import ItemList, Measure, Passage, Quantity, Report, Rules
from ingest.errors import FootnoteError, UnknownReport
from ingest.layout import writing
from ingest.lifecycle import Act, Change, Event, Lifecycle, events, superseded
from ingest.moments import now
from ingest.public import public_reading
from ingest.versions import Counts, Reading, Version, Written, counts_of, insert_reading, version_of
from ingest.wordsearch import Hit, terms_of, word_search

Part = TypeVar("Part")


class Indexer(Protocol):
    """Puts a version's passages into the index. ``model`` names what embeds them."""

    @property
    def model(self) -> str: ...

    def index(self, key: str, passages: Sequence[Passage]) -> int:
        """Embed and write; how many the index then has."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which quantities: of ``reports`` (None: all), of licensed ones and licensed parts too if ``licensed``; of a
    measure, and of a place by its canonical name, where those are not None."""

    reports: Collection[str] | None = None
    licensed: bool = False
    measure: Measure | None = None
    place: str | None = None

    @property
    def condition(self) -> ColumnElement[bool]:
        """The same in SQL."""
        reports, quantities = schema.reports.c, schema.quantities.c
        wanted: list[ColumnElement[bool]] = [true()]
        if self.reports is not None:
            wanted.append(reports.id.in_(self.reports))
        wanted.append(_visible(self.licensed))
        if self.measure is not None:
            wanted.append(quantities.measure == self.measure)
        if self.place is not None:
            wanted.append(quantities.place == self.place)
        return and_(*wanted)


class IncompleteIndex(FootnoteError):  # noqa: N818 - named for what happened
    """The index holds another number of passages than the report has; the version before stays live."""


class OtherAccess(FootnoteError):  # noqa: N818 - named for what happened
    """A version was read by other rules on who may read its parts than hold now: it was not made live."""


class Library:
    """All reports. Safe to read from several threads; one process at a time writes versions (``ingest.lock``), and any
    may change which is live.

    Reads are of the live version of a report, or of the one whose ``number`` is given, and raise UnknownReport when
    there is none. A version with licensed parts has what is public of it beside it, with passages, quantities, words
    and vectors of its own: live, kept or deleted with it, and read in its place by ``seen(licensed=False)``.
    """

    def __init__(self, url: str, reader: str = "", clock: Callable[[], datetime] = now) -> None:
        self._reader = reader
        self._clock = clock
        self._engine = connect(url)
        self._words = word_search(self._engine.dialect.name)
        self._identity, upgraded = prepare(self._engine, self._words)
        self._licensed = True
        self._other: Library | None = None
        self._ids: tuple[tuple[int, int], dict[int, str], set[int]] | None = None
        if upgraded:
            self.complete_words()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Give back the database connections."""
        self._words.close()
        self._engine.dispose()

    def seen(self, licensed: bool) -> "Library":
        """The same library with a licence or without one: then neither licensed reports nor licensed parts are in it.

        It is closed with this one.
        """
        if licensed == self._licensed:
            return self
        if self._other is None:
            other = copy.copy(self)
            other._licensed, other._ids, other._other = licensed, None, self
            self._other = other
        return self._other

    @property
    def mark(self) -> str:
        """What the keys of all this library's collections start with."""
        return f"footnote-{self._identity[:12]}-"

    # Writing

    def replace(
        self,
        report: Report,
        passages: Sequence[Passage],
        quantities: Sequence[Quantity],
        lists: Sequence[ItemList],
        indexer: Indexer | None = None,
        rules: Rules | None = None,
        origin: str | None = None,
    ) -> Version:
        """Write a report as a new version, index it, count, make it live by one update, and keep the one before it.

        ``rules`` are kept from that update on, in place of those kept before. Whatever fails or is killed before it
        leaves the live version as it was. Without an indexer the report is found by words only. ``origin`` is where it
        was read from. Raises IncompleteIndex.
        """
        reading = Reading(report, tuple(passages), tuple(quantities), tuple(lists))
        number = self._written(reading, indexer, origin)
        with self._steps(report.id) as steps:
            self._follow(steps, steps.life.publish_new(number))
            if rules is not None:
                _keep_rules(steps.connection, report.id, rules)
        self.sweep(report.id)
        return self.version(report.id)

    def draft(
        self,
        reading: Reading,
        indexer: Indexer | None = None,
        origin: str | None = None,
        by: str = "",
        reader: str | None = None,
    ) -> Version:
        """Write a report as a new version and index it, as its draft: nothing is answered from it. ``reader`` is the
        digest of the code that read it, where not the library's. Raises IncompleteIndex."""
        number = self._written(reading, indexer, origin, reader)
        with self._steps(reading.report.id, by) as steps:
            steps.life.keep_draft(number)
        self.sweep(reading.report.id)
        return self.version(reading.report.id, number)

    def publish(self, report_id: str, number: int | None = None, by: str = "", model: str = "") -> Version:
        """Let a version answer: that of a number, else the draft, else the one last taken down. What was live is kept
        as the one before. ``model``, if told, must have embedded it. Raises UnknownReport, NoSuchVersion, OtherModel.
        """
        with self._steps(report_id, by, model) as steps:
            self._follow(steps, steps.life.publish(number))
            self._refuse_looser(steps, report_id)
        return self.version(report_id)

    def roll_back(self, report_id: str, by: str = "", model: str = "") -> Version:
        """Let the version before answer again; doing so once more undoes it. Raises as ``publish``."""
        with self._steps(report_id, by, model) as steps:
            self._follow(steps, steps.life.roll_back())
            self._refuse_looser(steps, report_id)
        return self.version(report_id)

    def take_down(self, report_id: str, by: str = "") -> None:
        """Let no version answer, and keep the one that did. Raises UnknownReport, NoSuchVersion."""
        with self._steps(report_id, by) as steps:
            self._follow(steps, steps.life.take_down())

    def discard(self, report_id: str, number: int, by: str = "") -> None:
        """Delete a draft, or a version that was taken down. Raises UnknownReport, NoSuchVersion."""
        with self._steps(report_id, by) as steps:
            steps.life.discard(number)
            self._delete(steps.connection, _with_public(steps.connection, number))

    def reindex(self, version: Version, indexer: Indexer) -> Version:
        """Embed a version again from its rows, with whatever model the indexer has. Raises IncompleteIndex."""
        with self._engine.connect() as connection:
            passages = _passages_of(connection, version.number)
        self._index(version.id, version.number, passages, indexer)
        change = update(schema.reports).where(schema.reports.c.version == version.number)
        with self._engine.begin() as connection:
            connection.execute(change.values(model=indexer.model))
        return self.version(version.id, version.number)

    def remove(self, report_id: str) -> None:
        """Delete a report with all its versions. Raises UnknownReport."""
        with self._steps(report_id) as steps:
            self._follow(steps, steps.life.remove())
        self.sweep(report_id)

    def vanish(self, report_id: str) -> None:
        """Delete what is live of a report and the version before, but for what staff uploaded: its folder is gone."""
        with self._steps(report_id) as steps:
            self._follow(steps, steps.life.vanish())
        self.sweep(report_id)

    def sweep(self, report_id: str | None = None) -> None:
        """Delete the versions that are neither live nor kept: superseded ones, and what a killed run left. Of one
        report or all. Whoever writes versions may do so, and nobody else: it deletes what is being written."""
        with writing(self._engine).begin() as connection:
            self._delete(connection, superseded(connection, report_id))

    def remember_origin(self, report_id: str, path: str) -> None:
        """Note which folder or file the live version of a report was read from."""
        of = schema.reports.c
        with self._engine.begin() as connection:
            connection.execute(update(schema.reports).where(of.id == report_id, of.live).values(origin=path))
            connection.execute(delete(schema.origins).where(schema.origins.c.id == report_id))
            connection.execute(insert(schema.origins).values(id=report_id, path=path))

    # Reading

    def origins(self) -> dict[str, str]:
        """Report ids with the path each was read from."""
        with self._engine.connect() as connection:
            found = connection.execute(select(schema.origins.c.id, schema.origins.c.path))
            return {row.id: row.path for row in found}

    def kept_rules(self, report_id: str) -> Rules:
        """The rules on access that are kept of a report beside those of its files, also while it is not there."""
        query = select(schema.rules.c.rules).where(schema.rules.c.id == report_id)
        with self._engine.connect() as connection:
            return rows.rules_of(connection.scalar(query))

    def reports(self) -> tuple[Version, ...]:
        """The live reports, by id."""
        return self._versions(schema.reports.c.live & _visible(self._licensed))

    def versions(self) -> tuple[Version, ...]:
        """All live versions, by report and number: of a report with licensed parts the whole and what is public."""
        return self._versions(schema.reports.c.live)

    def indexed(self) -> tuple[Version, ...]:
        """As ``versions``, and those that are kept: all that are to be in the index."""
        return self._versions(schema.reports.c.live | schema.reports.c.kept.is_not(None))

    def _versions(self, wanted: ColumnElement[bool]) -> tuple[Version, ...]:
        query = select(schema.reports).where(wanted).order_by(schema.reports.c.id, schema.reports.c.version)
        with self._engine.connect() as connection:
            return tuple(self._version(row) for row in connection.execute(query).mappings())

    def kept(self, report_id: str | None = None) -> tuple[Version, ...]:
        """The whole versions that are live or kept, of one report or of all: by id, newest first."""
        of = schema.reports.c
        there = of.whole & (of.live | of.kept.is_not(None))
        query = select(schema.reports).where(there).order_by(of.id, of.version.desc())
        with self._engine.connect() as connection:
            found = connection.execute(query if report_id is None else query.where(of.id == report_id)).mappings()
            return tuple(self._version(row) for row in found)

    def events(self, report_id: str | None = None, limit: int | None = None) -> tuple[Event, ...]:
        """What was done with reports, latest first: with one, or with all."""
        with self._engine.connect() as connection:
            return events(connection, report_id, limit)

    def version(self, report_id: str, number: int | None = None) -> Version:
        """The live version of a report, or that of a number."""
        with self._engine.connect() as connection:
            return self._version(self._row(connection, report_id, number))

    def reading(self, report_id: str, number: int | None = None) -> Reading:
        """Everything that was read out of one version, as of one moment."""
        with self._engine.connect() as connection:
            row = self._row(connection, report_id, number)
            version = row["version"]
            sections = _read(connection, schema.sections, version, rows.section_of)
            tables = _read(connection, schema.tables, version, rows.table_of)
            return Reading(
                rows.report_of(row, sections, tables),
                _read(connection, schema.passages, version, rows.passage_of),
                _read(connection, schema.quantities, version, rows.quantity_of),
                _read(connection, schema.lists, version, rows.list_of),
            )

    def find(self, report_id: str) -> Version | None:
        """The live version of a report; None where there is none."""
        with self._engine.connect() as connection:
            row = self._found(connection, report_id, None)
            return self._version(row) if row else None

    def counts(self, report_id: str, number: int | None = None) -> Counts:
        """How much was read out of it."""
        with self._engine.connect() as connection:
            return counts_of(connection, self._row(connection, report_id, number)["version"])

    def report(self, report_id: str, number: int | None = None) -> Report:
        """The report with its sections and tables, equal to what was written."""
        with self._engine.connect() as connection:
            row = self._row(connection, report_id, number)
            sections = _read(connection, schema.sections, row["version"], rows.section_of)
            tables = _read(connection, schema.tables, row["version"], rows.table_of)
            return rows.report_of(row, sections, tables)

    def passages(self, report_id: str, number: int | None = None) -> tuple[Passage, ...]:
        """Its passages, by number."""
        return self._parts(report_id, schema.passages, rows.passage_of, number)

    def quantities(self, report_id: str) -> tuple[Quantity, ...]:
        """Its quantities, in the order they were read."""
        return self._parts(report_id, schema.quantities, rows.quantity_of)

    def lists(self, report_id: str) -> tuple[ItemList, ...]:
        """Its lists, in the order they were read."""
        return self._parts(report_id, schema.lists, rows.list_of)

    def search(self, of: str | Version, text: str, limit: int) -> list[Hit]:
        """The numbers of the passages of a report, or of one version of it, that have any word of a text, best
        first, each with a score."""
        terms = terms_of(text)
        with self._engine.connect() as connection:
            number = self._row(connection, of)["version"] if isinstance(of, str) else of.number
            return self._words.search(connection, number, terms, limit, _passages_of) if terms else []

    def stamp(self) -> tuple[int, int]:
        """Changes whenever another version is live or none: how many are, and the last event that made one so."""
        with self._engine.connect() as connection:
            return self._stamp(connection)

    def quantities_in_all(self) -> int:
        """How many quantities the live reports have together."""
        of = schema.quantities.c.version
        live = _LIVE_VERSIONS.where(_visible(self._licensed))
        query = select(func.count()).select_from(schema.quantities).where(of.in_(live))
        with self._engine.connect() as connection:
            return connection.scalar(query) or 0

    def telling(self, query: str, least: float = 0.0) -> dict[str, float] | None:
        """The live reports that have words of a query that fewer than half have: the share of those words' weight (by
        inverse frequency) that each has, of at least ``least``. None when no word of the query tells reports apart.

        Rare words are looked up first. Once a report that has none of them cannot reach ``least``, only those that
        have one are looked at.
        """
        with self._engine.connect() as connection:
            ids, hidden = self._live_ids(connection)
            every = len(ids)
            spreads = {term: self._spread(connection, term, hidden) for term in terms_of(query)}
            told = {term: n for term, n in spreads.items() if 2 * n < every or n == 1}
            if not told:
                return None
            weights = {term: math.log(1 + every / max(n, 1)) for term, n in told.items()}
            left = whole = sum(weights.values())
            found: dict[int, float] = defaultdict(float)
            for term in sorted(told, key=lambda term: told[term]):
                among = found.keys() if left < (least - _ROUNDING) * whole else None
                for version in self._words.having(connection, term, among):
                    found[version] += weights[term] / whole
                left -= weights[term]
        enough = least - _ROUNDING
        return {ids[version]: share for version, share in found.items() if version in ids and share >= enough}

    def measured(self, measures: Collection[Measure], places: Collection[str]) -> dict[str, tuple[Quantity, ...]]:
        """By live report, its quantities of some measures that are of no place or of one of some places."""
        of = schema.quantities.c
        query = (
            select(schema.reports.c.id, schema.quantities)
            .join(schema.reports, schema.reports.c.version == of.version)
            .where(schema.reports.c.live & _visible(self._licensed))
            .where(of.measure.in_(measures) & (of.place.is_(None) | of.place.in_(places)))
            .order_by(of.version, of.number)
        )
        found: dict[str, list[Quantity]] = defaultdict(list)
        with self._engine.connect() as connection:
            for row in connection.execute(query).mappings():
                found[row["id"]].append(rows.quantity_of(row))
        return {report: tuple(quantities) for report, quantities in found.items()}

    def ledger(self, of: Selection, after: tuple[str, int], limit: int) -> list[tuple[str, int, Quantity]]:
        """The first ``limit`` quantities of a selection behind a place in the order of report ids and reading, each
        with the report's id and its number there."""
        reports, quantities = schema.reports.c, schema.quantities.c
        query = (
            select(reports.id, schema.quantities)
            .join(schema.reports, reports.version == quantities.version)
            .where(reports.live & of.condition & (tuple_(reports.id, quantities.number) > tuple_(*map(literal, after))))
            .order_by(reports.id, quantities.number)
            .limit(limit)
        )
        with self._engine.connect() as connection:
            found = connection.execute(query).mappings()
            return [(row["id"], row["number"], rows.quantity_of(row)) for row in found]

    def complete_words(self) -> None:
        """Let versions that an earlier release wrote be found by their words."""
        with writing(self._engine).begin() as connection:
            ids = {row.version: row.id for row in connection.execute(_LIVE_IDS)}
            indexed = self._words.indexed(connection)
            for version in ids.keys() - indexed:
                self._words.add_words(connection, version, _passages_of(connection, version))
            for version in indexed - ids.keys():
                self._words.remove_words(connection, version)

    # The steps

    def _written(self, reading: Reading, indexer: Indexer | None, origin: str | None, reader: str | None = None) -> int:
        """The number of a new version, which is indexed and neither live nor kept, and so is what is public of it.
        Raises IncompleteIndex."""
        report = settled(reading.report)
        how = Written(reader or self._reader, indexer.model if indexer else "", origin)
        whole, public = replace(reading, report=report), public_reading(report)
        with self._engine.begin() as connection:
            number = insert_reading(connection, whole, how)
            written = {number: whole}
            if public:
                written[insert_reading(connection, public, replace(how, public_of=number))] = public
            for each, read in written.items():
                self._words.add_passages(connection, each, read.passages)
        if indexer:
            for each, read in written.items():
                self._index(report.id, each, read.passages, indexer)
        return number

    @contextmanager
    def _steps(self, report_id: str, by: str = "", model: str = "") -> Iterator["_Steps"]:
        with writing(self._engine).begin() as connection:
            yield _Steps(connection, Lifecycle(connection, report_id, Act(by, self._clock(), model)))

    def _follow(self, steps: "_Steps", change: Change) -> None:
        """Let the words of the version that is live tell reports apart, and no longer those of the one before."""
        if change.live == change.before:
            return
        connection = steps.connection
        for number in _with_public(connection, change.before, change.live):
            self._words.remove_words(connection, number)
        for number in _with_public(connection, change.live):
            self._words.add_words(connection, number, _passages_of(connection, number))

    def _refuse_looser(self, steps: "_Steps", report_id: str) -> None:
        """A version that was kept while the rules on who may read what became others must not answer by its old ones.
        Raises OtherAccess, UnknownPart."""
        number = steps.connection.execute(_LIVE_WHOLE, {"report": report_id}).mappings().one()["version"]
        report = self.report(report_id, number)
        if with_access(report, self.kept_rules(report_id)) != report:
            raise OtherAccess(
                f"Who may read the parts of '{report_id}' was said anew since version {number} was read. Read it again "
                "as a draft, by python -m ingest PATH --draft or an upload, and publish that."
            )

    def _delete(self, connection: Connection, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._words.remove(connection, number)
            connection.execute(delete(schema.reports).where(schema.reports.c.version == number))

    def _stamp(self, connection: Connection) -> tuple[int, int]:
        count, highest = connection.execute(_STAMP).one()
        return count, highest or 0

    def _live_ids(self, connection: Connection) -> tuple[dict[int, str], set[int]]:
        """The ids of the live versions that can be seen, and the numbers of those that cannot, read again when they
        changed."""
        stamp = self._stamp(connection)
        if self._ids is None or self._ids[0] != stamp:
            seen = _LIVE_IDS.where(_visible(self._licensed))
            ids = {row.version: row.id for row in connection.execute(seen)}
            hidden = {row.version for row in connection.execute(_LIVE_IDS)} - ids.keys()
            self._ids = stamp, ids, hidden
        return self._ids[1:]

    def _spread(self, connection: Connection, term: str, hidden: set[int]) -> int:
        """In how many versions a term is, without those that cannot be seen."""
        spread = self._words.spread(connection, term)
        return spread - len(self._words.having(connection, term, hidden)) if hidden else spread

    def _index(self, report_id: str, number: int, passages: Sequence[Passage], indexer: Indexer) -> None:
        indexed = indexer.index(self._key(report_id, number, indexer.model), passages)
        if indexed != len(passages):
            took = f"The index took {indexed} of {len(passages)} passages of {report_id}"
            raise IncompleteIndex(f"{took}. Run python -m ingest again.")

    def _found(self, connection: Connection, report_id: str, number: int | None) -> RowMapping | None:
        query = _NUMBERED if number is not None else _LIVE_WHOLE if self._licensed else _LIVE_PUBLIC
        return connection.execute(query, {"report": report_id, "number": number}).mappings().one_or_none()

    def _row(self, connection: Connection, report_id: str, number: int | None = None) -> RowMapping:
        row = self._found(connection, report_id, number)
        if row is None:
            raise UnknownReport(report_id, tuple(version.id for version in self.reports()))
        return row

    def _parts(
        self, report_id: str, table: SqlTable, part_of: Callable[[RowMapping], Part], number: int | None = None
    ) -> tuple[Part, ...]:
        with self._engine.connect() as connection:
            return _read(connection, table, self._row(connection, report_id, number)["version"], part_of)

    def _key(self, report_id: str, number: int, model: str) -> str:
        return f"{self.mark}{_short(report_id)}-{_short(model)}-{number}"

    def _version(self, row: RowMapping) -> Version:
        return version_of(row, self._key(row["id"], row["version"], row["model"]))


_LIVE_IDS = select(schema.reports.c.version, schema.reports.c.id).where(schema.reports.c.live)


def _visible(licensed: bool) -> ColumnElement[bool]:
    """Which versions a reader sees, of each report one at most."""
    return schema.reports.c.whole if licensed else schema.reports.c.access == "public"


def _with_public(connection: Connection, *numbers: int | None) -> list[int]:
    """Versions with what is public of them."""
    of = schema.reports.c
    wanted = [number for number in numbers if number is not None]
    return list(connection.scalars(select(of.version).where(of.version.in_(wanted) | of.public_of.in_(wanted))))


def _keep_rules(connection: Connection, report_id: str, rules: Rules) -> None:
    connection.execute(delete(schema.rules).where(schema.rules.c.id == report_id))
    if kept := rows.rules_row(rules):
        connection.execute(insert(schema.rules).values(id=report_id, rules=kept))


_STAMP = select(func.count(), func.max(schema.reports.c.changed)).where(schema.reports.c.live)
_LIVE_VERSIONS = select(schema.reports.c.version).where(schema.reports.c.live)
_ROUNDING = 1e-9  # of sums of shares
_OF = select(schema.reports).where(schema.reports.c.id == bindparam("report"))
_LIVE_WHOLE, _LIVE_PUBLIC = (_OF.where(schema.reports.c.live, _visible(licensed)) for licensed in (True, False))
_NUMBERED = _OF.where(schema.reports.c.version == bindparam("number"))


@dataclass(frozen=True, slots=True)
class _Steps:
    """What may be done with one report, and the transaction that it is done in."""

    connection: Connection
    life: Lifecycle


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _read(
    connection: Connection, table: SqlTable, version: int, part_of: Callable[[RowMapping], Part]
) -> tuple[Part, ...]:
    query = select(table).where(table.c.version == version).order_by(table.c.number)
    return tuple(part_of(row) for row in connection.execute(query).mappings())


def _passages_of(connection: Connection, version: int) -> tuple[Passage, ...]:
    return _read(connection, schema.passages, version, rows.passage_of)
