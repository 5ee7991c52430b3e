import pytest

from ingest.domain import Measure, Period
from ingest.quantity.timing import clause_time, grows_from, is_change, names_time, opening_time, period_of, spans_of
from tests.ingest.quantity.units_of import units_of

FORECAST = Period(2025, 2030, "span")


def period(sentence: str, measure: Measure) -> str:
    return str(period_of(units_of(sentence)[0], measure, FORECAST).period)


@pytest.mark.parametrize(
    ("sentence", "measure", "expected"),
    [
        ("It was USD 5 billion in 2024", "size", "2024"),
        ("In 2024 it was USD 5 billion", "size", "2024"),
        ("2024: USD 5 billion (2030 is open)", "size", "2024"),
        ("It grew 5% over 2023", "growth", "None"),
        ("It grew 5% from 2023", "growth", "None"),
        ("It grew 5% between 2023 and 2024", "growth", "2024"),
        ("It will grow 5% a year through 2030", "growth", "2025–2030"),
        ("It will grow at a CAGR of 5% through 2030", "cagr", "2025–2030"),
        ("It will grow at a CAGR of 5% through 2028", "cagr", "None"),
        ("It will add USD 5 billion from 2024 to 2030", "increase", "2024–2030"),
        ("On March 5, 2024 it paid USD 5 billion", "other", "None"),
        ("Last year it was USD 5 billion", "size", "None"),
        ("The ratio fell 30 basis points from 2023", "other", "None"),
    ],
)
def test_a_number_has_the_period_its_unit_gives_it(sentence: str, measure: Measure, expected: str) -> None:
    assert period(sentence, measure) == expected


def test_what_a_unit_says_of_time_can_be_asked() -> None:
    (unit,) = units_of("In 2024, it was 5%")
    assert names_time(unit) and str(opening_time(unit).period) == "2024"
    (clause,) = units_of("It led in 2023")
    assert str(clause_time(clause).period) == "2023"
    assert spans_of(units_of("from 2024 to 2030 it grew 5%")) == [Period(2024, 2030, "span")]
    assert grows_from(units_of("up 5% from the previous year")[0]) and grows_from(units_of("5% (+148% on 2022)")[1])
    assert is_change(units_of("up 30 basis points")[0]) and not is_change(units_of("up 30%")[0])
