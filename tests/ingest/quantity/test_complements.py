import pytest

from ingest.quantity.complements import complements
from ingest.quantity.phrase import unit_tokens
from tests.ingest.quantity.units_of import units_of


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Europe held 5% of revenue in 2024.", [("whole", "of revenue"), ("whole", "in 2024 .")]),
        ("Europe held 5% because it grew.", [("aside", "because it grew .")]),
        ("It costs USD 5 per kilogram", [("aside", "per kilogram")]),
        ("With 5%, hospitals led in Europe", [("head", "hospitals"), ("aside", "led in"), ("whole", "Europe")]),
        ("It has two uses: sport and leisure", [("aside", ": sport and leisure")]),
    ],
)
def test_what_stands_behind_a_number_is_its_whole_or_a_remark(sentence: str, found: list[tuple[str, str]]) -> None:
    (unit,) = units_of(sentence)
    tokens = unit_tokens(unit)
    assert [
        (part.role, " ".join(token.text for token in tokens[part.start : part.end])) for part in complements(unit)
    ] == found
