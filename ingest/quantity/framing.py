"""Reads a report's frame: its market's name, forecast period, base year, geography and number style."""

import re
from collections import Counter
from collections.abc import Iterator

from ingest.domain import Period, Report
from ingest.places import find_places
from ingest.quantity.dates import month_of
from ingest.quantity.frame import Frame
from ingest.quantity.masks import MONTH
from ingest.quantity.periods import read_periods
from ingest.quantity.titles import without_rules
from ingest.quantity.units import CURRENCY, currency_of
from ingest.quantity.vocabulary import word_set
from ingest.words import STOPWORDS, words

_CUT = re.compile(
    r"\b(?:market|industry)\b|\s[-–—|:]\s|[:|]|\bby\s+[A-Z]"
    r"|\b(?:(?:annual|quarterly|monthly|half-year(?:ly)?|statistical|sector)\s+)*(?:bulletin|tracker|review"
    r"|brief(?:ing)?|note|study|survey|yearbook|barometer|statistics|update|snapshot)(?=\s*(?:$|[,;–—-]|(?:FY)?\s?\d))"
    r"|\b(?:size|share|forecast|outlook|report|research|analysis|trends|edition|20\d\d)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\s*(?:the\s+)?(?:20\d\d\s+)?(?:(?:state|future|outlook|review|overview|analysis)\s+(?:of|for)\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
_MARKET_FOR = re.compile(r"(?P<before>(?:[\w-]+\s+){0,3})markets?\s+(?:for|of)\s+", re.IGNORECASE)
"""Before the name of a market that stands behind the word: "The European market for wood pellets"."""
_DANGLING = re.compile(r"(?:\s*(?:\b(?:in|and|of|for|from|across|throughout|the|within|or)\b|&|,))+\Z", re.IGNORECASE)
_GENERIC = word_set("global world worldwide international the")
_BRACKETED = re.compile(r"(?P<long>(?:[A-Z][\w-]*\s+){1,5}?[\w-]+)\s*\((?P<short>[A-Z][\w&-]{1,9})\)")
_FORECAST = re.compile(
    r"(?:forecast(?:ed|ing)?|projection|projected|prediction|assessment|outlook)\s*(?:period|years?|time\s?frame|timeline|horizon)?\b[^\d\n.]{0,40}?((?:FY\s?)?20\d\d\s*(?:[-–—]|to|through|and|till|until)\s*(?:FY\s?)?(?:20\d\d|\d\d(?!\d)))",
    re.IGNORECASE,
)
_CAGR_SPAN = re.compile(
    r"cagr\b(?:[^.\n]|\.\d){0,80}?(20\d\d\s*(?:[-–—]|to|through|and)\s*(?:20\d\d|\d\d(?!\d)))", re.IGNORECASE
)
_FISCAL_END = re.compile(
    rf"\bfiscal\s+(?:year\s+)?(?P<named>20\d\d)\b[^.\n]{{0,60}}?\b(?:ended|ending|ends|end)\b[^.\n\d]{{0,20}}"
    rf"(?:\d{{1,2}}\s+)?{MONTH}\.?\s+(?:\d{{1,2}},?\s+)?(?P<end>20\d\d)",
    re.IGNORECASE,
)
_FISCAL_NAMED = re.compile(
    rf"\b{MONTH}\.?\s+(?:\d{{1,2}},?\s+)?(?P<end>20\d\d)\s*[;,]?\s*[(\[“\"‘']+\s*(?:FY|fiscal(?:\s+year)?)\s*(?P<named>20\d\d)"
    r"(?=\s*[”\"’')\]])",
    re.IGNORECASE,
)
"""A name behind the day that a year ends on: "April 1, 2024 – March 31, 2025; “FY2024”"."""
_FISCAL_MEANT = re.compile(
    rf"\bFY\s?(?P<named>20\d\d)\W{{0,4}}(?:means|is|refers\s+to|denotes|stands\s+for|covers)?\W{{0,3}}(?:the\s+)?"
    rf"(?:fiscal\s+|financial\s+)?year\s+(?:ended|ending|that\s+ends|to)\s+(?:on\s+)?(?:\d{{1,2}}\s+)?{MONTH}\.?\s+"
    rf"(?:\d{{1,2}},?\s+)?(?P<end>20\d\d)",
    re.IGNORECASE,
)
"""What a name stands for: "FY2025 means the fiscal year ending March 31, 2026"."""
_YEAR_ENDED = re.compile(
    rf"(?<!half )(?<!half-)\byears?\s+(?:ended|ending|ends|to)\s+(?:on\s+|in\s+|>\s+)?"
    rf"(?:(?:\d{{1,2}}\s+)?(?P<month>{MONTH})\b|[0-3]\d\.(?P<number>0[1-9]|1[0-2])\.20\d\d)",
    re.IGNORECASE,
)
_BASE = re.compile(r"\bbase\s+year\b[^\d\n.]{0,30}?(20\d\d)(?![\d]|\s*[-–—])", re.IGNORECASE)
_COMMA_DECIMALS = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+,\d+|\d+,\d{1,2})(?![\d,]|\.\d)")
_BEHIND = r"(?![\d.]|,\d)(?=\s?(?:%|[A-Za-z]|$|[;)]))"
_POINT_DECIMALS = re.compile(
    rf"(?<![\d.,])(?:\d{{1,3}}(?:,\d{{3}})+\.\d+|\d{{1,3}}(?:,\d{{3}}){{2,}}|\d+\.\d{{1,2}}){_BEHIND}"
)
_EITHER = re.compile(rf"(?<![\d.,])\d{{1,3}},\d{{3}}{_BEHIND}")
"""A number such as 571,544: thousands mostly, but three decimals in a report that writes commas."""

_NUMBERING = re.compile(r"^(?:[-*•]\s*)?\d+(?:\.\d+)+\s+(?=[A-Z])", re.MULTILINE)
"""Numbers of chapters, which a list of contents has many of."""

_TELLING = 3
"""Numbers that tell how a part of a report writes them."""


def frame_of(report: Report) -> Frame:
    """What the report's sentences rely on: its forecast period and base year, market name and place."""
    texts, tables = "\n".join(_texts(report)), "\n".join(_tables(report))
    full = f"{texts}\n{tables}"
    name = market_name(report.title)
    names = market_names(name, full)
    return Frame(
        market=frozenset(names[0]) if names else frozenset(),
        names=names,
        forecast=_forecast(report.title, full),
        base_year=_only(_BASE.findall(full)),
        place=home_place(report.title),
        publisher=frozenset(_stems(report.publisher or "")),
        decimal_comma=_writes_decimal_commas(texts, full),
        tables_comma=_writes_decimal_commas(tables, full),
        fiscal_lag=_fiscal_lag(full),
        fiscal_end=_fiscal_end(full),
        currency=_one_currency(full),
    )


def _texts(report: Report) -> Iterator[str]:
    """What the report says outside of tables."""
    yield report.title
    yield from (section.text for section in report.sections)


def _tables(report: Report) -> Iterator[str]:
    """What the report's tables say, with a row to a line."""
    for table in report.tables:
        yield table.title
        yield from (": ".join(cell for cell in row if cell) for row in (table.header, *table.rows))


def market_name(title: str) -> str:
    """The market's name in a report's title: "Cold Chain Logistics" of "Global Cold Chain Logistics Market 2025"."""
    title = _own_part(title)
    start = _OPENING.match(title)
    rest = title[start.end() :] if start else title
    behind = _MARKET_FOR.match(rest)
    if behind and not _stems(_without_places(behind["before"])):
        rest = rest[behind.end() :]
    cut = _CUT.search(rest)
    name = rest[: cut.start()] if cut and cut.start() > 0 else rest
    name = _without_places(name)
    name = re.sub(r"\s+", " ", name).strip(" ,-–—:|'’")
    return _DANGLING.sub("", name).strip(" ,-–—:|'’")


def _own_part(title: str) -> str:
    """The title without what a series is called before it: "Norwick Letter: Europe Ski Rental Market"."""
    first, *others = _PARTS.split(title)
    if names_market(first) and _content(first):
        return title
    own = next((part for part in others if _content(part) and (names_market(part) or not _content(first))), None)
    if own is None or not (_SERIES.search(first) or not _content(first)):
        return title
    return _ASIDE.sub("", own)


_PARTS = re.compile(r"\s*[:|]\s+|\s+[-–—]\s+")
_SERIES = re.compile(
    r"\b(?:letters?|notes?|brief(?:ing)?s?|monitor|watch|tracker|bulletin|insights?|series|newsletter|intelligence|digest"
    r"|focus|review|reports?|update|barometer|gazette|journal)\W*\Z",
    re.IGNORECASE,
)
"""Ends what a series of publications is called."""
_ASIDE = re.compile(r",\s+(?:the|an?)\s.*\Z", re.IGNORECASE)
"""Behind a market's name: ", the merchant market"."""
_GENRE = word_set(
    "market markets industry sector size share growth trend trends analysis forecast outlook report research study"
    " review note letter brief briefing monitor watch tracker bulletin insight insights series newsletter update annual"
    " quarterly monthly weekly statistics statistical"
)


def _content(part: str) -> frozenset[str]:
    """The words of a part of a title that name something."""
    named = (word.text.lower() for word in words(_without_places(part)))
    return frozenset(word for word in named if not word.isdigit()) - _GENRE - _GENERIC - STOPWORDS


def _without_places(name: str) -> str:
    for found in reversed(find_places(name)):
        name = name[: found.start] + name[found.end :]
    return name


def names_market(title: str) -> bool:
    """Whether a report's title says that it is of a market; a company's own report has a slogan or a name there."""
    return _OF_MARKET.search(title) is not None


_OF_MARKET = re.compile(
    r"\b(?:markets?|industry|industries|sectors?|marktes?|märkte|branche|marché|mercado)\b", re.IGNORECASE
)


def _stems(name: str) -> tuple[str, ...]:
    return tuple(
        word.stem for word in words(name) if word.text.lower() not in STOPWORDS | _GENERIC and word.stem not in {"and"}
    )


def market_names(name: str, text: str) -> tuple[tuple[str, ...], ...]:
    """A market's name as stems without function words, and with the acronyms a text introduces for its parts."""
    plain = re.sub(r"\s*\([^)]*\)", "", name)
    found = [_stems(plain)]
    swaps = {long.strip(): short for long, short in _brackets(f"{name}\n{text}")}
    for long, short in swaps.items():
        if long.lower() in plain.lower():
            found.append(_stems(re.sub(re.escape(long), short, plain, flags=re.IGNORECASE)))
    return tuple(dict.fromkeys(stems for stems in found if stems))


def _brackets(text: str) -> Iterator[tuple[str, str]]:
    """What a report abbreviates: ("Electric Vehicle", "EV"); the initials must agree."""
    for match in _BRACKETED.finditer(text):
        short = match["short"].rstrip("s")
        said = match["long"].split()[-len(short) :]
        if "".join(word[0].upper() for word in said) == short.upper():
            yield " ".join(said), match["short"]


def _forecast(title: str, text: str) -> Period | None:
    """The forecast period said most often, else the span the report's CAGR is given for."""
    for pattern, place in ((_FORECAST, title), (_FORECAST, text), (_CAGR_SPAN, text)):
        spans = Counter(span for printed in pattern.findall(place) if (span := _span(printed)))
        if spans:
            ranked = spans.most_common(2)
            return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else None
    return None


def _span(printed: str) -> Period | None:
    periods = [found.value for found in read_periods(printed) if found.value.kind == "span"]
    return periods[0] if periods else None


def _fiscal_lag(text: str) -> int:
    """1 where the report names its fiscal years by the year they begin in: "fiscal 2024 ended February 1, 2025"."""
    named = (match for pattern in (_FISCAL_END, _FISCAL_NAMED, _FISCAL_MEANT) for match in pattern.finditer(text))
    lags = {int(match["end"]) - int(match["named"]) for match in named}
    return 1 if lags == {1} else 0


def _one_currency(text: str) -> str | None:
    """The currency of nearly all the signs and codes of money in a text, where there are some."""
    found = Counter(code for match in CURRENCY.finditer(text) if (code := currency_of(match[0])))
    most = found.most_common(1)
    return most[0][0] if most and most[0][1] >= max(_SIGNS, _NEARLY_ALL * found.total()) else None


_SIGNS = 10
_NEARLY_ALL = 0.9


def _fiscal_end(text: str) -> int | None:
    """The month in which the years end that the report speaks of most: "fiscal year ended March 31, 2025"."""
    ends = _YEAR_ENDED.finditer(text)
    months = Counter(month_of(match["month"]) if match["month"] else int(match["number"]) for match in ends)
    return months.most_common(1)[0][0] if months else None


def _only(years: list[str]) -> int | None:
    return int(years[0]) if len(set(years)) == 1 else None


def home_place(title: str) -> str | None:
    """The report's own geography: a place before "market" in its title that is not the world."""
    title = without_rules(title)
    cut = re.search(r"\bby\s+[A-Z]|\s[-–—|:]\s", title)
    places = {found.value for found in find_places(title[: cut.start()] if cut else title)}
    named = [place.name for place in places if place.kind != "world"]
    return named[0] if len(named) == 1 else None


def _writes_decimal_commas(part: str, whole: str) -> bool:
    """Whether most numbers of a part of the report that can be read in one way only are written 1.234,5; of all the
    report where the part has few. A workbook's text may write so though its cells do not."""
    commas, points, either = _marked(part)
    if commas + points + either < _TELLING:
        commas, points, either = _marked(whole)
    return commas > 2 * points + either / 2


def _marked(text: str) -> tuple[int, int, int]:
    """How many numbers of a text are written 1.234,5, how many 1,234.5, and how many may be either."""
    text = _NUMBERING.sub("", text)
    commas, points, either = (len(each.findall(text)) for each in (_COMMA_DECIMALS, _POINT_DECIMALS, _EITHER))
    return commas, points, either
