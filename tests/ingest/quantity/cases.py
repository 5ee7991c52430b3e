"""Sentences in the styles publishers write, with what must be read from them.

A case is a market's name, a sentence, and a line per number: ``printed; measure; period; subject path; place; marks``.
"-" is nothing; a path's parts are joined by " > "; marks are "f" (forecast), "about", "over", "under", "falls".
"""

from dataclasses import dataclass

from ingest.domain import Period, Quantity
from ingest.quantity.frame import Frame
from ingest.quantity.framing import market_names


@dataclass(frozen=True)
class Case:
    """One sentence and its quantities as lines."""

    market: str
    text: str
    lines: tuple[str, ...]


def frame_for(market: str) -> Frame:
    """The frame the cases are read in: forecast 2025-2030, base year 2024."""
    names = market_names(market, "")
    return Frame(market=frozenset(names[0]), names=names, forecast=Period(2025, 2030, "span"), base_year=2024)


def line_of(quantity: Quantity) -> str:
    """A quantity in the notation of the cases."""
    marks = ["f"] if quantity.forecast else []
    marks += [quantity.bound] if quantity.bound != "exact" else []
    marks += ["falls"] if quantity.value < 0 else []
    fields = (
        quantity.text,
        quantity.measure,
        str(quantity.period or "-"),
        " > ".join(quantity.subject) or "-",
        quantity.place or "-",
        " ".join(marks) or "-",
    )
    return "; ".join(fields)


def cases_in(text: str) -> list[Case]:
    """The cases of a block: "[market]" lines set the market, "> " lines are quantities, others are sentences."""
    cases: list[Case] = []
    market = ""
    for line in text.strip().splitlines():
        if line.startswith("["):
            market = line.strip("[]")
        elif line.startswith("> "):
            last = cases[-1]
            cases[-1] = Case(last.market, last.text, (*last.lines, line[2:]))
        elif line.strip():
            cases.append(Case(market, line.replace("\\n", "\n"), ()))
    return cases
