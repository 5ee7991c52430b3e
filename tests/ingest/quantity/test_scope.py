from dataclasses import replace

import pytest

from ingest.quantity.antecedents import Subject
from ingest.quantity.scope import heading_scope
from tests.ingest.quantity.units_of import FRAME


@pytest.mark.parametrize(
    ("heading", "scope"),
    [
        (("Market overview",), Subject()),
        (("Country-wise insights",), Subject()),
        (("Regional insights", "North America"), Subject(place="North America")),
        (("North America", "Market drivers"), Subject(place="North America")),
        (("Segments", "Fixed-wing drones"), Subject(head=("Fixed-wing",))),
        (("3.2 Europe",), Subject(place="Europe")),
        (("A headline that goes on for far too many words to be a label",), Subject()),
        (("Alpine countries ahead, Japan late",), Subject()),
        (("Retail, Germany",), Subject(head=("Retail",), place="Germany")),
        ((), Subject()),
    ],
)
def test_a_heading_narrows_its_sentences_when_it_names_a_place_or_segment(
    heading: tuple[str, ...], scope: Subject
) -> None:
    assert heading_scope(replace(FRAME, heading=heading)) == scope
