"""The straight line from a question to a verified answer, as a LangChain runnable."""

from dataclasses import dataclass

from langchain_core.runnables import Runnable, RunnableLambda

from bot.book import Book
from bot.draft import draft
from bot.echo import heard
from bot.evidence import Draft
from bot.question import Question
from bot.retrieve import Found, Retrieval
from bot.reworded import reworded
from bot.understand import understand
from bot.verify import Verified, verify


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question as typed, the report it is asked of, and the question understood before it."""

    text: str
    book: Book
    previous: Question | None = None


def answer_chain(retrieval: Retrieval) -> Runnable[Inquiry, Verified]:
    """understand | retrieve | draft | verify: invoke, ainvoke, stream and batch it."""

    def understood(inquiry: Inquiry) -> tuple[Question, Book]:
        return understand(inquiry.text, inquiry.book, inquiry.previous), inquiry.book

    def retrieved(asked: tuple[Question, Book]) -> tuple[Found, ...]:
        question, book = asked
        return tuple(retrieval(each, book) for each in (*question.also, question))

    def drafted(found: tuple[Found, ...]) -> tuple[Draft, Found]:
        proposal, (*before, last) = proposed(found), found
        if proposal.reason is not None:
            again = reworded(last.question, last.book, lambda each: proposed((*before, retrieval(each, last.book))))
            proposal = again or proposal
        return proposal, last

    def proposed(found: tuple[Found, ...]) -> Draft:
        return draft(found, lambda each: retrieval(each.question, each.book, tables=False), retrieval.meant)

    def verified(proposed: tuple[Draft, Found]) -> Verified:
        proposal, found = proposed
        return verify(proposal, heard(found.question), found.book.report.contact)

    return (
        RunnableLambda(understood, name="understand")
        | RunnableLambda(retrieved, name="retrieve")
        | RunnableLambda(drafted, name="draft")
        | RunnableLambda(verified, name="verify")
    )
