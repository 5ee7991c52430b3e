import pytest

from tests.ingest.quantity.units_of import statements_of


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Software held 41%, or USD 2 billion.", ["share", "size"]),
        ("Cartons lead with 81% of volume, or 2 million litres.", ["share", "volume"]),
        ("An order for 1,200 drones worth USD 9 million came.", ["count", "other"]),
        ("A and B, with 24% and 17% of sales, lead.", ["share", "share"]),
        ("Sales were USD 5 billion, of which 62% came from trucks.", ["size", "share"]),
        ("It sold 571,000 drones (+148% on 2022).", ["volume", "growth"]),
        ("Sales rose at a 5% CAGR, from USD 4 billion to USD 5 billion.", ["cagr", "size", "size"]),
        ("Software accounted for USD 4 billion, against USD 3 billion for services.", ["size", "size"]),
        ("A (15%) and B (11%) led the market.", ["share", "share"]),
        ("The market did not reach USD 5 billion.", ["other"]),
    ],
)
def test_numbers_of_one_sentence_share_what_it_says_once(sentence: str, measures: list[str]) -> None:
    assert [statement.measure for statement in statements_of(sentence)] == measures


def test_a_measure_told_by_a_verb_has_the_noun_said_before() -> None:
    statements = statements_of("The market size was USD 5 billion in 2024 and will reach USD 9 billion by 2030.")
    assert [statement.measured.label for statement in statements if statement.measured] == [
        "market size",
        "market size",
    ]


def test_a_number_without_a_noun_counts_what_the_one_before_counts() -> None:
    counted = [statement.counted for statement in statements_of("Europe has 38 depots, Japan 17 and China 8.")]
    assert counted == ["", "depots", "depots"]
