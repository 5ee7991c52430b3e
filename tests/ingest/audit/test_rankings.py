from ingest.audit.rankings import contradicted
from ingest.domain import Section, Table
from tests.ingest.audit.made import ledger, table

SIZES = table(
    "Size | 2024 | 2025\nLarge | 4.0 | 5.0\nExtra large | 2.0 | 2.5\nSmall | 1.0 | 1.5", "Kites by size", "USD million"
)


def found(*parts: str | Section | Table) -> list[tuple[str, str]]:
    return [(each.said.quantity.text, each.printed.quantity.text) for each in contradicted(ledger(*parts, SIZES))]


def test_a_part_that_a_sentence_ranks_against_its_table() -> None:
    said = "Large was the largest size in 2025 at USD {} million, ahead of Extra large at USD {} million."
    assert found(said.format("5.0", "2.5")) == []
    assert found(said.format("6.1", "2.5")) == [("USD 6.1 million", "5.0")]
    assert found(said.format("5.0", "3.1")) == [("USD 3.1 million", "2.5")]


def test_a_sentence_that_ranks_nothing_is_left_to_others() -> None:
    assert found("Large sold for USD 6.1 million in 2025.") == []


def test_a_sentence_of_two_times_is_left_open() -> None:
    assert found("Large was the largest size at USD 6.1 million in 2025, ahead of its USD 3.0 million in 2024.") == []
