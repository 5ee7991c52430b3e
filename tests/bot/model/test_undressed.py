"""What models put around a sentence, taken off."""

import pytest

from bot.model.reply import ProposedSentence
from bot.model.undressed import undressed

SAID = "The market was valued at USD 468.0 million in 2024."


def test_a_bare_sentence_is_left_as_it_is() -> None:
    assert undressed(ProposedSentence(text=SAID, evidence=(1,))) == ProposedSentence(text=SAID, evidence=(1,))


@pytest.mark.parametrize(
    "text",
    [
        f"- {SAID}",
        f"1. {SAID}",
        f"2) [Market size] {SAID}",
        f"[Drivers > Prices] {SAID}",
        f"{SAID} [1]",
        f"{SAID[:-1]} [1].",
        f"{SAID[:-1]} [1][2].",
        f"{SAID[:-1]} [1, 2].",
        f"{SAID[:-1]} (evidence 1 and 2).",
        "The market was valued at **USD 468.0 million** [1] in __2024__.",
        SAID[:-1],
        f"According to the report, the{SAID[3:]}",
    ],
)
def test_what_stands_around_a_sentence_is_taken_off(text: str) -> None:
    assert undressed(ProposedSentence(text=text)).text == SAID


@pytest.mark.parametrize(
    "text",
    [
        "2024 was the best year.",
        "12 of 15 makers are in Europe.",
        "1.2 million units were sold.",
        "The CAGR (2024) is 5% [sic].",
        "Makers (1) and users (2) gain.",
        "-5% is expected.",
    ],
)
def test_what_a_sentence_says_is_not(text: str) -> None:
    assert undressed(ProposedSentence(text=text)).text == text


def test_evidence_named_in_the_sentence_is_cited_where_none_is_named_beside_it() -> None:
    assert undressed(ProposedSentence(text=f"{SAID} [1, 3]")).evidence == (1, 3)
    assert undressed(ProposedSentence(text=f"{SAID} [1]", evidence=(2,))).evidence == (2,)
