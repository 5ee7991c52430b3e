"""What a question asks of a table's cell by the words of its labels: "gross profit in the first half of 2024"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from bot import measuring, table_cues
from bot.asked_times import DECEMBER, LATEST, AskedTime, asked_times, blanked
from bot.asked_unit import asked_unit
from bot.book import Book
from bot.cells import labels_at
from bot.entities import is_of_another_entity, is_of_parent
from bot.items import Candidate, placed, stems_of
from bot.measuring import MOVES
from bot.printings import current_period, distinct
from bot.question import Question
from bot.table_figures import Printed
from ingest.domain import HEADER_STEP, Cell, Period, Quantity
from ingest.places import find_places
from ingest.quantity.changes import is_change
from ingest.quantity.dates import TRAILING_MONTHS, is_day
from ingest.quantity.headers import read_header
from ingest.words import stem

_ASKS = frozenset(
    map(
        stem,
        "what which how much many big large high low long show tell give list company group firm business concern"
        " reported report reports record recorded post posted make made earn earned generate generated spend spent"
        " pay paid cost costs amount amounts total totals value figure number level stand stood come came get got"
        " sell sold use used account accounted according table statement fiscal financial year years quarter month"
        " months half end ended period full whole overall million billion thousand dollar dollars euro euros yen"
        " pound pounds exact exactly published going run put there worth size price average every calendar annual"
        " annually column row line item entry print printed state stated bring brought take took time times buy"
        " bought please still expected forecast projected received receive recorded listed expensive cheap"
        " hold held ratio multiple carry basis book tonnage"
        " exposure balance bill compared compare compares went go goes gone"
        " booked arm division segment unit reach reached achieve achieved guide guided plan planned impact"
        " effect".split(),
    )
)
"""Stems that ask for a figure; a label may have them and need not."""

_WHOLE = frozenset(map(stem, "market markets industry industries sector sectors".split()))
"""Stems for what a whole report is of: they name no cell of it."""

_REFUSED = re.compile(
    r"\b(?:if|assum\w+|how (?:long|old|far|often)|never|not|would|could|should|why|true|right|correct)\b|n't\b",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"\b(?:grow\w*|grew|chang\w*|increas\w*|decreas\w*|declin\w*|rise|rose|risen|fell|fall\w*|drop\w*|up|down|cagr"
    r"|compound|faster|slower|growth|improv\w*|worsen\w*|shr[aiu]nk\w*|widen\w*|narrow(?:ed|s))\b",
    re.IGNORECASE,
)
_KINDS = ("figure", "explanation", "list")
_PARTS = frozenset({"percent", "percentage points", "basis points"})
_ANY = frozenset({"money", "number", "multiple", *_PARTS})
_POINTS = frozenset({"percentage points", "basis points"})
_POINTS_ASKED = re.compile(r"\bpoints?\b|\bbps\b", re.IGNORECASE)
_CHANGES = MOVES | {"difference"}
_RATE_OF = re.compile(
    r"\b(?:annual|monthly|quarterly|year-(?:on|over)-year|yoy|percent(?:age)?|%|price|rate of)\s(?:\w+ )?change\b",
    re.IGNORECASE,
)
"""A change as a noun, whatever changes: "annual price change"."""
CHANGE_STEMS = frozenset(map(stem, "change changes growth grew increase decrease".split()))
_PRICE_STEMS = frozenset(map(stem, "price prices cost costs fee fees fare fares rate rates average tariff".split()))
_FORESEEN = re.compile(r"\b(?:forecasts?|outlook|guidance|budget|projections?)\b", re.IGNORECASE)
_LATEST_WORDS = frozenset(map(stem, "latest last recent current".split()))
_TRAILING = re.compile(
    rf"\b(?:{TRAILING_MONTHS})\b"
    r"(?P<to>(?: (?:to|ended|ending|up to|until))?(?: (?:Q[1-4]|[A-Z][a-z]{2,8})\.?(?: \d{1,2},?)? (?:19|20)\d\d)?)",
    re.IGNORECASE,
)
"""The twelve months up to a date, which columns are headed by themselves: "last twelve months to September 2025"."""
_PEOPLE = re.compile(r"\bhow many (?:people|persons)\b", re.IGNORECASE)
"""Asks how many of whatever else is named: "how many people did the workforce shrink by"."""
_OVER_THE_YEAR = re.compile(r"\b(?:over|on|during|for|within) the (?:year|month|quarter|period)\b", re.IGNORECASE)
_MONEY = re.compile(r"\b(?:worth|pays?|paid|costs?|spend|spent|spending|prices?|value of)\b", re.IGNORECASE)
"""Asks for money."""
_EARNED = re.compile(r"\b(?:revenues?|turnover|earn\w*|profits?|loss(?:es)?|sell|sells|sold)\b", re.IGNORECASE)
_OWNERS = re.compile(r"^['’]s?\b")
"""Behind a name, says whose something is: "China's"."""
_PROPER = re.compile(r"(?<=\w )([A-Z][a-z]+)\b|\b([A-Z][a-z]+)(?=['’]s\b)")
"""A word that is written as names are."""
_COMPARABLE = stem("comparable")
"""Sales of the same shops are told by how much they grew."""
_CASH = frozenset({stem("cash")})
_SPENT = re.compile(r"\bcash\b[^?]*\b(?:spen[dt]|pay|paid|put into)\b", re.IGNORECASE)
"""Asks how much of it was spent on what else is named."""
_RATIO = re.compile(r"\b(?:margins?|ratios?|rates?|returns?|yields?)\b", re.IGNORECASE)
"""Asks for a part of what is earned."""
_PROPORTION = re.compile(r"\b(?:ratios?|multiples?|ind(?:ex|ices))\b", re.IGNORECASE)
"""Asks for one amount over another, or for an index, which is no amount."""
_OF_ONE = re.compile(r"\b(?:an?|one|per|each|average|price[sd]?)\b", re.IGNORECASE)
"""Asks for the price of a thing, and not what is spent on it: "what does a vest cost"."""
_SOLD = re.compile(r"\b(?:sell|sells|sold|selling)\b", re.IGNORECASE)
_IN_USE = re.compile(r"\b(?:installed base|in use|in operation|fleet)\b", re.IGNORECASE)
OF_GROUP = re.compile(r"\b(?:group|consolidated|company-?wide)\b", re.IGNORECASE)
"""Asks for all of a company."""
_QUARTER = re.compile(r"\bquarter\b", re.IGNORECASE)
"""Names a quarter that is none of the times read: "the holiday quarter of 2024"."""


def labelled(question: Question, book: Book) -> tuple[Printed, ...]:
    """For each time asked for the one cell that the question's words name; none where one is missing, or where they
    name more. Where no change since the year before is printed, it is the cells of both years."""
    if question.measure == "cagr" and (printed := _cells_of(Asked(question, book, over_span=True), book)):
        return printed
    found = _cells_of(Asked(question, book), book)
    paired = compares_with_year_before(question.ask)
    return found or (_cells_of(Asked(question, book, paired=True), book) if paired else ())


_COMPARED_WITH = re.compile(
    r"\b(?:(?:as )?compared (?:with|to)|against|versus|vs\.?|relative to|(?:up|down) (?:on|from)|than in)"
    r"(?: that (?:of|in))?(?: the)? $",
    re.IGNORECASE,
)
"""Before the one time that is named, with which another is compared."""


def compares_with_year_before(ask: str) -> bool:
    """Whether a question compares a time with the year before: "in Q3 versus last year", "rise year on year"."""
    return _YEAR_BEFORE.search(ask) is not None


def without_year_before(ask: str) -> str:
    """A question without the words that compare with the year before."""
    return _YEAR_BEFORE.sub(" ", ask)


_YEAR_BEFORE = re.compile(
    r",?\s*\b(?:(?:as )?compared (?:with|to)|against|versus|vs\.?|from|over|than|relative to|on) (?:(?:in|that of) )?"
    r"(?:the |a )?(?:same (?:quarter|period|month|half)(?: of| in)? )?(?:the |a )?"
    r"(?:(?:previous|prior|preceding|last) (?:fiscal |financial )?year|year (?:before|earlier|ago|prior)"
    r"|year[- ](?:ago|earlier) (?:quarter|period|half|month))"
    r"|\b(?:yoy|y[-/]o[-/]y|y/y|year[- ](?:on|over)[- ]year)\b",
    re.IGNORECASE,
)
"""Compares with the year before the time that is named."""


def _cells_of(asked: "Asked", book: Book) -> tuple[Printed, ...]:
    if not asked.is_possible:
        return ()
    candidates = [
        c
        for c in book.items.near(asked.said, asked.hard, asked.known, asked.market, asked.proper)
        if asked.fits(c.quantity)
    ]
    near = [_near(asked, time, candidates, book) for time in asked.times or (None,)]
    shared = set.intersection(*({_table(q) for _, q in each} for each in near))
    if len(near) > 1 and shared:  # what is compared stands in one table
        near = [[(distance, q) for distance, q in each if _table(q) in shared] for each in near]
    found = tuple(_nearest(asked, each, book) for each in near)
    return found if all(found) else ()


Near = tuple[tuple[int, ...], Quantity]
"""A cell with its distance from what is asked for."""


def _near(asked: "Asked", time: AskedTime | None, candidates: Sequence[Candidate], book: Book) -> list[Near]:
    """The cells of a time."""
    ranks = [(c, time.rank(c.quantity, book.report) if time else 0) for c in candidates]
    ranked = [(c, rank) for c, rank in ranks if rank is not None]
    if time is not None and not ranked:
        ranked = [(c, 0) for c in candidates if is_day_of(c.quantity, time, book)]
    return [((*asked.aside(c.quantity), *c.distance, rank), c.quantity) for c, rank in ranked]


def _table(q: Quantity) -> int | None:
    return q.source.table if isinstance(q.source, Cell) else None


def _nearest(asked: "Asked", near: Sequence[Near], book: Book) -> Printed:
    """The one cell that is nearest; where several print one figure, each."""
    least = min((distance for distance, _ in near), default=None)
    best = [q for distance, q in near if distance == least]
    if not asked.times and len({q.period for q in best}) > 1:
        best = latest(best, asked, book)
    if len({q.place for q in best}) > 1:
        return ()
    printed = tuple(distinct(best))
    return printed if len({(q.amount, q.kind, q.currency) for q in printed}) == 1 else ()


def is_day_of(q: Quantity, time: AskedTime, book: Book) -> bool:
    """Whether a figure is of a day in the year asked for, as a balance sheet's are: "September 27, 2025"."""
    if not isinstance(q.source, Cell) or q.period is None or q.period.kind != "month":
        return False
    if time.periods[0].kind not in ("year", "fiscal year"):
        return False  # another day is asked for
    header = book.report.tables[q.source.table].header[q.source.column]
    years = {period.first for period in time.periods if period.kind == "year"}
    years |= {period.first + book.frame.fiscal_lag for period in time.periods if period.kind == "fiscal year"}
    return q.period.first in years and is_day(" ".join(header.split(HEADER_STEP)))


def latest(figures: Sequence[Quantity], asked: "Asked", book: Book) -> list[Quantity]:
    """Those of the last time that is over. Where times of several sorts are told, as quarters beside years, those of
    the last year, if the latest is asked for, else none."""
    past = [q for q in figures if q.period and not q.forecast and not asked.is_foreseen(q)]
    said = asked.asks_latest
    if _RELATIVE.search(asked.ask):
        past = [q for q in past if q.period and q.period.kind in YEARS] if said else []
    if past and all(_is_of_day(q, book) for q in past):
        last = max((q.period.last, q.period.part or DECEMBER) for q in past if q.period)
        return [q for q in past if q.period and (q.period.last, q.period.part or DECEMBER) == last]
    of_years = [q for q in past if q.period and q.period.kind in YEARS]
    several = len({q.period.kind for q in past if q.period} - YEARS) + bool(of_years) > 1
    if several and not (of_years and said):
        return []
    now = current_period(of_years or past, book)
    return [q for q in past if q.period == now]


_RELATIVE = re.compile(
    r"\b(?:(?:last|previous|prior|preceding|next) (?:year|quarter|month|period)|ago|earlier|before"
    r"|same (?:quarter|period))\b",
    re.IGNORECASE,
)
"""Names a time by another one, which may not be the last."""


def _is_of_day(q: Quantity, book: Book) -> bool:
    """Whether a cell's column is headed by a day, of which a year's last one is told as that year."""
    if not isinstance(q.source, Cell) or q.period is None or q.period.kind not in {"month", *YEARS}:
        return False
    header = book.report.tables[q.source.table].header[q.source.column]
    return is_day(" ".join(header.split(HEADER_STEP)))


YEARS = frozenset({"year", "fiscal year"})
"""Kinds of time that are a year."""


class Asked:
    """What a question says, but for the stems ``without``; ``paired``: of the year before its one time too;
    ``over_span``: of a span of years, not of both its ends.

    ``rest`` is its text without times and places; ``said`` are the stems of all its words but those of times, and its
    places; ``hard`` those that a cell's labels must explain; ``known`` those of the report's own name and its
    company's; ``market`` those of its market's.
    """

    def __init__(
        self,
        question: Question,
        book: Book,
        without: frozenset[str] = frozenset(),
        paired: bool = False,
        over_span: bool = False,
    ) -> None:
        ask = question.ask
        self._question = question
        self._trailing = _TRAILING.search(ask)
        inside = self._trailing.span() if self._trailing else (0, 0)
        times = [time for time in asked_times(ask, book) if not inside[0] <= time.start < inside[1]]
        self.times = tuple(times) if over_span else _ends_apart(times)
        if paired:
            self.times = _with_year_before(self.times)
        elif len(self.times) == 1 and table_cues.asks_change(ask) and _COMPARED_WITH.search(ask[: self.times[0].start]):
            self.times = _with_year_after(self.times[0])
        self._places = [found for found in find_places(ask) if found.value.kind != "world"]
        taken = [self._trailing.span("to")] if self._trailing else []
        taken += [match.span() for match in _YEAR_BEFORE.finditer(ask)]
        self._when = [*taken, *((time.start, time.end) for time in self.times)]
        rest = _PEOPLE.sub("how many", _OVER_THE_YEAR.sub(" ", self.naming(())))
        wanted = asked_unit(rest)
        self._unit = wanted.unit if wanted else None
        if wanted:
            rest = rest[: wanted.start] + ("how much" if wanted.counted else "") + rest[wanted.end :]
        self.rest = " ".join(rest.split())
        self.said = stems_of(rest) | {placed(found.value.name) for found in self._places}
        self.market = _WHOLE | (book.market_stems if _WHOLE & stems_of(book.report.title) else frozenset())
        self.known = (_report_stems(book) - book.items.words) | book.company_stems
        if len(book.market_stems) > 1 and book.market_stems <= self.said:
            self.market |= book.market_stems  # its whole name: "commercial cleaning revenue from education clients"
            self.known |= book.market_stems
        of_change = not {question.measure, question.operation}.isdisjoint(_CHANGES) or bool(_RATE_OF.search(rest))
        of_change = of_change or table_cues.asks_how_changed(ask)
        self._asks_growth = of_change and len(self.times) < 2
        self._home = book.frame.place
        self._frame = book.frame
        self._report = book.report
        self._asks_share = question.measure == "share"
        self._may_move = of_change or table_cues.MAY_MOVE.search(ask) is not None
        moves = stems_of(" ".join(match[0] for match in _MOVES.finditer(rest)))
        self.asks_latest = not self.times and not self._trailing and LATEST.search(ask) is not None
        self.hard = self.said - _ASKS - moves - frozenset({"percent"}) - (_LATEST_WORDS if self.asks_latest else set())
        self.proper = frozenset(stem(name) for match in _PROPER.finditer(rest) for name in match.groups() if name)
        self.hard -= without | (_CASH if _SPENT.search(rest) else frozenset())
        self.ask = ask
        if _SOLD.search(rest) and not table_cues.SOLD_MOST.search(ask):
            self.said |= {stem("revenue")}

    def naming(self, labels: Iterable[str]) -> str:
        """The question without its times, and without its places but those that some label names."""
        named = [stems_of(label) for label in labels]
        ask = self._question.ask
        text = blanked(ask, self._when)
        for place in reversed(self._places):
            is_named = any(stems_of(place.value.name) <= stems for stems in named)
            rest = text[place.end :] if is_named else _OWNERS.sub("", text[place.end :])
            text = f"{text[: place.start]}{place.value.name if is_named else ' '}{rest}"
        return " ".join(text.split())

    def rank(self, q: Quantity) -> int | None:
        """How likely a figure's time is the first that is named, 0 the most or where none is; None where it is not."""
        return self.times[0].rank(q, self._report) if self.times else 0

    @property
    def has_unknown(self) -> bool:
        """Whether it has a word that the report never uses."""
        return bool(self._question.unknown)

    @property
    def places(self) -> frozenset[str]:
        """The places it names."""
        return frozenset(found.value.name for found in self._places)

    @property
    def is_possible(self) -> bool:
        """Whether it asks for figures of cells and for nothing that is made of them."""
        question = self._question
        return bool(
            question.kind in _KINDS
            and question.previous is None
            and (self._unit is not None or not table_cues.CURRENCY.search(question.ask))
            and not measuring.SERIES.search(question.ask)
            and (question.kind != "list" or self.times or self.asks_latest)
            and self.hard
            and len(self.times) < 3
            and not question.claims
            and not _REFUSED.search(question.ask)
            and not table_cues.rankings(question.ask)
        )

    @property
    def ranks(self) -> bool:
        """Whether a ranking may be asked for by labels: something of it must be named."""
        return bool(self.said - _ASKS) and not _REFUSED.search(self.ask)

    def fits(self, q: Quantity) -> bool:
        """Whether a figure is of the sort asked for."""
        if not self.is_in_unit(q) or (q.kind not in self._expected and not self._names_kind(q)):
            return False
        if self._is_of_a_part(q) or (_QUARTER.search(self.rest) and q.period and q.period.kind in YEARS):
            return False
        of_one = self._question.measure == "price" and _OF_ONE.search(self.ask) and not _RATIO.search(self.ask)
        if of_one and q.measure != "price" and not self._names_price(q):
            return False
        if self._asks_growth:
            own = stems_of(" ".join(labels_at(q, self._report)))
            is_rate = q.measure in MOVES or (q.kind in _PARTS and bool(own & CHANGE_STEMS))
            return is_rate and (q.kind in _PARTS or not self._asks_percent)
        if q.kind in _POINTS and not _POINTS_ASKED.search(self.ask) and not self._is_level(q):
            return False
        if not self._may_move and not CHANGE_STEMS.isdisjoint(stems_of(labels_at(q, self._report)[1])):
            return False
        told_by_growth = _COMPARABLE in self.said and q.kind in _PARTS
        return (q.measure not in MOVES or told_by_growth) and (not self._asks_share or q.kind in _PARTS)

    def _is_of_a_part(self, q: Quantity) -> bool:
        """Whether a cell is of one place where all of a group is asked for, or of what is in use and not sold."""
        if is_of_another_entity(q, self.ask, self._report):
            return True
        if OF_GROUP.search(self.ask) and q.place not in (None, self._home, *self.places):
            return True
        title = self._report.tables[q.source.table].title if isinstance(q.source, Cell) else ""
        return bool(_SOLD.search(self.ask) and _IN_USE.search(title) and not _IN_USE.search(self.ask))

    def _names_kind(self, q: Quantity) -> bool:
        """Whether a row's own name says what else asks for money: "Cost of risk" is in basis points."""
        asks = _MONEY.search(self.ask)
        row, _ = labels_at(q, self._report)
        return asks is not None and stem(asks[0].lower()) in stems_of(row)

    def _is_level(self, q: Quantity) -> bool:
        """Whether basis points are those of a rate, as a cost of risk is told, and not what one moved by."""
        moved = q.text[:1] in "+-−–(" or is_change(read_header(labels_at(q, self._report)[1], self._frame))
        return q.kind == "basis points" and not moved

    def is_in_unit(self, q: Quantity) -> bool:
        """Whether a figure is in what the question says that it wants it in."""
        unit = self._unit
        if unit is None:
            return True
        counted = unit.kind != "number" or not unit.unit or stems_of(unit.unit) == stems_of(q.unit)
        return unit.kind == q.kind and unit.currency in (None, q.currency) and counted

    def _names_price(self, q: Quantity) -> bool:
        """Whether a cell's labels or its table's title name a price; its section may tell of several things."""
        if not isinstance(q.source, Cell):
            return False
        title = self._report.tables[q.source.table].title
        return not stems_of(" ".join((title, q.label, *labels_at(q, self._report)))).isdisjoint(_PRICE_STEMS)

    @cached_property
    def _expected(self) -> frozenset[str]:
        """The kinds of number that a question may ask for by its own words."""
        if table_cues.SOLD_MOST.search(self.ask):
            return frozenset({"number"})
        if _PROPORTION.search(self.ask):
            return _ANY - {"money"}
        if self._question.measure == "count":
            return frozenset({"number", "multiple"} | (_PARTS if self._asks_growth or self._asks_share else set()))
        if self._asks_growth or self._asks_share:
            return _ANY
        if _MONEY.search(self.ask) and not _RATIO.search(self.ask):
            return frozenset({"money"})
        if _EARNED.search(self.ask) and not _RATIO.search(self.ask):
            return frozenset({"money", "multiple"} | ({"number"} if _SOLD.search(self.ask) else set()))
        return _ANY

    def aside(self, q: Quantity) -> tuple[bool, bool, bool]:
        """Whether a figure is a part of a whole where none is asked for, as "(3)%" of revenue beside the loss itself,
        whether its table is of a place that the question does not name, and whether it is of a parent company alone."""
        is_part = q.kind == "percent" and not (self._asks_share or self._asks_growth)
        elsewhere = q.place not in (None, self._home, *(found.value.name for found in self._places))
        return is_part, elsewhere, is_of_parent(q, self._report)

    def is_foreseen(self, q: Quantity) -> bool:
        """Whether a cell's table is one of forecasts by its title."""
        return isinstance(q.source, Cell) and _FORESEEN.search(self._report.tables[q.source.table].title) is not None

    @property
    def _asks_percent(self) -> bool:
        return re.search(r"percent|per cent|%|rate", self._question.ask, re.IGNORECASE) is not None


def _ends_apart(times: Sequence[AskedTime]) -> tuple[AskedTime, ...]:
    """The times, of a span both its ends: "from 2023 to 2024"."""
    if len(times) != 1 or times[0].periods[0].kind != "span":
        return tuple(times)
    time, span = times[0], times[0].periods[0]
    years = ((Period(year, year), Period(year, year, "fiscal year")) for year in (span.first, span.last))
    return tuple(AskedTime(time.start, time.end, periods) for periods in years)


def _with_year_before(times: tuple[AskedTime, ...]) -> tuple[AskedTime, ...]:
    """A time and that of the year before; others than one as they are."""
    return (_shifted(times[0], -1), times[0]) if len(times) == 1 else times


def _with_year_after(time: AskedTime) -> tuple[AskedTime, ...]:
    """A time and that of the year after, which is compared with it."""
    return (time, _shifted(time, 1))


def _shifted(time: AskedTime, years: int) -> AskedTime:
    """The same time so many years later."""

    def moved(periods: tuple[Period, ...]) -> tuple[Period, ...]:
        return tuple(replace(each, first=each.first + years, last=each.last + years) for each in periods)

    return replace(time, periods=moved(time.periods), by_date=moved(time.by_date))


def _report_stems(book: Book) -> frozenset[str]:
    """The stems of what the whole report is of: who says these asks for no part of it."""
    return book.market_stems | stems_of(f"{book.report.title} {book.report.id.replace('-', ' ')}")
