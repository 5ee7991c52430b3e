"""Finds the figures of the gold among the numbers an answer states."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.answer import Answer
from evals.question import Figure
from evals.stated import Stated
from evals.statements import Statement, results, statements
from ingest.words import stem, words

LEAST_DIGITS = 3
"""A published figure may be said rounded, to no fewer significant digits than this."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A number with the statement that makes it."""

    number: Stated
    statement: Statement


def claims(answer: Answer) -> list[Claim]:
    """Every number an answer states."""
    return [Claim(number, statement) for statement in statements(answer) for number in statement.numbers]


def is_stated(gold: Figure, answer: Answer) -> bool:
    """Whether the answer states a figure, in its period; a calculated one must also be a calculation's result."""
    said = any(states(claim, gold) for claim in claims(answer))
    if not gold.calculated:
        return said
    calculated = (Claim(number, result) for result in results(answer) for number in result.numbers)
    return said and any(states(claim, gold, in_period=False) for claim in calculated)


def states(claim: Claim, gold: Figure, in_period: bool = True) -> bool:
    """Whether a claim is the gold: kind, currency, unit, amount and, if asked, the years beside it."""
    number = claim.number
    if not (number.kind == gold.kind and number.currency in (gold.currency, "") and _same_amount(number, gold)):
        return False
    if gold.kind == "money" and number.currency != gold.currency:
        return False
    if gold.kind == "number" and not _of_unit(claim, gold.unit):
        return False
    return not in_period or gold.years <= claim.statement.years


def others(answer: Answer, golds: Sequence[Figure]) -> list[Claim]:
    """The numbers of the golds' kinds that are none of them, or are one in a sentence that names only other years."""
    kinds = {gold.kind for gold in golds}
    return [
        claim
        for claim in claims(answer)
        if claim.number.kind in kinds
        and not claim.number.is_year
        and not any(states(claim, gold, in_period=False) and not _misdated(claim, gold) for gold in golds)
    ]


def _misdated(claim: Claim, gold: Figure) -> bool:
    return bool(gold.years and claim.statement.years and not gold.years & claim.statement.years)


def _same_amount(number: Stated, gold: Figure) -> bool:
    if gold.calculated:
        said, true = abs(number.amount), abs(gold.amount)
        return abs(said - true) <= gold.tolerance * true
    if number.amount == gold.amount:
        return True
    return number.digits >= LEAST_DIGITS and _rounds_to(gold.amount, number)


def _rounds_to(amount: Decimal, number: Stated) -> bool:
    """Whether an amount, rounded to the number's last printed digit, is the number; halves may go either way."""
    gold_is_finer = amount % number.quantum != 0
    return gold_is_finer and abs(amount - number.amount) <= number.quantum / 2


def _of_unit(claim: Claim, unit: str) -> bool:
    """The unit's words stand right behind the number, or before it and behind no other: "List of tables: 1,590"."""
    wanted = _stems(unit)
    if wanted <= _stems(claim.number.noun):
        return True
    if claim.number.is_year or any(wanted <= _stems(number.noun) for number in claim.statement.numbers):
        return False
    return wanted <= _stems(f"{claim.statement.above} {claim.statement.text[: claim.number.start]}")


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word.text) for word in words(text))
