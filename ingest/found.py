"""A thing read in a text, with where it stands."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """``value`` was read from characters ``start`` to ``end``."""

    value: Value
    start: int
    end: int
