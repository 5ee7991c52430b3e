"""Words an answer anew by a language model: it can make it read well, and cannot make it wrong, late or missing."""

import logging
import secrets
import time
from collections.abc import Callable
from typing import TypeVar

from bot.chain import Again, Inquiry
from bot.evidence import Draft, Sentence
from bot.model.asker import Asker
from bot.model.checked import Checked, checked, reasons
from bot.model.faults import TooLong
from bot.model.figures import told_by
from bot.model.follow_up import rewriting_fault
from bot.model.offer import Offer, offer_for
from bot.model.prompts import in_english, standing_alone, writing
from bot.model.reply import Proposal, Rewriting
from bot.model.rewritten import in_words, left_standing, rewritten
from bot.model.translated import translation_fault
from bot.retrieve import Found
from bot.tongues.hear import Heard

T = TypeVar("T")

_LOG = logging.getLogger(__name__)

WORTH_ASKING = 0.5
"""Seconds that must be left for a second try."""


class Writer:
    """Takes what was drafted and gives it back, worded anew or as it was. It never raises."""

    def __init__(
        self,
        asker: Asker,
        seconds: float,
        clock: Callable[[], float] = time.monotonic,
        mark: Callable[[], str] = lambda: secrets.token_hex(8),
    ) -> None:
        self._asker = asker
        self._seconds = seconds
        self._clock = clock
        self._mark = mark

    def __call__(self, draft: Draft, found: Found, inquiry: Inquiry, again: Again) -> tuple[Draft, Found]:
        """``again`` drafts an answer to another wording of the question."""
        end = self._clock() + self._seconds
        answered = self._attempt(lambda: self._followed_up(draft, inquiry, again, end)) or (draft, found)
        return self._attempt(lambda: self._worded(*answered, inquiry, end)) or answered

    def in_english(self, heard: Heard, answer: str) -> str | None:
        """A question that the glossary could not read whole, in English; None where the model's is not taken."""
        return self._attempt(lambda: self._translated(heard, answer))

    def _translated(self, heard: Heard, answer: str) -> str | None:
        if heard.turns or heard.ordered:
            return None
        english = self._asker.ask(in_english(heard.text, self._mark()), Rewriting, answer, self._seconds).question
        return None if translation_fault(english, heard) else english

    def _attempt(self, step: Callable[[], T | None]) -> T | None:
        """What a step gives; nothing where it fails, however it does: the answer without a model is there already."""
        try:
            return step()
        except Exception as error:  # a provider's library may raise anything
            _LOG.info("The answer is given without the model: %s", type(error).__name__)
            return None

    def _followed_up(self, draft: Draft, inquiry: Inquiry, again: Again, end: float) -> tuple[Draft, Found] | None:
        """The answer to a follow-up that was not understood, as a question that stands alone."""
        if draft.reason is None or not inquiry.turns:
            return None
        title = inquiry.book.title
        messages = standing_alone(inquiry.text, inquiry.turns, title, self._mark())
        question = self._asker.ask(messages, Rewriting, inquiry.answer, end - self._clock()).question
        if rewriting_fault(question, inquiry.text, inquiry.turns, title):
            return None
        answered = again(question)
        return answered if answered[0].reason is None and answered[0].speaks else None

    def _worded(self, draft: Draft, found: Found, inquiry: Inquiry, end: float) -> tuple[Draft, Found] | None:
        offer = offer_for(draft, found)
        if offer is None:
            return None
        told, mark = told_by(draft), self._mark()

        def proposed(given: Offer, turns: tuple[str, ...], refused: tuple[str, ...] = ()) -> Checked:
            messages = writing(given, turns, mark, refused)
            return checked(self._asker.ask(messages, Proposal, inquiry.answer, end - self._clock()), given, told)

        turns = inquiry.turns
        try:
            first = proposed(offer, turns)
        except TooLong:
            offer, turns = offer.shortened, ()
            first = proposed(offer, turns)
        best = _made(draft, found, offer, first.sentences)
        if not first.refused or end - self._clock() < WORTH_ASKING:
            return best, found
        second = self._attempt(
            lambda: (_made(draft, found, offer, proposed(offer, turns, reasons(first.refused)).sentences), found)
        )
        return min((each for each in (second, (best, found)) if each), key=lambda each: _rank(draft, each[0]))


def _made(draft: Draft, found: Found, offer: Offer, accepted: tuple[Sentence, ...]) -> Draft:
    return in_words(draft, found, accepted) if offer.words_only else rewritten(draft, found, accepted)


def _rank(draft: Draft, new: Draft) -> tuple[bool, int]:
    """Better is what answers, and of which more is worded anew."""
    return new.reason is not None, left_standing(draft, new)
