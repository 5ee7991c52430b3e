import pytest

from ingest.quantity.datelines import dateline_end


@pytest.mark.parametrize(
    "dateline",
    [
        "PUNE, India, Jan. 15, 2025 (NEWSLINE) -- ",
        "LONDON, 3 March 2024 – ",
        "New York, NY, October 1, 2024 /PRWIRE/ -- ",
    ],
)
def test_a_press_release_opens_with_a_dateline(dateline: str) -> None:
    assert dateline_end(f"{dateline}The drone market is large.") == len(dateline)


@pytest.mark.parametrize(
    "sentence",
    [
        "The drone market was worth USD 5 billion in 2024.",
        "Drones – and kites – sold well.",
        "In March 2024, sales rose – again.",
        "",
    ],
)
def test_other_sentences_have_none(sentence: str) -> None:
    assert dateline_end(sentence) == 0
