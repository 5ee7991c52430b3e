"""The bot itself: finds the report, runs the chain, and remembers the conversation."""

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from uuid import uuid4

from bot.address import passage_view
from bot.answer import Answer
from bot.book import Book
from bot.chain import Inquiry, Write, answer_chain
from bot.clarify import ask_back
from bot.desk import NotReady, PassageView, ReportInfo, Step
from bot.question import Question
from bot.retrieve import Retrieval
from bot.shelf import Shelf
from bot.suggest import openers
from bot.understand import understand
from bot.verify import Verified
from ingest.errors import UnknownReport

REMEMBERED = 6
"""Turns of a conversation that a follow-up can lean on."""

CONVERSATIONS = 10_000
"""Conversations kept in memory; older ones are read back from the records."""

OFFERED = 4
"""Questions offered after an answer."""

Turn = tuple[str, str]
"""A question as typed and the report it was asked of."""

STEPS = {
    "understand": "Reading the question",
    "retrieve": "Looking in the report",
    "draft": "Writing the answer",
    "verify": "Checking every figure against its source",
}


class ReportBot:
    """Answers questions about the reports on a shelf.

    ``history`` reads back a conversation this process has not seen. ``observer`` is shown what verification made of
    each draft, with what it rejected, which no answer says. ``write`` words what is drafted anew.
    """

    def __init__(
        self,
        shelf: Shelf,
        retrieval: Retrieval,
        history: Callable[[str], Sequence[tuple[str, str | None]]] | None = None,
        observer: Callable[[Verified], None] = lambda verified: None,
        write: Write | None = None,
    ) -> None:
        self._shelf = shelf
        self._chain = answer_chain(retrieval, write)
        self._history = history or (lambda conversation: ())
        self._observer = observer
        self._turns: OrderedDict[str, list[Turn]] = OrderedDict()
        self._asked_back: dict[str, str] = {}

    def ask(self, question: str, report: str | None = None, conversation: str | None = None) -> Answer:
        """The verified answer to a question. Raises NotReady without reports and UnknownReport for a wrong id."""
        return next(part for part in self.stream(question, report, conversation) if isinstance(part, Answer))

    def stream(
        self, question: str, report: str | None = None, conversation: str | None = None
    ) -> Iterator[Step | Answer]:
        """The steps as they begin, then the verified answer: no figure is shown before it is checked."""
        started = time.perf_counter()
        talk, answer = conversation or uuid4().hex, uuid4().hex
        turns = self._turns_of(talk)
        yield Step(name="understand", text=STEPS["understand"])
        question, report = self._picked(talk, question, report)
        book = self._book_for(question, report, turns)
        if book is None:
            verified = self._ask_back(talk, question)
        else:
            yield Step(name="retrieve", text=STEPS["retrieve"])
            inquiry = Inquiry(question, book, replayed(turns, book), tuple(asked for asked, _ in turns), answer)
            yield Step(name="verify", text=STEPS["verify"])
            verified = self._chain.invoke(inquiry)
            self._observer(verified)
            self._remember(talk, turns, (question, book.report.id))
        offered = unasked(verified.suggestions, [question, *(asked for asked, _ in turns)])
        yield answer_of(replace(verified, suggestions=offered), talk, started, answer)

    def reports(self) -> list[ReportInfo]:
        """Every report on the shelf, with questions it can answer."""
        return [
            ReportInfo(
                id=v.id, title=v.title, publisher=v.publisher, published=v.published, edition=v.edition, url=v.url,
                examples=openers(self._shelf.book(v.id)),
            )
            for v in self._shelf.versions()
        ]  # fmt: skip

    def passage(self, address: str) -> PassageView | None:
        """The source at an address; None when there is none."""
        report, _, _ = address.partition(":")
        try:
            return passage_view(self._shelf.book(report), address)
        except UnknownReport:
            return None

    def _book_for(self, question: str, report: str | None, turns: Sequence[Turn]) -> Book | None:
        """The report named, else the one the question is about, else the one spoken of before.

        None when it could be several.
        """
        if report is not None:
            return self._shelf.book(report)
        versions = self._shelf.versions()
        if not versions:
            raise NotReady("There is no report yet. Put one into corpus/ and run python -m ingest.")
        if len(versions) == 1:
            return self._shelf.book(versions[0].id)
        named = self._shelf.about(question)
        if turns and (not named or turns[-1][1] in named):
            return self._shelf.book(turns[-1][1])
        return self._shelf.book(named[0]) if len(named) == 1 else None

    def _ask_back(self, conversation: str, question: str) -> Verified:
        """Asks which of the reports is meant that the question names as much as each other, or of all."""
        self._asked_back[conversation] = question
        while len(self._asked_back) > CONVERSATIONS:
            self._asked_back.pop(next(iter(self._asked_back)))
        versions, named = self._shelf.versions(), self._shelf.about(question)
        return ask_back([version for version in versions if version.id in named] or versions)

    def _picked(self, conversation: str, question: str, report: str | None) -> tuple[str, str | None]:
        """The question that was asked back about and the report whose title answers it; else what was given."""
        open_question = self._asked_back.pop(conversation, None)
        if open_question is None or report:
            return question, report
        version = next((v for v in self._shelf.versions() if v.title == question.strip()), None)
        return (open_question, version.id) if version else (question, report)

    def _turns_of(self, conversation: str) -> list[Turn]:
        if conversation not in self._turns:
            history = self._history(conversation)
            if not history:
                return []
            versions = {v.id for v in self._shelf.versions()}
            only = next(iter(versions)) if len(versions) == 1 else None
            turns = [(asked, report or only) for asked, report in history]
            return [(asked, report) for asked, report in turns if report in versions]
        return self._turns[conversation]

    def _remember(self, conversation: str, turns: Sequence[Turn], turn: Turn) -> None:
        self._turns[conversation] = [*turns, turn][-REMEMBERED:]
        self._turns.move_to_end(conversation)
        while len(self._turns) > CONVERSATIONS:
            self._turns.popitem(last=False)


def replayed(turns: Sequence[Turn], book: Book) -> Question | None:
    """The questions before, understood in order, each in the light of the one before it."""
    previous: Question | None = None
    for asked, _ in turns[-REMEMBERED:]:
        understood = understand(asked, book, previous)
        if understood.kind not in ("small talk", "foreign", "empty", "contact"):
            previous = understood
    return previous


def unasked(suggestions: Sequence[str], asked: Sequence[str]) -> tuple[str, ...]:
    """The first suggestions that nobody asked in this conversation."""
    known = {text.strip().casefold() for text in asked}
    return tuple(text for text in suggestions if text.casefold() not in known)[:OFFERED]


def answer_of(verified: Verified, conversation: str, started: float, answer: str | None = None) -> Answer:
    """The answer's JSON, with its id and the time it took."""
    return Answer(
        id=answer or uuid4().hex,
        status=verified.status, reason=verified.reason, text=verified.text, blocks=verified.blocks,
        citations=verified.citations, calculations=verified.calculations, suggestions=verified.suggestions,
        conversation=conversation, answerer=verified.answerer, took_ms=round((time.perf_counter() - started) * 1000, 2),
    )  # fmt: skip
