"""Replies in the many ways in which models write JSON."""

import pytest
from langchain_core.messages import AIMessage

from bot.model.faults import Unreadable
from bot.model.reply import LONGEST, Proposal, Rewriting, read_reply

TOLD = '{"text": "It is so.", "evidence": [1, 2]}'


@pytest.mark.parametrize(
    "text",
    [
        f'{{"sentences": [{TOLD}]}}',
        f'```json\n{{"sentences": [{TOLD}]}}\n```',
        f'Here is the answer: {{"sentences": [{TOLD}]}} I hope it helps {{"a": 1',
        f"[{TOLD}]",
        '{"sentences": [{"text": "It is so.", "evidence": ["[1]", "e2"], "calculation": null, "mood": "fine"}]}',
        f'{{"sentences": [{TOLD}, {{"text": 3}}, "no sentence", {{"evidence": [1]}}]}}',
        f'<think>{{ hm }} [1]</think> {{"sentences": [{TOLD}]}}',
    ],
)
def test_a_reply_is_read_leniently(text: str) -> None:
    (sentence,) = read_reply(AIMessage(text), Proposal).sentences
    assert (sentence.text, sentence.evidence) == ("It is so.", (1, 2))


def test_a_calculation_is_an_operation_and_numbers() -> None:
    text = '{"sentences": [{"text": "{result}", "calculation": {"operation": "growth", "operands": ["q1", 2]}}]}'
    (sentence,) = read_reply(AIMessage(text), Proposal).sentences
    assert sentence.calculation is not None
    assert sentence.calculation.operands == (1, 2)


def test_a_tool_call_is_read_as_text_is() -> None:
    call = {"name": "Rewriting", "args": {"question": "How big?"}, "id": "1", "type": "tool_call"}
    assert read_reply(AIMessage("", tool_calls=[call]), Rewriting).question == "How big?"  # type: ignore[list-item]


@pytest.mark.parametrize(
    "text", ["", "I cannot do that.", "{", '{"question": 3}', '{"question": ""}', "[" * 5000, '"' * (LONGEST + 1)]
)
def test_what_is_no_reply_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read_reply(AIMessage(text), Rewriting)
