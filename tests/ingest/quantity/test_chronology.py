import pytest

from tests.ingest.quantity.units_of import statements_of


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("A held 5%, B 4% and C 3% in 2024.", ["2024", "2024", "2024"]),
        ("A led with a 5% share, followed by B (4%) in 2024.", ["2024", "2024"]),
        ("It was USD 5 billion in 2024, up 5% from 2023.", ["2024", "2024"]),
        ("It was USD 5 billion in 2024, equal to 37% of revenue.", ["2024", "2024"]),
        ("It was USD 5 billion in 2024, of which dogs were 79%.", ["2024", "2024"]),
        ("Cans generated USD 5 billion (58%) in 2024.", ["2024", "2024"]),
        ("It grew from USD 5 billion to USD 6 billion between 2022 and 2024.", ["2022", "2024"]),
        ("It declined by 5% in 2024 to USD 4 billion.", ["2024", "2024"]),
        ("It will grow at a CAGR of 5% from 2024 to 2030, reaching USD 9 billion.", ["2024–2030", "2030"]),
        ("The ratio was 74% in 2024, down 310 basis points from 2023.", ["2024", "2024"]),
        ("It was USD 5 billion in 2024, and drones cost USD 300.", ["2024", "None"]),
        ("Revenue was USD 5 billion (2024: USD 4 billion).", ["2025", "2024"]),
        (
            "Revenue was USD 5 billion (2024: USD 4 billion), cans USD 3 billion (2024: USD 2 billion).",
            ["2025", "2024"] * 2,
        ),
        ("Revenue was USD 5 billion (H1 2024: USD 4 billion).", ["H1 2025", "H1 2024"]),
        ("Net debt was USD 5 billion (31 December 2024: USD 4 billion).", ["None", "None"]),
    ],
)
def test_a_period_said_once_holds_for_the_numbers_it_is_meant_for(sentence: str, periods: list[str]) -> None:
    assert [str(statement.timed.period) for statement in statements_of(sentence)] == periods


def test_a_word_behind_a_number_marks_a_forecast() -> None:
    (statement,) = statements_of("Revenue: USD 5 billion expected in 2024")
    assert statement.forecast and str(statement.timed.period) == "2024"
