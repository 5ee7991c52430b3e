"""What a question that compares reports asks of each of them: "is A larger than B?" asks for the size of both."""

import re

_MORE = r"(?:larg|bigg|small|high|low|great|fast|slow|quick|strong|weak)er"
_RATE = re.compile(r"\b(?:fast|slow|quick|strong|weak)er\b|\bgrow", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:cagr|rates?|growth|shares?|sizes?|figures?|numbers?|values?|forecasts?|estimates?|prices?|revenues?)\b",
    re.IGNORECASE,
)
"""Says itself what is compared."""

_THAN = re.compile(
    r"\A\W*(?:is|are|was|were|does|do|did|will|has|have)\s+(?P<one>.+?)\s+"
    rf"(?P<how>(?:(?:be|been|growing|grow|gr[eo]w|much|still|any|a|put|get|come out)\s+)*{_MORE})"
    r"(?:\s+(?P<noun>[\w-]+))??(?:\s+(?:for|on|of|in)\s+(?P<of>.+?))?\s+(?:than|compared (?:to|with))\s+"
    r"(?P<other>.+?)\W*\Z",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"\A\W*(?:which|who|what)"
    r"(?:\s+(?:one|market|report|of (?:the report|(?:the|these|those|them)(?: two| three)?(?: markets| reports)?)))?"
    rf"\s+(?P<how>(?:(?:is|are|was|were|has|gives?|grows?|gr[eo]w|will|be|grow|the|growing|a)\s+)*{_MORE})"
    r"(?:\s+(?P<noun>(?!in\b|for\b|on\b)[\w-]+))?(?P<when>\s+in\s+\d{4})?"
    r"(?:\s+(?:for|on|in|about)|\s*[,:–-])\s*(?P<one>.+?)\W*\Z",
    re.IGNORECASE,
)
_OUTLOOK = re.compile(
    r"\A\W*(?:who|which(?: of the report| one| report)?)\s+is\s+(?:the\s+)?(?:more|most|less|least)\s+"
    r"(?:bullish|optimistic|bearish|pessimistic|upbeat)\s+(?:on|about|for)\s+",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\A\W*(?:what(?:['’]s| is)\s+)?(?:how (?:far apart|different|close)\s+(?:are|is)\s+|how (?:do|does)\s+|the\s+)?"
    r"(?:(?:difference|gap|spread|discrepancy)\s+)?(?:between\s+)?(?:what\s+)?(?P<who>the report|they)\b\s*"
    r"(?:compare|differ|say|says|give|gives|expect|expects)?\s*(?:for|on|about|in|over|as to)\s+",
    re.IGNORECASE,
)
"""Asks how much they differ by, with the names of publishers taken out."""

_BETWEEN = re.compile(
    r"\A\W*(?:what(?:['’]s| is)\s+)?(?:the\s+)?(?:difference|gap|spread|discrepancy) between\s+", re.IGNORECASE
)


_REPORT = re.compile(r"\bthe report\b|\A\W*they\b", re.IGNORECASE)


def plainly(text: str) -> str:
    """The question as it is put to each report: without the word that compares, and with what is compared named."""
    if match := _THAN.match(text):
        of = match["of"] if match["of"] and _REPORT.search(match["one"]) else None
        return _named(of or f"{match['one']} and {match['other']}", match["how"], match["noun"])
    if match := _WHICH.match(text):
        return _named(match["one"] + (match["when"] or ""), match["how"], match["noun"])
    if _OUTLOOK.match(text):
        return f"growth rate of {_OUTLOOK.sub('', text)}"
    return _BETWEEN.sub("", _APART.sub("", text))


def _named(what: str, how: str, noun: str | None) -> str:
    """What is compared by its name; a market is by its size, or its growth where one is faster."""
    what = re.sub(r"(?:\s*\b(?:and|or|than))?\s+the report(?:\s*['’]s)?(?=\W*\Z)", "", what)
    if noun and _NAMED.search(noun):
        return f"{noun} of {what}?"
    if _NAMED.search(what):
        return f"{what}?"
    return f"{'growth rate' if _RATE.search(how) else 'size'} of {what}?"


_A_RATE = re.compile(r"\b(?:cagr|growth(?: rate)?|rate of growth)\b", re.IGNORECASE)
_A_LEVEL = re.compile(
    r"\b(?:(?P<year>(?:19|20)\d\d)\s+(?:number|figure|value|forecast|size|estimate)"
    r"|(?:size|value|worth|revenues?|sales)\b.*?\b(?P<of>(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
TWO = 2
_AND = re.compile(r"\s+(?:and|as well as|plus)\s+", re.IGNORECASE)


def figures_of(text: str) -> tuple[str, ...]:
    """The two figures that a question asks for, a rate and the size of a year, each as a question of its own; the
    question itself where it asks for others: "the growth rate and the 2028 number"."""
    sides = _AND.split(text)
    if len(sides) != TWO:
        return (text,)
    levels, rates = [_A_LEVEL.search(side) for side in sides], [bool(_A_RATE.search(side)) for side in sides]
    for level, rate in ((0, 1), (1, 0)):
        if (found := levels[level]) and not rates[level] and rates[rate] and levels[rate] is None:
            asked = f"What is the market size in {found['year'] or found['of']}?", "What is the growth rate?"
            return asked if level == 0 else asked[::-1]
    return (text,)
