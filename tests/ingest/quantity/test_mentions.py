import pytest

from ingest.quantity.mentions import MENTION


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("in 2024", "year"),
        ("2025-F", "year"),
        ("2025-2030", "span"),
        ("from 2025 to 2030", "span"),
        ("in 2023-24.", "span"),
        ("between 2025 and 2030", "between"),
        ("FY24", "fiscal"),
        ("fiscal 2024", "fiscal"),
        ("Q3 2025", "quarter"),
        ("third quarter of 2025", "quarter"),
        ("H1 2025", "half"),
        ("2024/25", "season"),
        ("March 5, 2024", "date"),
        ("year ended 31 March 2024", "ended"),
        ("six months ended 30 June 2024", "months"),
        ("first nine months of 2024", "months"),
        ("the forecast period", "forecast"),
        ("the base year", "base"),
        ("end of the forecast period", "horizon"),
        ("last year", "vague"),
        ("in the coming years", "vague"),
    ],
)
def test_each_sort_of_time_is_told_apart(text: str, sort: str) -> None:
    match = MENTION.search(text)
    assert match is not None and match[sort] is not None
