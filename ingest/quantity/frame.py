"""What a report says once and its sentences rely on."""

from dataclasses import dataclass

from ingest.domain import Period


@dataclass(frozen=True, slots=True)
class Frame:
    """What "the market", "the forecast period" and "the base year" mean in a report.

    ``market`` has the stems of the market's own name; ``names`` are the ways the report writes that name, as stems in
    order without function words ("electric vehicle", "EV"). ``place`` is the geography of the whole report when it is
    not the world; ``publisher`` has the stems of who speaks. ``heading`` is the path of the section being read.
    ``decimal_comma``: the report's text writes 1.234,5; ``tables_comma``: its tables do. ``fiscal_lag`` is by how much
    the number of its fiscal years is less than that of the calendar years they end in, ``fiscal_end`` the month
    in which they end. ``currency`` is the one that nearly all its money is in, by its signs and codes.
    """

    market: frozenset[str] = frozenset()
    forecast: Period | None = None
    base_year: int | None = None
    place: str | None = None
    heading: tuple[str, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    decimal_comma: bool = False
    tables_comma: bool = False
    publisher: frozenset[str] = frozenset()
    fiscal_lag: int = 0
    fiscal_end: int | None = None
    currency: str | None = None


UNFRAMED = Frame()
"""What is known of a text without a report: nothing."""
