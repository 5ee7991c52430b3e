"""A proposed sentence, and what it may take its words from."""

from bot.evidence import Sentence
from bot.model.worded import Wording, unended
from tests.bot.model.test_faithful import SHARES, wording


def test_it_may_say_again_the_sentences_of_its_quotes_and_of_the_answer() -> None:
    made = wording("Apiscan has 12.4%.", SHARES)
    assert made.units == (SHARES,)
    own = Sentence("Apiscan held 12.4%.", made.evidence)
    assert Wording(made.sentence, (own,)).units == (SHARES, own.text)


def test_its_words_are_theirs_and_those_of_the_title() -> None:
    known = wording("", SHARES).known
    assert {"apiscan", "beehiv"} <= known
    assert "zephyr" not in known


def test_it_tells_of_the_ledger_what_it_says() -> None:
    assert [quantity.text for quantity in wording("Apiscan has 12.4%.", SHARES).told] == ["12.4%"]


def test_sentences_are_compared_without_case_and_full_stop() -> None:
    assert unended("It Is So.") == unended("it is so")
