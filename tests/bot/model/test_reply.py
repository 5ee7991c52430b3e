"""Replies in the many ways in which models write JSON."""

import json

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
        f"{TOLD}\n",
        f'{{"sentences": {TOLD}}}',
        f'{{"sentences": [{TOLD}, {{"text": "It was cut',
        '{"sentences": [{"text": "It is so.", "evidence": [1, 2],},],}',
        '{"sentences": [{"text": "It is so.", "evidence": "1, 2", "calculation": {}}]}',
        '{"sentences": [{"text": "It is so.", "evidence": ["evidence 1", "[2]"], "calculation": "none"}]}',
        '{"sentences": [{"text": "It is so.", "evidence": [1, 2], "calculation": {"operation": "", "operands": []}}]}',
        f'<tool_call>\n{{"name": "Proposal", "arguments": {{"sentences": [{TOLD}]}}}}\n</tool_call>',
        json.dumps({"sentences": f"[{TOLD}]"}),
    ],
)
def test_a_reply_is_read_leniently(text: str) -> None:
    (sentence,) = read_reply(AIMessage(text), Proposal).sentences
    assert (sentence.text, sentence.evidence) == ("It is so.", (1, 2))


DRAFT = '{"sentences": [{"text": "No, wrong.", "evidence": [3]}]}'
FORM = '{"sentences": [{"text": "...", "evidence": [1], "calculation": null}]}'
FINAL = f'{{"sentences": [{TOLD}]}}'


@pytest.mark.parametrize(
    "text",
    [
        f"<think>Perhaps {DRAFT}? No.</think>\n{FINAL}",
        f"Perhaps {DRAFT}? No.</think>\n```json\n{FINAL}\n```",
        f"<think>{'[1] {x} ' * 300}</think>{FINAL}",
        f"<think>{'so ' * LONGEST}</think>{FINAL}",
        f"<|channel|>analysis<|message|>{DRAFT}<|end|><|start|>assistant<|channel|>final<|message|>{FINAL}",
        f"I shall reply with {FORM}. Here it is:\n{FINAL}",
        f'{FINAL}\nNote: {{"sentences": []}} would mean that nothing fits.',
    ],
)
def test_what_a_model_thinks_before_it_replies_is_not_its_reply(text: str) -> None:
    (sentence,) = read_reply(AIMessage(text), Proposal).sentences
    assert (sentence.text, sentence.evidence) == ("It is so.", (1, 2))


def test_thoughts_in_a_block_of_their_own_are_not_its_reply() -> None:
    blocks: list[str | dict[str, str]] = [{"type": "thinking", "thinking": DRAFT}, {"type": "text", "text": FINAL}]
    assert read_reply(AIMessage(blocks), Proposal).sentences[0].text == "It is so."


def test_one_object_a_line_is_as_many_sentences() -> None:
    text = '{"text": "It is so.", "evidence": [1]}\n{"text": "It was so.", "evidence": [2]}'
    assert [each.text for each in read_reply(AIMessage(text), Proposal).sentences] == ["It is so.", "It was so."]


def test_an_empty_list_inside_a_record_that_cannot_be_read_is_no_reply() -> None:
    with pytest.raises(Unreadable):
        read_reply(AIMessage('{"sentences": [{"words": []}, {"text": ""}]}'), Proposal)


def test_a_calculation_is_an_operation_and_numbers() -> None:
    text = '{"sentences": [{"text": "{result}", "calculation": {"operation": "growth", "operands": ["q1", 2]}}]}'
    (sentence,) = read_reply(AIMessage(text), Proposal).sentences
    assert sentence.calculation is not None
    assert sentence.calculation.operands == (1, 2)


def test_a_tool_call_is_read_as_text_is() -> None:
    call = {"name": "Rewriting", "args": {"question": "How big?"}, "id": "1", "type": "tool_call"}
    assert read_reply(AIMessage("", tool_calls=[call]), Rewriting).question == "How big?"  # type: ignore[list-item]


def test_arguments_of_a_tool_that_are_no_whole_json_are_read_as_text_is() -> None:
    call = {"name": "Proposal", "args": FINAL[:-1], "id": "1", "error": "cut", "type": "invalid_tool_call"}
    message = AIMessage("", invalid_tool_calls=[call])  # type: ignore[list-item]
    assert read_reply(message, Proposal).sentences[0].text == "It is so."


@pytest.mark.parametrize(
    "text", ["", "I cannot do that.", "{", '{"question": 3}', '{"question": ""}', "[" * 5000, '"' * (LONGEST + 1)]
)
def test_what_is_no_reply_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read_reply(AIMessage(text), Rewriting)
