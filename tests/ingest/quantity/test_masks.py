import pytest

from ingest.quantity.masks import masked


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("see https://x.example/2024/17 now", ["https://x.example/2024/17"]),
        ("write to a1@x.example.com", ["a1@x.example.com"]),
        ("call +1 888 555 0134 today", ["+1 888 555 0134"]),
        ("see Chapter 3 and Table 12", ["Chapter 3", "Table 12"]),
        ("Type 2 and Phase 3", ["Type 2", "Phase 3"]),
        ("claimed [3] and [4,5]", ["[3]", "[4,5]"]),
        ("on March 5 and 6 April", ["March 5", "6 April"]),
        ("a ratio of 3:1 at 10:30", ["3:1", "10:30"]),
        ("COVID-19 and ISO-9001", ["COVID-19", "ISO-9001"]),
        ("the 3rd and the 1990s", ["3rd", "1990s"]),
        ("one in five owners", ["one in five"]),
        ("people aged 18–34", ["aged 18–34"]),
        ("the top five players", ["top five"]),
        ("2. Market size", ["2."]),
        ("24x7 support", ["24x7"]),
    ],
)
def test_digits_of_names_and_references_are_hidden(text: str, hidden: list[str]) -> None:
    found = [text[start:end] for start, end in masked(text)]
    assert [piece for piece in hidden if not any(piece in one for one in found)] == []


@pytest.mark.parametrize(
    "text",
    ["USD 5 billion", "12.5% of revenue", "1,590 tables", "5 companies", "expected to number 1.9 billion", "20 MW"],
)
def test_quantities_are_not_hidden(text: str) -> None:
    assert masked(text) == []
