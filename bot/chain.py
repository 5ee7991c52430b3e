"""The straight line from a question to a verified answer, as a LangChain runnable."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from langchain_core.runnables import Runnable, RunnableLambda

from bot.answerers.between import between, last_two
from bot.answerers.decline import decline
from bot.answerers.full_report import is_list_of_other, of_public, pointed
from bot.answerers.working import asked_again, working
from bot.book import Book
from bot.draft import draft
from bot.echo import heard
from bot.evidence import Draft
from bot.patience import check
from bot.question import Question
from bot.restated import restated
from bot.retrieve import Found, Retrieval
from bot.reworded import reworded
from bot.routing.compose import noted
from bot.understand import understand
from bot.understood import understood_as
from bot.verify import Verified, verify
from bot.watch import NOBODY, Watch, stepped


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question as typed, the report it is asked of, and the question understood before it.

    ``turns`` are the questions asked before it, as typed; ``answer`` is the id that its answer will have.
    """

    text: str
    book: Book
    previous: Question | None = None
    turns: tuple[str, ...] = ()
    answer: str = ""


G = TypeVar("G")
M = TypeVar("M")

Drafted = tuple[Draft, Found]
"""What is proposed, and what was found for the question it answers."""

Again = Callable[[str], Drafted]
"""Drafts an answer to another wording of a question, without those before it."""

Write = Callable[[Draft, Found, Inquiry, Again], Drafted]
"""Words a draft anew."""


def answer_chain(
    retrieval: Retrieval, write: Write | None = None, watch: Watch = NOBODY
) -> Runnable[Inquiry, Verified]:
    """understand | retrieve | draft | write | verify: invoke, ainvoke, stream and batch it. Without ``write`` what was
    drafted goes to verification as it is. ``watch`` sees each step."""
    steps = _Steps(_Drafter(retrieval), write)
    return (
        _step(watch, "understand", steps.understood)
        | _step(watch, "retrieve", steps.retrieved)
        | _step(watch, "draft", steps.drafted)
        | _step(watch, "write", steps.written)
        | _step(watch, "verify", steps.verified)
    )


@dataclass(frozen=True, slots=True)
class _Steps:
    """What each step makes of what the one before it made."""

    drafter: "_Drafter"
    write: Write | None

    def understood(self, inquiry: Inquiry) -> tuple[Question, Inquiry]:
        check()
        return understand(inquiry.text, inquiry.book, inquiry.previous), inquiry

    def retrieved(self, asked: tuple[Question, Inquiry]) -> tuple[tuple[Found, ...], Inquiry]:
        question, inquiry = asked
        return tuple(self.drafter.retrieval(each, inquiry.book) for each in (*question.also, question)), inquiry

    def drafted(self, asked: tuple[tuple[Found, ...], Inquiry]) -> tuple[Draft, Found, Inquiry]:
        check()
        found, inquiry = asked
        proposal, question = self.drafter.answered(found), found[-1].question
        if is_list_of_other(proposal, question, inquiry.book):
            proposal = decline(found[-1])
        proposal = pointed(proposal, question, inquiry.book)
        return of_public(proposal, inquiry.book), found[-1], inquiry

    def written(self, made: tuple[Draft, Found, Inquiry]) -> Drafted:
        check()
        proposal, found, inquiry = made
        return self.write(proposal, found, inquiry, self._drafting(inquiry)) if self.write else (proposal, found)

    def verified(self, proposed: Drafted) -> Verified:
        check()
        proposal, found = proposed
        kept = verify(proposal, heard(found.question), found.book.report.contact)
        if kept.status == "declined" or kept.answerer == "leader":  # who leads is told of its own time
            return kept
        return noted(kept, understood_as(found.question, kept.text))

    def _drafting(self, inquiry: Inquiry) -> Again:
        def again(text: str) -> Drafted:
            alone = replace(inquiry, text=text, previous=None)
            proposal, found, _ = self.drafted(self.retrieved(self.understood(alone)))
            return proposal, found

        return again


@dataclass(frozen=True, slots=True)
class _Drafter:
    """Drafts an answer from what was found: as asked, as the answers before have it, or in other words."""

    retrieval: Retrieval

    def answered(self, found: tuple[Found, ...]) -> Draft:
        """The draft for a question; where it declines, for what the question says whole, if that is answered."""
        proposal, last = self._of_before(found[-1]) or self._worded(found), found[-1]
        if proposal.reason is not None and (whole := restated(last.question)):
            alone = self._worded((self.retrieval(understand(whole, last.book), last.book),))
            return alone if alone.reason is None and not alone.partial else proposal
        return proposal

    def _of_before(self, found: Found) -> Draft | None:
        """What is made of the answers before: one of them again, or the difference of two."""
        question, book = found.question, found.book
        if question.kind == "working" and (before := asked_again(question)):
            return working(found, self.answered((self.retrieval(before, book),)))
        if pair := last_two(question):
            made = between(found, [self.answered((self.retrieval(each, book),)) for each in pair])
            return made if made and verify(made, heard(question)).status == "answered" else None
        return None

    def _worded(self, found: tuple[Found, ...]) -> Draft:
        """What is proposed; where that declines, what is for other words of the question."""
        proposal, (*before, last) = self._proposed(found), found
        if proposal.reason is None:
            return proposal
        retrieval, book = self.retrieval, last.book
        again = reworded(last.question, book, lambda each: self._proposed((*before, retrieval(each, book))))
        return again or proposal

    def _proposed(self, found: tuple[Found, ...]) -> Draft:
        retrieval = self.retrieval
        return draft(found, lambda each: retrieval(each.question, each.book, tables=False), retrieval.meant)


def _step(watch: Watch, name: str, function: Callable[[G], M]) -> Runnable[G, M]:
    return RunnableLambda(stepped(watch, name, function), name=name)
