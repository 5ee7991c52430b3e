"""One report as the bot holds it in memory: its text, its ledger and the words it uses."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from bot.cells import Cells
from bot.companies import company_stems
from bot.items import Items
from bot.ledger_facts import LedgerFacts
from bot.line_facts import LineFacts
from bot.lines import Line, lines_of
from bot.readings import sentence_spans
from bot.sense import GENERIC, Sense, sense_of, stems
from bot.statement import Statement, statement_of
from bot.topics import in_one_word
from ingest.domain import HEADER_STEP, Cell, ItemList, Passage, Period, Quantity, Report, Source, Span
from ingest.moments import now
from ingest.places import find_places
from ingest.quantity.dollars import OTHER_DOLLARS
from ingest.quantity.frame import Frame
from ingest.quantity.framing import frame_of, market_name
from ingest.split import is_licensed
from ingest.versions import Version
from ingest.words import STOPWORDS, words

_SPOKEN = re.compile(r"[^\W\d_][\w'’-]*")

LONGEST_NAME = 60
"""Characters; longer list items are sentences, not names."""


@dataclass(frozen=True)
class Book:
    """A live version of a report with everything a question is linked to."""

    report: Report
    passages: tuple[Passage, ...]
    quantities: tuple[Quantity, ...]
    lists: tuple[ItemList, ...]
    version: Version

    @cached_property
    def licensed_contents(self) -> tuple["ContentsLine", ...]:
        """The licensed parts of a report of which this is what is public, as its contents list has them."""
        return () if self.version.whole else tuple(line for line in self.contents if line.is_licensed)

    @cached_property
    def contents(self) -> tuple["ContentsLine", ...]:
        """All its sections and tables by their headings and titles."""
        return tuple(contents_of(self.report))

    def hides(self, source: Source) -> bool:
        """Whether a place is in a part that is licensed, and this is what is public of the report."""
        return not self.version.whole and is_licensed(self.report, source)

    @cached_property
    def frame(self) -> Frame:
        """What the report says once and its sentences rely on."""
        return frame_of(self.report)

    @cached_property
    def base_year(self) -> int | None:
        """The year its forecast starts from: the base year it names, else the first year of its own CAGR."""
        if self.frame.base_year:
            return self.frame.base_year
        spans = [
            q.period
            for q in self.quantities
            if q.measure == "cagr"
            and stems(q.subject) <= self.market_stems | self.whole
            and q.place is None
            and q.period
            and q.period.kind == "span"
        ]
        latest = max((span.last for span in spans), default=None)
        return min((span.first for span in spans if span.last == latest), default=None)

    @property
    def until(self) -> int:
        """The last year that had come when the report was written: its base year, else the one it was published in,
        else this one."""
        published = self.report.published
        return self.base_year or (published or now()).year

    @cached_property
    def question_frame(self) -> Frame:
        """The frame a question is read in: where the report names no forecast period, its own CAGR's span is it."""
        if self.frame.forecast or self.base_year is None:
            return self.frame
        ends = [
            q.period.last
            for q in self.quantities
            if q.measure == "cagr" and q.period and q.period.first == self.base_year
        ]
        last = max(ends, default=self.base_year)
        span = Period(self.base_year, last, "span")
        return replace(self.frame, forecast=span if last > self.base_year else None, base_year=self.base_year)

    @cached_property
    def tells_months(self) -> bool:
        """Whether its tables tell single months, and not only the days that quarters end with."""
        ends = 3
        return any(
            isinstance(q.source, Cell) and q.period and q.period.kind == "month" and (q.period.part or 0) % ends
            for q in self.quantities
        )

    @property
    def title(self) -> str:
        """The report's title."""
        return self.report.title

    @cached_property
    def market(self) -> str:
        """The market's name in the title's words: "Cold Chain Monitoring" of "Cold Chain Monitoring Market 2025"."""
        return market_name(self.report.title) or self.report.title

    @cached_property
    def market_stems(self) -> frozenset[str]:
        """Stems of the market's own name, however the report writes it."""
        return frozenset(stem for name in self.frame.names for stem in name)

    @cached_property
    def market_initials(self) -> frozenset[str]:
        """What the report shortens the market's name to by its initials, lower case: "clm"."""
        prefixes = {"".join(stem[0] for stem in name[:n]) for name in self.frame.names for n in range(2, len(name) + 1)}
        return frozenset(short for short in prefixes if len(short) > 1 and short in self.vocabulary)

    @cached_property
    def publisher_stems(self) -> frozenset[str]:
        """Stems of the publisher's name that are no words of the market."""
        return self.frame.publisher - self.market_stems

    @cached_property
    def dollars(self) -> str:
        """The currency that "$" is in a question about it: the one dollar that its figures are in."""
        found = [code for code in ("USD", *sorted(OTHER_DOLLARS)) if any(q.currency == code for q in self.quantities)]
        return found[0] if len(found) == 1 else "USD"

    @cached_property
    def company_stems(self) -> frozenset[str]:
        """Stems of the names of the company whose report it is, and of its publisher."""
        return company_stems(self.report, self.items.words) | self.publisher_stems

    @cached_property
    def whole(self) -> frozenset[str]:
        """Stems of the subject the report speaks of as its market where its title does not name it: an essay's, say.

        It is that of most sizes and compound rates without a place, when none of them is without a subject.
        """
        common = self.market_stems | self.publisher_stems | GENERIC
        headline = [q for q in self.quantities if q.measure in ("size", "cagr") and q.place is None]
        paths = Counter(stems(q.subject) - common for q in headline)
        if not paths or frozenset() in paths:
            return frozenset()
        path, times = paths.most_common(1)[0]
        measured = {q.measure for q in headline if stems(q.subject) - common == path}
        return path if times > 1 and len(measured) > 1 else frozenset()

    @cached_property
    def senses(self) -> tuple[Sense, ...]:
        """What each quantity of the ledger is about."""
        common = self.market_stems | self.publisher_stems | self.whole
        return tuple(sense_of(quantity, self.report, common) for quantity in self.quantities)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The same quantities with what stands right around them."""
        return tuple(statement_of(sense, self.report) for sense in self.senses)

    @cached_property
    def sentences(self) -> tuple[tuple[Span, str], ...]:
        """Every sentence of its sections with its place, in reading order."""
        return tuple(
            (Span(number, start, end), section.text[start:end])
            for number, section in enumerate(self.report.sections)
            for start, end in sentence_spans(section.text)
        )

    @cached_property
    def ledger_facts(self) -> LedgerFacts:
        """The same in arrays."""
        return LedgerFacts(self.statements)

    @cached_property
    def cells(self) -> Cells:
        """The figures of its tables by what names them."""
        return Cells(self.report, self.quantities)

    @cached_property
    def items(self) -> Items:
        """The rows and columns of its tables by the words of their labels."""
        return Items(self.report, self.quantities)

    @cached_property
    def totals(self) -> frozenset[Quantity]:
        """The figures in rows of totals."""
        return frozenset(statement.sense.quantity for statement in self.statements if statement.total)

    @cached_property
    def own_counts(self) -> Counter[str]:
        """Stem → how many figures have it in their own fields or their column's header."""
        return Counter(stem for each in self.statements for stem in each.sense.about | each.header)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its sentences, its lists, and the rows and columns of its tables."""
        return lines_of(self.report, self.lists, self.quantities)

    @cached_property
    def line_facts(self) -> LineFacts:
        """The same with what they say."""
        return LineFacts(self.lines)

    @cached_property
    def mentions(self) -> dict[str | int, tuple[int, ...]]:
        """Stem, place or year → the numbers of the statements whose fields, sentence, row or headings have it."""
        found: dict[str | int, list[int]] = {}
        for number, statement in enumerate(self.statements):
            sense = statement.sense
            period = sense.quantity.period
            own = {sense.quantity.place, *((period.first, period.last) if period else ())} - {None}
            said = sense.about | sense.around | sense.above | statement.header
            for each in {*said, *sense.places, *sense.years, *own}:
                if each is not None:
                    found.setdefault(each, []).append(number)
        return {each: tuple(numbers) for each, numbers in found.items()}

    @cached_property
    def names(self) -> frozenset[frozenset[str]]:
        """Every name of a part of the market, as stems: subjects of the ledger and items of lists."""
        return frozenset(sense.core for sense in self.senses if sense.core) | self.listed

    @cached_property
    def listed(self) -> frozenset[frozenset[str]]:
        """The names that stand in its lists, as stems."""
        common = self.market_stems | GENERIC
        items = (stems((text,)) - common for each in self.lists for text, _ in each.items if len(text) < LONGEST_NAME)
        return frozenset(name for name in items if name)

    @cached_property
    def listed_items(self) -> Counter[frozenset[str]]:
        """The items of its lists, as stems → in how many lists they are."""
        return Counter(name for each in self.lists for name in {stems((text,)) for text, _ in each.items})

    @cached_property
    def list_labels(self) -> Counter[frozenset[str]]:
        """The labels of its lists, as stems → how many lists have them."""
        return Counter(map(label_stems, self.lists))

    @cached_property
    def name_stems(self) -> frozenset[str]:
        """Stems of every word of those names."""
        return frozenset[str]().union(*self.names)

    @cached_property
    def initials(self) -> dict[str, str]:
        """Lower-case initials → the words of a name that they are of, where only those of one name are."""
        return _only_ones(part for name in self._named for part in _runs(_spoken(name)))

    @cached_property
    def whole_initials(self) -> dict[str, str]:
        """The same of all words of a name, or of words that hyphens make one: "poc" of "point-of-care"."""
        titles = (self.title, *(table.title for table in self.report.tables))
        joined = (word for text in (*self._named, *titles) for word in _HYPHENED.findall(text))
        whole = [*self._named, *joined]
        return _only_ones(said for text in whole for said in (_spoken(text), _SPOKEN.findall(text.replace("-", " "))))

    @cached_property
    def hyphened(self) -> dict[str, str]:
        """Words that the report writes with a hyphen only, by how they are written without."""
        found = {word for text in self.texts for word in _HYPHENED.findall(text)}
        return {word.replace("-", "").lower(): word for word in sorted(found)}

    @cached_property
    def _named(self) -> tuple[str, ...]:
        parts = {part for quantity in self.quantities for part in quantity.subject}
        return (*parts, *{text for each in self.lists for text, _ in each.items if len(text) < LONGEST_NAME})

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word form the report uses, lower case."""
        return frozenset(self.surface.values()) | frozenset(w.text.lower() for text in self.texts for w in words(text))

    @cached_property
    def places(self) -> frozenset[str]:
        """Canonical names of every place the report names."""
        return frozenset(found.value.name for text in self.texts for found in find_places(text))

    @cached_property
    def surface(self) -> dict[str, str]:
        """Stem → a word form the report uses, for every word of the report."""
        return {w.stem: w.text.lower() for text in self.texts for w in words(text)}

    @cached_property
    def said(self) -> str:
        """The stems of all its texts in order, with blanks around each."""
        return "  ".join(f" {' '.join(word.stem for word in words(text))} " for text in self.texts)

    @cached_property
    def idf(self) -> dict[str, float]:
        """Stem → inverse passage frequency, ln(1 + n / df)."""
        counts = Counter(stem for p in self.passages for stem in {w.stem for w in words(p.embedded)})
        return {stem: math.log(1 + len(self.passages) / n) for stem, n in counts.items()}

    @cached_property
    def ledger_by_room(self) -> dict[tuple[str, int], tuple[Quantity, ...]]:
        """The quantities of each section ("section", n) and table ("table", n)."""
        rooms: dict[tuple[str, int], list[Quantity]] = {}
        for q in self.quantities:
            key = ("section", q.source.section) if isinstance(q.source, Span) else ("table", q.source.table)
            rooms.setdefault(key, []).append(q)
        return {key: tuple(found) for key, found in rooms.items()}

    @cached_property
    def ledger_by_quote(self) -> dict[Source, tuple[Quantity, ...]]:
        """The quantities of each sentence or row that is quoted."""
        quoted: dict[Source, list[Quantity]] = {}
        for q in self.quantities:
            quoted.setdefault(q.quote, []).append(q)
        return {quote: tuple(found) for quote, found in quoted.items()}

    @cached_property
    def passage_starts(self) -> dict[int, tuple[tuple[int, int], ...]]:
        """Section → (start, passage number) of its passages, in reading order."""
        starts: dict[int, list[tuple[int, int]]] = {}
        for p in self.passages:
            if isinstance(p.source, Span):
                starts.setdefault(p.source.section, []).append((p.source.start, p.number))
        return {section: tuple(sorted(found)) for section, found in starts.items()}

    @cached_property
    def row_passages(self) -> dict[tuple[int, int], int]:
        """Table and row (-1: its title and header) → the number of their passage."""
        return {(p.source.table, p.source.row): p.number for p in self.passages if isinstance(p.source, Cell)}

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Everything that it says: title, headings, sections, titles of tables and cells."""
        report = self.report
        headings = {" ".join(s.heading) for s in report.sections} | {" ".join(t.heading) for t in report.tables}
        cells = (cell for t in report.tables for row in (t.header, *t.rows) for cell in row)
        return (report.title, *headings, *(s.text for s in report.sections), *(t.title for t in report.tables), *cells)

    @cached_property
    def front_matter(self) -> str:
        """What the report says of itself, as ``front_matter_text`` writes it."""
        return front_matter_text(self.report)

    def text_at(self, source: Source) -> str:
        """The verbatim text of a place in the report (a row as its cells, joined)."""
        if isinstance(source, Span):
            return self.report.sections[source.section].text[source.start : source.end]
        return cell_text(self.report, source)


def label_stems(listed: ItemList) -> frozenset[str]:
    """The stems of a list's label up to its colon."""
    return stems((in_one_word(listed.label.split(":")[0]),))


def _contact_line(report: Report) -> str | None:
    person = report.contact
    if person is None:
        return None
    return ", ".join(part for part in (person.name, person.role, person.email, person.phone, person.url) if part)


def cell_text(report: Report, cell: Cell) -> str:
    """The text of a cell; of a whole row its cells joined by "; "; of row -1 the header."""
    table = report.tables[cell.table]
    row = table.header if cell.row < 0 else table.rows[cell.row]
    return row[cell.column] if cell.column >= 0 else "; ".join(row)


def front_matter_text(report: Report) -> str:
    """Title, publisher, date, edition and contact on lines of their own: the text at the address ``{report}:front``."""
    facts = {
        "Title": report.title,
        "Publisher": report.publisher,
        "Published": report.published,
        "Edition": report.edition,
        "Contact": _contact_line(report),
    }
    if report.published:
        facts["Published"] = f"{report.published.day} {report.published:%B %Y}"
    return "\n".join(f"{name}: {value}" for name, value in facts.items() if value)


PartKind = Literal["section", "table"]


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A part in the contents list: its heading or title, the headings over it, and where the line stands; a licensed
    one is marked from ``end`` to ``marked_end``."""

    kind: PartKind
    title: str
    above: tuple[str, ...]
    is_licensed: bool
    start: int
    end: int
    marked_end: int


_LICENSED = " (licensed)"
"""Behind a part that needs a licence, where others do not."""


def contents_of(report: Report) -> Iterator[ContentsLine]:
    """The parts of a report, sections first, each heading once; a table without a title of its own by its heading where
    that is no section's of the same access."""
    parts: dict[tuple[PartKind, tuple[str, ...]], bool] = {}
    for section in report.sections:
        if section.heading:
            parts[("section", section.heading)] = section.access == "licensed"
    for table in report.tables:
        path = table.heading if table.title in ("", *table.heading[-1:]) else (*table.heading, table.title)
        is_licensed = table.access == "licensed"
        if path and parts.get(("section", path)) != is_licensed:
            parts[("table", path)] = is_licensed
    at = 0
    for (kind, path), is_licensed in parts.items():
        end = at + len(_contents_line(kind, path))
        marked = end + len(_LICENSED) * is_licensed
        yield ContentsLine(kind, path[-1], path[:-1], is_licensed, at, end, marked)
        at = marked + 1


CONTENTS = ("Contents of the full report",)
"""The heading over the list of a report's parts."""


def contents_text(report: Report) -> str:
    """The parts of a report by their headings and titles, on lines of their own: the text at the address
    ``{report}:contents``."""
    return "\n".join(
        _contents_line(line.kind, (*line.above, line.title)) + _LICENSED * line.is_licensed
        for line in contents_of(report)
    )


def _contents_line(kind: str, path: Sequence[str]) -> str:
    return f"{kind.capitalize()}: {' '.join(HEADER_STEP.join(path).split())}"


_HYPHENED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")


def _spoken(text: str) -> list[str]:
    return [word for word in _SPOKEN.findall(text) if word.lower() not in STOPWORDS]


def _runs(said: Sequence[str]) -> Iterator[Sequence[str]]:
    """Two to four words that follow each other."""
    return (said[start:end] for start in range(len(said)) for end in range(start + 2, min(start + 4, len(said)) + 1))


def _only_ones(names: Iterable[Sequence[str]]) -> dict[str, str]:
    """Lower-case initials → the one name of several words that they are of."""
    found: dict[str, dict[frozenset[str], str]] = {}
    for name in names:
        if len(name) > 1:
            found.setdefault("".join(word[0] for word in name).lower(), {}).setdefault(stems(name), " ".join(name))
    return {short: next(iter(each.values())) for short, each in found.items() if len(each) == 1}
