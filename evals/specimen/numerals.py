"""Prints numbers as a layout does, and says what was printed."""

from decimal import ROUND_HALF_UP, Decimal

from evals.specimen.layout import Layout


def rounded(value: Decimal, digits: int) -> Decimal:
    """To so many decimals, halves away from zero as spreadsheets do."""
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def numeral(value: Decimal, layout: Layout, percent: bool = False) -> str:
    """A rounded value in the layout's digits; a percent sign only where the layout prints one."""
    whole, _, decimals = f"{abs(value):,f}".partition(".")
    digits = whole.replace(",", layout.thousands) + (layout.point + decimals if decimals else "")
    digits += "%" if percent and layout.percent_sign else ""
    if value >= 0:
        return digits
    return f"({digits})" if layout.minus == "brackets" else f"{layout.minus}{digits}"


def spoken(value: Decimal, layout: Layout) -> str:
    """A value inside a sentence: a minus sign, never brackets."""
    text = numeral(abs(value), layout, percent=False)
    return f"-{text}" if value < 0 else text
