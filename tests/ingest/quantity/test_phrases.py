import pytest

from tests.ingest.quantity.units_of import roles_of


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("Hospitals held 41%", [("head", "Hospitals"), ("object", "held")]),
        (
            "By component, software held 41%",
            [("dimension", "By component"), ("head", "software"), ("object", "held")],
        ),
        ("In Europe, software held 41%", [("opening", "In Europe"), ("head", "software"), ("object", "held")]),
        (
            "Europe held 41% of revenue in 2024",
            [("head", "Europe"), ("object", "held"), ("whole", "of revenue"), ("whole", "in 2024")],
        ),
    ],
)
def test_each_phrase_of_a_unit_has_its_role(sentence: str, roles: list[tuple[str, str]]) -> None:
    assert roles_of(sentence) == roles


def test_the_word_before_a_count_is_its_verb() -> None:
    assert roles_of("Clinics operate 150 machines") == [("head", "Clinics"), ("object", "operate")]
