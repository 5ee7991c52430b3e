"""The library: every report as typed rows in SQL. It is the truth; the index can be rebuilt from it."""

import copy
import hashlib
import math
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
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
from ingest.access import settled
from ingest.database import connect, prepare
from ingest.domain import ItemList, Measure, Passage, Quantity, Report, Rules
from ingest.errors import FootnoteError, UnknownReport
from ingest.layout import writing
from ingest.public import public_reading
from ingest.versions import Counts, Reading, Version, counts_of, insert_reading, version_of
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


class Library:
    """All reports. Safe to read from several threads; one process at a time writes (``ingest.lock``).

    Reads are of the live version of a report and raise UnknownReport when there is none. A report with licensed parts
    has two: the whole, and what is public of it, a version with passages, quantities, words and vectors of its own.
    """

    def __init__(self, url: str, reader: str = "") -> None:
        self._reader = reader
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
    ) -> Version:
        """Write a report as a new version, index it, count, make it live by one update, delete the version before.

        Where it has licensed parts, what is public of it is written beside it. ``rules`` are kept from that update on,
        in place of those kept before. Whatever fails or is killed before it leaves the version before as it was.
        Without an indexer the report is found by words only. Raises IncompleteIndex.
        """
        model = indexer.model if indexer else ""
        report = settled(report)
        whole = Reading(report, tuple(passages), tuple(quantities), tuple(lists))
        public = public_reading(report)
        numbers: dict[int, Reading] = {}
        with self._engine.begin() as connection:
            for reading in (whole, public) if public else (whole,):
                number = insert_reading(connection, reading, self._reader, model, whole=reading is whole)
                self._words.add(connection, number, reading.passages)
                numbers[number] = reading
        if indexer:
            for number, reading in numbers.items():
                self._index(report.id, number, reading.passages, indexer)
        self._make_live(report.id, numbers.keys(), rules)
        self.sweep(report.id)
        return self.version(report.id)

    def reindex(self, version: Version, indexer: Indexer) -> Version:
        """Embed a live version again from its rows, with whatever model the indexer has. Raises IncompleteIndex."""
        with self._engine.connect() as connection:
            passages = _passages_of(connection, version.number)
        self._index(version.id, version.number, passages, indexer)
        change = update(schema.reports).where(schema.reports.c.version == version.number)
        with self._engine.begin() as connection:
            connection.execute(change.values(model=indexer.model))
            row = connection.execute(select(schema.reports).where(schema.reports.c.version == version.number))
            return self._version(row.mappings().one())

    def remove(self, report_id: str) -> None:
        """Delete a report. Raises UnknownReport."""
        self.version(report_id)
        with self._engine.begin() as connection:
            connection.execute(update(schema.reports).where(schema.reports.c.id == report_id).values(live=False))
            connection.execute(delete(schema.origins).where(schema.origins.c.id == report_id))
        self.sweep(report_id)

    def sweep(self, report_id: str | None = None) -> None:
        """Delete the versions that are not live: replaced ones, and what a killed run left. Of one report or all."""
        dead = select(schema.reports.c.version).where(schema.reports.c.live.is_(False))
        if report_id is not None:
            dead = dead.where(schema.reports.c.id == report_id)
        with self._engine.begin() as connection:
            for number in connection.scalars(dead).all():
                self._words.remove(connection, number)
                connection.execute(delete(schema.reports).where(schema.reports.c.version == number))

    def remember_origin(self, report_id: str, path: str) -> None:
        """Note which folder or file a report was read from."""
        with self._engine.begin() as connection:
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
        return self._versions(_visible(self._licensed))

    def versions(self) -> tuple[Version, ...]:
        """All live versions, by report and number: of a report with licensed parts the whole and what is public."""
        return self._versions(true())

    def _versions(self, wanted: ColumnElement[bool]) -> tuple[Version, ...]:
        order = schema.reports.c.id, schema.reports.c.version
        query = select(schema.reports).where(schema.reports.c.live, wanted).order_by(*order)
        with self._engine.connect() as connection:
            return tuple(self._version(row) for row in connection.execute(query).mappings())

    def version(self, report_id: str) -> Version:
        """The live version of a report."""
        with self._engine.connect() as connection:
            return self._version(self._live(connection, report_id))

    def find(self, report_id: str) -> Version | None:
        """The live version of a report; None where there is none."""
        with self._engine.connect() as connection:
            row = self._found(connection, report_id)
            return self._version(row) if row else None

    def counts(self, report_id: str) -> Counts:
        """How much was read out of it."""
        with self._engine.connect() as connection:
            return counts_of(connection, self._live(connection, report_id)["version"])

    def report(self, report_id: str) -> Report:
        """The report with its sections and tables, equal to what was written."""
        with self._engine.connect() as connection:
            row = self._live(connection, report_id)
            sections = _read(connection, schema.sections, row["version"], rows.section_of)
            tables = _read(connection, schema.tables, row["version"], rows.table_of)
            return rows.report_of(row, sections, tables)

    def passages(self, report_id: str) -> tuple[Passage, ...]:
        """Its passages, by number."""
        return self._parts(report_id, schema.passages, rows.passage_of)

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
            number = self._live(connection, of)["version"] if isinstance(of, str) else of.number
            return self._words.search(connection, number, terms, limit, _passages_of) if terms else []

    def stamp(self) -> tuple[int, int]:
        """Changes whenever a report is added, replaced or removed: how many versions are live, and the highest."""
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
            for version in ids.keys() - self._words.indexed(connection):
                self._words.add_words(connection, version, _passages_of(connection, version))

    # The steps

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

    def _make_live(self, report_id: str, numbers: Collection[int], rules: Rules | None) -> None:
        change = update(schema.reports).where(schema.reports.c.id == report_id)
        with self._engine.begin() as connection:
            connection.execute(change.values(live=schema.reports.c.version.in_(numbers)))
            if rules is not None:
                connection.execute(delete(schema.rules).where(schema.rules.c.id == report_id))
            if rules is not None and (kept := rows.rules_row(rules)):
                connection.execute(insert(schema.rules).values(id=report_id, rules=kept))

    def _found(self, connection: Connection, report_id: str) -> RowMapping | None:
        query = _LIVE_WHOLE if self._licensed else _LIVE_PUBLIC
        return connection.execute(query, {"report": report_id}).mappings().one_or_none()

    def _live(self, connection: Connection, report_id: str) -> RowMapping:
        row = self._found(connection, report_id)
        if row is None:
            raise UnknownReport(report_id, tuple(version.id for version in self.reports()))
        return row

    def _parts(self, report_id: str, table: SqlTable, part_of: Callable[[RowMapping], Part]) -> tuple[Part, ...]:
        with self._engine.connect() as connection:
            return _read(connection, table, self._live(connection, report_id)["version"], part_of)

    def _key(self, report_id: str, number: int, model: str) -> str:
        return f"{self.mark}{_short(report_id)}-{_short(model)}-{number}"

    def _version(self, row: RowMapping) -> Version:
        return version_of(row, self._key(row["id"], row["version"], row["model"]))


_LIVE_IDS = select(schema.reports.c.version, schema.reports.c.id).where(schema.reports.c.live)
_STAMP = select(func.count(), func.max(schema.reports.c.version)).where(schema.reports.c.live)
_LIVE_VERSIONS = select(schema.reports.c.version).where(schema.reports.c.live)
_ROUNDING = 1e-9  # of sums of shares


def _visible(licensed: bool) -> ColumnElement[bool]:
    """Which versions a reader sees, of each report one at most."""
    return schema.reports.c.whole if licensed else schema.reports.c.access == "public"


_LIVE = select(schema.reports).where(schema.reports.c.id == bindparam("report"), schema.reports.c.live)
_LIVE_WHOLE, _LIVE_PUBLIC = _LIVE.where(_visible(True)), _LIVE.where(_visible(False))


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _read(
    connection: Connection, table: SqlTable, version: int, part_of: Callable[[RowMapping], Part]
) -> tuple[Part, ...]:
    query = select(table).where(table.c.version == version).order_by(table.c.number)
    return tuple(part_of(row) for row in connection.execute(query).mappings())


def _passages_of(connection: Connection, version: int) -> tuple[Passage, ...]:
    return _read(connection, schema.passages, version, rows.passage_of)
