"""Looks for figures an answer states and its own citations do not, by a reader of its own: what the product's
verification lets through must not go unseen here."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from bot.answer import Answer, Calculation, Citation
from evals.figures import Claim
from evals.formula import numbers_of, worked_out
from evals.names import stands_in
from evals.stated import Stated, read_stated
from evals.statements import dressed, statements

_SPELLED = dict(
    zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True)
)
_CELL = re.compile(r"[-−+]?\d[\d.,\u00a0\u202f]*")
_DENIES = re.compile(r"\b(?:no|not|nor|never|neither|nothing)\b|n't\b", re.I)
_FALLS = re.compile(r"\b(?:fell|fall|declin|drop|decreas|shr[aiu]nk|lower|less|los[st]|minus|down|negative)|[-−]", re.I)
_THOUSANDS = tuple(Decimal(10) ** power for power in (0, 3, 6, 9, -3, -6, -9))


@dataclass(frozen=True, slots=True)
class Ground:
    """What citations say: their numbers with units, and bare numbers of cells whose unit the table says elsewhere."""

    quotes: tuple[str, ...]
    numbers: tuple[Stated, ...]
    bare: tuple[Decimal, ...]


def figures_checked(answer: Answer) -> list[Claim]:
    """Every number an answer states, years apart."""
    return [Claim(n, s) for s in statements(answer) for n in s.numbers if not n.is_year]


def ungrounded(answer: Answer, asked: str) -> list[Claim]:
    """The figures that neither a citation of their sentence says nor its calculation gives.

    What the user said may be repeated to be denied.
    """
    return [claim for claim in figures_checked(answer) if not _is_grounded(claim, answer, asked)]


def _is_grounded(claim: Claim, answer: Answer, asked: str) -> bool:
    number, statement = claim.number, claim.statement
    if number.kind == "number" and statement.items is not None and number.amount == statement.items:
        return True
    if _DENIES.search(statement.text) and stands_in(number.text, asked):
        return True
    calculation = None if statement.calculation is None else answer.calculations[statement.calculation]
    if calculation and is_result(number, calculation) and adds_up(calculation, answer.citations):
        return True
    operands = [operand.citation for operand in calculation.operands] if calculation else []
    cited = [c for c in answer.citations if c.number in (*statement.cites, *operands)]
    return says(ground_of(cited), number, statement.text)


def ground_of(citations: Iterable[Citation]) -> Ground:
    """What some citations say."""
    numbers: list[Stated] = []
    bare: list[Decimal] = []
    quotes = []
    for citation in citations:
        quotes.append(citation.quote)
        numbers += read_stated(citation.quote)
        if citation.table:
            numbers += read_stated(dressed(citation.quote, f"{citation.column or ''}; {citation.table}"))
            quotes += [label for label in (citation.row, citation.column, citation.table) if label]
            bare += [value for cell in citation.quote.split("; ") for value in _cell(cell)]
    return Ground(tuple(quotes), tuple(numbers), tuple(bare))


def says(ground: Ground, number: Stated, sentence: str) -> bool:
    """Whether a number stands in what is cited: in the same unit, equal, or rounded to the digits that are said."""
    falls = bool(_FALLS.search(sentence))
    return (
        any(_supports(source, number, falls) for source in ground.numbers)
        or any(
            _rounds(value * factor, number.value, _quantum(number)) for value in ground.bare for factor in _THOUSANDS
        )
        or (number.kind == "number" and any(_says_count(quote, number) for quote in ground.quotes))
    )


def adds_up(calculation: Calculation, citations: Sequence[Citation]) -> bool:
    """Whether a calculation's operands are cited, its formula is made of them and gives its result."""
    value, (result, *_) = worked_out(calculation.formula), (*_cell(calculation.result), None)
    if value is None or result is None or abs(abs(value) - abs(result)) > _unit_of(result) * Decimal("0.51"):
        return False
    for operand in calculation.operands:
        said = read_stated(dressed(operand.value, operand.unit)) or read_stated(f"{operand.value} {operand.unit}")
        ground = ground_of(citation for citation in citations if citation.number == operand.citation)
        if not said or not says(ground, said[0], "−"):
            return False
    known = {_digits(Decimal(operand.value)) for operand in calculation.operands} | {_digits(Decimal(100))}
    return all(_digits(n) in known or n == int(n) < 100 for n in numbers_of(calculation.formula))


def is_result(number: Stated, calculation: Calculation) -> bool:
    """Whether a number is a calculation's result."""
    said = read_stated(dressed(calculation.result.removeprefix("about "), calculation.unit))
    said += read_stated(f"{calculation.result} {calculation.unit}")
    return any(
        abs(n.amount) == abs(number.amount) and (n.kind, n.currency) == (number.kind, number.currency) for n in said
    )


def _supports(source: Stated, number: Stated, falls: bool) -> bool:
    if source.kind != number.kind or not _is_of_currency(source, number):
        return False
    if _rounds(source.amount, number.amount, number.quantum):
        return True
    return falls and _rounds(abs(source.amount), abs(number.amount), number.quantum)


_DOLLARS = frozenset({"AUD", "CAD", "HKD", "NZD", "SGD", "TWD"})


def _is_of_currency(source: Stated, number: Stated) -> bool:
    """Whether two amounts are of one currency; a bare "$" may be the dollar of another country than the US."""
    bare = source.currency == "USD" and source.text.lstrip().startswith("$")
    return source.currency == number.currency or (bare and number.currency in _DOLLARS)


def _rounds(source: Decimal, said: Decimal, quantum: Decimal) -> bool:
    return source == said or (source % quantum != 0 and abs(source - said) <= quantum / 2)


def _quantum(number: Stated) -> Decimal:
    return number.quantum / number.scale


def _unit_of(value: Decimal) -> Decimal:
    """What its last digit is worth: 0.01 of 15.70, and 10 of 3,890, which may be 3,888 in three digits."""
    printed, whole = value.as_tuple().exponent, value.normalize().as_tuple().exponent
    if not isinstance(printed, int) or not isinstance(whole, int):
        return Decimal(1)
    return Decimal(1).scaleb(whole if whole > 0 else printed)


def _digits(value: Decimal) -> tuple[int, ...]:
    return abs(value).normalize().as_tuple().digits


def _cell(text: str) -> list[Decimal]:
    """The numbers a bare cell may be, with a decimal point and with a decimal comma."""
    found = _CELL.fullmatch(text.strip().removeprefix("about ").rstrip("%").strip())
    if not found:
        return []
    plain = re.sub(r"[\u00a0\u202f+]", "", found[0]).replace("−", "-")
    readings = (plain.replace(",", ""), plain.replace(".", "").replace(",", "."))
    values = []
    for reading in dict.fromkeys(readings):
        try:
            values.append(Decimal(reading))
        except InvalidOperation:
            continue
    return values


def _says_count(quote: str, number: Stated) -> bool:
    spelled = any(_SPELLED.get(word) == number.amount for word in re.findall(r"[a-z]+", quote.lower()))
    written = any(number.amount in _cell(token.rstrip(".,")) for token in _CELL.findall(quote))
    return spelled or written or stands_in(number.text, quote)
