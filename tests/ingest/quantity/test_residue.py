import pytest

from ingest.quantity.residue import dimension, own_name, residue, tags_of
from ingest.quantity.tokens import read_tokens
from tests.ingest.quantity.cases import frame_for
from tests.ingest.quantity.units_of import FRAME


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("the global drone market", ""),
        ("the software segment", "software"),
        ("the largest segment", ""),
        ("large enterprises", "large enterprises"),
        ("growth hormone sales", "growth hormone"),
        ("the market size", ""),
        ("Mars and Nestle", "Mars and Nestle"),
        ("Europe's hospitals", "hospitals"),
        ("the eight countries covered", ""),
        ("the markets tracked", ""),
        ("covered bazaars", "covered bazaars"),
    ],
)
def test_common_words_go_and_what_narrows_stays(text: str, left: str) -> None:
    tokens = read_tokens(f"{text} 5%", FRAME)[:-1]
    assert residue(tokens, own_name(tokens, FRAME)) == left


@pytest.mark.parametrize(
    ("text", "own"),
    [("the cold chain logistics market", 3), ("the logistics cold chain", 0), ("the cold chain logistics segment", 0)],
)
def test_a_markets_name_counts_whole_and_in_order(text: str, own: int) -> None:
    frame = frame_for("cold chain logistics")
    assert len(own_name(read_tokens(text, frame), frame)) == own


def test_a_breakdown_is_named_without_the_words_that_open_it() -> None:
    tokens = read_tokens("Based on end use 5%", FRAME)[:-1]
    assert dimension(tokens, (), (), 0) == "end use"


def test_tags_are_the_content_words() -> None:
    assert tags_of(read_tokens("driven by strong urban demand", FRAME)) == ("driven", "urban")
