import pytest

from ingest.read.header_rows import bold_rows


@pytest.mark.parametrize(
    ("bold", "count"), [([True, False], 1), ([True, True, False, True], 2), ([True, True], 0), ([False], 0), ([], 0)]
)
def test_the_first_bold_rows_head_a_table_that_goes_on_plain(bold: list[bool], count: int) -> None:
    assert bold_rows(bold) == count
