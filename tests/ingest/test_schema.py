"""Sources are written as short text and read back the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.domain import Cell, Source, Span
from ingest.schema import source_of, written

NATURAL = st.integers(min_value=0, max_value=10**9)
FROM_HEADER = st.integers(min_value=-1, max_value=10**6)


@given(st.builds(Span, NATURAL, NATURAL, NATURAL) | st.builds(Cell, NATURAL, FROM_HEADER, FROM_HEADER))
def test_a_source_comes_back_as_it_was(source: Source) -> None:
    assert source_of(written(source)) == source


@pytest.mark.parametrize("text", ["", "s1", "t1r2", "s1:2-3 ", "x1:2-3", "s-1:2-3"])
def test_what_is_no_source_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a source"):
        source_of(text)
