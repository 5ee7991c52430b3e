import pytest

from ingest.quantity.stretches import split
from ingest.quantity.tokens import read_tokens
from tests.ingest.quantity.units_of import FRAME


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("demand for drones in Europe", ["head: demand", "head: for drones", "head: in Europe"]),
        ("drones, driven by demand, sell", ["head: drones ,", "aside: driven by demand", "head: , sell"]),
        ("Germany, the UK and Sweden", ["head: Germany , the UK and Sweden"]),
        ("software, the largest segment", ["head: software ,", "aside: the largest segment"]),
    ],
)
def test_a_stretch_is_cut_at_prepositions_and_asides(text: str, found: list[str]) -> None:
    tokens = read_tokens(f"{text} 5%", FRAME)[:-1]
    cut = split(tokens, 0, len(tokens), "head")
    assert [f"{part.role}: {' '.join(t.text for t in tokens[part.start : part.end])}" for part in cut] == found


def test_a_participle_that_leads_to_the_number_is_no_aside() -> None:
    tokens = read_tokens("reach it, reflecting a CAGR of 5%", FRAME)[:-1]
    assert all(part.role == "object" for part in split(tokens, 0, len(tokens), "object"))
