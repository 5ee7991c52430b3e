"""Says which figures may be calculated with each other.

CalculationError (a FootnoteError)
├── IncompatibleOperands   unlike kinds, currencies, units, subjects or periods
└── UndefinedResult        a denominator that is not positive, or years that are not
"""
# Named for what happened, so no Error suffix.
# ruff: noqa: N818

import re
from decimal import Decimal

from bot.evidence import Calculation, Operand, Operation
from ingest.domain import Cell, Quantity, Source, Span
from ingest.errors import FootnoteError

LEAST_SHARE = Decimal("0.0001")
"""A hundredth of a percent: less than that are figures of different scale, not a part and its whole."""


class CalculationError(FootnoteError):
    """The calculation has no meaningful result."""


class IncompatibleOperands(CalculationError):
    """The operands are not of one kind."""


class UndefinedResult(CalculationError):
    """The operands are alike, but the operation is not defined for these values."""


def check(calculation: Calculation) -> None:
    """Refuse what would give a number that means nothing. Raises IncompatibleOperands or UndefinedResult."""
    operation = calculation.operation
    quantities = tuple(operand.quantity for operand in calculation.operands)
    if len(quantities) < 2 or (len(quantities) > 2 and operation != "sum"):
        raise IncompatibleOperands(f"{operation} takes two operands, got {len(quantities)}. Name the figures to use.")
    for quantity in quantities:
        if quantity.upper is not None or quantity.bound in ("over", "under"):
            raise IncompatibleOperands(f"'{quantity.text}' is not one value. Quote it instead of calculating with it.")
    _check_defined(calculation, quantities)
    if operation == "at_rate":
        _check_rate(quantities[0], quantities[1], calculation.years)
    elif operation == "portion":
        _check_portion(quantities[0], quantities[1])
    else:
        against = len(quantities) == 2 and _are_set_against(*calculation.operands)
        _check_alike(operation, quantities, against)
        _check_times(operation, quantities, calculation.years, against)
    _check_origin(calculation)


def _check_alike(operation: Operation, quantities: tuple[Quantity, ...], against: bool) -> None:
    first = quantities[0]
    for other in quantities[1:]:
        if (first.kind, first.currency) != (other.kind, other.currency) or not _count_alike(first, other):
            raise IncompatibleOperands(f"'{first.text}' and '{other.text}' differ in kind, currency or unit.")
        if not (against or _measure_alike(first, other)):
            raise IncompatibleOperands(f"'{first.text}' is a {first.measure}, '{other.text}' a {other.measure}.")
    if operation in ("growth", "cagr", "share") and first.kind not in ("money", "number"):
        raise IncompatibleOperands(f"A {operation} of a {first.kind} would be misread. Give the difference instead.")
    if operation in ("growth", "cagr") and _scope(first) != _scope(quantities[1]) and not against:
        raise IncompatibleOperands(f"'{first.text}' and '{quantities[1].text}' are of different subjects or places.")
    if operation in ("sum", "share") and len({_scope(q) for q in quantities}) < len(quantities):
        raise IncompatibleOperands(f"A {operation} needs figures of different subjects or places.")


def _check_times(operation: Operation, quantities: tuple[Quantity, ...], years: int | None, against: bool) -> None:
    first, last = quantities[0].period, quantities[-1].period
    if operation in ("sum", "share") and len({q.period for q in quantities if q.period}) > 1:
        raise IncompatibleOperands(f"A {operation} needs figures of one period.")
    if operation not in ("growth", "cagr") or (operation == "growth" and against and (first is None or last is None)):
        return
    if first is None or last is None or first.kind != last.kind:
        raise IncompatibleOperands(f"A {operation} needs two figures whose periods are stated and of one kind.")
    if (first.first, first.part or 0) >= (last.first, last.part or 0):
        raise IncompatibleOperands(f"A {operation} runs from an earlier period to a later one, not {first} to {last}.")
    if operation == "cagr" and (years is None or years != last.first - first.first or first.part != last.part):
        raise IncompatibleOperands(f"From {first} to {last} is {last.first - first.first} years, not {years}.")


def _check_rate(base: Quantity, rate: Quantity, years: int | None) -> None:
    """A stated rate says nothing of years outside its own span."""
    if base.kind not in ("money", "number") or rate.kind != "percent":
        raise IncompatibleOperands("at_rate takes an amount and a yearly rate in percent.")
    if rate.measure not in ("cagr", "other") or _scope(base) != _scope(rate):
        raise IncompatibleOperands(f"'{rate.text}' is not a yearly growth rate of what '{base.text}' counts.")
    if base.period is None or rate.period is None:
        raise IncompatibleOperands("at_rate needs a base and a rate whose years are stated.")
    if base.period.first < rate.period.first or base.period.last + (years or 0) > rate.period.last:
        raise IncompatibleOperands(f"The rate holds for {rate.period} only.")


def _check_portion(whole: Quantity, share: Quantity) -> None:
    """A share may be taken of what it is a share of, at the time it is said of."""
    if whole.kind not in ("money", "number") or share.kind != "percent" or share.measure != "share":
        raise IncompatibleOperands("portion takes an amount and a share of it in percent.")
    if whole.period is None or share.period != whole.period:
        raise IncompatibleOperands("A portion needs an amount and a share of one period.")
    if _scope(whole) == _scope(share):
        raise IncompatibleOperands(f"'{share.text}' is not a part of '{whole.text}'.")


def _check_origin(calculation: Calculation) -> None:
    """Two publishers may be compared, never blended into one rate or total."""
    reports = {operand.evidence.report for operand in calculation.operands}
    if len(reports) > 1 and calculation.operation not in ("difference", "multiple"):
        raise IncompatibleOperands(f"A {calculation.operation} needs figures of one report.")


def _check_defined(calculation: Calculation, quantities: tuple[Quantity, ...]) -> None:
    operation, years = calculation.operation, calculation.years
    if operation in ("cagr", "at_rate") and (years is None or years <= 0):
        raise UndefinedResult(f"{operation} needs a positive number of years, got {years}.")
    denominator = quantities[1] if operation == "share" else quantities[0]
    if operation in ("growth", "multiple", "share", "cagr") and denominator.amount <= 0:
        raise UndefinedResult(f"'{denominator.text}' cannot be divided by.")
    if operation == "share" and quantities[0].amount > denominator.amount:
        raise UndefinedResult(f"'{quantities[0].text}' is more than '{denominator.text}', and so no part of it.")
    if operation == "share" and quantities[0].amount / denominator.amount < LEAST_SHARE:
        raise UndefinedResult(f"'{quantities[0].text}' is too small a part of '{denominator.text}' to be one.")
    if operation == "cagr" and quantities[1].amount <= 0:
        raise UndefinedResult(f"'{quantities[1].text}' has no rate of growth.")
    if operation == "at_rate" and (quantities[1].amount <= -100 or quantities[0].amount <= 0):
        raise UndefinedResult("at_rate needs a positive amount and a rate above -100%.")


_AGAINST = re.compile(
    r"\b(?:from|to|against|versus|vs|than|compared|after|earlier)\b|\bwhile\b|\bwhereas\b", re.IGNORECASE
)


def _are_set_against(one: Operand, other: Operand) -> bool:
    """Whether one sentence sets two figures against each other: "14,200, up from 9,600 a year earlier"."""
    first, second = sorted((one.quantity.source, other.quantity.source), key=_start)
    if one.quantity.quote != other.quantity.quote or not isinstance(first, Span) or not isinstance(second, Span):
        return False
    return bool(_AGAINST.search(one.evidence.text[first.end : second.start]))


def _start(source: Source) -> int:
    return source.start if isinstance(source, Span) else 0


def _measure_alike(first: Quantity, other: Quantity) -> bool:
    """Whether both measure the same, as far as the ledger knows; what counts the same noun does."""
    if first.measure == other.measure or "other" in (first.measure, other.measure):
        return True
    return first.kind == "number" and bool(_noun(first)) and _noun(first) == _noun(other)


def _count_alike(first: Quantity, other: Quantity) -> bool:
    """Whether numbers count the same; of two in one sentence ("1.5 million visits, followed by 1.2 million"), or of a
    cell and another figure, one says for both what they count."""
    nouns = {_noun(first), _noun(other)}
    cells = isinstance(first.quote, Cell) or isinstance(other.quote, Cell)
    return len(nouns) == 1 or ("" in nouns and (first.quote == other.quote or cells))


def _noun(quantity: Quantity) -> str:
    return quantity.unit.casefold().rstrip("s") if quantity.kind == "number" else ""


def _scope(quantity: Quantity) -> tuple[tuple[str, ...], str | None]:
    return tuple(part.casefold() for part in quantity.subject), quantity.place
