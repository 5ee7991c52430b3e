"""What a model is given for an answer."""

from dataclasses import replace

import pytest

from bot.draft import draft
from bot.evidence import Draft, Sentence
from bot.model.offer import MOST_BESIDE, Offer, is_open, offer_for
from bot.retrieve import Found
from tests.bot.beehives import found, retrieval


def offered(question: str) -> Offer | None:
    return offer_for(*drafted(question))


def drafted(question: str) -> tuple[Draft, Found]:
    evidence = found(question)
    return draft((evidence,), lambda each: retrieval()(each.question, each.book, tables=False)), evidence


def test_a_sentence_is_given_with_the_numbers_of_what_it_cites() -> None:
    offer = offered("How big is Europe and North America in 2024?")
    assert offer is not None
    assert [offer.numbers_of(sentence) for sentence in offer.told] == [(1,), (2,)]
    assert [item.quote for item in offer.evidence[:2]] == ["176.0", "149.0"]


def test_a_calculation_is_found_by_its_operation_and_its_figures_in_order_only() -> None:
    offer = offered("How much will the market grow between 2024 and 2030?")
    assert offer is not None
    growth = offer.calculation("growth", (1, 2))
    assert growth is not None
    assert [operand.quantity.text for operand in growth.operands] == ["USD 468.0 million", "USD 984.8 million"]
    assert offer.calculation("growth", (2, 1)) is None
    assert offer.calculation("share", (1, 2)) is None
    assert offer.calculation("growth", (1, 9)) is None


def test_beside_what_is_cited_sentences_in_words_on_what_is_asked_are_given() -> None:
    offer = offered("Why is the market growing?")
    assert offer is not None
    assert "Cheaper radio modules have also made sensors affordable for small apiaries." in [
        item.quote for item in offer.evidence
    ]
    assert len(offer.evidence) <= len(offer.told) + MOST_BESIDE
    cited = {item for sentence in offer.told for item in sentence.evidence}
    assert not any(item.quantities for item in offer.evidence if item not in cited)


def test_shortened_it_has_what_the_answer_cites_and_no_more() -> None:
    offer = offered("Why is the market growing?")
    assert offer is not None
    more = replace(offer, evidence=(*offer.evidence, *(replace(item, start=1) for item in offer.evidence)))
    assert more.shortened == offer
    declined = replace(more, told=(), words_only=True)
    assert declined.shortened.evidence == offer.evidence
    assert declined.shortened.shortened.shortened.evidence == offer.evidence[:1]


@pytest.mark.parametrize(
    "question",
    ["Hi", "Who can I contact?", "List the end users", "How big is the market in Japan?", "What is the weather?"],
)
def test_where_there_is_nothing_to_word_nothing_is_given(question: str) -> None:
    assert offered(question) is None


def test_a_question_of_words_that_was_declined_is_given_words_only() -> None:
    declined, evidence = drafted("How is adoption in winter?")
    offer = offer_for(Draft(declined.blocks, reason="not_in_report"), evidence)
    if evidence.question.kind == "explanation":
        assert offer is not None
        assert offer.words_only
    unknown = found("What effect do tariffs have on adoption?")
    assert offer_for(Draft((), reason="not_in_report"), unknown) is None


@pytest.mark.parametrize(
    "text", ["Yes. It is so.", "No, it is not.", "Perhaps you mean this: 3.", "What is near: “X”."]
)
def test_what_says_how_an_answer_stands_to_its_question_is_not_worded_anew(text: str) -> None:
    cited = drafted("How big was the market in 2024?")[0].cited
    assert not is_open(Sentence(text, cited))
    assert is_open(Sentence("The market was put at USD 468.0 million in 2024.", cited))
    assert not is_open(Sentence("The report speaks.", ()))
