"""What money is said to be."""

import pytest

from bot.dealings import dealings, without_dealings

CASES = [
    ("Acme acquired Bolt for USD 5 million.", {"a purchase"}),
    ("Acme paid USD 5 million for Bolt.", {"spending"}),
    ("Its EBITDA was USD 5 million.", {"profit"}),
    ("It lost USD 5 million.", {"a loss"}),
    ("The market was USD 5 million.", set()),
    ("The investor forum met.", set()),
    ("The Embedded Finance market was USD 5 million.", set()),
    ("Acme raised USD 5 million in the Debt Collection market.", {"funding"}),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_dealings_are_told_by_their_words(text: str, expected: set[str]) -> None:
    assert dealings(text) == expected


def test_a_name_is_left_when_the_verb_is_taken_out() -> None:
    assert without_dealings("Acme bought Bolt").split() == ["Acme", "Bolt"]
