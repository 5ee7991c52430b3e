"""Classifies what a number measures by the report's own words for it."""

import re
from dataclasses import dataclass

from ingest.domain import Kind, Measure
from ingest.quantity import cues
from ingest.quantity.vocabulary import word_set

_NEAR = 60
"""Characters behind a number that may still say what it measures."""
_DURATIONS = word_set("years year months month days day hours hour minutes weeks week")
_WORD = re.compile(r"[A-Za-z][\w&-]*")
_PHRASE_END = re.compile(r"[,;.]")
_SHARE_OR_TOTAL = " ,()"

_ASKED: tuple[tuple[Measure, re.Pattern[str]], ...] = (
    ("cagr", cues.CAGR),
    ("price", cues.PRICE),
    ("share", cues.ASKED_SHARE),
    ("growth", cues.ASKED_GROWTH),
    ("increase", cues.INCREASE),
    ("size", cues.ASKED_SIZE),
    ("volume", cues.ASKED_VOLUME),
    ("count", cues.ASKED_COUNT),
)


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure and the report's own words for it; ``falls``: the words say it went down."""

    measure: Measure
    label: str
    falls: bool = False


def measure_of(text: str) -> tuple[Measure, str] | None:
    """The measure a question, a header or a title names, and its words; None when it names none.

    "What was the market worth?" is ("size", "worth"); "cagr" wins over "growth", "share" over "revenue".
    """
    text = _VALUED.sub("", text) if cues.ASKED_SIZE.search(text) else text
    for measure, pattern in _ASKED:
        if match := pattern.search(text):
            return measure, match[0].strip()
    return None


_VALUED = re.compile(
    r",?\s*\b(?:(?:at|in)\s+)?(?:(?:19|20)\d\d\s+)?(?:constant|current|fixed|retail|manufacturers?['’]?|producers?['’]?|basic"
    r"|wholesale|consumers?['’]?|purchasers?['’]?)(?:\s+(?:selling|(?:19|20)\d\d))?\s+prices?\b",
    re.IGNORECASE,
)
"""At what prices sales are told: "Retail sales by product, at constant 2015 prices"."""


def classify(kind: Kind, unit: str, left: str, right: str) -> Measured | None:
    """What a number of a kind measures, by the words left and right of it; None when they do not say."""
    match kind:
        case "money":
            return _money(left, right[:_NEAR])
        case "percent":
            return _percent(left, right[:_NEAR])
        case "multiple":
            return Measured("ratio", nearest_words(left, right))
        case "number":
            return _number(unit, left, right)
        case _:
            return Measured("other", nearest_words(left, right), bool(cues.FALLING.search(left[-_NEAR:])))


def volume_or_count(unit: str, words: str) -> Measure:
    """What a plain number with a unit counts: a market's volume, or how many of something; "other" without a unit."""
    measured = _number(unit, words, "")
    return measured.measure if measured else "other"


def nearest_words(left: str, right: str) -> str:
    """The nearest words, for a number whose measure has no class of its own."""
    before = _WORD.findall(left)[-3:]
    after = _WORD.findall(_PHRASE_END.split(right)[0])[:2]
    return " ".join([*before, *after])


def _last(pattern: re.Pattern[str], text: str) -> str | None:
    """The last words that match."""
    found = [match[0].strip() for match in pattern.finditer(text)]
    return found[-1] if found else None


def _heading(pattern: re.Pattern[str], text: str) -> str | None:
    """The first match that heads its phrase: "pricing of", not "pricing software"."""
    for match in pattern.finditer(text):
        if cues.HEADS.match(text, match.end()):
            return match[0].strip()
    return None


def _money(left: str, near: str) -> Measured | None:
    price = _heading(cues.PRICE, left)
    if price or cues.PRICED_FOR.match(near) or cues.COSTS.search(left) or cues.LICENCE.search(left):
        return Measured("price", price or nearest_words(left, near))
    behind = "" if cues.MARKET_LEVEL.search(left) else " ".join(near.split()[:4])
    if spent := _heading(cues.SPENT, left) or _heading(cues.SPENT, behind):
        return Measured("other", spent)
    if increase := _last(cues.INCREASE, left):
        return Measured("increase", _noun(increase))
    if moved := cues.MOVED_BY.search(left):
        return Measured("increase", _noun(moved["cue"]), bool(cues.FALLING.match(moved["cue"])))
    size = _size_words(left, near)
    return None if size is None else Measured("size", _noun(size))


def _noun(words: str) -> str:
    """The words if they name what is measured; a verb such as "held" does not, nor does the whole: "of revenue"."""
    return words if cues.NAMES.search(words) and not words.lower().startswith("of ") else ""


def _size_words(left: str, near: str) -> str | None:
    """The words that say money is a level: a noun, else a noun behind the number, else a verb."""
    if noun := _last(cues.SIZE_NOUN, left):
        return noun
    behind = cues.SIZE_NOUN.match(near.lstrip()) or cues.MARKET_BEHIND.match(near)
    if behind is None and not left.strip():
        behind = cues.SIZE_NOUN.search(near)
    if behind:
        return behind[0].strip()
    if cues.SEGMENT_OPENS.search(left):
        return ""
    return _last(cues.SIZE, left) or _last(cues.GROWTH, left) or _last(cues.SHARE, left)


def _percent(left: str, near: str) -> Measured | None:
    cagr = _last(cues.CAGR, left)
    behind = cues.CAGR_BEHIND.match(near)
    if cagr or behind:
        label = cagr or (behind["cue"] if behind else "")
        return Measured("cagr", label, _falls(left.replace(label, "")))
    if grown := _growth(left, near):
        return Measured("growth", _noun(grown), bool(cues.FALLING.search(grown)))
    if rate := _heading(cues.RATE, left):
        return Measured("other", rate)
    share = _share_words(left, near)
    return None if share is None else Measured("share", _noun(share))


def _growth(left: str, near: str) -> str | None:
    """The word of motion right behind or right before a percentage."""
    if behind := cues.GROWTH_BEHIND.match(near):
        return behind["cue"]
    moved = cues.PACED.search(left) or (None if cues.OF_WHOLE.match(near) else cues.MOVED.search(left))
    return moved["cue"].strip() if moved else None


def _falls(left: str) -> bool:
    """Whether the nearest word of motion before a rate says it goes down: "decline at a CAGR of 2%"."""
    moved = [*cues.RISING.finditer(left), *cues.FALLING.finditer(left)]
    latest = max(moved, key=lambda match: match.start(), default=None)
    return bool(latest and cues.FALLING.fullmatch(latest[0]))


def _share_words(left: str, near: str) -> str | None:
    """The words that say a percentage is a share: a noun, "of" a whole, a verb."""
    if noun := _last(cues.SHARE_NOUN, left):
        return noun
    if behind := cues.SHARE_NOUN.match(near.lstrip(_SHARE_OR_TOTAL)) or cues.OF_WHOLE.match(near):
        return behind[0].strip()
    if cues.DIVIDED_BY.search(left):
        return ""
    return _last(cues.SHARE, left)


def _number(unit: str, left: str, right: str) -> Measured | None:
    if unit.lower() in _DURATIONS:
        return Measured("other", unit)
    volume = cues.VOLUME.search(f"{left[-_NEAR:]} {unit}") or cues.SOLD.match(right)
    words = volume[0].strip() if volume else unit
    if cues.BULK.fullmatch(unit) or cues.BULK.fullmatch(unit.lower()):
        return Measured("volume", words) if volume or unit.lower() in {"unit", "units"} else None
    if not unit:
        sold = cues.VOLUME_NOUN.search(left[-_NEAR:])
        return Measured("volume", sold[0].strip()) if sold else None
    is_counted = cues.COUNTED.fullmatch(unit) and words.lower() in {unit.lower(), "unit", "units"}
    return Measured("count", unit) if is_counted or not volume else Measured("volume", words)
