"""Tells figures from times and from marks that a figure is missing, by a cell's text alone."""

import re

from ingest.raised import MARKS

_CURRENCY = (
    r"(?:(?:USD|EUR|GBP|JPY|CHF|INR|CNY|RMB|AUD|CAD|SEK|NOK|DKK|PLN|BRL|KRW|SGD|HKD|MXN|ZAR|AED|SAR|Rs\.?|US)\s?)?"
)
_NO_UNIT = (
    r"(?:to|and|or|than|under|over|from|between|through|number|value|amount|total|share|actual|budget|forecast"
    r"|estimate)"
)
"""Behind a number no unit but more of a text: "18 to" over "44", "2025 Number"."""
_NUMBER = re.compile(
    rf"[~<>≈±▲△]?\s*(?:\(-\)|[-+−–(])?\s*{_CURRENCY}[$€£¥₹₩]?\s*[-−(]?\.?\d[\d.,'’\s]*(?:[eE][-+]?\d+)?"
    rf"\s*(?:%|‰|(?!(?i:{_NO_UNIT})\b)[a-zA-Z]{{1,10}}\b|[$€£¥₹]|pp|bps)?\s*\)?\s*(?:[%x]|pp?ts?|pps?|bps?)?\s*[*†‡{MARKS}]*"
)
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|mär|mai|okt|dez)[a-zä]{0,6}"
_MARK = r"(?:[\s-]?\(?[AEFPaefp]\)?)?[*†‡¹²³]*"
_TIME = re.compile(
    rf"(?:FY|CY|Q[1-4]|H[12]|[1-4]Q|[12]H|(?:fiscal )?year|fiscal|{MONTH})?[\s'’.-]*(?:19|20)\d\d"
    rf"(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?{_MARK}"
    r"|(?:FY|[1-4]Q|[12]H|Q[1-4]|H[12])[\s'’]?\d\d(?:\s?[-–/]\s?\d\d)?[AEFP]?\*?|Q[1-4]|H[12]|[1-4]Q|[12]H|9M|LTM"
    rf"|(?:[369]|12)M[\s'’]?(?:20)?\d\d|{MONTH}\.?\s?[-–]\s?{MONTH}\.?(?:[\s'’-]{{1,2}}(?:20)?\d\d)?"
    rf"|\d{{1,2}}[-./ ](?:\d{{1,2}}|{MONTH})[-./ ](?:19|20)?\d\d|(?:19|20)\d\d-\d\d(?:-\d\d)?|{MONTH}[-. ]['’]?\d\d"
    rf"|(?:{MONTH}\s)?\d{{1,2}},\s?(?:19|20)\d\d{_MARK}",
    re.IGNORECASE,
)
_NO_FIGURE = re.compile(
    r"\(?(?:[$€£¥₹]|US\$|[A-Z]{3}\s)\s?(?:1[.,' ])?['’]?000s?\)?|\(?['’]?000s\)?|1st|2nd|3rd|\d{0,2}(?<!1)[4-9]th"
    rf"|\d{{1,2}} {MONTH}\.?",
    re.IGNORECASE,
)
"""A unit, "£000"; which of several it is, "2nd"; a day, "28 December"."""
_YEAR_OF = re.compile(
    r"(?:19|20)\d\d\s+(?!(?:[mbtr]n|thousand|million|billion|trillion|lakhs?|crores?|units?|tons|tonnes|lit(?:er|re)s|hours"
    r"|days|dollars|euros|yen|people|jobs|employees|stores|years)\b)[a-zA-Z]{4,}"
)
"""A year with what stands below it: "2025 Shipments", "2023 restated"."""
_LISTED = re.compile(r"\d,\s")
"""Between two figures, never inside one: "10, 11"."""
_MISSING = re.compile(
    r"[$€£¥₹]?\s?[-–—‒−.…*]{1,3}|:|n\.?\s?/?\s?[am]\.?|nil|not available|not applicable|tbd|\(?[cx]\)?|x{2,3}", re.I
)

_PERIOD = re.compile(
    rf".*\b(?:years?|months?|quarters?|weeks?|periods?)\s+(?:ended|ending|to)\b.*|(?:as )?(?:of|at)\s+{MONTH}\b.*"
    rf"|(?:fiscal|financial|calendar) (?:years?|quarters?)\b.*|{MONTH} \d{{1,2}},?"
    rf"|(?:from )?(?:{MONTH} \d{{1,2}}(?:, (?:19|20)\d\d)?|\d{{1,2}} {MONTH}(?: (?:19|20)\d\d)?)"
    r"\s*(?:to|through|[-–])\s*"
    rf"(?:{MONTH} \d{{1,2}}, (?:19|20)\d\d|\d{{1,2}} {MONTH} (?:19|20)\d\d)",
    re.IGNORECASE,
)


def is_figure(text: str) -> bool:
    """Whether a cell is a number with what may stand around it, and no time."""
    text = text.strip()
    others = (is_time(text), _LISTED.search(text), _NO_FIGURE.fullmatch(text), _YEAR_OF.match(text))
    return bool(_NUMBER.fullmatch(text)) and not any(others)


def is_time(text: str) -> bool:
    """Whether a cell is a year, a quarter or a span: "2026F", "FY24/25", "Q3 2025", "2025–2033"."""
    return _TIME.fullmatch(text.strip()) is not None


def is_missing(text: str) -> bool:
    """Whether a cell says that there is no figure: "–", "n.a.", "NA"."""
    return _MISSING.fullmatch(text.strip()) is not None


def is_period(text: str) -> bool:
    """Whether a header says what stretch or day the times below it are of: "Three months ended June 30,", "As of"."""
    return _PERIOD.fullmatch(text.strip()) is not None
