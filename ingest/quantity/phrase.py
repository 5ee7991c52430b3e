"""A phrase of a unit, and what it does there."""

from dataclasses import dataclass
from typing import Literal

from ingest.quantity.clauses import Unit
from ingest.quantity.tokens import Token

Role = Literal["opening", "dimension", "head", "object", "whole", "aside"]
"""opening: "In Europe,"; dimension: "By component,"; head: the subject; object: behind the verb; whole: behind the
number; aside: reasons and attributions, which narrow nothing."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``start`` to ``end`` of a unit's tokens, and what they do in it."""

    role: Role
    start: int
    end: int


def unit_tokens(unit: Unit) -> tuple[Token, ...]:
    """All tokens of a unit in order; phrases count in these."""
    return (*unit.left, *((unit.numeral,) if unit.numeral else ()), *unit.right)
