import pytest

from ingest.quantity.subjects import Reading, read_subject
from tests.ingest.quantity.units_of import FRAME, units_of


def read(sentence: str) -> Reading:
    (unit,) = units_of(sentence)
    return read_subject(unit, FRAME)


@pytest.mark.parametrize(
    ("sentence", "head"),
    [
        ("Hospitals held 5%", ("Hospitals",)),
        ("The drone market grew 5%", ()),
        ("The report covers 5 regions", ()),
        ("The list of tables has 5 entries", ()),
        ("The full report contains 5 tables", ()),
        ("We project 5% growth", ()),
        ("Our model shows 5% growth", ()),
        ("The project grew 5%", ("project",)),
    ],
)
def test_the_head_is_what_narrows_the_market(sentence: str, head: tuple[str, ...]) -> None:
    assert read(sentence).head == head


@pytest.mark.parametrize(
    ("sentence", "inner", "outer"),
    [
        ("Europe held 5%", "Europe", None),
        ("In Europe, Germany held 5%", "Germany", None),
        ("Germany and France held 5%", None, None),
    ],
)
def test_a_place_is_where_unless_several_do_not_nest(sentence: str, inner: str | None, outer: str | None) -> None:
    reading = read(sentence)
    assert ((reading.place.name if reading.place else None), reading.outer) == (inner, outer)


@pytest.mark.parametrize(
    ("sentence", "negated"),
    [
        ("The market did not reach 5%", True),
        ("The market failed to reach 5%", True),
        ("A failed delivery costs 5%", False),
        ("The market reached 5%", False),
    ],
)
def test_a_denial_is_heard(sentence: str, negated: bool) -> None:
    assert read(sentence).negated is negated


@pytest.mark.parametrize(
    ("sentence", "pointer"),
    [
        ("It held 5%", "it"),
        ("The segment held 5%", "segment"),
        ("This software held 5%", None),
        ("Drones held 5%", None),
    ],
)
def test_words_that_point_back_are_told(sentence: str, pointer: str | None) -> None:
    assert read(sentence).pointer == pointer


def test_what_names_nothing_is_silent() -> None:
    assert read("at 5%").is_silent and not read("Europe held 5%").is_silent
    assert read("The global market grew 5%").world
