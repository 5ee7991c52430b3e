"""The unit that a question wants a figure in: "Sales in 2024, in £m?", "how many dollars"."""

import re
from typing import NamedTuple

from ingest.quantity.named_units import NamedUnit, whole_unit


class AskedUnit(NamedTuple):
    """A unit asked for, from ``start`` to ``end`` of the question; ``counted``: "how many" stands before it."""

    unit: NamedUnit
    start: int
    end: int
    counted: bool = False


def asked_unit(text: str) -> AskedUnit | None:
    """The unit that a question wants a figure in, None where it says none."""
    if (counted := _HOW_MANY.search(text)) and (unit := whole_unit(counted["unit"])):
        return AskedUnit(unit, counted.start(), counted.end(), counted=True)
    behind = _IN_UNIT.search(text)
    unit = whole_unit(behind["unit"]) if behind else None
    return AskedUnit(unit, behind.start(), len(text)) if behind and unit else None


_HOW_MANY = re.compile(
    r"\bhow many (?P<unit>(?:(?:thousand|million|billion) )?(?:US )?(?:dollars|euros|pounds|yen|rupees|francs))\b",
    re.IGNORECASE,
)
_IN_UNIT = re.compile(r"[\s,(]+(?:expressed |measured )?in (?P<unit>[^?,.()]{1,25}?)\)?\s*[?.]*$")
