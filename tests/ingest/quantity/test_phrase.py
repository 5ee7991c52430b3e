from ingest.quantity.phrase import Phrase, unit_tokens
from tests.ingest.quantity.units_of import units_of


def test_a_phrase_counts_in_all_tokens_of_its_unit() -> None:
    (unit,) = units_of("Europe held 5% in 2024")
    assert [token.text for token in unit_tokens(unit)] == ["Europe", "held", "5%", "in", "2024"]
    assert Phrase("head", 0, 1) == Phrase("head", 0, 1)
