"""What a calculation lets a sentence say besides published figures: its result, its periods and its years."""

from collections.abc import Iterator

from bot.arithmetic import Result
from bot.evidence import Calculation, Operation
from ingest.domain import Measure, Period, Quantity, Span

_MEASURES: dict[Operation, Measure] = {"growth": "growth", "cagr": "cagr", "share": "share", "multiple": "ratio"}


def result_quantities(result: Result, calculation: Calculation, said: Period | None) -> Iterator[Quantity]:
    """The result as the quantities a sentence may say: of each operand the operation speaks of, and of none by name.

    A share is of its part and a multiple of what is multiplied, never the other way round. ``said`` is the period the
    sentence gives it, kept if it may be.
    """
    quantities = [operand.quantity for operand in calculation.operands]
    spoken = _SPOKEN_OF.get(calculation.operation, slice(None))
    scopes = {(quantity.subject, quantity.place) for quantity in quantities[spoken]}
    if len({(quantity.subject, quantity.place) for quantity in quantities}) > 1:
        scopes.add(((), None))
    for subject, place in scopes:
        yield _as_quantity(result, calculation, said, subject, place)


_SPOKEN_OF: dict[Operation, slice] = {"share": slice(0, 1), "multiple": slice(1, 2), "portion": slice(1, 2)}


def _as_quantity(
    result: Result, calculation: Calculation, said: Period | None, subject: tuple[str, ...], place: str | None
) -> Quantity:
    nowhere = Span(0, 0, 0)
    return Quantity(
        text=result.text,
        value=result.value,
        scale=result.scale,
        kind=result.kind,
        source=nowhere,
        quote=nowhere,
        unit=result.unit,
        currency=result.currency,
        bound=result.bound,
        period=said if said in _sayable(result, calculation) else result.period,
        measure=_measure(calculation, calculation.operands[0].quantity),
        subject=subject,
        place=place,
    )


def calculated_periods(result: Result | None, calculation: Calculation | None) -> frozenset[Period]:
    """The periods a sentence with this calculation may name besides the cited ones."""
    if result is None or calculation is None:
        return frozenset()
    operands = {operand.quantity.period for operand in calculation.operands}
    return frozenset(period for period in (*operands, result.period, _run(calculation)) if period)


def spans_years(calculation: Calculation) -> frozenset[int]:
    """The lengths in years a sentence may name: the exponent's, and the time between the operands."""
    run = _run(calculation)
    lengths = (calculation.years, run.last - run.first if run else None)
    return frozenset(length for length in lengths if length)


def _measure(calculation: Calculation, first: Quantity) -> Measure:
    if calculation.operation in ("at_rate", "sum", "portion"):
        return first.measure
    return _MEASURES.get(calculation.operation, "other")


def _sayable(result: Result, calculation: Calculation) -> frozenset[Period]:
    """The periods the result itself may be given for: a value its own year, a change the time it ran over."""
    match calculation.operation:
        case "difference" | "multiple":
            return calculated_periods(result, calculation)
        case "growth" | "cagr":
            last = calculation.operands[-1].quantity.period
            return frozenset(period for period in (result.period, last, _run(calculation)) if period)
        case _:
            return frozenset({result.period} if result.period else ())


def _run(calculation: Calculation) -> Period | None:
    """From the first operand's period to the last's."""
    periods = [operand.quantity.period for operand in calculation.operands]
    first, last = periods[0], periods[-1]
    if calculation.operation == "at_rate" or first is None or last is None or first.first == last.last:
        return None
    return Period(min(first.first, last.first), max(first.last, last.last), "span")
