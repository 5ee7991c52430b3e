"""What a model proposes, put through the gate."""

import pytest

from bot.model.checked import MOST_MORE, Checked, checked, reasons
from bot.model.figures import told_by
from bot.model.offer import offer_for
from bot.model.reply import Proposal
from tests.bot.model.fakes import sentence
from tests.bot.model.test_offer import drafted

SIZE = "How big was the market in 2024?"
GROWTH = "How much will the market grow between 2024 and 2030?"


def gated(question: str, *sentences: dict[str, object]) -> Checked:
    draft, found = drafted(question)
    offer = offer_for(draft, found)
    assert offer is not None
    return checked(Proposal.model_validate({"sentences": sentences}), offer, told_by(draft))


@pytest.mark.parametrize(
    "text",
    [
        "In 2024, the beehive monitoring market was valued at USD 468.0 million.",
        "According to the report, the beehive monitoring market stood at USD 468.0 million in 2024.",
    ],
)
def test_the_same_figure_in_other_words_is_kept(text: str) -> None:
    kept = gated(SIZE, sentence(text, 1))
    assert len(kept.sentences) == 1
    assert not kept.refused
    assert not kept.sentences[0].text.startswith("According")


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (sentence("The market was valued at USD 412.5 million in 2023.", 1), "not a figure of the answer"),
        (sentence("The market was valued at USD 468.0 million in 2023.", 1), "is of 2024"),
        (sentence("The market was valued at USD 468.0 million.", 1), "is of 2024"),
        (sentence("The market was valued at USD 468.0 billion in 2024.", 1), "not a figure"),
        (sentence("The market was valued at USD 468.0 million in 2024.", 9), "no evidence number 9"),
        (sentence("The market was valued at USD 468.0 million in 2024."), "cites nothing"),
        (sentence("The market was valued at {result} in 2024.", 1), "names no calculation"),
        (sentence("Scales were valued at USD 468.0 million in 2024.", 1), "'Scales' is not a word"),
        (sentence("Zephyr was valued at USD 468.0 million in 2024.", 1), "'Zephyr' is not a word"),
    ],
)
def test_what_the_answer_does_not_tell_is_refused_with_a_reason(told: dict[str, object], why: str) -> None:
    kept = gated(SIZE, told)
    assert not kept.sentences
    assert why in reasons(kept.refused)[0]


def test_numbers_of_no_evidence_beside_one_that_exists_are_not_cited() -> None:
    text = "In 2024, the beehive monitoring market was valued at USD 468.0 million."
    (kept,) = gated(SIZE, sentence(text, 0, 1, 99)).sentences
    assert kept.evidence == gated(SIZE, sentence(text, 1)).sentences[0].evidence


def test_a_calculation_that_a_sentence_does_not_tell_is_not_its_own() -> None:
    text = "In 2024, the beehive monitoring market was valued at USD 468.0 million."
    (kept,) = gated(SIZE, sentence(text, 1, operation="growth", operands=(1, 2))).sentences
    assert kept == gated(SIZE, sentence(text, 1)).sentences[0]
    assert not gated(SIZE, sentence("The market grows by 5%.", 1, operation="growth", operands=(1, 2))).sentences


def test_a_result_is_put_in_by_code() -> None:
    text = "From 2024 to 2030, the market grows by {result}."
    (kept,) = gated(GROWTH, sentence(text, operation="difference", operands=(1, 2))).sentences
    assert kept.text == "From 2024 to 2030, the market grows by USD 516.8 million."
    assert kept.calculation is not None


@pytest.mark.parametrize(
    "told",
    [
        sentence("The market grows by {result} from 2024 to 2030.", operation="difference", operands=(2, 1)),
        sentence("The market grows by {result} from 2024 to 2030.", operation="share", operands=(1, 2)),
        sentence("The market grows by {result} from 2024 to 2030.", operation="magic", operands=(1, 2)),
        sentence("The market grows by USD 516.8 million to 2030.", operation="difference", operands=(1, 2)),
        sentence("The market declines by {result} from 2024 to 2030.", operation="difference", operands=(1, 2)),
        sentence("The market grows by USD 516.8 million from 2024 to 2030.", 1, 2),
        sentence("The market grows by {result} from 2023 to 2030.", operation="difference", operands=(1, 2)),
    ],
)
def test_a_calculation_is_the_answers_or_refused(told: dict[str, object]) -> None:
    assert not gated(GROWTH, told).sentences


def test_several_sentences_sent_as_one_are_judged_one_by_one() -> None:
    text = "In 2024, the market was valued at USD 468.0 million. It will be USD 9 billion in 2030."
    kept = gated(SIZE, sentence(text, 1))
    assert [each.text for each in kept.sentences] == ["In 2024, the market was valued at USD 468.0 million."]
    assert len(kept.refused) == 1


def test_evidence_that_is_not_needed_is_not_cited() -> None:
    (kept,) = gated(
        "How big is Europe and North America in 2024?",
        sentence("Europe was valued at USD 176.0 million in 2024.", 1, 2),
    ).sentences
    assert [item.quote for item in kept.evidence] == ["176.0"]


def test_a_word_that_is_only_like_one_of_the_report_is_kept_where_verification_keeps_it() -> None:
    (kept,) = gated("Which region is the largest?", sentence("Europe was the biggest region in 2024.", 1)).sentences
    assert kept.text == "Europe was the biggest region in 2024."


def test_an_answer_grows_by_few_sentences_only() -> None:
    quote = "Cheaper radio modules have also made sensors affordable for small apiaries."
    told = [sentence(quote, number) for number in range(1, 3)]
    assert len(gated("Why is the market growing?", *told * 5).sentences) <= 1 + MOST_MORE
