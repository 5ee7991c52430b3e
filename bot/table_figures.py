"""The figures that tables print for what a question names: of one thing at a time, over the years, or of its parts."""

from collections.abc import Iterable, Sequence

from bot import table_cues, vocabulary
from bot.book import Book
from bot.cells import Entry, Name, name_of
from bot.match import same_period
from bot.printings import agrees, distinct
from bot.sense import GENERIC, OTHERS, stems
from bot.table_mentions import Mentions, Thing
from ingest.domain import HEADER_STEP, Cell, Measure, Period, Quantity
from ingest.places import contains, place_named

_LEFT_OUT = OTHERS | {"total", "subtot"}
"""Stems of what has no place in a ranking: rests and sums."""

Printed = tuple[Quantity, ...]
"""All that the tables print for one thing at one time: more than one where they disagree."""


class TableFigures:
    """The figures of a report's tables for one question."""

    def __init__(self, mentions: Mentions, book: Book) -> None:
        self._mentions = mentions
        self._book = book

    def at(self, thing: Thing, measure: Measure, period: Period | None) -> Printed:
        """What is printed for one thing at one time; without one, of the only one there is."""
        figures = self._of(thing, measure)
        if period is not None:
            return tuple(distinct([q for q in figures if same_period(q, period)]))
        return tuple(distinct(figures)) if len({q.period for q in figures}) < 2 else ()

    def by_year(self, thing: Thing, measure: Measure) -> dict[int, Printed]:
        """What is printed for one thing in each year, in order; all in the unit of the first."""
        found: dict[int, list[Quantity]] = {}
        for q in self._of(thing, measure):
            if q.period and q.period.kind in ("year", "fiscal year") and q.period.first == q.period.last:
                found.setdefault(q.period.first, []).append(q)
        printed = {year: tuple(distinct(found[year])) for year in sorted(found)}
        first = next(iter(printed.values()))[0] if printed else None
        return {year: group for year, group in printed.items() if first and are_comparable(group[0], first)}

    def at_ends(self, thing: Thing, measure: Measure, ends: Sequence[int]) -> tuple[Printed, ...]:
        """One thing in two years, of one wording where the tables name it in several, and what else is printed."""
        figures = self._of(thing, measure)
        for subject in dict.fromkeys(q.subject for q in figures):
            ordered = sorted(figures, key=lambda q: q.subject != subject)
            found = tuple(tuple(distinct([q for q in ordered if same_period(q, Period(end, end))])) for end in ends)
            if all(printed and printed[0].subject == subject for printed in found):
                return found
        return ()

    def parts(self, measure: Measure) -> list[Printed]:
        """What is printed for each part of the dimension named, or for each place of the kind named."""
        cells, names = self._book.cells, self._mentions.names
        dimensions = [name for name in names if name in cells.dimensions]
        others = frozenset(name for name in names if name not in dimensions)
        kind = table_cues.place_kind(self._mentions.ask)
        if kind and not dimensions[1:]:
            return self._places(others, measure, kind)
        if not dimensions:
            return []
        tables = frozenset.intersection(*(cells.dimensions[name] for name in dimensions))
        places = self._mentions.question.places or self._mentions.home
        entries = cells.beside(others, places, measure)
        divided = [e for e in entries if e.dimensions.issuperset(dimensions)]
        return self._of_a_table([e for e in divided if e.cell.table in tables and not e.parents - others])

    def _places(self, names: frozenset[Name], measure: Measure, kind: str) -> list[Printed]:
        """The places of a kind, by the table that lists such places; where none does, by all tables together.

        Tables of their own are of blocs too, which no list of regions has beside its regions.
        """
        asked = self._mentions.question.places
        entries = [
            entry
            for entry in self._book.cells.in_places(names, measure)
            if (place := place_named(entry.quantity.place or "")) and place.kind == kind
            and all(contains(each, place.name) and each != place.name for each in asked)
        ]  # fmt: skip
        listing = self._book.cells.dimensions.get(name_of(kind), frozenset())
        listed = self._of_a_table([entry for entry in entries if entry.cell.table in listing])
        return listed or self._of_all_tables(entries)

    def _of_a_table(self, entries: Sequence[Entry]) -> list[Printed]:
        """Comparable figures of one time from the table that has the most of them."""
        groups: dict[tuple[object, ...], list[Quantity]] = {}
        for q in self._ranked(entries):
            if q not in self._book.totals and isinstance(q.source, Cell):
                groups.setdefault((q.source.table, q.label, q.kind, q.currency, q.unit), []).append(q)
        return _by_part(max(groups.values(), key=lambda group: len(distinct(group)), default=[]))

    def _of_all_tables(self, entries: Sequence[Entry]) -> list[Printed]:
        """Comparable figures of one time from wherever they stand."""
        groups: dict[tuple[object, ...], list[Quantity]] = {}
        for q in self._ranked(entries):
            groups.setdefault((q.kind, q.currency, q.unit), []).append(q)
        return _by_part(max(groups.values(), key=lambda group: len({q.place for q in group}), default=[]))

    def _ranked(self, entries: Sequence[Entry]) -> list[Quantity]:
        """What may stand in a ranking: figures of one time, and of no rest."""
        kept = [q for q in self._fitting(entries) if not any(_LEFT_OUT & {*name_of(part)} for part in q.subject[-1:])]
        periods = self._mentions.question.periods
        if periods:
            return [q for q in kept if any(same_period(q, period) for period in periods)]
        return kept if len({q.period for q in kept}) < 2 else []

    def _of(self, thing: Thing, measure: Measure) -> list[Quantity]:
        """The figures of one thing; none where the tables have it under several others and the question names none."""
        names, places = thing
        entries = self._book.cells.of(names, places, measure)
        own = {entry.parents for entry in entries if entry.parents}
        if len({parents - names for parents in own}) > 1 and not any(parents <= names for parents in own):
            return []
        return self._fitting(entries)

    def _fitting(self, entries: Iterable[Entry]) -> list[Quantity]:
        """The figures whose label, unit and header say the words that no name explains, and little else."""
        good = [
            entry.quantity
            for entry in entries
            if entry.quantity.upper is None
            and all(word.stands_in(self._said(entry.quantity)) for word in self._mentions.left)
        ]
        beyond = [(self._unasked(q), q) for q in good]
        least = min((len(more) for more, _ in beyond), default=0)
        kept = [q for more, q in beyond if len(more) == least]
        if len({more for more, _ in beyond if len(more) == least}) > 1:
            return []
        rest = [q for more, q in beyond if len(more) > least]
        labels = dict.fromkeys(q.label for q in rest)
        return kept + [q for label in labels for q in _alike([q for q in rest if q.label == label], kept)]

    def _said(self, q: Quantity) -> frozenset[str]:
        column = self._book.report.tables[q.source.table].header[q.source.column] if isinstance(q.source, Cell) else ""
        return stems((q.label, q.unit, *q.tags, *column.split(HEADER_STEP))) | GENERIC

    def _unasked(self, q: Quantity) -> frozenset[str]:
        """What a figure's label says besides what is asked: "export" of "export revenue"."""
        said = stems((q.label,)) - GENERIC - self._mentions.question.stems - self._book.market_stems
        return frozenset(word for word in said if not vocabulary.is_frame(word) and word not in _UNITS)


_UNITS = stems(
    ("USD EUR GBP INR JPY CNY CHF AUD CAD US dollars euros thousand thousands million millions billion billions bn mn m"
     " share growth rate cagr average annual compound year percent",)
)  # fmt: skip


def are_comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are of one kind, currency and unit."""
    return (one.kind, one.currency, one.unit) == (other.kind, other.currency, other.unit)


def _by_part(figures: Sequence[Quantity]) -> list[Printed]:
    found: dict[tuple[object, ...], list[Quantity]] = {}
    for q in figures:
        found.setdefault((q.place, q.subject[-1:]), []).append(q)
    return [tuple(distinct(printed)) for printed in found.values()]


def _alike(others: Sequence[Quantity], known: Sequence[Quantity]) -> Sequence[Quantity]:
    """Figures of another label that is a word for the same, as all show that stand under both: "Unit demand" is the
    "Volume" where they are equal, and exports are no sales."""
    printed = {_place_and_time(q): q for q in reversed(known)}
    both = [(q, printed[key]) for q in others if (key := _place_and_time(q)) in printed]
    return others if both and all(agrees(one, other) for one, other in both) else ()


def _place_and_time(q: Quantity) -> tuple[object, ...]:
    return (q.place, q.subject[-1:], q.period, q.kind, q.unit, q.currency)
