"""Reads what the labels of a table say: a title, a column's header, a row's name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ingest.domain import Measure, Period
from ingest.places import place_named
from ingest.quantity.clauses import Unit
from ingest.quantity.dates import (
    TRAILING_MONTHS,
    LabelTime,
    YearPart,
    change_year,
    label_time,
    months_within,
    part_within,
    short_span,
    without_status,
)
from ingest.quantity.frame import Frame
from ingest.quantity.measures import measure_of
from ingest.quantity.named_units import NamedUnit, unit_within, whole_unit, without_unit
from ingest.quantity.periods import Mention, read_periods
from ingest.quantity.scope import COMMON
from ingest.quantity.subjects import read_subject
from ingest.quantity.tokens import Token, read_tokens
from ingest.quantity.vocabulary import FUNCTION, MARKET, MEASURES, PARTS, word_set
from ingest.raised import MARKS

Part = Literal["title", "header", "row"]


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a table, read. ``part`` is a part of the year that another label names ("Q1"). ``measure`` is None
    when it names none; ``total``: it is the market as a whole; ``untold``: it is a time that has no name here. A
    title's ``part`` is the month of its ``period``, or where it has none, that of the years of its table."""

    text: str
    period: Period | None = None
    part: YearPart | None = None
    projected: bool = False
    unit: NamedUnit | None = None
    measure: Measure | None = None
    measured: str = ""
    subject: tuple[str, ...] = ()
    place: str | None = None
    total: bool = False
    untold: bool = False


_TOTAL = re.compile(
    r"(?:(?:grand|sub|market|global|overall)[- ]?)?(?:total|overall|all|global|world|worldwide|sum|group)"
    r"(?:s|\s+(?:market|revenues?|sales|value|size|volume|industry))*"
    r"|all\s+(?:(?:end|age|income|client|customer|product|market|business|industry|size)[\s-])?[a-z]+s"
    r"|(?:weighted |overall )?average",
    re.IGNORECASE,
)
_FOREIGN: tuple[tuple[Measure, re.Pattern[str]], ...] = (
    (
        "growth",
        re.compile(
            r"\b(?:veränderung|wachstum|zuwachs|évolution|croissance|variation|variaci[oó]n|crecimiento"
            r"|variazione|crescita|groei|tillväxt)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "share",
        re.compile(
            r"\b(?:(?:markt)?anteil|part de marché|(?<![\w-])part(?= des?\b| du\b|$)|cuota|quota|participaci[oó]n)\b",
            re.IGNORECASE,
        ),
    ),
    ("price", re.compile(r"\b(?:preis|prix|precio|prezzo|prijs)e?s?\b", re.IGNORECASE)),
    ("size", re.compile(r"\b(?:umsatz|erlöse?|chiffre d['’]affaires|ventes|ventas|ingresos|fatturato|omzet)\b", re.I)),
    ("volume", re.compile(r"\b(?:absatz|menge|stückzahl|volumen|quantités?|cantidad)\b", re.IGNORECASE)),
)
"""Words of other languages for what a table measures."""

EQUITY = re.compile(
    r"\b(?:common|preferred|preference|ordinary|capital|treasury) (?:stock|shares?)\b.*\b(?:par value|at cost)\b",
    re.IGNORECASE,
)
"""An amount of a balance sheet that tells of its shares: "Common stock, $0.01 par value, 500 shares issued"."""
_INFLUENCE = re.compile(r"\b(?:impact|effect|influence|sensitivity|contribution to)\b", re.IGNORECASE)
_CHANGE = re.compile(
    r"^\W*(?:(?:annual|yearly|year-on-year|year-over-year|y-?o-?y|q-?o-?q|m-?o-?m|percent(?:age)?(?:[- ]points?)?"
    r"|relative)\s+)*"
    r"(?:(?:rates? of )?change\b|chg\b|%\s*(?:change|chg)\b)"
    r"|^\W*(?:[qmh]-?o-?[qmh]|y-?o-?y)\b|^\W*[+−-]?/?[+−-]?\s?[Δ∆]|^\W*(?:in|de)crease\b"
    r"|^\W*(?P<unit>year|quarter|month)[- ](?:on|over|to)[- ](?P=unit)\b"
    r"|^\W*(?:price|volume|value|sales|revenue|unit) change\b"
    r"|^\W*(?:like[- ]for[- ]like|organic)(?: (?:growth|change))?\W*(?:%\W*)?$",
    re.IGNORECASE,
)
"""A label that opens with "change": "% change", "Change in %", "YoY change 2024"."""
_CHANGE_OF = re.compile(r"(?:net )?(?:changes?|increase|decrease) in (?!%|per\b|percent)[a-z]", re.IGNORECASE)
"""An item of a statement of cash flows, and no rate: "Change in working capital"."""
_AGAINST = re.compile(
    r"\b(?:vs\.?|versus|from|over|on|against|compared (?:with|to)|since|gegenüber)\s+(?:19|20)\d\d", re.I
)
"""Before the year that growth is measured from: "Change from 2023 (%)"."""

_AGAINST_MARK = re.compile(r"(?:19|20)\d\d\s*(?:/|vs\.?|versus|against|over|compared (?:with|to))\s*\w", re.IGNORECASE)
_AGAINST_PARTS = re.compile(r"\s*(?:/|vs\.?|versus|against|over|compared (?:with|to))\s*", re.IGNORECASE)
"""Between the two times of a change: "Jan 2025 / Dec 2024"."""

_PROJECTED = re.compile(r"\b(?:forecast|projected|expected|estimated?|f|e|p)\b", re.IGNORECASE)
_NOTE = re.compile(
    rf"(?<!\bm)(?<!\b[cdkm]m)[{MARKS}*†‡]+$|\[\d+\]$|\s*\((?:see )?notes? \d+(?:(?:, ?| and | & )\d+)*\)$",
    re.IGNORECASE,
)
"""A note's mark at the end of a label; that behind a metre is part of the unit: "million m³"."""
_INDEX_BASE = re.compile(r"\s*(?:[(\[]|,(?=\s*\w+:))?[^()\[\],;]*\b(?:19|20)\d\d\s*=\s*100\b[^()\[\],;]*[)\]]?")
"""What an index is measured from, which is no time of its figures: "Price index (Dec. 2020 = 100)"."""
_BASE = re.compile(r"\s*[(\[]\s*n\s?=\s?[\d.,\s]+[)\]]", re.IGNORECASE)
"""How many were asked: "All (n = 612)"."""
_TIME_FIRST = re.compile(r"(?P<time>(?:FY ?)?(?:19|20)\d\d(?:[/-]\d\d)?)\s+(?P<rest>\D.*)")
"""A time and what else a header says: "2025 % of total", "2025 £m"."""
_TIME_LAST = re.compile(r"(?P<rest>\D*\S)\s+(?P<time>(?:FY ?)?(?:19|20)\d\d)")
"""A unit and the time behind it: "kg per head 2024"."""
_FALLS_DUE = re.compile(
    r"\b(?:due|matur(?:ing|es)|expir(?:ing|es)|(?:re)?payable|callable)(?: (?:in|on|by|from|until))?\s*$", re.IGNORECASE
)
"""Before the time at which something named so ends: "Notes due March 2029"."""
_STAGE = re.compile(
    r"histor(?:y|ic(?:al)?)(?: (?:data|period|years?))?|forecasts?(?: (?:data|period|years?))?|actuals?|estimates?d?"
    r"|projections?|projected|base year",
    re.IGNORECASE,
)
"""Heads times by whether they are past or foreseen."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TRAILING = re.compile(rf"\b(?:{TRAILING_MONTHS})\b", re.IGNORECASE)
_THE = re.compile(r"^the\s+", re.IGNORECASE)
_PLAIN_HEADERS = word_set(
    """
    segment segments category categories item items name description metric metrics parameter parameters indicator
    attribute attributes particulars detail details value values variable label field data region regions country
    countries geography year years period quarter sub-segment subsegment market area location date unit state
    """
)
"""Headers of a first column that name no breakdown."""


@lru_cache(maxsize=16384)
def read_label(text: str, frame: Frame, part: Part) -> Label:
    """A label's period, unit, measure, subject and place.

    Of a title the words that any report's titles have say nothing; of a row's or column's name every word counts
    ("Large", "Other") unless it only says what is measured.
    """
    clean = _NOTE.sub("", text.strip())
    stated = _BASE.sub("", without_index_base(without_status(clean))).strip()
    if not stated and part == "header" and _INDEX_BASE.search(clean):
        return Label(clean)  # "2017=100"
    index = NamedUnit("number", unit="index points") if part == "row" and _INDEX_BASE.search(clean) else None
    clean = stated or clean
    if part == "header" and (timed := _timed_unit(clean, frame)):
        return timed
    if part != "title" and (time := label_time(clean, frame.fiscal_lag)):
        return Label(text=clean, period=time.period, part=time.part, untold=_is_untold(time, clean))
    if part == "header" and _STAGE.fullmatch(clean):
        return Label(clean, projected=_PROJECTED.search(clean) is not None)
    if part != "title" and (unit := whole_unit(clean)):
        named_measure = measure_of(clean)
        return Label(clean, unit=unit, measure=named_measure[0] if named_measure else None, measured=clean)
    named = without_unit(clean)
    tokens = tuple(read_tokens(named, frame))
    mentions = [token.mention for token in tokens if token.mention]
    found = _measure(named, part)
    subject, place, total = _subject(named, tokens, frame, part)
    return Label(
        text=clean,
        period=_period(named, mentions, found[0] if found else None, part),
        part=_part(named, mentions, part),
        projected=any(mention.projected for mention in mentions) or bool(mentions and _PROJECTED.search(named)),
        unit=unit_within(clean) or index,
        measure=found[0] if found else None,
        measured=found[1] if found else "",
        subject=subject,
        place=place,
        total=total,
    )


def without_index_base(text: str) -> str:
    """A title or header without what an index is measured from: ", Base: Year 2021 = 100"."""
    return _INDEX_BASE.sub("", text)


def _is_untold(time: LabelTime, text: str) -> bool:
    return time.period is None and time.part is None and _YEAR.search(text) is not None


def _timed_unit(text: str, frame: Frame) -> Label | None:
    """A header that is a time and a unit: "2025 %", "2025 pence per share", "26 weeks ended 27 June 2025 £m"."""
    bare = without_unit(text)
    if bare != text and (time := label_time(bare, frame.fiscal_lag)):
        return Label(text, time.period, time.part, unit=unit_within(text), untold=_is_untold(time, bare))
    match = _TIME_FIRST.fullmatch(text) or _TIME_LAST.fullmatch(text)
    if match is None:
        return None
    unit = whole_unit(match["rest"])
    found = read_periods(match["time"], frame)
    if unit is None or len(found) != 1:
        return None
    named = measure_of(match["rest"])
    measure, measured = named or (None, "")
    return Label(text, found[0].value, unit=unit, measure=measure, measured=measured)


def _part(text: str, mentions: Sequence[Mention], part: Part) -> YearPart | None:
    """The part of a year that a header names among other words; of a title the month it is dated, or the months of the
    years that its table is of: "Imports, January–June"."""
    if part == "title" and len(mentions) == 1:
        time = _exact(text, mentions[0])
        return YearPart("month", time.part) if time and time.kind == "month" and time.part else None
    if part == "title":
        return None if mentions else months_within(text)
    return part_within(text) if part == "header" and not mentions else None


def _period(text: str, mentions: Sequence[Mention], measure: Measure | None, part: Part) -> Period | None:
    """The one time a label names; of the two that a change goes between, the later one."""
    if _TRAILING.search(text):
        return None
    mentions = [mention for mention in mentions if not _FALLS_DUE.search(text[: mention.start])]
    periods = [mention.period for mention in mentions if mention.period]
    if measure == "cagr" and not periods:
        return short_span(text)
    if measure in {"growth", "increase"} and _AGAINST.search(text):
        return None
    if measure in {"growth", "increase"}:
        if backwards := change_year(text):
            return backwards
        if len(periods) == 2 and len(mentions) == 2:
            return max(periods, key=lambda period: (period.last, period.part or 0))
    if len(periods) == 2 and _AGAINST_MARK.search(text):
        parts = [label_time(part) for part in _AGAINST_PARTS.split(text)]
        times = [part.period for part in parts if part and part.period] if all(parts) else periods
        return max(times or periods, key=lambda period: (period.last, period.part or 0))
    if len(mentions) != 1:
        return None
    return yearly(mentions[0].period) if part == "title" else _exact(text, mentions[0])


def yearly(period: Period | None) -> Period | None:
    """The year of a month: a title's date says of which year its figures are."""
    return Period(period.first, period.first) if period and period.kind == "month" else period


def _exact(text: str, mention: Mention) -> Period | None:
    """A time that a label names among other words, a date as its month: "Weights, Dec. 2024"."""
    dated = label_time(text[mention.start : mention.end]) if mention.dated else None
    return dated.period if dated and dated.period else mention.period


def _measure(text: str, part: Part) -> tuple[Measure, str] | None:
    if _INFLUENCE.search(text) or EQUITY.search(text):
        return None
    if part != "title" and (change := _CHANGE.search(text)):
        return "growth", change[0].strip()
    return measure_of(text) or next(
        ((measure, match[0]) for measure, words in _FOREIGN if (match := words.search(text))), None
    )


def _subject(
    text: str, tokens: tuple[Token, ...], frame: Frame, part: Part
) -> tuple[tuple[str, ...], str | None, bool]:
    if _TOTAL.fullmatch(text):
        return (), None, True
    if part == "row" and _CHANGE_OF.match(text):
        return (text,), None, False
    if part != "title" and _CHANGE.search(text):
        return (), None, False
    if place := place_named(_THE.sub("", text)):
        return (), None if place.kind == "world" else place.name, place.kind == "world"
    if part == "title":
        tokens = tuple(token for token in tokens if token.low not in COMMON)
    reading = read_subject(Unit(tokens, None, ()), frame)
    if part == "row" and reading.head and reading.place and reading.place.kind == "state":
        return (text,), None, False  # "Alaska pollock" is no place
    named = tuple(dict.fromkeys((*reading.whole, *reading.opening, *reading.head)))
    where = reading.place or reading.opening_place
    if named and not where and (part == "row" or (part == "header" and not _says_more(text, tokens))):
        return (text,), None, False
    if named or where or part == "title":
        return named, where.name if where else None, False
    if (reading.whole_market or _only_measures(tokens)) and not (part == "row" and _CUSTOMERS.fullmatch(text)):
        return (), None, part == "row"
    return (text,), None, False


_CUSTOMERS = re.compile(r"business(?:es)?|industr(?:y|ies)", re.IGNORECASE)
"""A row named so is one of several customers, beside "Consumer", and not the market."""


def _says_more(text: str, tokens: tuple[Token, ...]) -> bool:
    """Whether a header also says what is measured or when: of "Hospital revenue 2024" only a part is a subject."""
    return measure_of(text) is not None or any(token.mention for token in tokens)


def _only_measures(tokens: tuple[Token, ...]) -> bool:
    """Whether a label only says what is measured, or when: "Market size", "Revenue 2024", "2024"."""
    words = [token.low for token in tokens if token.kind == "word"]
    numbered = any(token.kind != "time" and any(map(str.isdigit, token.text)) for token in tokens)
    return not numbered and all(low in MARKET | MEASURES | FUNCTION for low in words)


def is_only_unit(text: str) -> bool:
    """Whether a label says a unit and nothing that is measured: "£m", and not "Revenue per shop (USD)"."""
    return whole_unit(text) is not None and measure_of(text) is None


def names_total(text: str) -> bool:
    """Whether a label of a row is that of the whole: "Total", "World", "All regions"."""
    return _TOTAL.fullmatch(_NOTE.sub("", text.strip())) is not None


def is_plain_header(text: str) -> bool:
    """Whether a first column's header names no breakdown ("Segment", "Region", "")."""
    return all(word in _PLAIN_HEADERS | PARTS | MARKET for word in without_unit(text).lower().split())
