"""Reads the quantities of running text: each number with its period, measure, subject and place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.domain import Quantity, Span
from ingest.quantity.antecedents import Background, Subject, in_frame
from ingest.quantity.cues import ANNUALLY_BEHIND, COUNTED_IN, GROWS_FROM
from ingest.quantity.datelines import dateline_end
from ingest.quantity.frame import Frame
from ingest.quantity.measures import nearest_words
from ingest.quantity.numerals import has_number
from ingest.quantity.rates import consistent_span, stated_span
from ingest.quantity.scope import COMMON, heading_scope
from ingest.quantity.statement import Statement
from ingest.quantity.statements import counted_noun, read_statements, statement_tags
from ingest.quantity.timing import Timed, opening_time
from ingest.sentences import sentences
from ingest.words import STOPWORDS

_ITEM = re.compile(r"(?:^|\n)[ \t]*(?:[-*•●▪‣◦–—]|\d{1,2}[.)])[ \t]+\Z")
_BREAK = re.compile(r"\n[ \t]*\n|\n[ \t]*[-*•]")


def read_prose(text: str, frame: Frame) -> tuple[Quantity, ...]:
    """The quantities of a section's text in order; sources and quotes are spans of section 0."""
    reader = _Reader(text, frame)
    return tuple(quantity for start, end in sentences(text) for quantity in reader.read(start, end))


@dataclass(slots=True)
class _Reader:
    """Goes through a text sentence by sentence and remembers what later ones point back at."""

    text: str
    frame: Frame
    background: Background = field(default_factory=Background)
    levels: tuple[Quantity, ...] = ()
    position: int = 0
    unread: tuple[int, int] | None = None

    def read(self, start: int, end: int) -> Iterator[Quantity]:
        """The quantities of the sentence at ``start`` to ``end``."""
        self._turn(start)
        start += dateline_end(self.text[start:end])
        sentence = self.text[start:end]
        self.position = end
        if not has_number(sentence) or sentence.rstrip().endswith(":"):
            self.unread = (start, end)
            if sentence.rstrip().endswith(":"):
                self._introduce(sentence)
            return
        statements = self._statements(sentence)
        read = [_quantity(statement, (start, end), self.frame) for statement in statements if statement.numeral]
        read = _with_spans(read, statements, self.levels, self.frame)
        self._remember(statements, read)
        yield from read

    def _turn(self, start: int) -> None:
        """Forgets what a new paragraph or the end of a list ends."""
        between = self.text[self.position : start]
        is_item = bool(_ITEM.search(self.text[max(0, start - 8) : start]))
        if not self.position or (not is_item and self.background.lead is not None and "\n" in between):
            self.background = _opening_background(self.frame)
        if is_item or _BREAK.search(between):
            self.background = replace(self.background, last=None, topic=None)
            self.levels, self.unread = (), None

    def _introduce(self, sentence: str) -> None:
        """A line that ends in a colon speaks for the items below it."""
        statements = read_statements(sentence, self.frame, self.background)
        if not statements:
            return
        first = statements[0]
        time = _label_time(first)
        said = first.subject
        lead = replace(said, head=_narrowing(said.head), whole=_narrowing(said.whole))
        self.background = replace(self.background, lead=lead, label=sentence, time=time)

    def _statements(self, sentence: str) -> list[Statement]:
        if self.unread:
            start, end = self.unread
            passed = read_statements(self.text[start:end], self.frame, self.background)
            self._remember(passed, [])
            self.unread = None
        return read_statements(sentence, self.frame, self.background)

    def _remember(self, statements: Sequence[Statement], read: Sequence[Quantity]) -> None:
        if not statements:
            return
        subject = _main_subject(statements)
        topic = self.background.topic
        if self.background.last is None and subject.market and not subject.head and subject.place:
            topic = subject.place
        if not any(statement.numeral for statement in statements):
            subject = replace(subject, whole=())
        self.background = replace(self.background, last=subject, topic=topic)
        self.levels = tuple(_levels(read))


def _narrowing(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a lead-in that narrow its items: not "key facts"."""
    return tuple(text for text in texts if not all(word.lower() in COMMON | STOPWORDS for word in text.split()))


def _opening_background(frame: Frame) -> Background:
    heading = frame.heading[-1] if frame.heading else ""
    if not heading:
        return Background()
    statements = read_statements(heading, replace(frame, heading=()), Background())
    time = _label_time(statements[0]) if statements and not statements[0].numeral else Timed()
    return Background(scope=heading_scope(frame), label=heading, time=time)


def _label_time(statement: Statement) -> Timed:
    """The one year a label names."""
    unit = statement.unit
    opening = opening_time(unit)
    if opening.settled:
        return opening
    periods = {token.period for token in unit.left if token.mention}
    period = periods.pop() if len(periods) == 1 else None
    return Timed(period, period is not None)


def _main_subject(statements: Sequence[Statement]) -> Subject:
    return statements[0].subject


def _quantity(statement: Statement, sentence: tuple[int, int], frame: Frame) -> Quantity:
    numeral = statement.numeral
    if numeral is None:
        raise ValueError("only a statement with a numeral is a quantity")
    start, end = sentence
    measured = statement.measured
    falls = (
        bool(measured and measured.falls) and numeral.value > 0 and statement.measure in {"cagr", "growth", "increase"}
    )
    measure = statement.measure
    noun = numeral.unit or statement.counted or (counted_noun(statement) if numeral.kind == "number" else "")
    if noun and not numeral.unit and measure == "other":
        measure = "count"
    return Quantity(
        text=numeral.text,
        value=-numeral.value if falls else numeral.value,
        scale=numeral.scale,
        kind=numeral.kind,
        source=Span(0, start + numeral.start, start + numeral.end),
        quote=Span(0, start, end),
        unit=noun,
        currency=numeral.currency,
        upper=-numeral.upper if falls and numeral.upper is not None else numeral.upper,
        bound=numeral.bound,
        period=statement.timed.period,
        measure=measure,
        label=_label(statement, noun),
        subject=tuple(text for text in statement.subject.path(measure) if not _is_counted_in(text, noun, statement)),
        place=_place(statement, frame),
        forecast=statement.forecast,
        tags=statement_tags(statement),
    )


_PRICED = frozenset("average mean median typical selling retail wholesale list unit price prices".split())
"""What says which price it is, and not of what."""


def _is_counted_in(text: str, noun: str, statement: Statement) -> bool:
    """Whether words say what is counted, or what money is counted in, rather than what it is of."""
    if noun:
        return text.lower() == noun.lower()
    if statement.measure == "price" and _PRICED.issuperset(text.lower().split()):
        return True
    counted = COUNTED_IN.match(statement.right) if statement.measure == "size" else None
    return bool(counted and text.lower() in counted[0].lower())


def _label(statement: Statement, noun: str) -> str:
    """The report's words for what is measured; none where only a verb tells of a measure with a class of its own."""
    measured = statement.measured
    if measured and (measured.label or measured.measure in {"size", "share", "growth", "cagr", "increase"}):
        return measured.label
    return noun or nearest_words(statement.left, statement.right)


def _place(statement: Statement, frame: Frame) -> str | None:
    if frame.place and statement.subject.world and statement.subject.place is None:
        return "World"
    return in_frame(statement.subject.place, frame.place)


def _levels(read: Sequence[Quantity]) -> list[Quantity]:
    return [quantity for quantity in read if quantity.measure in {"size", "volume"}]


def _with_spans(
    read: Sequence[Quantity], statements: Sequence[Statement], before: Sequence[Quantity], frame: Frame
) -> list[Quantity]:
    """Compound rates given the span they were computed over, where the sentence leaves it out."""
    numbered = [statement for statement in statements if statement.numeral]
    is_line = not any(statement.has_verb for statement in statements)
    result: list[Quantity] = []
    for quantity, statement in zip(read, numbered, strict=True):
        if quantity.measure == "cagr" and not statement.timed.settled:
            ahead = (quantity.forecast or is_line) and "histor" not in statement.left.lower()
            own = _alike(quantity, _levels(read))
            near = own + _alike(quantity, before)
            span = consistent_span(quantity, own) or consistent_span(quantity, near, frame.forecast)
            quantity = replace(quantity, period=span or (stated_span(own, frame.forecast, ahead) if ahead else None))
        elif _is_annual(quantity, statement):
            own = _alike(quantity, _not_before(GROWS_FROM.search(statement.right), read))
            near = own + _alike(quantity, _not_before(GROWS_FROM.search(statement.right), before))
            span = consistent_span(quantity, own) or consistent_span(quantity, near, frame.forecast)
            if span and span.last > span.first + 1:
                quantity = replace(quantity, period=span, measure="cagr")
        result.append(quantity)
    return result


def _not_before(start: re.Match[str] | None, levels: Sequence[Quantity]) -> list[Quantity]:
    """Amounts of money of the year that growth is told to start from, or later."""
    first = int(start["year"]) if start else 0
    return [each for each in levels if each.kind == "money" and each.period and each.period.first >= first]


def _is_annual(quantity: Quantity, statement: Statement) -> bool:
    """Whether growth is told of every year and not of which: "that is 4.8% a year"."""
    grows = quantity.measure == "growth" and quantity.kind == "percent" and quantity.period is None
    return grows and ANNUALLY_BEHIND.match(statement.right) is not None


def _alike(quantity: Quantity, levels: Sequence[Quantity]) -> list[Quantity]:
    """The levels of the same subject and place."""
    return [level for level in levels if (level.subject, level.place) == (quantity.subject, quantity.place)]
