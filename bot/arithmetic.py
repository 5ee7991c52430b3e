"""Calculates with published figures, and says how: decimal, pure, every number of the formula shown."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from bot.evidence import Calculation, Operation
from bot.operands import check
from ingest.domain import Bound, Kind, Period, Quantity

DIGITS = 50
SCALE_NAMES: dict[Decimal, str] = {
    Decimal(10**3): "thousand",
    Decimal(10**4): "ten-thousand",
    Decimal(10**5): "lakh",
    Decimal(10**6): "million",
    Decimal(10**7): "crore",
    Decimal(10**8): "hundred million",
    Decimal(10**9): "billion",
    Decimal(10**12): "trillion",
}


@dataclass(frozen=True, slots=True)
class Result:
    """What a calculation gives, in words and numbers.

    ``value`` is rounded half up to the precision the operands justify and is in ``scale`` (1.83 with scale 10**9);
    ``exact`` is the unrounded amount in units of one, percentages plain. ``period`` is the time it speaks of, where
    the operation gives one. ``text`` is how it is said ("USD 1.83 billion"), ``formula`` has its numbers filled in.
    """

    value: Decimal
    exact: Decimal
    kind: Kind
    currency: str | None
    unit: str
    scale: Decimal
    period: Period | None
    bound: Bound
    formula: str
    text: str

    @property
    def amount(self) -> Decimal:
        """The rounded result in units of one."""
        return self.value * self.scale


@dataclass(frozen=True, slots=True)
class _Outcome:
    """An unrounded amount, the quantum it may be printed to (both in units of one) and what it is."""

    exact: Decimal
    quantum: Decimal
    formula: str
    kind: Kind | None = None  # None: as the first operand
    period: Period | None = None


def compute(calculation: Calculation) -> Result:
    """The result of a calculation over published figures.

    Formulas, with a before b and years n:
    difference b - a; growth (b - a) / a x 100; multiple b / a; share part / whole x 100; sum a + b + ...;
    portion whole x share / 100;
    cagr ((b / a)^(1 / n) - 1) x 100 and at_rate a x (1 + rate / 100)^n, the definition of a compound annual growth
    rate (CFA Institute, Quantitative Methods, "geometric mean return"; US GIPS glossary, "annualised return").

    Raises IncompatibleOperands or UndefinedResult.
    """
    quantities = tuple(operand.quantity for operand in calculation.operands)
    check(calculation)
    with localcontext(Context(prec=DIGITS, rounding=ROUND_HALF_UP)):
        outcome = _OPERATIONS[calculation.operation](quantities, calculation.years or 0)
        return _result(outcome, quantities)


def _difference(quantities: tuple[Quantity, ...], years: int) -> _Outcome:
    a, b = quantities
    first, second = _shown(quantities)
    kind: Kind | None = "percentage points" if a.kind == "percent" else None
    return _Outcome(b.amount - a.amount, _kept_quantum(quantities), f"{second} − {first}", kind)


def _sum(quantities: tuple[Quantity, ...], years: int) -> _Outcome:
    total = sum((q.amount for q in quantities), Decimal(0))
    period = quantities[0].period
    return _Outcome(total, _kept_quantum(quantities), " + ".join(_shown(quantities)), period=period)


def _kept_quantum(quantities: tuple[Quantity, ...]) -> Decimal:
    """That of the coarsest figure, or one digit more where another has it: 12 − 7.5 is 4.5, as a reader reckons it."""
    coarsest = max(q.quantum for q in quantities)
    return max(coarsest / 10, min(q.quantum for q in quantities))


def _growth(quantities: tuple[Quantity, ...], years: int) -> _Outcome:
    a, b = quantities
    first, second = _shown(quantities)
    ratio = _ratio(b, a)
    percent = (ratio - 1) * 100
    error = abs(ratio) * (_relative_error(a) + _relative_error(b)) * 100
    return _Outcome(percent, _percent_quantum(error), f"({second} − {first}) / {first} × 100", "percent", b.period)


def _share(quantities: tuple[Quantity, ...], years: int) -> _Outcome:
    part, whole = quantities
    first, second = _shown(quantities)
    percent = _ratio(part, whole) * 100
    error = abs(percent) * (_relative_error(part) + _relative_error(whole))
    return _Outcome(percent, _percent_quantum(error), f"{first} / {second} × 100", "percent", part.period)


def _multiple(quantities: tuple[Quantity, ...], years: int) -> _Outcome:
    a, b = quantities
    first, second = _shown(quantities)
    ratio = _ratio(b, a)
    error = abs(ratio) * (_relative_error(a) + _relative_error(b))
    quantum = min(max(_justified(error), Decimal("0.01")), Decimal("0.1"))
    return _Outcome(ratio, quantum, f"{second} / {first}", "multiple")


def _cagr(quantities: tuple[Quantity, ...], years: int) -> _Outcome:
    a, b = quantities
    first, second = _shown(quantities)
    root = _ratio(b, a) ** (Decimal(1) / years)
    error = root * (_relative_error(a) + _relative_error(b)) / years * 100
    formula = f"(({second} / {first})^(1 / {years}) − 1) × 100"
    return _Outcome((root - 1) * 100, _percent_quantum(error), formula, "percent", _span(a.period, b.period))


def _at_rate(quantities: tuple[Quantity, ...], years: int) -> _Outcome:
    base, rate = quantities
    factor = (1 + rate.amount / 100) ** years
    amount = base.amount * factor
    rate_error = abs(amount) * years * rate.quantum / 2 / 100 / (1 + rate.amount / 100)
    error = abs(factor) * base.quantum / 2 + rate_error
    # Two digits are always said: 4 billion at 5.2% for two years is "4.4 billion"; "4 billion" would say nothing.
    quantum = min(max(_justified(error), base.quantum), Decimal(1).scaleb(amount.adjusted() - 1))
    formula = f"{_plain(base.value)} × (1 + {_plain(rate.value)} / 100)^{years}"
    return _Outcome(amount, quantum, formula, period=_later(base.period, years))


def _portion(quantities: tuple[Quantity, ...], years: int) -> _Outcome:
    whole, share = quantities
    amount = whole.amount * share.amount / 100
    error = abs(amount) * (_relative_error(whole) + _relative_error(share))
    # As of a level at a rate: two digits are always said.
    quantum = min(max(_justified(error), whole.quantum), Decimal(1).scaleb(amount.adjusted() - 1))
    formula = f"{_plain(whole.value)} × {_plain(share.value)} / 100"
    return _Outcome(amount, quantum, formula, period=whole.period)


_OPERATIONS: dict[Operation, Callable[[tuple[Quantity, ...], int], _Outcome]] = {
    "difference": _difference,
    "growth": _growth,
    "multiple": _multiple,
    "share": _share,
    "cagr": _cagr,
    "at_rate": _at_rate,
    "sum": _sum,
    "portion": _portion,
}


def _result(outcome: _Outcome, quantities: tuple[Quantity, ...]) -> Result:
    """The outcome rounded and in words; money and counts keep the largest scale of their operands."""
    like = quantities[0]
    kind = outcome.kind or like.kind
    scale = max(q.scale for q in quantities if q.kind == like.kind) if kind in ("money", "number") else Decimal(1)
    value = (outcome.exact / scale).quantize((outcome.quantum / scale).normalize())
    currency = like.currency if kind == "money" else None
    unit = like.unit if kind == "number" else ""
    bound: Bound = "about" if any(q.bound == "about" for q in quantities) else "exact"
    text = ("about " if bound == "about" else "") + said(value, kind, scale, currency, unit)
    return Result(value, outcome.exact, kind, currency, unit, scale, outcome.period, bound, outcome.formula, text)


def said(value: Decimal, kind: Kind, scale: Decimal = Decimal(1), currency: str | None = None, unit: str = "") -> str:
    """A number in words a reader expects: "USD 1.83 billion", "15.4%", "2.66 times", "1,200 tonnes"."""
    number = f"{value:,f}".replace("-", "−")
    match kind:
        case "percent":
            return f"{number}%"
        case "multiple":
            return f"{number} times"
        case "percentage points" | "basis points":
            return f"{number} {kind}"
        case _:
            parts = (currency, number, SCALE_NAMES.get(scale), unit)
            return " ".join(part for part in parts if part)


def _shown(quantities: tuple[Quantity, ...]) -> list[str]:
    """The operands' numbers in one scale, with their printed digits where they are in it already."""
    scale = max(q.scale for q in quantities)
    return [_plain(q.value if q.scale == scale else (q.amount / scale).normalize()) for q in quantities]


def _plain(value: Decimal) -> str:
    number = f"{value:,f}".replace("-", "−")
    return f"({number})" if value < 0 else number


def _ratio(top: Quantity, bottom: Quantity) -> Decimal:
    return top.amount / bottom.amount


def _relative_error(quantity: Quantity) -> Decimal:
    """A printed number is off by at most half its last digit."""
    return quantity.quantum / 2 / abs(quantity.amount) if quantity.amount else Decimal(0)


def _justified(error: Decimal) -> Decimal:
    """The finest power of ten whose last digit is off by five units at most, so that the digit before it stands."""
    return (
        Decimal(1).scaleb((error / 5).adjusted() + (0 if _is_power_of_ten(error / 5) else 1)) if error else Decimal(0)
    )


def _is_power_of_ten(number: Decimal) -> bool:
    return number.normalize().as_tuple().digits == (1,)


def _percent_quantum(error: Decimal) -> Decimal:
    """0.01, 0.1 or 1 point. Growth of 11.87 to 13.70 is 15.42% give or take 0.09, so 15.4% is said; over seven years
    the same digits give a CAGR good to 0.01. Finer than 0.01 is never said, however fine the operands; whole points
    only where even they may be off: 121 to 128 is 5.8%, give or take 0.8."""
    if error < 1:
        return max(min(_justified(error), Decimal("0.1")), Decimal("0.01"))
    return Decimal(1)


def _span(first: Period | None, last: Period | None) -> Period | None:
    if first is None or last is None or first.first == last.last:
        return None
    return Period(first.first, last.last, "span")


def _later(period: Period | None, years: int) -> Period | None:
    if period is None:
        return None
    return Period(period.first + years, period.last + years, period.kind, period.part)
