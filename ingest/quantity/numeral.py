"""A number as printed."""

from dataclasses import dataclass
from decimal import Decimal

from ingest.domain import Bound, Kind


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at ``start`` to ``end`` of a text, its currency, scale and unit within; the rest as in ``Quantity``."""

    text: str
    value: Decimal
    scale: Decimal
    kind: Kind
    start: int
    end: int
    currency: str | None = None
    unit: str = ""
    upper: Decimal | None = None
    bound: Bound = "exact"

    @property
    def amount(self) -> Decimal:
        """Value in units of one."""
        return self.value * self.scale
