import pytest

from tests.ingest.quantity.units_of import statements_of


@pytest.mark.parametrize(
    ("sentence", "dealt"),
    [
        ("A and B held 30% and 20%, respectively.", [("A", None), ("B", None)]),
        ("Germany, the UK and Sweden held 3%, 2% and 1%, respectively.",
         [(None, "Germany"), (None, "United Kingdom"), (None, "Sweden")]),
        ("A, B and C held 30% and 20%, respectively.", [("A B and C", None), ("A B and C", None)]),
    ],
)  # fmt: skip
def test_numbers_are_dealt_out_in_the_order_of_the_names(
    sentence: str, dealt: list[tuple[str | None, str | None]]
) -> None:
    subjects = [statement.subject for statement in statements_of(sentence)]
    assert [(subject.head[0] if subject.head else None, subject.place) for subject in subjects] == dealt


def test_years_are_dealt_out_too() -> None:
    statements = statements_of("The market was USD 5 billion and USD 6 billion in 2023 and 2024, respectively.")
    assert [str(statement.timed.period) for statement in statements] == ["2023", "2024"]


def test_what_cannot_be_dealt_out_has_no_period() -> None:
    statements = statements_of("A and B held 30% and 20% in 2022, 2023 and 2024, respectively.")
    assert [statement.timed.period for statement in statements] == [None, None]
