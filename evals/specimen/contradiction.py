"""A planted contradiction, and an edition with all of its own."""

from dataclasses import dataclass
from typing import Literal

from evals.specimen.edition import Edition
from evals.specimen.spot import Place, Spot
from evals.specimen.table import Meaning

ContradictionKind = Literal["cagr", "total", "share", "text", "faq", "reprint", "year", "unit"]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two places that cannot both be right. ``echoes`` are further cells that print what one of them should say."""

    kind: ContradictionKind
    places: tuple[Place, ...]
    stated: str
    expected: str
    echoes: tuple[Spot, ...] = ()

    def record(self) -> dict[str, object]:
        """As contradictions.json has it."""
        return {
            "kind": self.kind,
            "places": [place.record() for place in self.places],
            "stated": self.stated,
            "expected": self.expected,
            "echoes": [spot.record() for spot in self.echoes],
        }


@dataclass(frozen=True, slots=True)
class Planted:
    """The edition with its contradictions, and what may no longer be asked because of them."""

    edition: Edition
    contradictions: tuple[Contradiction, ...] = ()
    doubtful: frozenset[Meaning] = frozenset()
