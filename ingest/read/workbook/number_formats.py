"""Shows numbers and texts as a sheet does, by the number formats of ECMA-376 ("#,##0.0", "0.0%", "(0)").

No library for this is kept well: ``ssf`` on PyPI rests since 2020 and needs seven others.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from functools import lru_cache

from ingest.read.workbook.number_sections import Section, Token, section_for, sections_of

_MONEY_BEFORE_BRACKET = re.compile(r"(\D{1,4}?)\s*\(\s*(\d.*)")

SIGNIFICANT_DIGITS = 15
"""A spreadsheet keeps no more; those beyond are noise of binary fractions."""

MAX_PLACES = 30
"""Decimals that a format may ask for, as in a spreadsheet."""

_MAX_WHOLE = 30
_ENOUGH = Context(prec=MAX_PLACES + _MAX_WHOLE + 1)


def show_number(value: float | int, code: str) -> str:
    """A number as its format shows it; like a sheet, halves are rounded away from zero."""
    number = _exact(value)
    sections = sections_of(code)
    section, signed = section_for(number, sections)
    if section is None:
        return show_general(number)
    shown = _tidy(_render(section, abs(number)))
    bracketed = _MONEY_BEFORE_BRACKET.fullmatch(shown)
    if bracketed:  # accountants' formats set the currency at the cell's left edge, before the bracket
        shown = f"({bracketed[1]}{bracketed[2]}"
    is_zero = not re.search(r"[1-9]", shown)
    return f"-{shown}" if signed and number < 0 and shown and not is_zero else shown


def show_text(text: str, code: str) -> str:
    """A text as its format shows it: whole, but for a format's fourth section or one with an @."""
    sections = sections_of(code)
    section = sections[3] if len(sections) > 3 else sections[-1]
    if len(sections) <= 3 and "text" not in section.kinds:
        return text
    return "".join(text if token.kind == "text" else _literal(token) for token in section.tokens)


def show_general(number: Decimal) -> str:
    """A number without a format: all its digits, written out unless there are very many places."""
    bare = number.normalize()
    if not number or -10 <= bare.adjusted() <= 20:
        return f"{bare:f}" if number else "0"
    exponent = bare.adjusted()
    return f"{bare.scaleb(-exponent):f}E{exponent:+03d}"


def _exact(value: float | int) -> Decimal:
    return Decimal(value) if isinstance(value, int) else Decimal(f"{value:.{SIGNIFICANT_DIGITS}g}")


def _render(section: Section, number: Decimal) -> str:
    kinds = section.kinds
    if "text" in kinds or "general" in kinds:
        general = show_general(number)
        return "".join(general if token.kind in ("text", "general") else _literal(token) for token in section.tokens)
    if "digit" not in kinds:
        return "".join(_literal(token) for token in section.tokens)
    if "exponent" in kinds:
        return _scientific(section.tokens, number)
    if _is_fraction(section.tokens):
        return _fraction(section.tokens, number)
    return _decimal(section.tokens, number)


def _literal(token: Token) -> str:
    return token.text if token.kind in ("literal", "percent", "slash", "point") else ""


@dataclass(frozen=True, slots=True)
class _Pattern:
    """The digits of a section: how many stand before and behind the point, and what is done to the number."""

    whole: tuple[str, ...]
    decimals: tuple[str, ...]
    grouped: bool
    factor: Decimal

    @property
    def least(self) -> int:
        """Whole digits that are shown even where they are zeros."""
        return len(self.whole) - self.whole.index("0") if "0" in self.whole else 0


@lru_cache(maxsize=1024)
def _pattern(tokens: tuple[Token, ...]) -> _Pattern:
    point = next((at for at, token in enumerate(tokens) if token.kind == "point"), len(tokens))
    digits = [at for at, token in enumerate(tokens) if token.kind == "digit"]
    whole = [at for at in digits if at < point]
    commas = [at for at, token in enumerate(tokens) if token.kind == "comma"]
    between = [at for at in commas if whole and whole[0] < at < whole[-1]]
    scaling = [at for at in commas if at not in between and at > digits[0]]
    percents = sum(token.kind == "percent" for token in tokens)
    return _Pattern(
        whole=tuple(tokens[at].text for at in whole),
        decimals=tuple(tokens[at].text for at in digits if at > point),
        grouped=bool(between),
        factor=Decimal(10) ** (2 * percents - 3 * len(scaling)),
    )


def _decimal(tokens: tuple[Token, ...], number: Decimal) -> str:
    pattern = _pattern(tokens)
    wholes, decimals = _places(pattern, _rounded(number * pattern.factor, len(pattern.decimals)))
    shown: list[str] = []
    behind = False
    for token in tokens:
        match token.kind:
            case "digit":
                shown.append((decimals if behind else wholes).pop(0))
            case "point" if not behind:
                behind = True
                shown.append("." if any(decimals) else "")
            case _:
                shown.append(_literal(token))
    return "".join(shown)


def _rounded(number: Decimal, places: int) -> Decimal:
    if number.adjusted() >= _MAX_WHOLE:
        return number
    return number.quantize(Decimal(1).scaleb(-min(places, MAX_PLACES)), ROUND_HALF_UP, _ENOUGH)


def _places(pattern: _Pattern, number: Decimal) -> tuple[list[str], list[str]]:
    """What each placeholder before and behind the point shows."""
    whole, _, behind = f"{number:f}".partition(".")
    needed = max(pattern.least, 1 if pattern.decimals else 0)  # ".5" is shown with its zero: it reads as a number
    digits = whole.lstrip("0").rjust(needed, "0")
    size = len(behind.rstrip("0"))
    decimals = [
        digit if at < size or mark == "0" else ""
        for at, (mark, digit) in enumerate(zip(pattern.decimals, behind.ljust(len(pattern.decimals), "0"), strict=True))
    ]
    if not pattern.whole:
        return [], decimals
    grouped = [
        digit + ("," if pattern.grouped and place and place % 3 == 0 else "")
        for digit, place in zip(digits, range(len(digits) - 1, -1, -1), strict=True)
    ]
    spare = max(len(grouped) - len(pattern.whole) + 1, 0)
    wholes = ["".join(grouped[:spare]), *grouped[spare:]] if grouped else []
    return [""] * (len(pattern.whole) - len(wholes)) + wholes, decimals


def _scientific(tokens: tuple[Token, ...], number: Decimal) -> str:
    split = next(at for at, token in enumerate(tokens) if token.kind == "exponent")
    last = max((at for at, token in enumerate(tokens) if token.kind == "digit"), default=split)
    mantissa = tokens[:split]
    pattern = _pattern(mantissa)
    step = max(len(pattern.whole), 1)
    exponent = (number.adjusted() // step) * step if number else 0
    rounded = _rounded(number.scaleb(-exponent), len(pattern.decimals))
    if rounded >= 10**step:
        exponent += step
        rounded = number.scaleb(-exponent)
    sign = "-" if exponent < 0 else tokens[split].text[1].replace("-", "")
    size = sum(token.kind == "digit" for token in tokens[split : last + 1])
    after = "".join(_literal(token) for token in tokens[last + 1 :])
    return f"{_decimal(mantissa, rounded)}E{sign}{abs(exponent):0{size}d}{after}"


def _is_fraction(tokens: tuple[Token, ...]) -> bool:
    kinds = [token.kind for token in tokens]
    if "slash" not in kinds or "point" in kinds:
        return False
    at = kinds.index("slash")
    return at > 0 and kinds[at - 1] == "digit"


def _fraction(tokens: tuple[Token, ...], number: Decimal) -> str:
    slash = next(at for at, token in enumerate(tokens) if token.kind == "slash")
    below = re.match(r"[0#?]+|\d+", "".join(token.text for token in tokens[slash + 1 :]))
    parts = "".join(token.text if token.kind == "digit" else " " for token in tokens[:slash]).split()
    whole = int(number) if len(parts) > 1 else 0
    rest = Fraction(number) - whole
    fixed = int(below[0]) if below and re.fullmatch(r"\d*[1-9]\d*", below[0]) else 0
    largest = 10 ** min(len(below[0] if below else "?"), 4) - 1
    near = Fraction(round(rest * fixed), fixed) if fixed else rest.limit_denominator(largest)
    if near == 1 and len(parts) > 1:
        whole, near = whole + 1, Fraction(0)
    over, under = (near * fixed, fixed) if fixed else (near.numerator, near.denominator)
    if not near and len(parts) > 1:
        return str(whole)
    return f"{whole} {over}/{under}" if whole else f"{over}/{under}"


def _tidy(shown: str) -> str:
    return re.sub(r"\s+", " ", shown).strip()
