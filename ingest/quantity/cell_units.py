"""Tells in what a cell of a table is: money and its scale, percent, or what it counts."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.domain import HEADER_STEP
from ingest.quantity.changes import RATES
from ingest.quantity.grids import Grid
from ingest.quantity.labels import EQUITY, Label
from ingest.quantity.named_units import NamedUnit, whole_unit
from ingest.quantity.numeral import Numeral

_COUNTS = re.compile(
    r"\b(?:shipments?|units?|volumes?|number|no\.|count|employees|companies|plants|sites|beds|patents|installations?"
    r"|deliveries|customers|users|countries|capacity|procedures|tonnes|tons)\b",
    re.IGNORECASE,
)
_SUMS = re.compile(
    r"\b(?:sales|revenues?|costs?|expens\w+|income|profits?|earnings|turnover|spend\w*|payments?|assets|liabilities)\b",
    re.IGNORECASE,
)
"""What makes a count's word that of money: "Net sales to external customers"."""
_COUNTED_ROWS = re.compile(
    r"(?<!by )\b(?:number of|no\. of|headcount|employees|staff|fte|subscribers|persons|people)\b",
    re.IGNORECASE,
)
"""What a row's name counts whatever the table's unit; names of things may hold the words of headers: "Mobile unit"."""

_NUMBERED = re.compile(r"^\W*(?:number|no\.) of\b", re.IGNORECASE)
"""The same among percentages, which are of persons too: "Staff are hard to find"."""

_COUNTED_SHARES = re.compile(
    r"\bshares outstanding\b|\bdilutive (?:securities|shares|effects?|awards|options)\b|\beffects? of dilut"
    r"|\bweighted[- ]average\b.*\bshares\b|\bshares used\b",
    re.IGNORECASE,
)
"""What counts shares, in the table's scale."""


def unit_of(grid: Grid, row: int, column: int, numeral: Numeral, labels: Sequence[Label]) -> NamedUnit:
    """The cell's own unit, else the header's, the row's, the table's; a plain number when none can be told."""
    shared = grid.shared_unit(labels)
    own = _own_unit(grid, column, labels, shared)
    if own and own.kind == "number" and own.unit and grid.priced_in:
        each = own.unit if own.scale == 1 else f"{own.scale:,f} {own.unit}"
        return NamedUnit("money", currency=grid.priced_in, per=each)
    if numeral.kind != "number" or numeral.unit:
        named = next((unit for unit in (own, shared) if unit and _scales_money(unit)), None)
        scaled = named and numeral.kind == "money" and numeral.scale == 1 and _scales_money(named)
        scale = named.scale if named and scaled else Decimal(1)
        return NamedUnit(numeral.kind, scale, numeral.currency, numeral.unit)
    change = grid.changes.get(column)
    if own:
        carried = grid.currencies.get(column) if own.kind == "number" and not own.unit else None
        return replace(own, kind="money", currency=carried) if carried else own
    if change and change.kind and not (change.kind == "percent" and column in grid.differences):
        return (shared or NamedUnit("number")) if change.kind == "amount" else NamedUnit("percent")
    if (row, column) in grid.percents and not any(_COUNTED_ROWS.search(label.text) for label in labels):
        return NamedUnit("percent")
    if any(_COUNTED_SHARES.search(label.text) and not EQUITY.search(label.text) for label in labels) or _counts_shares(
        grid, column, labels[0]
    ):
        return shared if shared and shared.kind == "number" else NamedUnit("number")
    counted = _COUNTED_ROWS if shared is None or shared.kind != "percent" else _NUMBERED
    if any(counted.search(label.text) and not _SUMS.search(label.text) for label in labels):
        is_scaled = shared is not None and shared.kind == "number" and (shared.unit or shared.scale != 1)
        return shared if shared and is_scaled else NamedUnit("number")
    is_rate = any(_is_rate(label, shared, at) for at, label in enumerate(labels))
    if is_rate and not _has_large(grid, column, shared) and not _is_amount(grid, column, shared):
        # in percent rather than in fractions of one where one is above that
        return NamedUnit("percent" if grid.has_number_above(column, 1) else "number")
    if shared is None:
        carried = grid.currencies.get(column)
        return NamedUnit("money", currency=carried) if carried else NamedUnit("number")
    if shared.kind == "money" and not labels[0].total and _heads_counts(labels[0]):
        return NamedUnit("number")
    if shared.kind == "money" and _in_fractions(numeral) and any(_RATIO.search(label.text) for label in labels[1:]):
        return NamedUnit("number")
    currency = grid.currency or (grid.frame.currency if _ACCOUNTS.search(grid.table.title) else None)
    if shared.kind == "number" and not shared.unit and currency:
        return NamedUnit("money", shared.scale, currency)
    if shared.kind == "percent" and grid.signs_percents:
        return NamedUnit("number")
    return shared


_ACCOUNTS = re.compile(
    r"\bstatements? of (?:operations|income|earnings|comprehensive|financial position|cash flows?|profit)"
    r"|\b(?:income|cash flow) statements?\b|\bbalance sheets?\b|\bprofit and loss\b|\bnet operating income\b|\bNOI\b"
    r"|\b(?:funds from operations|FFO|EBITDA\w*|net income|free cash flow) reconciliation\b|\breconciliations? of\b",
    re.IGNORECASE,
)
"""Tables of money, in the report's own where they say no more than "in thousands"."""


def _in_fractions(numeral: Numeral) -> bool:
    """Whether a number is one that a ratio may be: small, and not whole."""
    return abs(numeral.value) < _LARGE and numeral.value != numeral.value.to_integral_value()


_RATIO = re.compile(
    r"\bratios?\b|\bleverage\b|\bgearing\b|\b(?:interest|charge|dividend) cover(?:age)?\b"
    r"|\w ?/ ?(?:\w+ )?(?:EBITDA\w*|equity|assets|capital|sales|revenue)\b",
    re.IGNORECASE,
)
"""What is no amount of money among such: "Net debt / EBITDA"."""


def _own_unit(grid: Grid, column: int, labels: Sequence[Label], shared: NamedUnit | None) -> NamedUnit | None:
    """The unit that a cell's own labels name, in the scale of the table's where it says none itself: "Change > $"."""
    if _BY_CURRENCY.search(grid.table.title):
        labels = [label for label in labels if not (label.unit and label.text.strip() == label.unit.currency)]
    own = next((label.unit for label in labels if label.unit), None)
    if own is None:
        return None
    rate = next((label.unit for label in labels[1:] if label.measure in RATES and _is_percent(label.unit)), None)
    if rate and own.kind in ("money", "number"):
        return rate  # a row of rates below a column of amounts: "CAGR (%)"
    if own.unit.lower() == "points" and shared and _is_percent(shared):
        return NamedUnit("percentage points")
    if shared and _is_bare_sign(grid.table.header[column], own):
        own = replace(own, scale=shared.scale)
    if shared and shared.unit == "shares" and own.unit.lower() in _SECURITIES:
        own = replace(own, scale=shared.scale)
    if own == grid.common_unit:
        return next((label.unit for label in labels[1:] if label.unit), own)
    return own


_BY_CURRENCY = re.compile(r"\bby (?:\w+ )?currenc(?:y|ies)\b", re.IGNORECASE)
"""Whose rows are called by currencies, and are all in one."""


def _is_percent(unit: NamedUnit | None) -> bool:
    return unit is not None and unit.kind == "percent"


_SECURITIES = frozenset({"shares", "options", "rsus", "psus", "units", "awards", "warrants"})
"""What a table with "shares in thousands" counts."""


def _counts_shares(grid: Grid, column: int, header: Label) -> bool:
    """Whether a column headed "Shares" has figures that no part of a whole can be."""
    return header.measure == "share" and bool(_SHARES.search(header.text)) and grid.has_number_above(column, 100)


_SHARES = re.compile(r"\bshares\b", re.IGNORECASE)


def _heads_counts(header: Label) -> bool:
    """Whether a header counts something, and no money: "Customers"; of "Sales to customers" money is."""
    named = _COUNTS.search(header.text)
    sums = _SUMS.search(header.text)
    return named is not None and (sums is None or (named.start() < sums.start() and header.measure == "volume"))


def _is_rate(label: Label, shared: NamedUnit | None, at: int) -> bool:
    """Whether a label says that a figure is a share or a rate. Among amounts, a row's name with other words in it is
    that of an item: "Current portion of debt", "Share of results of joint ventures", "Growth hormones"."""
    if label.measure not in RATES:
        return False
    amounts = shared is not None and _are_amounts(shared)
    return at == 0 or label.measure == "cagr" or not label.subject or not amounts


def _is_amount(grid: Grid, column: int, shared: NamedUnit | None) -> bool:
    """Whether what a column says of growth or a share is an amount: its figures or those beside it tell so."""
    of_amounts = shared is None or _are_amounts(shared)
    return of_amounts and (column in grid.differences or _is_spent(grid, column))


def _is_spent(grid: Grid, column: int) -> bool:
    """Whether a column is what is spent for growth, beside what keeps things as they are, which is no rate."""
    headers = grid.table.header
    return bool(_FOR_GROWTH.search(headers[column])) and any(map(_SUSTAINING.search, headers))


_FOR_GROWTH = re.compile(r"(?:^|> )(?:growth|expansion)(?: >|$)", re.IGNORECASE)
_SUSTAINING = re.compile(r"\b(?:sustaining|maintenance|stay-in-business|replacement)\b", re.IGNORECASE)


def _are_amounts(shared: NamedUnit) -> bool:
    return shared.kind == "money" or (shared.kind == "number" and shared.scale > 1)


def _has_large(grid: Grid, column: int, shared: NamedUnit | None) -> bool:
    """Whether a column among amounts has figures too large for percentages: what a change of rates came to."""
    return shared is not None and _are_amounts(shared) and grid.has_number_above(column, _LARGE)


_LARGE = 1000


def _is_bare_sign(header: str, unit: NamedUnit) -> bool:
    """Whether a column is headed by a currency alone, as "Change > $" is beside "Change > %"."""
    bare = _CHANGE.sub("", header.split(HEADER_STEP)[-1]).strip("() ")
    return unit.kind == "money" and unit.scale == 1 and not unit.per and whole_unit(bare) == unit


_CHANGE = re.compile(r"\b(?:change|variance|increase|decrease)\b|[()/]", re.IGNORECASE)


def _scales_money(unit: NamedUnit) -> bool:
    """Whether a unit says how large money is: "USD million", or "in thousands" over amounts with their own sign."""
    return unit.kind == "money" or (unit.kind == "number" and not unit.unit)
