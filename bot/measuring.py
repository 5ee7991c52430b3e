"""How people ask for a number: what is measured, and what is to be calculated. Nothing here is about one market."""

import re

from bot.evidence import Operation
from ingest.domain import Measure


def any_of(*alternatives: str) -> re.Pattern[str]:
    """One pattern of several, each a whole word, sign or phrase; case does not matter."""
    return re.compile("|".join(rf"(?:(?<!\w)(?:{alternative})(?!\w))" for alternative in alternatives), re.IGNORECASE)


MOVES: frozenset[Measure] = frozenset({"growth", "increase", "cagr"})
"""Measures that tell of a change, and whose reader gives a fall its minus sign."""

_PERCENT = r"(?:percent(?:age)?|%|pct)"
_MOVED = (
    r"(?:increase[ds]?|grow(?:s|th|n|ing)?|grew|change[ds]?|rise[sn]?|rose|jump(?:ed|s)?|gain(?:ed|s)?|expand(?:s"
    r"|ed)?|climb(?:ed|s)?"
    r"|fall(?:s|en)?|fell|drop(?:s|ped)?|decline[ds]?|decrease[ds]?|shr[aiu]nks?|improv(?:e[ds]?|ing)|worsen(?:ed|s)?|widen(?:ed|s)?|narrow(?:ed|s)?|los[est]+|add(?:s|ed)?)"
)
_A_YEAR = r"(?:per|a|each|every) (?:year|annum)"
_LARGER = (
    r"(?:larger|bigger|greater|higher|smaller|lower|more|less|fewer|cheaper|dearer|faster|slower|quicker|longer|shorter"
    r"|heavier|lighter|older|younger|ahead)"
)

COMPARED = re.compile(rf"(?:{_LARGER})", re.IGNORECASE)
"""A word that compares: it names nothing to look for."""

HOW_MUCH_MORE = re.compile(rf"\bhow (?:much|far) {_LARGER}\b", re.IGNORECASE)
"""Asks for a difference of anything: "how much quicker" is not asked of money."""

_MORE_IN_PERCENT = re.compile(
    rf"\bhow (?:much|far) {_LARGER}\b(?![^?]*\b(?:shares?|margins?|rates?)\b)[^?]*\b(?:in|as an?) {_PERCENT}(?!\w)",
    re.IGNORECASE,
)
"""Asks for a difference relative to what is compared with; of what is itself in percent it would be in points."""

A_RATE = re.compile(
    rf"\bcagr\b|\bcompound|\brates?\b|\bhow (?:fast|quick\w*|rapid\w*)|\bpace\b|\b{_A_YEAR}\b|\bp\.? ?a\b|\ba year\b"
    r"|\bannual\w*|\byearly\b",
    re.IGNORECASE,
)
"""Asks for growth a year rather than over the whole time."""

PRICE = any_of(
    r"(?:average |selling |unit |list )*pric(?:e|es|ed|ing)",
    r"costs?(?! (?:pressures?|savings?|reductions?|fluctuations?|overruns?|increases?|swings?|problems?))",
    r"(?:how |most |least )expensive|cheapest|dearest|priciest",
    r"asp",
    r"tariff per",
    r"gate fees?",
)
"""Words for what one of a thing costs."""

MEASURES: tuple[tuple[re.Pattern[str], Measure], ...] = (
    (
        any_of(
            r"cagrs?",
            r"compound(?:ed)?(?: annual)?(?: growth)?(?: rate)?",
            r"average annual (?:growth|rate)",
            r"annual growth rate",
        ),
        "cagr",
    ),
    (any_of(r"yoy|y-o-y", r"year[- ]o(?:n|ver)[- ]year", r"annual growth"), "growth"),
    (re.compile(rf"\bhow (?:much|far)\W+(?:(?:in|as an?) )?{_PERCENT}\W[^?]*\b{_MOVED}\b", re.IGNORECASE), "growth"),
    (_MORE_IN_PERCENT, "growth"),
    (re.compile(rf"\bby (?:what|how many) {_PERCENT}|\bby what (?:proportion|fraction)\b", re.IGNORECASE), "growth"),
    (
        re.compile(
            rf"\b{_MOVED}\b[^?]*(?:\bin )?{_PERCENT}(?!\w)(?! of\b)|{_PERCENT} (?:\w+ )?{_MOVED}\b", re.IGNORECASE
        ),
        "growth",
    ),
    (
        any_of(
            r"(?<!per )(?<!back )(?<!own )(?<!common )(?<!ordinary )(?<!treasury )(?:market |revenue |volume |value )?"
            r"shares?(?! (?:this|the|it|my|our|with|your|price))",
            rf"(?:what|which) (?:{_PERCENT}|proportion|fraction|portion|part|slice)",
            rf"{_PERCENT} of",
            r"how many (?:percentage )?points\b(?=[^?]*\b(?:ahead|above|behind|over|below|apart)\b)",
            rf"(?:in|as an?) {_PERCENT}",
            r"how (?:much|big a (?:part|share|slice|portion)) of|how much (?:does|do|did) (?:\w+ ){1,4}make up",
            r"(?<=['’]s )(?:part|slice|portion|proportion)",
        ),
        "share",
    ),
    (
        any_of(
            r"grow(?:s|th|n|ing)?|grew|expand(?:s|ing|ed)?",
            r"how (?:fast|quick(?:ly)?|rapid(?:ly)?|strongly)",
            r"pace",
            rf"{_MOVED} {_A_YEAR}",
            r"rate of (?:increase|expansion|change)",
        ),
        "growth",
    ),
    (
        PRICE,
        "price",
    ),
    (any_of(r"value of (?:the )?(?:production|output|shipments?|consumption|volumes?)"), "size"),
    (
        any_of(
            r"volumes?|tonnage|tonnes?|tons?|kilo-?tons?|kilo-?tonnes?|shipments?|shipped",
            r"units? (?:sold|shipped|sales)|sold units",
            r"installed base|production|output|consumption|consumed|capacity|demand by (?:weight|volume)",
        ),
        "volume",
    ),
    (
        any_of(
            r"how (?:big|large|huge|small|sizea?ble)",
            r"siz(?:e|es|ed|ing)",
            r"worth|valu(?:e|es|ed|ation)",
            r"revenues?|sales|turnover|spend(?:ing)?",
            r"how much(?! of)",
            r"(?:market|industry) (?:cap|total|level)",
            r"(?:how many )?(?:us )?(?:dollars|usd|euros?|[mb]illions?|rupees|crores?|yen|yuan|renminbi|francs?"
            r"|kron(?:a|or|e|er)|dirhams?|riyals?|pesos?|reais|rand|zloty|rubles?|roubles?|liras?|baht|ringgit|rupiah|shillings?|naira)",
            r"market in (?:19|20)\d\d",
            r"reach|tam|addressable market",
            r"(?:in )?(?:money|cash)(?: terms)?|in (?:dollar|euro|rupee|pound|yen|value) terms",
        ),
        "size",
    ),
    (any_of(r"how many", r"number of", r"count of", r"total (?:number|count)"), "count"),
    (any_of(r"units?"), "volume"),
)
"""The first that matches is the measure asked for."""

POINTS_MOVED = any_of(
    r"points? (?:\w+ ){0,3}(?:lost|lose|gain(?:ed)?|won|win)", r"(?:lost|lose|gain(?:ed)?|won|win) (?:\w+ ){0,3}points?"
)
"""Asks by how many points a share moved, which no share printed for one time answers."""

OF_SEVERAL: tuple[Operation, ...] = ("sum", "difference", "multiple")
"""What is made of several things together."""

OPERATIONS: tuple[tuple[re.Pattern[str], Operation], ...] = (
    (_MORE_IN_PERCENT, "growth"),
    (
        any_of(
            rf"how many times(?: {_LARGER})?",
            r"multiple",
            rf"times (?:{_LARGER}|as (?:big|large|much|high)|the size)",
            r"factor (?:of|by)|by what factor|what factor",
            r"x-?fold|\w+fold",
            r"doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)(?!-| A\b)|quadruple[ds]?",
        ),
        "multiple",
    ),
    (
        any_of(
            r"cagrs?",
            r"compound(?:ed)?",
            r"average annual",
            r"annual(?:ly|i[sz]ed)?\W+(?:\w+\W+){0,2}(?:growth|rate|increase)",
            rf"{_MOVED}(?: \w+){{0,4}} {_A_YEAR}",
            rf"growth {_A_YEAR}",
        ),
        "cagr",
    ),
    (
        any_of(
            r"(?:dollar|money|euro|absolute|rupee) (?:growth|increase|change)",
            rf"{_MOVED}\b[^?]*\bin (?:us )?(?:dollars|usd|euros?|eur|rupees|inr|pounds|gbp|yen|money|absolute terms)",
        ),
        "difference",
    ),
    (
        re.compile(
            rf"{_PERCENT}[^?]*\b{_MOVED}\b|\b{_MOVED}\b[^?]*{_PERCENT}(?! of\b)|\byoy\b|\byear[- ]o(?:n|ver)[- ]year\b"
            rf"|\bgrowth (?:rate )?(?:from|between|in)\b|\bhow (?:fast|quickly|rapidly|strongly)\b",
            re.IGNORECASE,
        ),
        "growth",
    ),
    (
        re.compile(
            rf"\b(?:difference|differ|gap|delta|uplift|increment(?:al)?|in absolute)\b"
            rf"|\b(?:how much|how many|by what)\b[^?]*\b(?:{_MOVED}|saves?|saved|beats?|exceeds?|outsells?)\b"
            r"|\bwhat(?:'s| is| was| will be)? the (?:\w+ )?(?:increase|rise|change|drop|decline|growth) (?:in"
            r"|from|between|of)\b"
            rf"|\b(?:how much|how many|by what)\b[^?]*\b(?:{_LARGER}\b"
            r"(?! than (?:\d{1,2}|an?|one|two|three|five|ten)\b)[^?]*\bthan|leads?|led|trails?)\b"
            rf"|\bhow (?:much|many|far) {_LARGER}\b|\bhow (?:much|far) (?:is (?:that|it|this) )?(?:above|over|below)\b"
            rf"|\b{_MOVED}\b[^?]*\b(?:between|from|in (?:dollars|money|absolute|euros?|usd))\b"
            r"|\bby how (?:much|many)\b[^?]*\b(?:above|over|below|under)\b"
            r"|\bhow (?:do|does|did|will|would)\b[^?]*\b20\d\d\b"
            r"[^?]*\bcompare (?:with|to|against)(?: \w+){0,3} 20\d\d\b"
            r"|\bdollar (?:growth|increase)\b|\b(?:extra|additional) (?:revenues?|sales|income|money|turnover|volume)\b"
            r"|\b(?:how much|how many)\b[^?]*\bputs? on\b"
            r"|\bhow many (?:percentage )?points\b[^?]*\b(?:ahead|above|behind|over|below|apart|between)\b",
            re.IGNORECASE,
        ),
        "difference",
    ),
    (
        any_of(
            r"add(?:ed|s)? (?:up|together)",
            r"sum(?:med)?",
            r"total of",
            r"combined|together|altogether|in total for|plus",
        ),
        "sum",
    ),
    (
        any_of(
            rf"(?:what|which) (?:share|{_PERCENT}|proportion|fraction|part|portion)",
            r"how much of",
            rf"as (?:an? )?(?:share|{_PERCENT}|proportion|fraction)",
            rf"{_PERCENT} of",
            r"(?:share|part|slice|portion) of (?:the )?(?:total|all|overall|whole|entire)",
        ),
        "share",
    ),
)
"""The first that matches is what may have to be calculated, when it is not published."""

BY_VALUE = any_of(r"(?:by|in) value|value[- ]wise")
BY_VOLUME = any_of(r"(?:by|in) (?:volume|weight|tonnage|units)|volume[- ]wise")
"""Says which of two measures of the same is meant."""

OF_ALL = any_of(r"total|overall|in all|altogether|as a whole|entire")
"""Asks for the whole of what it names, not for a part of it."""

STRONG_FIGURE = any_of(
    r"how (?:big|large|huge|much|many|fast|quickly|rapidly|small|strongly|expensive)",
    r"cagrs?|growth rates?|growth from",
    r"market (?:size|value|shares?)|size of",
    r"worth|valued?|tam",
    r"(?:market |revenue )?share (?:of|does|did|do|held|has|had|is|was|in|for|by)",
    r"revenues?|sales|turnover|pric(?:e|ed)|costs?",
    r"(?:what|which) (?:is|was|were|will be|would be|'s) the (?:\w+ ){0,3}(?:size|growth|share|value|price|volume"
    r"|number|cagr)",
    rf"number of|(?:what|which) (?:{_PERCENT}|proportion|share|portion|part of)|{_PERCENT} of",
    r"yoy|year[- ]o(?:n|ver)[- ]year|as a (?:share|percentage) of",
    r"(?:basis|percentage) points?",
)
"""Asks for a number and nothing else."""

EXTENT = any_of(
    r"how (?:long|old|far|heavy|tall|deep|wide|thick|often|hot|cold)",
    r"(?:waiting|lead|delivery|turnaround|travel|running|processing) times?",
)
"""Asks for a length of time, a distance, a weight or how often."""

BY_FACTOR = any_of(
    r"(?:by )?(?:what|which) factor", r"how many times (?:larger|bigger|as \w+|more|over)", r"how many ?-?fold"
)
"""Asks for a multiple, and for no factor of anything."""

ONE_YEAR = any_of(
    r"(?:last|past|previous|prior|this) (?:year|quarter|half)(?! growth)",
    r"(?:year|quarter)[- ]o(?:n|ver)[- ](?:year|quarter)",
    r"yoy|y-o-y",
)
"""Asks how much something grew from one time to the next, which no compound rate of many years says."""

SUMS = any_of(
    r"(?:expense|cost|revenue|premium|deposit|loan|dividend|receivable|payable|provision|borrowing|earning|asset"
    r"|export|import|shipment|registration|reserve|royaltie|fee|wage|proceed|inventorie|liabilitie|profit|loss)(?:e?s)?",
    r"sales|turnover|capex|capital expenditure",
)
"""What accounts and statistics tell sums or numbers of: asked for of a time, it is a figure and no list."""

NUMBERS = {name: n for n, name in enumerate("one two three four five six seven eight nine ten".split(), start=1)}
"""Number words."""
BEFORE = any_of(
    rf"(?:a|the|\d+|{'|'.join(NUMBERS)}) (?:year|quarter|month)s? (?:earlier|before|ago|prior)",
)
"""Asks for what was before a time that the question does not name."""
TOP = re.compile(rf"\b(?:top|largest|biggest|leading|first) (?P<count>{'|'.join(NUMBERS)}|\d{{1,2}})\b", re.IGNORECASE)
"""Asks for so many of the first in a ranking."""

LEVELS: tuple[tuple[re.Pattern[str], Measure], ...] = (
    (any_of(r"value of (?:the )?\w+"), "size"),
    (
        any_of(
            r"volumes?|tonnage|tonnes?|tons?|shipments?|units?|consumption|production|output|capacity|installed base"
        ),
        "volume",
    ),
    (any_of(r"(?:average |selling |unit |list )*prices?", r"dearer|cheaper|more expensive"), "price"),
)
"""What a growth, share or difference is of, where it is not money."""

SERIES = any_of(
    r"(?:(?:by|(?:for )?(?:each|every)) (?:year|quarter|half[- ]year|month))",
    r"(?:(?:over|for|in|across|during) (?:the )?)?(?:last|past) (?!twelve|12)(?:\w+ )?(?:years|quarters|months)",
    r"per year(?! growth)",
    r"year by year|year-by-year|over time|over the years|annually|yearly|time series|trajectory|annual figures?",
    r"chart|graph|plot|all years|across (?:the )?years|evolution|evolve[ds]?|history|develop(?:ed|s)?",
)
"""Asks for several years."""


MONEY_OF_SHARE = re.compile(
    r"\bshare\b[^?]*\b(?:worth|in (?:us )?(?:dollars|usd|euros?|rupees|pounds|yen|money|[mb]illions?|crores?))\b"
    r"|\b(?:how many (?:us )?(?:[mb]illion )?(?:dollars|euros?|rupees|pounds|yen)|how much money)\b[^?]*\bshare\b",
    re.IGNORECASE,
)
"""Asks what a share comes to in money."""

_ALL = re.compile(
    r"\b(?:with|and|give|list|show|what are) (?:me )?(?:the |their |its |all |market )*(?:respective |market )*shares\b"
    r"|\b(?:split|breakdown|break down|broken down|distribution)\b|\bhow much (?:of|for|from) (?:each|them|every)\b"
    r"|\bshares of (?:each|all|every)\b",
    re.IGNORECASE,
)


def asks_for_all(ask: str) -> bool:
    """Whether several figures side by side are asked for: "with their shares", "the regional split"."""
    return bool(_ALL.search(ask))


CUES: dict[str, re.Pattern[str]] = {
    "money": re.compile(
        r"\b(?:dollars?|usd|euros?|eur|pounds?|gbp|yen|jpy|rupees?|inr|money|cash|crores?|cents?|value)\b|[$€£¥₹]",
        re.IGNORECASE,
    ),
    "percent": re.compile(r"%|\b(?:per ?cent|pct|percentage(?! points?))\b", re.IGNORECASE),
    "points": re.compile(r"\b(?:points?|pp|ppts?)\b", re.IGNORECASE),
    "times": re.compile(r"\b(?:times|factor|multiple)\b|fold\b|\b(?:doubl|tripl|quadrupl)\w+", re.IGNORECASE),
    "together": re.compile(
        r"\b(?:together|combined?|sum(?:med)?|add(?:ed)? up|total|plus|all in all|altogether|both)\b|\+", re.IGNORECASE
    ),
    "than": re.compile(
        r"\b(?:than|versus|vs|against|compared|gap|difference|more|less|fewer|ahead|behind|deficit|surplus|net|spread"
        r"|premium|discount|mark-?up)\b|\w{2}er\b",
        re.IGNORECASE,
    ),
    "moved": re.compile(rf"\b(?:{_MOVED}|up|down|cheaper|dearer|upside|since)\b", re.IGNORECASE),
    "of": re.compile(
        r"\b(?:shares?|part|slice|proportion|portion|fraction|margins?|how much of|utili[sz]ation|ratio)\b|% of\b",
        re.IGNORECASE,
    ),
    "worth": re.compile(r"\b(?:worth|comes? to|in (?:money|dollars|euros|rupees|value|units))\b", re.IGNORECASE),
}
"""Words by which people ask for what lies between two figures, by what they hint at. None is proof."""
