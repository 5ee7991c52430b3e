"""Joins two numbers that make one range: "USD 5-6 billion", "12% to 15%", "between 3 and 5 million"."""

import re
from dataclasses import replace
from decimal import Decimal

from ingest.quantity.numeral import Numeral
from ingest.quantity.patterns import either

_DASH = re.compile(r"\s{0,2}[-–—−~‑]\s{0,2}\Z")
_TO = re.compile(r"\s+to\s+(?:about\s+|around\s+|nearly\s+|over\s+)?\Z")
_AND = re.compile(r"\s+(?:and|to)\s+(?:about\s+|around\s+)?\Z")
_BETWEEN = re.compile(r"\bbetween\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_FROM = re.compile(
    r"\bfrom\s+(?:(?:about|around|nearly|over|just|an estimated|approximately|roughly)\s+)*\Z", re.IGNORECASE
)
_RANGING = re.compile(
    r"\b(?:rang\w*|var(?:y|ies|ied|ying)|priced|anywhere|span\w*)\s+(?:\w+\s+)?from\s+\Z", re.IGNORECASE
)
_MOVED = re.compile(
    r"\b(?:"
    + either(
        r"""
        grew grow\w* rose ris\w+ increas\w+ climb\w* jump\w* surg\w+ fell fall\w* declin\w+ dropp?\w* expand\w* up down
        soar\w* gain\w* advanc\w+ shr[aiu]nk\w* contract\w* cut slipp\w* decreas\w+
        """
    )
    + r")\s+(?:\w+\s+){0,3}\Z",
    re.IGNORECASE,
)


def joined(numerals: list[Numeral], text: str) -> list[Numeral]:
    """The numerals with the ends of ranges joined; a lone "from 12" takes the unit of "to 15 percent" but stays."""
    result: list[Numeral] = []
    for numeral in numerals:
        first = result[-1] if result else None
        between = text[first.end : numeral.start] if first else ""
        if (
            first is None
            or len(between) > 14
            or first.upper is not None
            or numeral.upper is not None
            or (link := _link(first, numeral, between, text)) is None
        ):
            result.append(numeral)
        elif link == "range":
            result[-1] = _range(first, numeral, text)
        else:
            result[-1:] = _alike(first, numeral)
    return result


def _link(first: Numeral, second: Numeral, between: str, text: str) -> str | None:
    """ "range" for one quantity, "levels" for two that share a unit, None for two of their own."""
    if not _same_sort(first, second):
        return None
    lead = text[max(0, first.start - 40) : first.start]
    if _DASH.match(between) or (not between.strip() and second.value < 0):
        return "range" if _rises(first, second) else None
    if _AND.match(between) and _BETWEEN.search(lead):
        return "range"
    if not _TO.match(between):
        return None
    if _FROM.search(lead):
        return "range" if _RANGING.search(lead) else "levels"
    if _complete(first) and _MOVED.search(lead):
        return None
    return "range" if _rises(first, second) else None


def _rises(first: Numeral, second: Numeral) -> bool:
    low, high = _alike(first, second)
    return low.amount < abs(high.amount)


def _complete(numeral: Numeral) -> bool:
    return numeral.kind != "number" and (numeral.kind != "money" or numeral.currency is not None) and numeral.scale >= 1


def _same_sort(first: Numeral, second: Numeral) -> bool:
    if first.kind == "number" and not first.unit:
        return first.scale == 1 or first.scale == second.scale or second.kind == "money"
    if second.kind == "number" and not second.unit and first.kind == "money":
        return True
    return first.kind == second.kind and (
        first.currency == second.currency or None in (first.currency, second.currency)
    )


def _alike(first: Numeral, second: Numeral) -> tuple[Numeral, Numeral]:
    """Both ends with what only the other one says; "USD 5 billion-6" leaves the scale to the first."""
    second = _like(second, first)
    first = _like(first, second)
    if second.scale == 1 < first.scale and second.value > first.value:
        second = replace(second, scale=first.scale)
    return first, second


def _like(numeral: Numeral, model: Numeral) -> Numeral:
    """A numeral with what it lacks of kind, currency, unit and scale taken from the one it is named with."""
    if numeral.kind == "number" and not numeral.unit:
        numeral = replace(numeral, kind=model.kind, currency=model.currency, unit=model.unit)
    if numeral.scale == 1 and model.scale > 1 and numeral.value < model.value and numeral.kind == model.kind:
        numeral = replace(numeral, scale=model.scale)
    return numeral


def _range(first: Numeral, second: Numeral, text: str) -> Numeral:
    low, high = _alike(first, second)
    upper: Decimal = abs(high.value) if high.scale == low.scale else abs(high.amount) / low.scale
    return replace(
        low, text=text[low.start : high.end], end=high.end, upper=upper, currency=low.currency or high.currency
    )
