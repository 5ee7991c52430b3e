"""What a question asks, once understood."""

from dataclasses import dataclass
from typing import Literal

from bot.evidence import Operation
from ingest.domain import Measure, Period, Quantity

Kind = Literal[
    "figure",  # a number the report may publish
    "calculation",  # a number made of published ones
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
    "empty",  # names nothing to look for
]


@dataclass(frozen=True, slots=True)
class Question:
    """A question linked to one report's own vocabulary.

    ``subject`` are the stems of the content words that are not the market's own name, a measure, a period or a place;
    ``unknown`` those of its words, as typed, that occur nowhere in the report. ``places`` are canonical names.
    ``claims`` are figures the question itself asserts ("19%, right?"). ``aspect`` tells variants of a kind apart:
    which fact about the report, which superlative, which small talk.
    """

    text: str
    report: str
    kind: Kind
    measure: Measure | None = None
    operation: Operation | None = None
    periods: tuple[Period, ...] = ()
    places: tuple[str, ...] = ()
    subject: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    claims: tuple[Quantity, ...] = ()
    aspect: str = ""
    forecast: bool = False
    elliptic: bool = False
    previous: "Question | None" = None
