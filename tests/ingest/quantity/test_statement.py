from tests.ingest.quantity.units_of import statements_of


def test_a_statement_knows_its_number_measure_and_verb() -> None:
    first, second = statements_of("The market grew from USD 5 billion in 2023 to USD 6 billion in 2024.")
    assert first.numeral and first.numeral.text == "USD 5 billion"
    assert (first.measure, first.is_base, first.has_verb) == ("size", True, True)
    assert not second.is_base and not second.speaks_of_another(first)
