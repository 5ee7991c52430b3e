"""LangChain's client of OpenAI, pointed here."""

from typing import Any

import pytest
from langchain_openai import ChatOpenAI

from tests.bot.fakes import FIGURE_TEXT, FakeBot

BIG = "How big is the market?"


def chat(url: str, **more: Any) -> ChatOpenAI:  # noqa: ANN401
    return ChatOpenAI(base_url=f"{url}/v1", api_key="none", model="footnote", max_retries=0, **more)


@pytest.mark.parametrize("responses", [False, True])
def test_it_answers_whole_and_streamed(url: str, responses: bool) -> None:
    model = chat(url, use_responses_api=responses)
    answer = model.invoke([("system", "Answer in French."), ("human", BIG)])
    assert answer.text.startswith(FIGURE_TEXT.rstrip("."))
    assert answer.usage_metadata and answer.usage_metadata["total_tokens"] == 0
    pieces = [piece.text for piece in model.stream(BIG)]
    assert len([piece for piece in pieces if piece]) > 1
    assert "".join(pieces) == answer.text


@pytest.mark.parametrize("responses", [False, True])
def test_it_brings_the_conversation_along(url: str, bot: FakeBot, responses: bool) -> None:
    model = chat(url, use_responses_api=responses)
    first = model.invoke(BIG)
    model.invoke([("human", BIG), first, ("human", "And in 2032?")])
    assert bot.resumed == [((BIG, None),)]
    assert bot.asked[-1] == ("And in 2032?", None, "r1")


def test_it_goes_on_behind_a_response(url: str, bot: FakeBot) -> None:
    model = chat(url, use_responses_api=True, use_previous_response_id=True)
    first = model.invoke(BIG)
    model.invoke([("human", BIG), first, ("human", "And in 2032?")])
    (_, _, began), (question, _, went_on) = bot.asked
    assert question == "And in 2032?" and went_on == began


def test_its_annotations_are_citations(url: str) -> None:
    answer = chat(url, use_responses_api=True).invoke(BIG)
    (block,) = answer.content_blocks
    assert block["type"] == "text"
    (annotation,) = block["annotations"]
    assert annotation["type"] == "citation" and str(annotation["url"]).startswith("https://harbour.example/")
