import pytest

from tests.ingest.quantity.units_of import statements_of


@pytest.mark.parametrize(
    ("sentence", "head", "place"),
    [
        ("Capsules lost share to pods, which were up 11% in 2024.", ("pods",), None),
        ("Capsules lost share to Europe, which held 11% in 2024.", (), "Europe"),
        ("Capsules, which held 11% in 2024, grew.", ("Capsules",), None),
        ("The market, which was worth USD 5 billion in 2024, grew.", (), None),
    ],
)
def test_which_speaks_of_the_words_before_it(sentence: str, head: tuple[str, ...], place: str | None) -> None:
    subject = statements_of(sentence)[0].subject
    assert (subject.head, subject.place) == (head, place)
