"""The rows and columns of tables by the words of their labels, so that a cell is found where a question says these and
not a name as such: "net debt at the end of 2023", "what did a litre of diesel cost"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise

from bot.cells import Name, name_at, name_of, names_at
from bot.joints import Joint, joints
from bot.measuring import NUMBERS
from bot.spelling import in_american
from bot.synonyms import ALIKE
from ingest.domain import HEADER_STEP, Cell, Quantity, Report
from ingest.places import place_named
from ingest.quantity.dates import label_time
from ingest.quantity.labels import is_only_unit
from ingest.quantity.named_units import without_unit
from ingest.quantity.periods import read_periods
from ingest.words import STOPWORDS, stem, words

_KEPT = frozenset("before after above below under over without not other others".split())
"""Small words that tell labels apart."""

RESTRICTS = frozenset(
    map(
        stem,
        "adjusted diluted basic before after net non loss other deferred average per excluding including underlying"
        " discontinued continuing minority noncontrolling organic gross pre post cost tax budget forecast".split(),
    )
)
"""Stems of labels without which they name something else: who asks for profit asks for none before tax."""

_DISPENSABLE = frozenset(
    map(stem, "total group consolidated reported company all overall sum number annual fiscal".split())
)
"""Stems of labels that need not be said."""

STANDS_BEFORE = (
    _DISPENSABLE
    | STOPWORDS
    | frozenset(map(stem, "market segment new last latest current per thousand million billion trillion".split()))
)
"""Stems before a word that tell no kind of it, or of which none is told by the word before."""

_VAGUE = frozenset(
    map(
        stem,
        "materials products goods services equipment systems solutions business operations activities items".split(),
    )
)
"""Stems of labels that need not be said where no other name has the rest: "insulation" of "Insulating materials"."""

_ENOUGH = 2
"""Words of a row's name that must be said where one of it is not."""

_TOTAL = re.compile(r"\W*(?:grand |sub-?)?totals?\b", re.IGNORECASE)
_INDEX = re.compile(r"\b(?:19|20)\d\d\s*=\s*100\b")
"""What figures are told by that are an index."""
_LISTED = re.compile(r"^\s*(?:\d{1,2}[.)]|[a-hA-H]\)|\([a-h]\))\s+(?=\w)")
"""What numbers the rows of a list: "4. Kestrel", "a) Tractors"."""
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_OTHER_SIDE = re.compile(r"(?P<before>\w+)\s+\((?P<side>loss|income|expense|decrease|increase|benefit|deficit)\)", re.I)


@dataclass(frozen=True, slots=True)
class Label:
    """The stems of a row's or column's name: ``needed`` must be said, ``others`` may be.

    ``first`` are those of the first of two things that it names together, ``own`` is the first of a proper name.
    """

    needed: frozenset[str]
    others: frozenset[str]
    first: frozenset[str] = frozenset()
    own: str = ""


_NOTHING = Label(frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cell that may be meant, how far it is from what is said (less is nearer), and the stems of all around it.

    In a ranking ``group`` is the column or row that is ranked, of a column the rows under one head, and ``part`` the
    cell's row or column in it.
    """

    quantity: Quantity
    distance: tuple[int, ...]
    context: frozenset[str]
    group: tuple[int, str, int, str] = (0, "", 0, "")
    part: int = 0


class Items:
    """The rows and columns of a report's tables by the words of their labels."""

    def __init__(self, report: Report, quantities: Sequence[Quantity]) -> None:
        self._tables = report.tables
        self._columns: dict[int, tuple[Label, ...]] = {}
        self._around: dict[int, frozenset[str]] = {}
        self._names: dict[int, frozenset[str]] = {}
        self._groups: dict[tuple[int, int], frozenset[str]] = {}
        self._printed: dict[int, frozenset[str]] = {}
        self._by_row: dict[tuple[int, int], list[Quantity]] = {}
        for q in quantities:
            if isinstance(q.source, Cell):
                self._by_row.setdefault((q.source.table, q.source.row), []).append(q)

    def near(
        self,
        said: frozenset[str],
        hard: frozenset[str],
        known: frozenset[str],
        market: frozenset[str] = frozenset(),
        proper: frozenset[str] = frozenset(),
    ) -> Iterator[Candidate]:
        """The cells whose labels have words of ``said`` and with what stands around them explain all of ``hard``.

        ``known`` are words that need no explaining; those of ``market`` name no part of it; ``proper`` are written as
        names are.
        """
        speaking = self._speaking(hard - known)
        for place in self._rows(said):
            if place[0] in speaking:
                label = self._shortened(self._row_label(*place), said, proper)
                found = self._of_row(place, label, said, hard, known)
                yield from (c for c in found if self._says(c, label, hard - market, said))

    def beside(self, said: frozenset[str], hard: frozenset[str], known: frozenset[str]) -> Iterator[Candidate]:
        """The cells of columns, and of rows, whose own labels and tables explain ``hard``: each is a part of a ranking
        that its other label names."""
        speaking = self._speaking(hard - known)
        for (number, row), figures in self._by_row.items():
            if number not in speaking:
                continue
            head = self.head_of(number, row)
            around = self._around_of(number) | stems_of(self._tables[number].header[0]) | stems_of(head)
            name = self._row_label(number, row)
            for q in figures:
                if not isinstance(q.source, Cell) or q.upper is not None:
                    continue
                column = self._columns_of(number)[q.source.column]
                unit = stems_of(f"{q.label} {q.unit}") | _counted(q)
                for label, group, part, other in (
                    (column, (number, "column", q.source.column, head), row, name),
                    (name, (number, "row", row, ""), q.source.column, column),
                ):
                    context = around | label.others | unit
                    missing = label.needed - said - _DISPENSABLE
                    if other.needed and hard <= context | known and not missing:
                        own = len(hard - label.needed - (stems_of(group[3]) if group[3] else frozenset()))
                        yield Candidate(q, (own, len(label.needed & _DISPENSABLE - said)), context, group, part)

    @cached_property
    def joints(self) -> frozenset[Joint]:
        """What the labels of tables join: the "and" of "research and development" parts no two things."""
        return joints(
            label
            for table in self._tables
            for label in (table.title, *table.header, *(row[names_at(table)] for row in table.rows))
        )

    def _shortened(self, label: Label, said: frozenset[str], proper: frozenset[str]) -> Label:
        """A row's label, as the first thing that it names where only that is said and no other row names it: "labor" of
        "Labor and benefits", "Sanjo" of "Sanjo Electronics"."""
        if label.needed <= said:
            return label
        for stems in (label.first, frozenset({label.own}) & proper, label.needed - _VAGUE):
            if stems and stems <= said and self._is_of_one_name(stems):
                return replace(label, needed=stems)
        return label

    def _is_of_one_name(self, stems: frozenset[str]) -> bool:
        """Whether the rows that have some words in their names have all one name."""
        rows = set.intersection(*(set(self._rows_by_word.get(stem, ())) for stem in stems))
        return len({self._row_label(*row).needed for row in rows}) == 1

    def _says(self, candidate: Candidate, row: Label, hard: frozenset[str], said: frozenset[str]) -> bool:
        """Whether a cell's own labels have a word of what is asked for, and two where one of theirs is not said."""
        source = candidate.quantity.source
        if not isinstance(source, Cell):
            return False
        column = self._columns_of(source.table)[source.column]
        own = (row.needed | column.needed) & hard
        return len(own) > (1 if row.needed - said - _DISPENSABLE else 0)

    def _speaking(self, hard: frozenset[str]) -> frozenset[int]:
        """The tables that have every word somewhere: no cell of another can be explained."""
        by_word = (self._tables_saying.get(word, frozenset()) for word in hard)
        tables = next(by_word, frozenset(range(len(self._tables))))
        return tables.intersection(*by_word)

    @cached_property
    def _tables_saying(self) -> dict[str, frozenset[int]]:
        found: dict[str, set[int]] = {}
        for (number, row), figures in self._by_row.items():
            label = self._row_label(number, row)
            texts = [label.others, label.needed, self._group(number, row)]
            texts += [self._context(q) for q in figures]
            for word in frozenset[str]().union(*texts):
                found.setdefault(word, set()).add(number)
        for number in range(len(self._tables)):
            for column in self._columns_of(number):
                for word in column.others | column.needed:
                    found.setdefault(word, set()).add(number)
        return {word: frozenset(tables) for word, tables in found.items()}

    def _rows(self, said: frozenset[str]) -> Iterator[tuple[int, int]]:
        """The rows whose own name, or a column of whose table, has a word that is said."""
        rows = {row for word in said for row in self._rows_by_word.get(word, ())}
        tables = {table for word in said for table in self._tables_by_word.get(word, ())}
        yield from rows
        for table in tables:
            yield from ((table, row) for row in range(len(self._tables[table].rows)) if (table, row) not in rows)

    def _of_row(
        self, place: tuple[int, int], label: Label, said: frozenset[str], hard: frozenset[str], known: frozenset[str]
    ) -> Iterator[Candidate]:
        """The cells of a row that explain what is asked for; those of a shortened ``label`` are a step further off."""
        short = int(label.needed != self._row_label(*place).needed)
        for q in self._by_row.get(place, ()):
            if isinstance(q.source, Cell) and q.upper is None:
                column = self._columns_of(place[0])[q.source.column]
                group = self._group(*place)
                labels = group | label.others | column.others | _where(q)
                if column.needed and hard & (self._column_words(place[0]) - labels - label.needed - column.needed):
                    continue  # another column is asked for, whatever the table's title says
                own = stems_of(" ".join(q.subject)) | labels
                context = self._context(q) | own
                named = context if hard <= own else context - self._names_in(place[0]) | own
                distance = _distance(label, column, said) if hard <= named | known else None
                if distance is not None:
                    groups = stems_of(" ".join(q.subject)) | group
                    beyond = groups - said - known - label.others - column.others
                    elsewhere = len(hard - labels - known)
                    yield Candidate(
                        q,
                        (distance[0] + short, *distance[1:], elsewhere, len(beyond & RESTRICTS), len(beyond)),
                        context,
                    )

    def _column_words(self, number: int) -> frozenset[str]:
        """The stems of the names of all columns of a table."""
        return frozenset[str]().union(*self.column_names(number))

    def _group(self, number: int, row: int) -> frozenset[str]:
        """The words of what heads a row."""
        if (number, row) not in self._groups:
            self._groups[number, row] = stems_of(self.head_of(number, row))
        return self._groups[number, row]

    def head_of(self, number: int, row: int) -> str:
        """The name of the row without figures that heads a row: "Cost of revenues:" over "Subscription"."""
        table = self._tables[number]
        depths = table.depths or (0,) * len(table.rows)
        bare = (at for at in range(row - 1, -1, -1) if (number, at) not in self._by_row)
        above = (at for at in bare if depths[at] < depths[row] or depths[at] == depths[at + 1] == depths[row])
        head = next(above, None)
        return table.rows[head][names_at(table)] if head is not None else ""

    def _context(self, q: Quantity) -> frozenset[str]:
        """All that stands around a cell: the groups it is in, its table's title and headings, its unit."""
        number = q.source.table if isinstance(q.source, Cell) else 0
        own = stems_of(" ".join((*q.subject, q.label, q.unit, *q.tags)))
        return self._around_of(number) | own | _where(q) | _counted(q)

    def _names_in(self, number: int) -> frozenset[str]:
        """The words of all names of a table's rows and columns: what one of them says, no title says of another. A
        total's are those of the whole table."""
        if number not in self._names:
            table = self._tables[number]
            at = names_at(table)
            named = (row for row, cells in enumerate(table.rows) if not _TOTAL.match(cells[at]))
            rows = (self._row_label(number, row) for row in named)
            labels = (*rows, *self._columns_of(number))
            self._names[number] = frozenset[str]().union(*(_telling(label.needed) for label in labels))
        return self._names[number]

    def column_names(self, number: int) -> frozenset[frozenset[str]]:
        """The stems of the names of a table's columns."""
        return frozenset(label.needed for label in self._columns_of(number) if label.needed)

    def _around_of(self, number: int) -> frozenset[str]:
        if number not in self._around:
            table = self._tables[number]
            said = " ".join((table.title, *table.heading, table.unit or ""))
            index = _INDEX.search(" ".join((table.title, *table.header, *table.notes)))
            self._around[number] = stems_of(said) | (frozenset({stem("index")}) if index else frozenset())
        return self._around[number]

    def _row_label(self, number: int, row: int) -> Label:
        table = self._tables[number]
        at = names_at(table)
        texts = [text for column, text in enumerate(table.rows[row]) if column != at and _is_text(text)]
        name = name_at(table, row)
        own = _NOTHING if is_time_label(name) else _label_of(name)
        return replace(own, others=own.others | stems_of(" ".join(texts)))

    def _columns_of(self, number: int) -> tuple[Label, ...]:
        if number not in self._columns:
            self._columns[number] = tuple(_header_label(header) for header in self._tables[number].header)
        return self._columns[number]

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the names of rows and columns."""
        return frozenset({*self._rows_by_word, *self._tables_by_word})

    @cached_property
    def names(self) -> frozenset[frozenset[str]]:
        """The stems of each row's name."""
        return frozenset(self._row_label(*place).needed for place in self._by_row)

    @cached_property
    def label_names(self) -> frozenset[Name]:
        """What rows, heads of rows and columns are called."""
        said: set[str] = set()
        for table in self._tables:
            at = names_at(table)
            said.update(row[at] for row in table.rows)
            said.update(step for header in table.header for step in header.split(HEADER_STEP))
        return frozenset(name_of(label) for label in said if any(map(str.isalpha, label)))

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Every two stems that stand side by side in a label or in a table's title."""
        titles = (name_of(table.title) for table in self._tables)
        return frozenset(pair for name in (*self.label_names, *titles) for pair in pairwise(name))

    def row_words(self, number: int) -> frozenset[str]:
        """The stems of what a table's rows are named by, as printed."""
        if number not in self._printed:
            cells = (cell for row in self._tables[number].rows for cell in row)
            self._printed[number] = stems_of(" ".join(filter(_is_text, cells)))
        return self._printed[number]

    @cached_property
    def _rows_by_word(self) -> dict[str, list[tuple[int, int]]]:
        found: dict[str, list[tuple[int, int]]] = {}
        for place in self._by_row:
            for word in self._row_label(*place).needed:
                found.setdefault(word, []).append(place)
        return found

    @cached_property
    def _tables_by_word(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = {}
        for number in range(len(self._tables)):
            for label in self._columns_of(number):
                for word in label.needed:
                    found.setdefault(word, set()).add(number)
        return found


def _telling(needed: frozenset[str]) -> frozenset[str]:
    """The stems of a name but those of what is measured beside others: "overseas" of "Overseas sales"."""
    return needed - MEASURED or needed


def _distance(row: Label, column: Label, said: frozenset[str]) -> tuple[int, ...] | None:
    """How far a cell's labels are from what is said; None where they say what is not asked for."""
    if not (row.needed | column.needed) & said:
        return None
    missing_row = row.needed - said - _DISPENSABLE
    missing_column = column.needed - said - _DISPENSABLE
    if (missing_row | missing_column) & RESTRICTS or len(missing_row) > 1 or any(map(str.isdigit, missing_row)):
        return None
    if missing_row and len(row.needed & said) < _ENOUGH:
        return None
    if len(missing_column) > 1 and not row.needed & said:
        return None
    needed = row.needed | column.needed
    return len(missing_row), len(missing_column), len(needed & _DISPENSABLE - said), -len(needed & said)


def _where(q: Quantity) -> frozenset[str]:
    return frozenset([placed(q.place)]) if q.place else frozenset()


def _counted(q: Quantity) -> frozenset[str]:
    """What a table of tonnes need not say: that these are a volume."""
    return frozenset({stem("volume")}) if q.measure == "volume" else frozenset()


def placed(place: str) -> str:
    """What stands for a place among stems."""
    return f"@{place}"


def needed_stems(name: str) -> frozenset[str]:
    """The stems that must be said of a row's name: none of what it has in brackets, nor its unit."""
    return _label_of(name).needed


def _label_of(text: str) -> Label:
    """A label's stems; what it has in brackets, and its unit, need not be said."""
    if (place := place_named(text)) and place.kind != "world":
        return Label(frozenset([placed(place.name)]), stems_of(text))
    sides = _OTHER_SIDE.sub(lambda match: f"{match['before']}", _LISTED.sub("", text))
    bare = _BRACKETS.sub(" ", without_unit(_timeless(_BOTH_WAYS.sub("", sides)))).strip(" *†‡:,")
    named = bare.split()
    proper = len(named) > 1 and all(word[:1].isupper() for word in named)
    own = stem(named[0]) if proper else ""
    return Label(stems_of(bare), stems_of(text), _first_of(bare), "" if own in RESTRICTS | MEASURED else own)


def _first_of(name: str) -> frozenset[str]:
    """The stems of the first of two things that a name joins, where it says by itself what is told: "Labor and
    benefits"; nothing where it is a measure, as sales are in "Sales and marketing"."""
    first, *rest = _JOINED.split(name, maxsplit=1)
    found = stems_of(first) if rest else frozenset[str]()
    return found if found.isdisjoint(RESTRICTS | MEASURED) else frozenset()


_BOTH_WAYS = re.compile(r",?\s*\(?\b(?:basic (?:and|&) diluted|before and after dilution)\b\)?", re.IGNORECASE)
"""Behind what is told in both ways at once: "Loss per share, basic and diluted"."""
_JOINED = re.compile(r"\s+(?:and|&)\s+", re.IGNORECASE)
MEASURED = frozenset(
    map(stem, "revenue sales price volume share growth cost value market total income profit loss other".split())
)


def _header_label(header: str) -> Label:
    """A column's stems without the steps that are times."""
    steps = [step for step in header.split(HEADER_STEP) if not is_time_label(step) and not is_only_unit(step)]
    labels = [_label_of(step) for step in steps]
    needed = frozenset[str]().union(*(label.needed for label in labels))
    return Label(needed, frozenset[str]().union(stems_of(header), *(label.others for label in labels)))


def _timeless(text: str) -> str:
    for each in reversed(read_periods(text)):
        text = f"{text[: each.start]} {text[each.end :]}"
    return text


def is_time_label(text: str) -> bool:
    """Whether a label says nothing but when."""
    if label_time(text):
        return True
    found = read_periods(text)
    rest = text
    for each in reversed(found):
        rest = rest[: each.start] + rest[each.end :]
    return bool(found) and not any(map(str.isalpha, rest))


def _is_text(text: str) -> bool:
    return bool(text) and any(map(str.isalpha, text)) and len(text) < 60 and not any(map(str.isdigit, text))


@lru_cache(maxsize=32768)
def stems_of(text: str) -> frozenset[str]:
    """The stems of a text's words, those for one thing as one; small words are left out unless they tell apart."""
    text = in_american(_INCHES.sub(" inch ", text))
    text = _COUNTED.sub(lambda match: str(NUMBERS[match[0].lower()]), _INITIALS.sub(r"\1", text))
    for said, pattern in ALIKE:
        text = pattern.sub(said, text)
    found = (word for word in words(text) if word.text.lower() in _KEPT or word.text.lower() not in STOPWORDS)
    return frozenset(word.stem for word in found if word.stem not in _LEFT_OUT)


_INCHES = re.compile(r"(?<=\d)\s?[\"″”]")
_COUNTED = re.compile(
    rf"\b(?:{'|'.join(NUMBERS)})(?=[- ](?:years?|months?|weeks?|days?|hours?|minutes?)\b)", re.IGNORECASE
)
"""How many of a unit of time: "less than one year"."""
_INITIALS = re.compile(r"\b([A-Z]{2,6})s\b")
"""Several of what is said by initials: "RSUs"."""
_LEFT_OUT = frozenset(map(stem, "and per the of a in for to with or".split()))
