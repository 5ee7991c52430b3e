import pytest

from ingest.quantity.openings import subject_start
from tests.ingest.quantity.units_of import FRAME, units_of


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("In 2024, Europe held 5%", "Europe"),
        ("In 2024 Europe held 5%", "Europe"),
        ("According to the report, Europe held 5%", "Europe"),
        ("Our analysts estimate that Europe held 5%", "Europe"),
        ("Driven by demand, Europe held 5%", "Europe"),
        ("Unlike Asia, Europe held 5%", "Europe"),
        ("Notably, Europe held 5%", "Europe"),
        ("Europe held 5%", "Europe"),
        ("Acme Research expects the market to reach 5%", "Acme"),
    ],
)
def test_what_opens_a_sentence_is_not_its_subject(sentence: str, subject: str) -> None:
    (unit,) = units_of(sentence)
    _, start = subject_start(unit.left, unit.link, FRAME)
    assert unit.left[start].text == subject
