"""Puts figures and what they are of into a reader's words."""

from decimal import Decimal

from ingest.audit.facts import Fact
from ingest.audit.finding import Place, place_at
from ingest.domain import Kind, Quantity, Report

_SCALES = {
    Decimal(10**3): "thousand",
    Decimal(10**6): "million",
    Decimal(10**7): "crore",
    Decimal(10**5): "lakh",
    Decimal(10**9): "billion",
    Decimal(10**12): "trillion",
}
_SIGNS: dict[Kind, str] = {"percent": " %", "percentage points": " points", "basis points": " bps", "multiple": "x"}


def printed(quantity: Quantity) -> str:
    """A figure as printed, with the unit its header or caption gives: "10,124.8 thousand procedures"."""
    if any(map(str.isalpha, quantity.text)) or quantity.text.endswith("%"):
        return quantity.text
    return f"{quantity.currency or ''} {quantity.text}{_unit(quantity)}".strip()


def amount(quantity: Quantity) -> str:
    """A figure's value for a formula, without its unit."""
    return f"{quantity.value:,}"


def percent(value: Decimal, beside: Quantity) -> str:
    """A calculated rate in percent, to as many digits as show how it differs from the printed one, at least two."""
    digits = max(_DIGITS, -int(beside.value.as_tuple().exponent))
    while digits < _MOST_DIGITS and value != beside.value and round(value, digits) == beside.value:
        digits += 1
    return f"{value:.{digits}f} %"


def apart(share: Decimal) -> str:
    """How far off a figure is, in percent: "2.8 %"; with as many digits as show that it is off at all."""
    off = share * 100
    digits = next((digits for digits in range(1, _MOST_DIGITS) if round(off, digits)), 1)
    return f"{off:.{digits}f} %"


_DIGITS = 2
_MOST_DIGITS = 6


def of(report: Report, fact: Fact) -> str:
    """What a figure is of: "Computed tomography in Germany", "the market"."""
    subject = " > ".join(fact.quantity.subject)
    place = f" in {fact.quantity.place}" if fact.quantity.place else ""
    return f"{subject or 'the market'}{place}"


def places(report: Report, *facts: Fact) -> tuple[Place, ...]:
    """Where figures stand."""
    return tuple(place_at(report, fact.cited) for fact in facts)


def _unit(quantity: Quantity) -> str:
    words = (_SCALES.get(quantity.scale, ""), quantity.unit)
    return _SIGNS.get(quantity.kind, "") or "".join(f" {word}" for word in words if word)
