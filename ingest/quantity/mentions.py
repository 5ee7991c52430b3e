"""The pattern of the times a text names: years, quarters, halves, fiscal years, dates, spans, and what only hints."""

import re

from ingest.quantity.masks import MONTH
from ingest.quantity.patterns import either

_FULL = r"(?:19|20)\d\d"
_SHORT = rf"(?:{_FULL}|\d\d)"
_MARK = r"\s?\([EFPA]\)|-?[EFPAefp]\b"
_FISCAL = r"(?:fiscal\s+|financial\s+|FY\s?)?"
_NOT_A_NUMBER = r"(?![\d%])(?!\.\d)"
_TO = r"(?:\s*[-–—−~‑]\s*|\s+(?:up\s+)?(?:to|through|thru|till|until)\s+(?:the\s+end\s+of\s+)?)"


def _year(name: str) -> str:
    """A year of its own, kept under a name: no part of a number, a path or a word."""
    opens = r"(?<![\w.,/$€£¥₹])(?<![\w][-–—])"
    return rf"{opens}(?:CY\s?|calendar\s(?:year\s)?)?(?P<{name}>{_FULL})"


def _mark(name: str) -> str:
    """The letter that tells estimates and forecasts from actual years, kept under a name: "2026F"."""
    return rf"(?P<{name}>{_MARK})?(?![\w])(?!,\d|\.\d|\s?%)"


_WHOLE = either("forecast(?:ed|ing)? project(?:ion|ed) prediction assessment estimated estimation outlook")
_LASTS = either(r"period time\s?frame time\s?line horizon years? window duration time\s?span span tenure term")
_FORECAST = (
    r"(?:the\s+)?(?:entire\s+|overall\s+|whole\s+|said\s+|given\s+)?"
    rf"(?:{_WHOLE})\s+(?:{_LASTS})s?\b"
)
_LEADS = either("of from between is in as spanning covers? runs? for estimation considered")
_NO_YEAR = rf"(?!\W{{0,3}}(?:(?:{_LEADS})\s+){{0,3}}[(\[]?(?:FY\s?)?{_FULL})"

_HORIZON = rf"(?P<horizon>(?:end|close|final\s+year|last\s+year)\s+of\s+{_FORECAST})"
_PERIOD = rf"(?P<forecast>\b{_FORECAST}){_NO_YEAR}"
_BASE = rf"(?P<base>\b(?:the\s+)?(?:base|reference)\s+year\b){_NO_YEAR}"

_QUARTER = rf"""(?P<quarter>
      \bQ(?P<q1>[1-4])[\s,'’/-]{{0,2}}(?:of\s+)?(?:FY|fiscal\s+(?:year\s+)?|CY)?[\s'’]{{0,2}}(?P<qy1>{_SHORT}){_NOT_A_NUMBER}
    | \b(?P<q2>[1-4])Q[\s-]?(?:FY|CY)?['’]?\s?(?P<qy2>{_SHORT})(?!\d)
    | \b(?P<qy3>{_FULL})[\s-]?Q(?P<q3>[1-4])\b
    | \b(?P<q4>first|second|third|fourth|last|final|1st|2nd|3rd|4th)[\s-]quarter\s+(?:of\s+|in\s+)?(?:the\s+)?
      {_FISCAL}(?:year\s+)?(?P<qy4>{_FULL})\b
    | \b(?P<q5>Mar(?:ch)?|June?|Sept?(?:ember)?|Dec(?:ember)?)\.?[\s-]quarter,?\s+(?:of\s+|in\s+)?(?P<qy5>{_FULL})\b
    )"""
_HALF = rf"""(?P<half>
      \bH(?P<h1>[12])[\s,'’/-]{{0,2}}(?:of\s+)?(?:FY|CY)?[\s'’]{{0,2}}(?P<hy1>{_SHORT}){_NOT_A_NUMBER}
    | \b(?P<h2>[12])H[\s-]?(?:FY|CY)?['’]?\s?(?P<hy2>{_SHORT})(?!\d)
    | \b(?P<hy3>{_FULL})[\s-]?H(?P<h3>[12])\b
    | \b(?P<h4>first|second|1st|2nd)[\s-]half\s+(?:of\s+)?(?:the\s+)?{_FISCAL}(?:year\s+)?(?P<hy4>{_FULL})\b
    )"""
_ENDED = rf"""(?P<ended>\b(?:fiscal\s+|financial\s+)?year\s+(?:ended|ending)\s+(?:in\s+|on\s+)?
    (?:\d{{1,2}}\s+)?{MONTH}\.?(?:\s+\d{{1,2}},?)?\s+(?P<ey>{_FULL})\b)"""
_DAY = rf"(?:\d{{1,2}}\s+)?{MONTH}\.?(?:\s+\d{{1,2}})?,?\s+{_FULL}"
_MONTHS = rf"""(?P<months>
      \b(?:three|six|nine|twelve|3|6|9|12)[\s-]months?\s+(?:periods?\s+)?(?:ended|ending|to|through)\s+{_DAY}\b
    | \b(?:quarter\s+(?:ended|ending)|half[\s-]year\s+(?:ended|ending|to))\s+{_DAY}\b
    | \b(?:13|26|39)[\s-]weeks?\s+(?:periods?\s+)?(?:ended|ending|to)\s+{_DAY}\b
    | \b(?:the\s+)?first\s+(?:two|three|four|five|six|seven|eight|nine|ten|eleven)\s+months\s+of\s+{_FULL}\b
    | \b{MONTH}\.?(?:\s?[-–—]\s?|\s+(?:to|through)\s+){MONTH}\.?,?\s+{_FULL}\b
    | \b[69]M[\s'’-]*(?:FY\s?)?(?:{_FULL}|\d\d)\b
    )"""
_FISCAL_YEAR = rf"""(?P<closed>\bFY\s?(?:1[0-2]|[1-9])/(?P<cy>\d\d)\b)
    | (?P<fiscal>\b(?:FY\s?-?['’]?|(?:fiscal|financial|marketing)\s+(?:year\s+)?)(?P<fy>{_SHORT})
    (?:\s?[-/–]\s?(?:FY['’]?)?(?P<fy2>{_SHORT})(?!\d)|\s+to\s+FY\s?['’]?(?P<fy3>{_SHORT})(?!\d))?
    (?P<fmark>[EFPA]\b)?(?!\d))"""
_DATE = rf"""(?P<date>
      \b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?{MONTH}\.?(?:\s+\d{{1,2}}(?:st|nd|rd|th)?,?|,)?\s+(?:of\s+)?
      (?P<dy>{_FULL})\b
    | \b(?P<dy2>{_FULL})-\d\d-\d\d\b
    | \b\d\d?[/.]\d\d?[/.](?P<dy3>{_FULL})\b
    )"""
_SEASON = rf"(?P<season>{_year('sy')}/(?P<sy2>\d\d)(?![\d/]))"
_SPAN = rf"""(?P<span>(?:\b(?:from|between)\s+(?:the\s+years?\s+)?)?{_year("y1")}(?:{_MARK})?
    (?:{_TO}(?:the\s+year\s+|year\s+)?(?P<y2>{_FULL})|[-–—‑](?P<short>\d\d)(?![\d%]|\.\d)){_mark("smark")})"""
_BETWEEN = rf"(?P<between>\b(?:between|from)\s+(?:the\s+years?\s+)?{_year('b1')}\s+and\s+(?P<b2>{_FULL})\b)"
_SINGLE = rf"(?P<year>{_year('y')}{_mark('mark')}(?!/\d|-\d))"
_ATTACHED = rf"(?P<attached>(?<=[a-z]-)(?P<ay>{_FULL})\b(?![-/.,]\d))"
_VAGUE = r"""(?P<vague>\b(?:
      (?:last|next|previous|prior|preceding|following|current|this|same)\s+(?:fiscal\s+|financial\s+|calendar\s+)?
      (?:year|quarter|decade|month)
    | (?:an?|one|two|three|four|five|six|seven|eight|ten|\d{1,2})\s+(?:years?|months?)\s+(?:ago|earlier|before)
    | (?:historic(?:al)?|study|review|analysis)\s+period
    | the\s+year\s+before
    | by\s+then
    | (?:next|coming|past|last)\s+(?:few|several|two|three|four|five|six|seven|eight|ten|\d+)\s+years
    | (?:in|over|through|for|during)\s+(?:the\s+)?(?:coming|upcoming|next|following|recent|past|last)\s+years
    )\b)"""

MENTION = re.compile(
    "|".join(
        (
            _HORIZON,
            _PERIOD,
            _BASE,
            _QUARTER,
            _HALF,
            _MONTHS,
            _ENDED,
            _FISCAL_YEAR,
            _DATE,
            _SEASON,
            _SPAN,
            _BETWEEN,
            _SINGLE,
            _ATTACHED,
            _VAGUE,
        )
    ),
    re.VERBOSE | re.IGNORECASE,
)
"""One time; the group named for its sort is set ("quarter", "span" …), and those of its parts."""
