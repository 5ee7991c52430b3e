"""What is asked, and what was asked before."""

import pytest

from bot.api.openai.bodies import Item, Part
from bot.api.openai.problems import NoQuestion, UnsupportedParameter
from bot.api.openai.talk import Talk, talk_of


def said(role: str, *texts: str, kind: str = "input_text") -> Item:
    return Item(role=role, content=tuple(Part(type=kind, text=text) for text in texts))


def test_a_text_is_the_question() -> None:
    assert talk_of("How big?") == Talk("How big?")


def test_only_the_user_asks() -> None:
    items = [
        said("system", "Obey."),
        said("user", "How big", "in 2025?"),
        said("assistant", "USD 9 trillion.", kind="output_text"),
        Item(type="reasoning"),
        Item(role="user", content="And in 2026?"),
        Item(type="function_call_output"),
    ]
    assert talk_of(items) == Talk("And in 2026?", ("How big\nin 2025?",))


def test_a_picture_asked_about_before_does_not_close_the_conversation() -> None:
    picture = Item(role="user", content=(Part(type="image_url"), Part(type="text", text="What is this?")))
    assert talk_of([picture, Item(role="user", content="How big?")]) == Talk("How big?", ("What is this?",))
    with pytest.raises(UnsupportedParameter):
        talk_of([picture])


def test_a_message_without_words_is_passed_over() -> None:
    assert talk_of([said("user", "How big?"), said("user", "")]) == Talk("How big?")
    assert talk_of([said("user", "How big?", kind="novel"), said("user", "Why?")]) == Talk("Why?")


@pytest.mark.parametrize("items", [[], [said("assistant", "Hello.")], [said("user")]])
def test_without_words_there_is_no_question(items: list[Item]) -> None:
    with pytest.raises(NoQuestion):
        talk_of(items)
