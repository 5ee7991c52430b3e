"""Whatever is changed in a true sentence, the verifier notices."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.bench import Bench
from bot.evidence import Sentence
from bot.judge import judge
from tests.bot.mutations import digits_changed, mutations, words_changed
from tests.bot.sources import Case, cases, cite

CASES = cases(Path(__file__).with_name("verify_cases.txt"))
TRUE = [case for case in CASES if case.supported]
KNOWN = {(case.source, case.sentence) for case in TRUE}


def is_kept(case: Case, sentence: str) -> bool:
    return not judge(Bench(Sentence(sentence, (cite(case.source, case.title),)), "", "")).why


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_one_change_makes_a_true_sentence_false(data: st.DataObject) -> None:
    case = data.draw(st.sampled_from(TRUE))
    changed = [text for text in mutations(case.sentence) if (case.source, text) not in KNOWN]
    if changed:
        text = data.draw(st.sampled_from(changed))
        assert not is_kept(case, text), f"{text} was kept by: {case.source}"


HIDDEN = ["\u200b", "\u00ad", "\u2060", "\u202e", "\ufeff"]


@given(case=st.sampled_from(TRUE), hidden=st.sampled_from(HIDDEN), data=st.data())
@settings(max_examples=100, deadline=None)
def test_invisible_characters_change_nothing(case: Case, hidden: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(case.sentence)))
    assert is_kept(case, case.sentence[:at] + hidden + case.sentence[at:])


def test_changes_are_of_every_kind() -> None:
    assert "It was USD 4.3 billion." in set(digits_changed("It was USD 4.2 billion."))
    assert "It was USD 0.2 billion." not in set(digits_changed("It was USD 4.2 billion."))
    assert {"It was EUR 4 billion.", "It was USD 4 million."} <= set(words_changed("It was USD 4 billion."))


@pytest.mark.parametrize("case", [case for case in TRUE if any(char.isdigit() for char in case.sentence)][:3])
def test_every_true_case_can_be_changed(case: Case) -> None:
    assert mutations(case.sentence)
