"""What a question asks, once understood."""

from dataclasses import dataclass
from typing import Literal

from bot import lexicon
from bot.asked import AskedWord
from bot.evidence import Operation
from bot.measuring import A_RATE
from ingest.domain import Measure, Period, Quantity

Kind = Literal[
    "figure",  # a number the report may publish, or one that follows from those it does
    "series",  # a measure over several years
    "list",  # names
    "superlative",  # which one is largest, fastest, …
    "coverage",  # whether the report treats something
    "about",  # the report itself: base year, forecast period, publisher
    "explanation",  # words: why, how, what effect
    "contact",  # a person, buying, delivery
    "working",  # how the last answer was arrived at
    "small talk",
    "foreign",  # not in English
    "personal",  # a service, or advice on a person's own affairs
    "empty",  # names nothing to look for
]


@dataclass(frozen=True, slots=True)
class Question:
    """A question linked to one report's own vocabulary.

    ``text`` is as typed, ``ask`` the part of it that asks, with its slips mended. ``words`` are the content words that
    are not the market's own name, a measure, a period or a place; ``unknown`` those of them, as typed, that the report
    never uses. ``stems`` are those of every word of ``ask``; ``context`` are words of the questions before that it may
    still be about. ``places`` are canonical names. ``claims`` are figures the
    question itself asserts ("19%, right?"). ``aspect`` tells variants of a kind apart: which fact about the report,
    which superlative, which small talk; that a reason is asked of what was told, or the difference of the last two
    figures. ``also`` are the questions before it in the same message, ``items`` the
    several things that this one asks for.
    ``historic``: it asks of the past, ``forecast``: of what is expected.
    """

    text: str
    ask: str
    report: str
    kind: Kind
    measure: Measure | None = None
    operation: Operation | None = None
    periods: tuple[Period, ...] = ()
    places: tuple[str, ...] = ()
    words: tuple[AskedWord, ...] = ()
    unknown: tuple[str, ...] = ()
    stems: frozenset[str] = frozenset()
    context: tuple[AskedWord, ...] = ()
    claims: tuple[Quantity, ...] = ()
    aspect: str = ""
    forecast: bool = False
    historic: bool = False
    elliptic: bool = False
    previous: "Question | None" = None
    also: tuple["Question", ...] = ()
    items: tuple["Question", ...] = ()

    @property
    def is_of_whole_market(self) -> bool:
        """Whether it narrows the market to no part and no place."""
        return not (self.words or self.places)

    @property
    def asks_amount_and_more(self) -> bool:
        """Whether of several things asked for one is said by a word for amounts only, others by names: the revenue of
        "revenue and net debt"."""
        return len({each.is_of_whole_market for each in self.items}) > 1

    @property
    def is_wordy(self) -> bool:
        """Whether it asks for words beyond doubt: why, what effect, how; "order book of Acme" may ask for a figure."""
        return self.kind != "figure" and bool(lexicon.WHY.search(self.ask) or lexicon.DEFINITION.search(self.ask))

    @property
    def years(self) -> tuple[int, ...]:
        """Every year its periods name, in order."""
        return tuple(sorted({year for period in self.periods for year in (period.first, period.last)}))

    @property
    def asks_rate(self) -> bool:
        """Whether it asks for growth a year rather than over the whole time."""
        return bool(A_RATE.search(self.ask))
