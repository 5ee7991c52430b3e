"""Any quantity comes back from SQL equal, to the last printed digit."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.domain import Cell, Period, Quantity, Report, Span
from ingest.library import Library

TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=20)
DECIMAL = st.decimals(allow_nan=False, allow_infinity=False)
YEAR = st.integers(min_value=1900, max_value=2100)
PERIOD = st.builds(
    Period, YEAR, YEAR, st.sampled_from(["year", "fiscal year", "span", "months"]), *[st.none() | YEAR] * 2
)
QUANTITY = st.builds(
    Quantity,
    text=TEXT,
    value=DECIMAL,
    scale=DECIMAL,
    kind=st.sampled_from(["money", "percent", "number"]),
    source=st.builds(Span, YEAR, YEAR, YEAR) | st.builds(Cell, YEAR, YEAR, YEAR),
    quote=st.just(Cell(0, -1, -1)),
    upper=st.none() | DECIMAL,
    period=st.none() | PERIOD,
    subject=st.lists(TEXT, max_size=3).map(tuple),
    place=st.none() | TEXT,
    tags=st.lists(TEXT, max_size=3).map(tuple),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(f"sqlite:///{tmp_path / 'library.sqlite'}") as library:
        yield library


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(quantities=st.lists(QUANTITY, max_size=8).map(tuple))
def test_quantities_come_back_equal(library: Library, quantities: tuple[Quantity, ...]) -> None:
    library.replace(replace(Report("x", "X", "d", ())), (), quantities, ())
    read = library.quantities("x")
    assert read == quantities
    assert [str(quantity.value) for quantity in read] == [str(quantity.value) for quantity in quantities]
    assert all(isinstance(quantity.scale, Decimal) for quantity in read)
