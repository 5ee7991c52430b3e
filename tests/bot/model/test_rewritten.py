"""Accepted sentences in place of the answer's own."""

from bot.evidence import Draft, Listing, Paragraph, Sentence
from bot.model.figures import sentences_of
from bot.model.rewritten import ANSWERER, in_words, left_standing, rewritten
from bot.retrieve import Found
from bot.verify import verify
from tests.bot.model.test_offer import drafted

TWO = "How big is Europe and North America in 2024?"
EUROPE = "In 2024, Europe was valued at USD 176.0 million."
AMERICA = "In 2024, North America was valued at USD 149.0 million."


def texts(draft: Draft) -> list[str]:
    return [sentence.text for sentence in sentences_of(draft)]


def two() -> tuple[Draft, Found, Sentence, Sentence]:
    draft, found = drafted(TWO)
    europe, america = sentences_of(draft)
    return draft, found, Sentence(EUROPE, europe.evidence), Sentence(AMERICA, america.evidence)


def test_each_takes_the_place_of_the_one_it_says_again() -> None:
    draft, found, europe, america = two()
    new = rewritten(draft, found, (america, europe))
    assert texts(new) == [EUROPE, AMERICA]
    assert new.answerer == ANSWERER
    assert verify(new).status == "answered"


def test_what_no_accepted_sentence_says_stays_as_it_was() -> None:
    draft, found, europe, _ = two()
    new = rewritten(draft, found, (europe,))
    assert texts(new) == [EUROPE, sentences_of(draft)[1].text]
    assert left_standing(draft, new) == 1


def test_without_accepted_sentences_the_draft_stays_as_it_was() -> None:
    draft, found, _, _ = two()
    assert rewritten(draft, found, ()) is draft


def test_a_sentence_that_leaves_a_name_out_takes_no_place() -> None:
    draft, found, europe, _ = two()
    nameless = Sentence("In 2024, the market was valued at USD 176.0 million.", europe.evidence)
    assert rewritten(draft, found, (nameless,)) is draft


def test_lists_tables_and_charts_stay_as_they_are() -> None:
    draft, found, europe, america = two()
    listing = Listing(Sentence("The report names:"), (Sentence("Germany", europe.evidence),))
    both = Draft((*draft.blocks, listing), answerer=draft.answerer)
    new = rewritten(both, found, (europe, america))
    assert listing in new.blocks
    assert texts(new) == [EUROPE, AMERICA]


def test_more_that_is_said_comes_last() -> None:
    draft, found = drafted("Why is the market growing?")
    own, *_ = sentences_of(draft)
    draft = Draft((Paragraph((own,)),), answerer=draft.answerer)
    more = Sentence("Cheaper radio modules have also made sensors affordable for small apiaries.", own.evidence)
    merged = rewritten(draft, found, (Sentence("Falling colony numbers drive demand.", own.evidence), more))
    assert texts(merged) == ["Falling colony numbers drive demand.", more.text]


def test_an_answer_in_words_has_all_that_was_asked_for() -> None:
    answered, found = drafted("Why is the market growing?")
    declined = Draft((Paragraph((Sentence("I found nothing."),)),), reason="not_in_report", speaks=False)
    said = sentences_of(answered)
    assert in_words(declined, found, ()) is declined
    _, other = drafted("Why do tariffs hamper adoption in Japan?")
    assert in_words(declined, other, said) is declined
