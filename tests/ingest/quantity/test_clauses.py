import pytest

from ingest.quantity.clauses import has_verb, is_partitive, is_verb
from ingest.quantity.tokens import read_tokens
from tests.ingest.quantity.units_of import FRAME, text_of, units_of


@pytest.mark.parametrize(
    ("sentence", "units"),
    [
        ("Hospitals held 41% and clinics 22%.", ["Hospitals held 41%", "and clinics 22% ."]),
        ("It was USD 5 billion, up from USD 3 billion.", ["It was USD 5 billion", ", up from USD 3 billion ."]),
        ("Over 150 hospitals accounted for 60%.", ["Over 150 hospitals", "accounted for 60% ."]),
        ("North America – 40%, Europe – 35%", ["North America – 40%", ", Europe – 35%"]),
        ("Pets were 5 million in 2023 and 6 million then.", ["Pets were 5 million in 2023", "and 6 million then ."]),
        ("It led, while Europe held 9%.", ["It led", ", while Europe held 9% ."]),
        ("Nothing here.", ["Nothing here ."]),
        ("Sales in the eight countries covered fell to 5%.", ["Sales in the eight countries covered fell to 5% ."]),
        ("It sells in nine countries with 410 plants.", ["It sells in nine countries", "with 410 plants ."]),
        ("It is sold in eight countries.", ["It is sold in eight countries ."]),
    ],
)  # fmt: skip
def test_a_sentence_is_cut_where_the_words_of_the_next_number_begin(sentence: str, units: list[str]) -> None:
    assert [text_of(unit) for unit in units_of(sentence)] == units


@pytest.mark.parametrize(
    ("sentence", "links"),
    [
        ("A held 5%, followed by B with 4%.", ["", "followed"]),
        ("A held 5%, of which B 4%.", ["", "with"]),
        ("A held 5% (USD 3 billion).", ["", "("]),
        ("A led with 5%, ahead of B (4%).", ["", "ahead"]),
    ],
)
def test_a_unit_knows_the_word_that_joins_it(sentence: str, links: list[str]) -> None:
    assert [unit.link for unit in units_of(sentence)] == links


@pytest.mark.parametrize(
    ("text", "at", "verb"),
    [
        ("drones grew fast", 1, True),
        ("the full report covers it", 2, False),
        ("the growth of drones", 1, False),
        ("drones cost about", 1, True),
        ("it is expected to reach", 1, True),
    ],
)
def test_a_verb_is_told_from_a_noun_of_the_same_spelling(text: str, at: int, verb: bool) -> None:
    assert is_verb(read_tokens(text, FRAME), at) is verb


def test_a_partitive_speaks_of_a_part_of_what_was_said() -> None:
    assert is_partitive(read_tokens(", of which dogs", FRAME)) and not is_partitive(read_tokens("of dogs", FRAME))
    assert not has_verb(read_tokens("drones in Europe", FRAME))
