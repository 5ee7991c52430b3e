"""What a bot over reports calls, and what it does without."""

from dataclasses import FrozenInstanceError

import pytest

from bot.chain import Again, Drafted, Inquiry
from bot.evidence import Draft
from bot.hooks import NO_HOOKS, Hooks, translate_of
from bot.reader import ANYBODY
from bot.retrieve import Found
from bot.tongues.hear import Heard

HEARD = Heard("Wie groß war der Markt?", "de", "How big was the market?")


class Speaking:
    """A language model that speaks more than English."""

    def __call__(self, proposal: Draft, found: Found, inquiry: Inquiry, again: Again) -> Drafted:
        return proposal, found

    def in_english(self, heard: Heard, answer: str) -> str:
        return f"{heard.text} of {answer}"


def unchanged(proposal: Draft, found: Found, inquiry: Inquiry, again: Again) -> Drafted:
    return proposal, found


def test_without_hooks_nothing_was_said_before_and_nobody_words_or_takes_over() -> None:
    assert list(NO_HOOKS.history(ANYBODY, "c1")) == []
    assert NO_HOOKS.is_kept(ANYBODY, "c1")
    assert NO_HOOKS.translate(HEARD, "a1") is None
    assert NO_HOOKS.write is None and not NO_HOOKS.hands_over


def test_what_speaks_other_languages_puts_questions_into_english() -> None:
    assert translate_of(Speaking())(HEARD, "a1") == "Wie groß war der Markt? of a1"
    assert translate_of(unchanged)(HEARD, "a1") is None
    assert translate_of(None)(HEARD, "a1") is None


def test_hooks_stay_as_they_were_given() -> None:
    with pytest.raises(FrozenInstanceError):
        Hooks().hands_over = True  # type: ignore[misc]
