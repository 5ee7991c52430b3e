"""Tells which quantities of a report speak of the same thing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from ingest.domain import Cell, Measure, Period, Quantity, Report, Source, Span
from ingest.quantity.framing import frame_of
from ingest.quantity.grids import Grid, read_grid
from ingest.quantity.named_units import without_unit
from ingest.words import stem

COMPARED: frozenset[Measure] = frozenset({"size", "volume", "cagr", "growth", "share", "price"})
"""Measures whose figures are compared: a count or an unnamed number may be one of many things."""

_BY_VOLUME = re.compile(
    r"\b(?:volumes?|units?|shipments?|quantit\w+|tonnage|demand|deliveries|procedures?)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Key:
    """What a figure is of. ``base``: a rate or share is of volume, where its label or table says so. ``subject`` are
    stems of the names below the market, without those of breakdowns and of the groups around them."""

    measure: Measure
    kind: str
    unit: str
    base: str
    period: Period
    place: str | None
    subject: frozenset[str]


@dataclass(frozen=True, slots=True)
class Fact:
    """A quantity with what it is of."""

    key: Key
    quantity: Quantity

    @property
    def in_table(self) -> bool:
        return isinstance(self.quantity.source, Cell)

    @property
    def cited(self) -> Source:
        """What is quoted of it: its cell, or its sentence."""
        return self.quantity.source if self.in_table else self.quantity.quote

    @property
    def low(self) -> Decimal:
        """The least amount that is printed so."""
        return self.quantity.amount - self.slack

    @property
    def high(self) -> Decimal:
        """The largest amount that is printed so."""
        return self.quantity.amount + self.slack

    @property
    def slack(self) -> Decimal:
        """What rounding hides: half of the last digit; a twentieth where the report says "about"."""
        about = abs(self.quantity.amount) / 20 if self.quantity.bound == "about" else Decimal(0)
        return max(self.quantity.quantum / 2, about)

    def agrees(self, other: "Fact") -> bool:
        """Whether both may be the same figure, each as rounded as it is printed."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True)
class Ledger:
    """The figures of a report that can be compared, by what they are of."""

    report: Report
    quantities: Sequence[Quantity]

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(self._facts())

    @cached_property
    def by_key(self) -> dict[Key, list[Fact]]:
        found: dict[Key, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(fact.key, []).append(fact)
        return found

    @cached_property
    def levels(self) -> dict[tuple[str | None, frozenset[str], Measure], list[Fact]]:
        """Levels by place, subject and measure."""
        found: dict[tuple[str | None, frozenset[str], Measure], list[Fact]] = {}
        for fact in self.facts:
            if fact.key.measure in {"size", "volume"}:
                found.setdefault((fact.key.place, fact.key.subject, fact.key.measure), []).append(fact)
        return found

    def alike(self, fact: Fact) -> Iterator[Fact]:
        """The figures of the same kind and period that may be the same number, whatever they are of."""
        same = self._by_period.get((fact.key.kind, fact.key.unit, fact.key.period), ())
        if fact.key.measure == "growth":  # of many rates of a year two are the same by chance
            same = [other for other in same if (other.key.measure, other.key.place) == ("growth", fact.key.place)]
        return (other for other in same if other.agrees(fact))

    @cached_property
    def _by_period(self) -> dict[tuple[str, str, Period], list[Fact]]:
        found: dict[tuple[str, str, Period], list[Fact]] = {}
        for fact in self.facts:
            found.setdefault((fact.key.kind, fact.key.unit, fact.key.period), []).append(fact)
        return found

    def sentence(self, quote: Source) -> str:
        """What is quoted where that is a sentence, else nothing."""
        return self.report.sections[quote.section].text[quote.start : quote.end] if isinstance(quote, Span) else ""

    @cached_property
    def by_row(self) -> dict[tuple[int, int], list[Quantity]]:
        """The quantities of each row of each table."""
        rows: dict[tuple[int, int], list[Quantity]] = {}
        for quantity in self.quantities:
            if isinstance(quantity.source, Cell):
                rows.setdefault((quantity.source.table, quantity.source.row), []).append(quantity)
        return rows

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """The report's tables with their labels read."""
        frame = frame_of(self.report)
        return tuple(read_grid(table, replace(frame, heading=table.heading)) for table in self.report.tables)

    @cached_property
    def _wholes(self) -> tuple[str, ...]:
        """What the shares of each table are shares of, by its title."""
        titles = [grid.title for grid in self.grids]
        return tuple(f"{title.place or ''} {' '.join(title.subject)} {title.measured}".strip() for title in titles)

    @cached_property
    def _breakdowns(self) -> frozenset[str]:
        """Names of what tables break the market down by: the headers of their names."""
        return frozenset(
            name for grid in self.grids for at in grid.labels for name in _names(without_unit(grid.table.header[at]))
        )

    @cached_property
    def _groups(self) -> dict[str, frozenset[str]]:
        """The names of rows with those of the groups they stand in: "cardiac ct" in "computed tomography".

        A name that stands in several groups, such as "services" under sales and under costs, has none: there its group
        tells it apart.
        """
        found: dict[str, set[frozenset[str]]] = {}
        for grid in self.grids:
            for row in grid.rows():
                around = frozenset(name for group in row.groups for name in _names(group.text))
                for name in () if row.total else (name for _, label in row.names for name in _names(label.text)):
                    found.setdefault(name, set()).add(around)
        return {
            name: frozenset().union(*groups)
            for name, groups in found.items()
            if len({frozenset(group) for group in groups if group}) == 1
        }

    def key_of(self, quantity: Quantity) -> Key | None:
        """What a quantity is of; None where that is not certain enough to compare it."""
        measure = self._measure(quantity)
        if measure not in COMPARED or quantity.upper is not None or quantity.period is None:
            return None
        if quantity.bound not in ("exact", "about"):
            return None
        if measure == "cagr" and quantity.period.kind != "span":
            return None
        per, subject = self._per(quantity)
        named = " ".join(part for part in (quantity.currency, quantity.unit.lower(), per) if part)
        return Key(
            measure,
            quantity.kind,
            named,
            self._base(quantity),
            quantity.period,
            quantity.place,
            subject,
        )

    def _measure(self, quantity: Quantity) -> Measure:
        """What is measured; a count of what tables print the volume in is one: "some 1,200 licences were counted"."""
        is_volume = quantity.measure == "count" and quantity.unit.lower() in self._counted
        return "volume" if is_volume else quantity.measure

    @cached_property
    def _counted(self) -> frozenset[str]:
        """What tables print volumes in."""
        volumes = (q for q in self.quantities if q.measure == "volume" and isinstance(q.source, Cell))
        return frozenset(quantity.unit.lower() for quantity in volumes if quantity.unit)

    def _per(self, quantity: Quantity) -> tuple[str, frozenset[str]]:
        """What a price is for one of, and of what: "a licence cost" says what tables print as "per licence"."""
        subject = self._subject(quantity)
        if per := next((tag for tag in quantity.tags if tag.startswith("per ")), ""):
            return per, subject - set(_names(per.removeprefix("per ")))
        said = subject.union(*map(_names, quantity.tags)) if quantity.measure == "price" else frozenset[str]()
        priced = said & self._priced.keys()
        return (self._priced[next(iter(priced))], subject - priced) if len(priced) == 1 else ("", subject)

    @cached_property
    def _priced(self) -> dict[str, str]:
        """What prices are for one of, by its stem: "per licence"."""
        tags = (tag for quantity in self.quantities if quantity.measure == "price" for tag in quantity.tags)
        return {name: tag for tag in tags if tag.startswith("per ") for name in _names(tag.removeprefix("per "))}

    def _facts(self) -> Iterator[Fact]:
        for quantity in self.quantities:
            if key := self.key_of(quantity):
                yield Fact(key, quantity)

    def _base(self, quantity: Quantity) -> str:
        """Whether a rate or share is of volume rather than of money, and of what a share in a table is one."""
        if quantity.measure not in {"cagr", "growth", "share"}:
            return ""
        source = quantity.source
        if isinstance(source, Cell) and quantity.measure == "share":
            return self._wholes[source.table]
        if isinstance(source, Cell):
            table = self.report.tables[source.table]
            said = f"{table.title} {table.header[source.column]} {table.rows[source.row][0]}"
        else:
            said = self.sentence(quantity.quote)
        return "volume" if _BY_VOLUME.search(said) else ""

    def _subject(self, quantity: Quantity) -> frozenset[str]:
        names = [name for part in quantity.subject for name in _names(part)]
        names = [name for name in names if name not in self._breakdowns] or names
        around = frozenset[str]().union(*(self._groups.get(name, frozenset()) for name in names))
        return frozenset(names) - (around - {names[-1]} if names else around)


def _names(text: str) -> Iterator[str]:
    """A name as stems in one string; nothing for a text without letters."""
    stems = [stem(word.lower()) for word in _WORD.findall(text)]
    if any(any(map(str.isalpha, word)) for word in stems):
        yield " ".join(stems)
