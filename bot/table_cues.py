"""Words by which a question asks tables for a ranking, a sum, a difference, or when one thing passes another."""

import re

from bot import lexicon, measuring
from ingest.words import stem

LIMITED = re.compile(
    r"\b(?:without|excluding|exclude[sd]?|except|besides|other than|not|never|per (?:capita|head|person|inhabitant)"
    r"|contribut\w+|adjusted|real terms|if|assuming|average of|mean|median)\b|n't\b",
    re.IGNORECASE,
)
"""Asks for something that no cell as such is."""

PASSES = re.compile(
    r"\b(?:pass(?:es|ed)?|overtak\w*|overtook|surpass\w*|exceed\w*|outgrow\w*|outsell\w*|outstrip\w*|cross(?:es|ed)?"
    r"|catch(?:es)? up with|go(?:es)? (?:past|above|beyond)|reach(?:es|ed)?|top(?:s|ped)?|larger|bigger|higher)\b",
    re.IGNORECASE,
)
WHEN = re.compile(r"\bwhen\b|\b(?:which|what|in what|the|first) year\b|^\W*year\b", re.IGNORECASE)
GROWS = re.compile(
    r"\b(?:fastest|quickest|slowest|grow(?:s|n|ing|th)?|cagr|expand\w*|(?:in|de)creas\w+)\b", re.IGNORECASE
)
SUM = re.compile(r"\b(?:plus|combined|together|sum of|add(?:s|ed)? up)\b|\+", re.IGNORECASE)
APART = re.compile(r"\b(?:apart|minus|gap between|exceeds?|how much (?:more|less|larger|smaller))\b", re.IGNORECASE)
BOTH = re.compile(r"\b(?:and|plus|versus|vs|or|than|that of|over)\b|[&+/]", re.IGNORECASE)
"""Stands between two things that are each asked for."""
PARTS = re.compile(r"\bby\b|\beach\b|\bsplit\b|\bbreakdown\b", re.IGNORECASE)
CURRENCY = re.compile(
    r"\b(?:in|of|how many)\s+(?:us |usd|eur|gbp|inr|jpy|cny|dollars?|euros?|pounds?|sterling|yen|yuan|rupees?|crores?"
    r"|francs?|local currency|money)\b|[$€£¥₹]",
    re.IGNORECASE,
)
AMOUNT = re.compile(r"\bhow much\b|\b(?:sell|sells|sold|spend|spends|spent|earns?|earned|worth)\b", re.IGNORECASE)
"""Asks for an amount, of which a percentage is none."""
SOLD_MOST = re.compile(
    r"\b(?:sold|sells?|shipped|ships?|delivered|produced|makes?|made) (?:the )?(?:most|fewest|least)"
    r" (?!money|revenue|(?:net |operating |gross )?(?:profit|income|sales|loss|cash))\w",
    re.IGNORECASE,
)
"""Asks for how many: "Which maker sold the most trucks"."""
NUMBER = re.compile(r"(?<![\w.])\d[\d.,]*")

_RANKED = re.compile(
    r"\b(?:rank(?:s|ed|ing)?|come[s]? (?:first|out on top)|top|leads?|leading|largest|biggest|highest|smallest|lowest"
    r"|least(?: often)?|slowest|fastest|quickest|most(?: often)?|fewest|weakest|strongest|peak(?:s|ed)?|cheapest"
    r"|dearest|priciest|steepest|sharpest|best|worst|longest|shortest|deepest|heaviest|greatest|oldest|youngest|busiest"
    r"|(?:no\.?|number|#) ?\d)\b",
    re.IGNORECASE,
)
_NTH = re.compile(
    r"\b(?P<nth>second|third|fourth|2nd|3rd|4th)[- ](?:largest|biggest|highest|smallest|lowest|fastest|most|best)\b"
    r"|\b(?:no\.?|number|#) ?(?P<number>[1-9])\b",
    re.IGNORECASE,
)
_NUMBERS_OF = {"second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_FELL = (
    r"falls?|fell|fallen|drop(?:s|ped)?|declin\w+|decreas\w+|shr[aiu]nk(?:s|en)?|lost|los(?:e|es|ses?)|contract(?:s|ed|ion)"
    r"|(?:go|goes|went|gone) down|reduc(?:ed|tion)"
)
_ROSE = (
    r"rises?|rose|risen|gain(?:s|ed)?|increas\w+|gr[oe]w(?:s|n|th|ing)?|won|win|jump(?:s|ed)?|surg(?:e|ed)|climb(?:s|ed)?"
    r"|(?:go|goes|went|gone) up|expan(?:ds?|ded|sion)|improv\w+"
)
MOVED = re.compile(rf"\b(?:(?P<fell>{_FELL})|(?P<rose>{_ROSE}))\b", re.IGNORECASE)
"""Says which way something changed."""
_COUNT = re.compile(
    rf"\b(?:top|largest|biggest|highest|leading|first|smallest|lowest|fastest[- ]growing|which|the)\s+"
    rf"(?P<count>{'|'.join(list(measuring.NUMBERS)[1:])}|[2-9]|1\d|20)\b(?!\s*(?:years?|months?))",
    re.IGNORECASE,
)
_KINDS_OF_PLACE = (
    (re.compile(r"\b(?:countr(?:y|ies)|nations?)\b", re.IGNORECASE), "country"),
    (re.compile(r"\b(?:regions?|continents?)\b", re.IGNORECASE), "region"),
    (re.compile(r"\b(?:us |federal |(?<!united )(?<!gulf ))states\b|\bwhich state\b", re.IGNORECASE), "state"),
)

SAID_ANYWAY = frozenset(
    map(
        stem,
        "pass passes overtake overtakes surpass exceed exceeds outgrow cross reach take takes took change changes rank"
        " ranked ranks lead leads come comes first top three list show year years yearly annual combined together"
        " whole total overall respectively table tables row column entry value figure reported reports report"
        " printed apart minus plus gap percent percentage sell sells sold generate generates generated earn"
        " earns earned hold holds held account accounts bring brings brought".split(),
    )
)
"""Stems of words that ask, whatever the tables name."""


_TIME_RANKED = re.compile(
    r"\b(?:which|what)(?: of the \w+)? (?:\w+ )?(?:year|quarter|month|half|period)s?\b|\bwhen (?:was|were|did)\b",
    re.IGNORECASE,
)


CHANGED = re.compile(
    r"\bhow (?:much )?(?:did|has|have|does|do)\b[^?]*\b(?P<verb>(?:chang|develop|evolv|mov)(?:e[sd]?|ed|ing)?)\b",
    re.IGNORECASE,
)
"""Asks how something changed."""


def asks_how_changed(ask: str) -> bool:
    """Whether a question asks how something changed, which its level does not tell: "How did the rate change in …"."""
    return CHANGED.search(ask) is not None


def asks_change(ask: str) -> bool:
    """Whether a question asks what something changed by or how."""
    return any(pattern.search(ask) for pattern in (CHANGED, BY_HOW_MUCH, _HOW_MUCH_CHANGED))


BY_HOW_MUCH = re.compile(r"\bby how (?:much|many)\b(?! per ?cent| %)", re.IGNORECASE)
"""Asks for an amount that something changed by."""
_HOW_MUCH_CHANGED = re.compile(
    r"\bhow much (?:did|has|have)\b[^?]*\b(?:change|rise|fall|grow|increase|decrease|drop)\b", re.IGNORECASE
)
MAY_MOVE = re.compile(
    r"\b(?:chang|gr[eo]w|increas|decreas|declin|ris|rose|fall|fell|drop|gain|los[et]|differ|up|down|vs|versus|compar|yoy"
    r"|y/?o/?y|q/?o/?q|against|revis|mov|improv|worsen|variance|varied|jump|climb|shr[aiu]nk|cagr|evol|develop|delta|than"
    r"|year[- ]o|add|expan|slow|fast)\w*|%|[Δ∆]",
    re.IGNORECASE,
)
"""Has a word of how something moved: only then a column of changes may be meant."""


def ranks_times(ask: str) -> bool:
    """Whether a question asks for the time at which something was highest or lowest: "In which of the five years …"."""
    return _TIME_RANKED.search(ask) is not None


def time_ranked(ask: str) -> str | None:
    """The sort of time that is asked for: "quarter" of "which quarter"."""
    match = _TIME_RANKED.search(ask)
    return next((kind for kind in ("quarter", "month", "half", "year") if match and kind in match[0].lower()), None)


def rankings(ask: str) -> list[tuple[int, int]]:
    """Where a question says that it asks for the first of several."""
    return [match.span() for match in _RANKED.finditer(ask)]


def counted(ask: str) -> tuple[int, int] | None:
    """How many of a ranking are asked for, and where that number stands: 3 of "top three"."""
    match = _COUNT.search(ask)
    if match is None:
        return None
    count = match["count"].lower()
    return measuring.NUMBERS.get(count) or int(count), match.start("count")


def nth(ask: str) -> int:
    """Which of a ranking is asked for, 1 the first: 2 of "second largest", "no 2"."""
    match = _NTH.search(ask)
    if match is None:
        return 1
    return int(match["number"]) if match["number"] else _NUMBERS_OF[match["nth"].lower()]


def places_ranked(ask: str) -> list[tuple[int, int]]:
    """Where a question says which of a ranking it asks for."""
    return [match.span() for match in _NTH.finditer(ask)]


def asks_lowest_first(ask: str) -> bool:
    """Whether the ranking asked for begins at its end."""
    return bool(lexicon.SMALLEST.search(ask))


def place_kind(ask: str) -> str | None:
    """The kind of places asked for: "country" of "which country"."""
    return next((kind for pattern, kind in _KINDS_OF_PLACE if pattern.search(ask)), None)
