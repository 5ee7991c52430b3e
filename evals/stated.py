"""Reads the numbers of an answer's text, on its own: what the product's reader gets wrong must not go unseen here."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.domain import Kind

_SYMBOLS = {
    "US$": "USD", "$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "S$": "SGD",
    "R$": "BRL", "NZ$": "NZD",
    "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "Rs": "INR", "Rs.": "INR", "₩": "KRW", "RMB": "CNY",
}  # fmt: skip
_CODE_LIST = """
USD EUR GBP INR CNY JPY CHF AUD CAD NZD HKD SGD BRL MXN KRW SEK NOK DKK PLN CZK HUF TRY ZAR AED SAR QAR ILS THB IDR
MYR PHP VND TWD RUB NGN EGP KES ARS CLP COP PKR BDT KWD
"""
_CODES = _CODE_LIST.split()
_NAMES = {
    "us dollars": "USD", "u.s. dollars": "USD", "dollars": "USD", "euros": "EUR", "euro": "EUR", "rupees": "INR",
    "pounds sterling": "GBP", "yuan": "CNY", "renminbi": "CNY", "yen": "JPY", "won": "KRW", "swiss francs": "CHF",
}  # fmt: skip
_SCALES = {
    "trillion": 12, "tn": 12, "billion": 9, "bn": 9, "million": 6, "mn": 6, "mio": 6, "thousand": 3, "crore": 7,
    "crores": 7, "cr": 7, "lakh": 5, "lakhs": 5,
}  # fmt: skip
_MONEY_SCALES = {"m": 6, "b": 9, "k": 3, "t": 12}
_ENGLISH = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f]\d{3})+(?:\.\d+)?"
    r"|\d+(?:\.\d+)?"
)
_EUROPEAN = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:[\u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:,\d+)?"


def _any_of(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_BEFORE = _any_of([*_SYMBOLS, *_CODES])
_AFTER = _any_of([*_NAMES, *(code.lower() for code in _CODES), "€", "£", "₹"])


def _pattern(number: str) -> re.Pattern[str]:
    return re.compile(
        rf"""(?<![\w.,])(?P<sign>[-−]|(?<=\s)–)?
        (?:(?P<before>{_BEFORE})[^\S\n]?(?P<sign2>[-−])?)?
        (?:(?<![A-Za-z]-)|(?<=[bm]n-))(?P<number>{number})(?!\d|[.,]\d)
        (?:[^\S\n]?(?P<scale>(?i:{_any_of(_SCALES)}))\b\.?|(?P<letter>[mbktMBKT])\b)?
        (?:[^\S\n]?-?(?:(?P<points>(?i:percentage[ -]points?|pp)\b)|(?P<basis>(?i:basis[ -]points?|bps)\b)
            |(?P<percent>%|(?i:per\ ?cent|pct)\b)|(?P<multiple>[x×](?!\w|\s?[\d(])|(?i:times|-?fold)\b)
            |(?P<after>(?i:{_AFTER})(?!\w|\s?\d))))?
        (?![A-Za-z])""",
        re.VERBOSE,
    )


_PATTERNS = {False: _pattern(_ENGLISH), True: _pattern(_EUROPEAN)}
_COMMA_DECIMAL = re.compile(
    r"(?<![\d.,])(?:\d+,(?:\d{1,2}|\d{4,})|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,})(?!\d|[.,]\d)"
    # Three decimals of euros, or of things that are counted, are thousands: "€21.400", "4.870 employees".
    rf"|(?:€|EUR)\s?\d{{1,3}}\.\d{{3}}(?!\d|[.,]\d|\s(?:per|a)\b|\s?(?i:{_any_of([*_SCALES, *_MONEY_SCALES])})\b)"
    rf"|(?<![\w.,])\d{{1,3}}\.\d{{3}}\s(?!(?i:{_any_of([*_SCALES, *_NAMES])}|times)\b)(?:[a-z]+\s)?[a-z]{{4,}}s\b"
)
_TAKEN = re.compile(
    r"\[\d+\]|https?://\S+|\S+@\S+|\bFY\s?'?\d{2,4}(?:[-–/]\d{2,4})?\b|\b[QH][1-4]\b|\b(?:19|20|21)\d\d[-–/](?:\d\d){1,2}\b(?![%.,]\d)"
)
_YEARS = re.compile(
    r"(?<![\d.,])(?P<first>(?:19|20|21)\d\d)(?:[-–/](?P<short>\d\d)(?!\d))?(?!\d|[.,]\d)|\bFY\s?'?(?P<fiscal>\d\d)(?!\d)"
)
_RANGE = re.compile(r"\s?(?:-|–|to|and)\s?\Z")
_WORDS = re.compile(r"(?:[ \u00a0-]?(?!(?:and|or|in|of|by|for|with|to|from|is|was|are|were)\b)[A-Za-z][\w'’]*){1,4}")


@dataclass(frozen=True, slots=True)
class Stated:
    """A number an answer states; ``noun`` are up to four words right behind it. ``is_year`` when it reads like one."""

    text: str
    value: Decimal
    scale: Decimal
    kind: Kind
    currency: str
    noun: str
    start: int
    end: int
    is_year: bool = False

    @property
    def amount(self) -> Decimal:
        """Value in units of one."""
        return self.value * self.scale

    @property
    def quantum(self) -> Decimal:
        """The size of its last printed digit, in units of one."""
        exponent = self.value.as_tuple().exponent
        return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) * self.scale

    @property
    def digits(self) -> int:
        """How many significant digits are printed."""
        return len(self.value.as_tuple().digits)


def years_in(text: str) -> frozenset[int]:
    """The years a text names; both ends of "2023-24" and 2024 for "FY24"."""
    found: set[int] = set()
    for match in _YEARS.finditer(text):
        if match["fiscal"]:
            found.add(2000 + int(match["fiscal"]))
            continue
        first = int(match["first"])
        found.add(first)
        if match["short"]:
            found.add(first // 100 * 100 + int(match["short"]))
    return frozenset(found)


def read_stated(text: str) -> list[Stated]:
    """The numbers of a sentence, item or cell, in order. A decimal comma is one where it can be nothing else."""
    taken = [match.span() for match in _TAKEN.finditer(text)]
    pattern = _PATTERNS[bool(_COMMA_DECIMAL.search(text))]
    matches = [m for m in pattern.finditer(text) if not any(a < m.end() and m.start() < b for a, b in taken)]
    found = [_stated(match, pattern is _PATTERNS[True]) for match in matches]
    return _ranges(found, text)


def _stated(match: re.Match[str], comma: bool) -> Stated:
    digits = re.sub(r"[\u00a0\u202f]", "", match["number"])
    value = Decimal(digits.replace(".", "").replace(",", ".") if comma else digits.replace(",", ""))
    currency = _currency(match)
    power = _SCALES[match["scale"].lower()] if match["scale"] else 0
    if match["letter"]:
        power = _MONEY_SCALES[match["letter"].lower()]
    noun = _WORDS.match(match.string, match.end())
    plain = len(digits) == 4 and digits.isdigit() and not (currency or power) and 1900 <= value < 2150
    kind = _kind(match, currency)
    return Stated(
        text=match[0].strip(),
        value=-value if match["sign"] or match["sign2"] else value,
        scale=Decimal(10) ** power,
        kind=kind,
        currency=currency,
        noun=noun[0].strip(" \u00a0-") if noun else "",
        start=match.start(),
        end=match.end(),
        is_year=plain and kind == "number",
    )


def _currency(match: re.Match[str]) -> str:
    if match["before"]:
        return _SYMBOLS.get(match["before"], match["before"])
    name = (match["after"] or "").lower()
    return _NAMES.get(name) or _SYMBOLS.get(name) or name.upper()


def _kind(match: re.Match[str], currency: str) -> Kind:
    if match["points"]:
        return "percentage points"
    if match["basis"]:
        return "basis points"
    if match["percent"]:
        return "percent"
    if match["multiple"]:
        return "multiple"
    return "money" if currency else "number"


def _ranges(found: list[Stated], text: str) -> list[Stated]:
    """Both ends of "12-15%" are percent, and both of "USD 1.2 to 1.5 billion" billions of dollars."""
    ends = list(found)
    for at in range(len(ends) - 1):
        low, high = ends[at], ends[at + 1]
        if low.is_year or high.is_year or not _RANGE.fullmatch(text[low.end : high.start]):
            continue
        if low.kind == "number" and low.scale == 1 and not low.noun and text[low.end : high.start].strip() != "and":
            ends[at] = replace(low, kind=high.kind, scale=high.scale, currency=high.currency, noun=high.noun)
        elif low.kind == "money" and high.kind == "number":
            scale = high.scale if low.scale == 1 else low.scale
            ends[at : at + 2] = [replace(low, scale=scale), replace(high, kind="money", currency=low.currency)]
    return ends
