"""The straight line from a question to a verified answer, as a LangChain runnable."""

from dataclasses import dataclass

from langchain_core.runnables import Runnable, RunnableLambda

from bot.book import Book
from bot.draft import draft
from bot.echo import heard
from bot.evidence import Draft
from bot.question import Question
from bot.retrieve import Found, Retrieval
from bot.reworded import rewordings, same_cells
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
        proposal = proposed(found)
        return (proposal if proposal.reason is None else reworded(found) or proposal), found[-1]

    def proposed(found: tuple[Found, ...]) -> Draft:
        return draft(found, lambda each: retrieval(each.question, each.book, tables=False), retrieval.meant)

    def reworded(found: tuple[Found, ...]) -> Draft | None:
        """What is proposed to the question in the report's own words, where all of these lead to the same."""
        question, book = found[-1].question, found[-1].book
        again = (understand(ask, book, question.previous) for ask in rewordings(question, book))
        drafts = [proposed((*found[:-1], retrieval(each, book))) for each in again]
        told = [each for each in drafts if each.reason is None and not each.partial]
        return told[0] if told and all(same_cells(told[0], each) for each in told) else None

    def verified(proposed: tuple[Draft, Found]) -> Verified:
        proposal, found = proposed
        return verify(proposal, heard(found.question), found.book.report.contact)

    return (
        RunnableLambda(understood, name="understand")
        | RunnableLambda(retrieved, name="retrieve")
        | RunnableLambda(drafted, name="draft")
        | RunnableLambda(verified, name="verify")
    )
