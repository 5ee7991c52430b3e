"""Says whether a drafted quantity is what a source quantity says: never finer, never other."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from bot.dealings import without_dealings
from ingest.domain import Bound, Measure, Period, Quantity
from ingest.quantity.dollars import OTHER_DOLLARS, says_us
from ingest.words import STOPWORDS, words


@dataclass(frozen=True, slots=True)
class Setting:
    """What the sentence around a drafted quantity says.

    ``stems`` and ``places`` are those of the sentence (and of what it refers back to), ``cited`` the stems of all it
    cites, ``market`` those of the market's name, ``home`` the places of the report's title, ``only_period`` the one
    period its quotes name, if it is one, ``deadline`` whether the drafted period is named as an end ("by 2032").
    """

    stems: frozenset[str]
    places: frozenset[str] = frozenset()
    cited: frozenset[str] = frozenset()
    market: frozenset[str] = frozenset()
    home: frozenset[str] = frozenset()
    only_period: Period | None = None
    deadline: bool = False


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Why a source does not support a quantity; the higher the ``step``, the nearer it came."""

    step: int
    why: str


@dataclass(frozen=True, slots=True)
class Check:
    """One way in which a source must agree, and what is said when it does not."""

    agrees: Callable[[Quantity, Quantity, Setting], bool]
    why: str


def mismatch(
    drafted: Quantity, source: Quantity, setting: Setting, checks: tuple[Check, ...] | None = None
) -> Mismatch | None:
    """None when the source supports the drafted quantity; ``checks`` are all of them unless a test leaves one out."""
    for step, check in enumerate(CHECKS if checks is None else checks):
        if not check.agrees(drafted, source, setting):
            return Mismatch(step, f"'{drafted.text}': {check.why} ('{source.text}')")
    return None


def _same_kind(drafted: Quantity, source: Quantity, setting: Setting) -> bool:
    if drafted.kind == "number" and source.kind == "number":
        return _same_noun(drafted.unit, source.unit, setting)
    return _points(drafted)[0] == _points(source)[0]


def _same_noun(drafted: str, source: str, setting: Setting) -> bool:
    """A unit left out on one side must be said elsewhere: "Tables: 1,590" is 1,590 tables."""
    said, known = _content(drafted), _content(source)
    if not said or not known:
        return said <= setting.cited and known <= setting.stems
    return said <= known or known <= said


def _same_currency(drafted: Quantity, source: Quantity, setting: Setting) -> bool:
    """A bare "$" is what a report of Canada prints for its own dollars."""
    bare = drafted.currency == "USD" and source.currency in OTHER_DOLLARS and not says_us(drafted.text)
    return drafted.currency == source.currency or bare


def _same_amount(drafted: Quantity, source: Quantity, setting: Setting) -> bool:
    if (drafted.upper is None) != (source.upper is None):
        return False
    if not _rounds(drafted, drafted.value, source, source.value):
        return False
    if drafted.upper is None or source.upper is None:
        return True
    return _rounds(drafted, drafted.upper, source, source.upper)


_TO_POINTS: dict[str, tuple[str, Decimal]] = {"basis points": ("percentage points", Decimal("0.01"))}
"""150 basis points are 1.5 percentage points by definition; a percent is neither."""


def _points(quantity: Quantity) -> tuple[str, Decimal]:
    return _TO_POINTS.get(quantity.kind, (quantity.kind, Decimal(1)))


def _rounds(drafted: Quantity, said: Decimal, source: Quantity, printed: Decimal) -> bool:
    """Whether ``said`` is ``printed``, or ``printed`` rounded to the last digit of ``said``."""
    said_scale, printed_scale = drafted.scale * _points(drafted)[1], source.scale * _points(source)[1]
    amount, known = said * said_scale, printed * printed_scale
    known_digit = last_digit(printed) * printed_scale
    if amount == known:
        return significant_digit(said) * said_scale >= known_digit and (
            drafted.bound == source.bound or _hedge_holds(drafted, source)
        )
    # "4,200" is said to the unit, but "about 4,200" claims its last non-zero digit only.
    digit = (last_digit(said) if drafted.bound == "exact" else significant_digit(said)) * said_scale
    if drafted.bound == "about" and abs(amount - known) > abs(known) * _NEAR:
        return False
    rounding = _ROUNDINGS[drafted.bound]
    return amount != 0 and digit > known_digit and (known / digit).quantize(Decimal(1), rounding) * digit == amount


_NEAR = Decimal("0.1")
""" "About 30" is not said of 25, though 25 rounds to it."""


def _hedge_holds(drafted: Quantity, source: Quantity) -> bool:
    """ "over 5" is untrue of exactly 5."""
    return not (source.bound == "exact" and drafted.bound in ("over", "under"))


_ROUNDINGS: dict[Bound, str] = {
    "exact": ROUND_HALF_UP,
    "about": ROUND_HALF_UP,
    "over": ROUND_FLOOR,
    "under": ROUND_CEILING,
}

_MAY_BE_SAID: dict[Bound, frozenset[Bound]] = {
    "exact": frozenset({"exact", "about", "over", "under"}),
    "about": frozenset({"about"}),
    "over": frozenset({"over", "about"}),
    "under": frozenset({"under", "about"}),
}
"""Source hedge → the hedges it may be said with: a hedge is never lost, and "about 5" is never "over 5"."""


def last_digit(value: Decimal) -> Decimal:
    """The size of the last printed digit: 0.01 for 13.70, 1 for 1,200."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def significant_digit(value: Decimal) -> Decimal:
    """As last_digit, but zeros that end a whole number may be mere places: 100 for 1,200; decimals stay as printed."""
    return last_digit(value) if last_digit(value) < 1 else last_digit(value.normalize())


def _same_hedge(drafted: Quantity, source: Quantity, setting: Setting) -> bool:
    return drafted.bound in _MAY_BE_SAID[source.bound]


def _same_period(drafted: Quantity, source: Quantity, setting: Setting) -> bool:
    """A drafted quantity without a period claims none; one with a period must have its source's."""
    if drafted.period is None or drafted.period == source.period:
        return True
    if source.period is None:
        return drafted.period == setting.only_period
    ends = source.period.kind == "span" and drafted.period.kind == "year" and drafted.period.first == source.period.last
    return ends and setting.deadline and source.measure in ("cagr", "growth", "increase")


_ALIKE: frozenset[frozenset[Measure]] = frozenset({frozenset({"count", "volume"})})
"""Measures two wordings of one figure may be read as."""


def _same_measure(drafted: Quantity, source: Quantity, setting: Setting) -> bool:
    measures: frozenset[Measure] = frozenset({drafted.measure, source.measure})
    return len(measures) == 1 or "other" in measures or measures in _ALIKE


def _same_place(drafted: Quantity, source: Quantity, setting: Setting) -> bool:
    """The source's place must be named, and no other stand in its stead; the title's place goes without saying."""
    if source.place is not None and source.place not in setting.home and source.place not in setting.places:
        return False
    return (
        drafted.place is None
        or drafted.place == source.place
        or (source.place is None and drafted.place in setting.home)
    )


def _same_subject(drafted: Quantity, source: Quantity, setting: Setting) -> bool:
    """The source's subject must be named in the sentence, and the drafted quantity must not be another's."""
    known = _content(without_dealings(source.subject[-1])) if source.subject else frozenset[str]()
    if not known <= setting.stems and _initials(source.subject[-1]) not in setting.stems:
        return False
    said = _content(" ".join(name for name in drafted.subject if name not in setting.places))
    if not said:
        return True
    if drafted.subject and source.subject and _turned(drafted.subject[-1], source.subject[-1]):
        return False
    # What stands around a multiple is as often what it is compared with as what it is of.
    around = () if source.measure == "ratio" else source.tags
    return bool(said & _content(" ".join((*source.subject, source.label, *around))))


def _turned(said: str, known: str) -> bool:
    """Whether the words two names share stand in another order: "Acme bought Bolt" and "Bolt acquired Acme"."""
    first, second = (list(dict.fromkeys(word.stem for word in words(name))) for name in (said, known))
    return [stem for stem in first if stem in second] != [stem for stem in second if stem in first]


def _initials(name: str) -> str:
    """ "ct" for "Computed tomography"."""
    return "".join(word.text[0] for word in words(name)).casefold()


_SAYING = (
    "state stated report reported count counts change changes elsewhere level levels amount rate use used uses using"
)
_GENERIC = frozenset(word.stem for word in words(f"segment sector category type market industry and {_SAYING}"))
"""Words that name no part of a market; those of saying stand where a draft's sentence has no other subject."""


def _content(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in words(text)) - STOPWORDS - _GENERIC


def _same_polarity(drafted: Quantity, source: Quantity, setting: Setting) -> bool:
    """What the source denies is not said, and what it says is not denied; the reader marks both with "not"."""
    return ("not" in drafted.subject) == ("not" in source.subject)


CHECKS = (
    Check(_same_kind, "the source's unit is another"),
    Check(_same_currency, "the source's currency is another"),
    Check(_same_amount, "the source has another number"),
    Check(_same_hedge, "the source hedges it otherwise"),
    Check(_same_period, "the source gives it for another period"),
    Check(_same_polarity, "the source says the contrary"),
    Check(_same_measure, "the source measures something else"),
    Check(_same_place, "the source gives it for another place"),
    Check(_same_subject, "the source gives it for another subject"),
)
"""From the coarsest to the finest."""
