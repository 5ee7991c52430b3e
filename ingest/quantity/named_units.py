"""Reads the unit a header, caption or note names for its numbers: "USD million", "in thousand tonnes", "%"."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ingest.domain import Kind
from ingest.quantity.units import CURRENCY, PHYSICAL, SCALE_WORD, currency_of, scale_named
from ingest.unit_words import spelled_out


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """A unit named apart from its numbers. ``per`` is what a price is for ("tonne")."""

    kind: Kind
    scale: Decimal = Decimal(1)
    currency: str | None = None
    unit: str = ""
    per: str = ""


_ANY_CURRENCY_NAME = re.compile(r"\b(?:(?:US|U\.S\.)\s+)?(dollars?|euros?|yen|yuan|rupees?)\b", re.IGNORECASE)
_NAMES = {"dollar": "USD", "euro": "EUR", "yen": "JPY", "yuan": "CNY", "rupee": "INR"}
_SCALE = re.compile(rf"(?<![A-Za-z])(?P<word>{SCALE_WORD})(?![A-Za-z])\.?", re.IGNORECASE)
_LETTER = re.compile(
    r"(?<=[$€£¥₹])\s?(?P<letter>[kmbKMB])(?![A-Za-z])"
    r"|(?:(?<=\b[A-Z]{3})|(?<=\bRs)|(?<=\bRs\.))\s(?P<spaced>(?i:[kmb]|cr))(?![A-Za-z])"
)
_CENT_OF = r"US|U\.S\.|EUR|euro|RMB|HKD?|SGD?|Singapore|AUD?|Australian|CAD?|Canadian|NZD?|NT"
_SUBUNIT = re.compile(
    rf"\bpence\b|¢|(?:\b(?P<of>{_CENT_OF})|€|(?P<sign>US|HK|S|A|C|NZ)?\$)[\s-]?cents?\b", re.IGNORECASE
)
_CENTS = {
    "us": "USD", "eu": "EUR", "rm": "CNY", "hk": "HKD", "sg": "SGD", "si": "SGD", "s": "SGD", "au": "AUD", "a": "AUD",
    "ca": "CAD", "c": "CAD", "nz": "NZD", "nt": "TWD",
}  # fmt: skip
"""The currencies whose hundredths are cents, by the first two letters of what leads them."""
_PERCENT = re.compile(r"%|\bper\s?cent(?:age)?\b|\bpct\b", re.IGNORECASE)
_POINTS = re.compile(r"percentage[- ]points?|\bp\.?p\.?\b", re.IGNORECASE)
_BASIS = re.compile(r"\bbps\b|basis points", re.IGNORECASE)
_PER = re.compile(r"(?:\bper\s+|/)(?!cent)(?P<noun>[A-Za-z][\w ]*)", re.IGNORECASE)
_PER_MANY = re.compile(rf"\bper (?:{SCALE_WORD})\b.*", re.IGNORECASE)
"""What many things a rate is told of: "per million hours", "USD per thousand litres"."""
_MULTIPLE = re.compile(r"^\s*(?:x|times)\s*$|\bmultiple\b", re.IGNORECASE)
_PHYSICAL = re.compile(rf"(?<![A-Za-z'’])(?:{PHYSICAL.pattern}|t(?![A-Za-z0-9'’]))")
_INITIALS = re.compile(r"[A-Z]{2,3}|.*[a-z][A-Z].*")
"""What counts nothing though it ends like many things: "US", "SaaS"."""
_PER_HEAD = re.compile(r"\s+per\s+(?P<who>head|capita|person|inhabitant|household|employee)\b", re.IGNORECASE)
_PER_UNIT = re.compile(r"\s?/\s?[A-Za-z]+[²³23]?")
"""Behind a unit what it is per: "g/t"."""
_NOUN = re.compile(r"^\s*(?:number of|no\. of|in)?\s*(?P<noun>[A-Za-z][A-Za-z -]*?s)\s*$", re.IGNORECASE)


_SCALES = {"K": Decimal(10**3), "k": Decimal(10**3), "M": Decimal(10**6), "B": Decimal(10**9)}
"""Scales by their letter alone: "Shipments (M)"; a small m is a metre."""


@lru_cache(maxsize=4096)
def unit_named(text: str) -> NamedUnit | None:
    """The unit a text such as "US$ Mn" or "thousand tonnes" is; None when it is none."""
    if text in _SCALES:
        return NamedUnit("number", _SCALES[text])
    text = _without_pairs(spelled_out(text))
    if _PER_MANY.fullmatch(text):
        return NamedUnit("number", unit=text)
    if _POINTS.search(text):
        return NamedUnit("percentage points")
    if _BASIS.search(text):
        return NamedUnit("basis points")
    if subunit := _SUBUNIT.search(text):
        per = _PER.search(text)
        return NamedUnit("money", Decimal("0.01"), _whole_of(subunit), per=per["noun"].strip() if per else "")
    currency = _currency(text)
    if currency:
        per = _PER.search(text)
        return NamedUnit("money", _scale(text), currency, per=per["noun"].strip() if per else "")
    if _PERCENT.search(text):
        return NamedUnit("percent")
    if _MULTIPLE.search(text):
        return NamedUnit("multiple")
    if counted := _IN_SCALE.fullmatch(text):
        return NamedUnit("number", _scale(counted["scale"]), unit=counted["noun"])
    return _counted(text)


_IN_SCALE = re.compile(rf"(?P<noun>[A-Za-z]+s) in (?P<scale>{SCALE_WORD})", re.IGNORECASE)
"""Things counted in a scale: "shares in thousands"."""


def _whole_of(subunit: re.Match[str]) -> str:
    """The currency of which pence or cents are a hundredth; cents that say no more are those of the US."""
    said = subunit[0].lower()
    if said.startswith("p"):
        return "GBP"
    if said.startswith("€"):
        return "EUR"
    named = (subunit["of"] or subunit["sign"] or "us").lower().replace(".", "")
    return _CENTS[named[:2]]


def _currency(text: str) -> str | None:
    if symbol := CURRENCY.search(text):
        return currency_of(symbol[0])
    name = _ANY_CURRENCY_NAME.search(text)
    return _NAMES[name[1].lower().rstrip("s")] if name else None


def _without_pairs(text: str) -> str:
    """A text without rates of exchange: "EUR/USD" is in no currency."""
    return _PAIR.sub(lambda pair: " " if currency_of(pair["other"]) else pair[0], text)


_PAIR = re.compile(r"\b(?P<one>[A-Z]{3})\s?/\s?(?P<other>[A-Z]{3})\b")


def _scale(text: str) -> Decimal:
    text = _PER_MANY.sub("", text)
    found = _SCALE.search(text)
    if found:
        return scale_named(found["word"]) or Decimal(1)
    letter = _LETTER.search(text)
    return (scale_named(letter["letter"] or letter["spaced"]) if letter else None) or Decimal(1)


def _counted(text: str) -> NamedUnit | None:
    rest = _SCALE.sub(" ", text)
    physical = _PHYSICAL.search(rest)
    if physical and (each := _PER_HEAD.match(rest, physical.end())):
        return NamedUnit("number", _scale(text), unit=physical[0], per=each["who"])
    if physical:
        return NamedUnit("number", _scale(text), unit=physical[0] + (_PER_UNIT.match(rest, physical.end()) or [""])[0])
    noun = _NOUN.match(rest)
    if noun and not _INITIALS.fullmatch(noun["noun"].strip()):
        return NamedUnit("number", _scale(text), unit=noun["noun"].strip())
    return NamedUnit("number", _scale(text)) if _SCALE.search(text) else None


_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]")
_BEHIND_IN = re.compile(
    rf"(?:,|\bin)\s+((?:{CURRENCY.pattern})(?!\s?[\d.])[^,;()]{{0,20}}|(?:{SCALE_WORD})\b[^,;()]{{0,25}}|%|per\s?cent|units)\s*(?:$|[,;()])",
    re.IGNORECASE,
)
_SYMBOLS = re.compile(
    rf"(?:(?:{SCALE_WORD})\s(?:of\s)?)?(?:{CURRENCY.pattern})(?!\.?\s?\d)\s?(?:(?:in\s)?(?:{SCALE_WORD})\b|[mbk]\b)?"
    r"|(?<!\d)(?<!\d )(?:%|\b(?:per\s?cent|p\.?p\.?|bps|percentage[- ]points?|basis points)\b)",
    re.IGNORECASE,
)
"""A symbol beside a number is the number's own: "accounts for 72% of sales" gives a table no unit."""
_LISTED = re.compile(
    rf",\s*((?:{CURRENCY.pattern})\s?(?:{SCALE_WORD})?|(?:(?:{SCALE_WORD})\s+)?(?!(?:hour|day|week|month|year)\b){PHYSICAL.pattern}|%|times|x)"
    r"(?:\s+(?:a|per|each)\s+\w+)?\s*(?=,|$)",
    re.IGNORECASE,
)
"""A unit between commas: "Heat delivered, TWh, 2023", "Capacity, tonnes a year"."""
_ASIDE = re.compile(
    r"(?:loss(?:es)?|gains?|expenses?|benefits?|credits?|charges?|decreases?|deficits?|others|less|plus|gross|thus)$"
    r"|[\w -]*\bbasis$"
    r"|(?:ex|in)cl(?:\.|uding|usive)?\b"
    r"|(?:all|not|net|of|before|after|other|see|as|from|at|to|by|for|with|without|based|only)\b",
    re.IGNORECASE,
)
"""What brackets hold that is no unit: the other side of what a label names, or what belongs to it."""
_SIZED = re.compile(rf"\d\s?(?:{PHYSICAL.pattern})(?!\s*=)")
"""What brackets say of how large something is: "Small (up to 16 kg)"."""
_OWN_PERCENT = re.compile(r"\d\s?(?:%|per\s?cent)", re.IGNORECASE)
_OWN_SUM = re.compile(
    rf"(?:{CURRENCY.pattern})\s?(?!(?:19|20)\d\d\b)(?:[1-9]|0?\.\d)(?!\d* (?:{SCALE_WORD})\b)", re.IGNORECASE
)
"""An amount in brackets has its own unit: "Expenses (2023: £11m)"."""
_NUMBER_OF = re.compile(
    r"(?:table\s+[\w.]+\W+)?(?:the )?(?:(?:total|average|mean|median|monthly|weighted) )*(?:number|no\.) of "
    r"(?P<noun>[A-Za-z][A-Za-z -]*?s)"
    r"\s*(?=$|[,(]|\b(?:by|in|at|of|on|with|per|sold|held|and|from|for|that|who)\b|\d)",
    re.IGNORECASE,
)
"""What a label counts: "Number of respondents", "Table 1: Number of plots by region"."""


@lru_cache(maxsize=4096)
def unit_within(text: str) -> NamedUnit | None:
    """The unit a header or title mentions among other words: in brackets, behind "in", or by a symbol."""
    text = _without_pairs(spelled_out(text))
    listed = [match[1] for match in _LISTED.finditer(text)]
    candidates = [
        part
        for brackets in _BRACKETS.finditer(text)
        if not _abbreviates(brackets) and not _ASIDE.match(brackets[1])
        for part in re.split(r"[,;]\s+", brackets[1])
        if not _OWN_PERCENT.search(part) and not _SIZED.search(part) and not _OWN_SUM.search(part)
    ]
    candidates += [match[1] for match in _BEHIND_IN.finditer(text)]
    candidates += [match[0].strip(" ,") for match in _WORDED_BEHIND.finditer(text)]
    candidates += [match[0] for match in _SYMBOLS.finditer(text)]
    candidates += listed
    named = next((unit for part in candidates if (unit := unit_named(part)) and _speaks(unit)), None)
    counted = _NUMBER_OF.match(text)
    return NamedUnit("number", unit=counted["noun"]) if named is None and counted else named


_SAID = re.compile(
    r"\b(?:stück|in|of|total|number|all|values?|figures?|per|sales|revenue|units?|amounts?|unless|otherwise|stated|noted"
    r"|indicated|where|except|specified)\b|[\s.,()/'’]+",
    re.IGNORECASE,
)


_SCALED = re.compile(
    r"(?:in )?(?:thousand|million|billion)s? (?:of )?(?:[a-z][a-z-]* ){0,2}[a-z][a-z-]+s", re.IGNORECASE
)
"""A scale of what is counted: "Thousand overnight stays"."""
_NUMBER = re.compile(r"(?:number|no\.|n)", re.IGNORECASE)
_PLAIN_NOUN = re.compile(
    r"(?:total|net|gross|all)?\s*(?:values?|figures?|sales|revenues?|amounts?|totals?)", re.IGNORECASE
)
"""Nouns that are no unit though they count nothing else: a row named "Sales"."""


@lru_cache(maxsize=4096)
def whole_unit(text: str) -> NamedUnit | None:
    """The unit that a label is and nothing else: "Million USD", "Per cent of total", "in 1,000 tonnes"."""
    if _NUMBER.fullmatch(text):
        return NamedUnit("number")
    if (short := _SHORT_BEHIND.fullmatch(text)) and all(map(_PHYSICAL.fullmatch, (short["long"], short["short"]))):
        return unit_named(short["short"])
    unit = unit_named(text)
    if unit and _SCALED.fullmatch(spelled_out(text)):
        return unit
    if unit is None or not (_speaks(unit) or unit.scale > 1) or _PLAIN_NOUN.fullmatch(unit.unit):
        return None
    rest = _LETTER.sub(" ", spelled_out(text))
    for pattern in (_SUBUNIT, _SCALE, _ANY_CURRENCY_NAME, CURRENCY, _PERCENT, _POINTS, _BASIS, _PHYSICAL, _MULTIPLE):
        rest = pattern.sub(" ", rest)
    if unit.per:
        rest = rest.replace(unit.per, " ")
    return unit if not _SAID.sub("", rest) else None


_SHORT_BEHIND = re.compile(r"(?P<long>[A-Za-z ]+)\s\((?P<short>[A-Za-z/³²]+)\)")
"""A unit and its sign, which says the scale too: "Tonnes (Mt)"."""


def _speaks(unit: NamedUnit) -> bool:
    return unit.kind != "number" or bool(unit.unit) or unit.scale > 1


def without_unit(text: str) -> str:
    """A header without the brackets that name its unit: "Revenue" of "Revenue (USD million)"."""

    def left(match: re.Match[str]) -> str:
        return " " if unit_named(match[1]) and not _abbreviates(match) else match[0]

    named = _WORDED_BEHIND.sub("", _BRACKETS.sub(left, _LISTED.sub("", text)))
    return _BEHIND_NAME.sub("", named).strip()


_WORDED_BEHIND = re.compile(
    rf"(?<=[a-z)])\s+(?:(?:{SCALE_WORD})\s+of\s+(?:yen|euros?|yuan|rupees|(?:US\s)?dollars|RMB|won)|Yen|pence(?:\s+per\s+(?:\w+\s+)?share)?)$",
    re.IGNORECASE,
)
"""A unit in words at the end of a label that ran over lines: "Profit before tax Millions of yen"."""
_BEHIND_NAME = re.compile(
    rf"(?<=\w),?\s+(?:in\s+)?(?:{CURRENCY.pattern})\s?(?:(?:{SCALE_WORD})\b|[mbk]n?\b)?\s*$", re.I
)
"""A unit without brackets at the end of a label: "Sales £m", "Fee revenue, USD million"."""


def _abbreviates(brackets: re.Match[str]) -> bool:
    """Whether brackets hold the initials of the words before them and no unit: "Small enterprises (SEs)"."""
    short = brackets[1].removesuffix("s")
    if not _SHORT.fullmatch(short):
        return False
    initials = iter(word[0].casefold() for word in _WORD.findall(brackets.string[: brackets.start()]))
    return all(letter in initials for letter in short.casefold())


_SHORT = re.compile(r"[A-Z]{2,6}")
_WORD = re.compile(r"[^\W\d_]+")
