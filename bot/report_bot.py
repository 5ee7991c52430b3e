"""The bot itself: finds the report, runs the chain, and remembers the conversation."""

import time
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from threading import Lock
from uuid import uuid4

from bot.address import passage_view
from bot.answer import Answer
from bot.answerers.talk import SPEAKS_OF_REPORTS
from bot.book import Book
from bot.chain import Inquiry, answer_chain
from bot.clarify import OFFERED, ask_back, introduced, not_there, on_the_shelf
from bot.desk import PassageView, ReportInfo, Sources, Step
from bot.hand_over import asks_back, handed_over
from bot.hooks import NO_HOOKS, Hooks
from bot.publisher import errand
from bot.question import Question
from bot.reader import Reader
from bot.reading_room import ReadingRoom
from bot.retrieve import Retrieval
from bot.room import Edition
from bot.routing.catalogue import Entry
from bot.routing.comparing import figures_of
from bot.routing.compose import noted, side_by_side
from bot.routing.headlines import ranked
from bot.routing.markets import unnamed
from bot.routing.revisions import changes
from bot.routing.route import MOST, Route, label, named_fully
from bot.routing.router import Router, Turn
from bot.sense import stems
from bot.shelf import Shelf
from bot.suggest import openers
from bot.tongues.hear import Heard, hear
from bot.tongues.pieces import known_by
from bot.tongues.told import no_question, not_read, told
from bot.understand import understand
from bot.verify import Verified
from ingest.errors import UnknownReport
from ingest.versions import Version

REMEMBERED = 6
"""Turns of a conversation that a follow-up can lean on."""

CONVERSATIONS = 2_000
"""Conversations of a reader kept in memory; older ones are read back from the records."""

EXEMPLIFIED = 50
"""Reports shown with questions they can answer."""

FOLLOWING = 4
"""Questions offered after an answer."""

STEPS = {
    "understand": "Reading the question",
    "retrieve": "Looking in the report",
    "draft": "Writing the answer",
    "verify": "Checking every figure against its source",
}

READERS = 256
"""Readers whose catalogues and open questions are kept in memory."""


class ReportBot:
    """Answers questions about the reports on a shelf, and calls its hooks as it does."""

    def __init__(self, shelf: Shelf, retrieval: Retrieval, hooks: Hooks = NO_HOOKS) -> None:
        self._shelf = shelf
        self._retrieval = retrieval
        self._hooks = hooks
        self._chain = answer_chain(retrieval, hooks.write, hooks.watch)
        self._plain = answer_chain(retrieval, watch=hooks.watch)
        self._turns: OrderedDict[str, list[Turn]] = OrderedDict()
        self._turning = Lock()
        self._resumed: set[str] = set()
        self._router = Router(shelf)
        self._openers: dict[str, tuple[str, ...]] = {}
        self._room = ReadingRoom(shelf, retrieval)
        self._viewed = lru_cache(READERS)(self._for)

    def seen_by(self, reader: Reader) -> "ReportBot":
        """The same bot for one reader, with conversations of their own."""
        return self if reader == self._shelf.reader else self._viewed(reader)

    def _for(self, reader: Reader) -> "ReportBot":
        return ReportBot(self._shelf.seen_by(reader), self._retrieval, self._hooks)

    @property
    def room(self) -> ReadingRoom:
        """Where the reports are looked up without asking."""
        return self._room

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
        heard = self._heard(question, report)
        route = self._router.route(talk, heard.english if heard else question, report, turns)
        yield Step(name="retrieve", text=STEPS["retrieve"])
        asked = _Asked(talk, tuple(turns), answer)
        verified = self._answered_in_english(heard, route, asked, report) if heard else self._answered(route, asked)
        if errand(route.text) or not asks_back(verified):
            verified = self._handed_over(verified, route)
        yield Step(name="verify", text=STEPS["verify"])
        offered = unasked(verified.suggestions, [question, *(turn.text for turn in turns)])
        self._hooks.rejected(answer, verified.rejections)
        yield answer_of(replace(verified, suggestions=offered), talk, started, answer)

    def resume(self, asked: Sequence[tuple[str, str | None]]) -> str:
        """A new conversation in which these questions were asked, each of a report or of none: they are put to their
        reports again and remembered, not answered."""
        talk = uuid4().hex
        for question, report in asked[-REMEMBERED:]:
            turns = tuple(self._turns.get(talk, ()))
            known = report if report and self._shelf.catalogue.get(report) else None
            heard = self._heard(question, known)
            route = self._router.route(talk, heard.english if heard else question, known, turns)
            if route.or_else and self._declines(route, turns):
                route = route.elsewhere
            if route.how in ("one", "each"):
                self._remember(
                    _Asked(talk, turns, ""), Turn(route.text, tuple(each.id for each in route.entries[:MOST]))
                )
            elif route.how == "ask":
                self._router.asked_back(talk, route.text, route.entries[:OFFERED])
        self._resumed.add(talk)
        return talk

    def _declines(self, route: Route, turns: Sequence[Turn]) -> bool:
        """Whether none of the reports that a question is put to answers it."""
        said = (self._ask_plainly(entry, route.text_for(entry), turns) for entry in route.entries)
        return all(verified.status == "declined" for verified in said)

    def _heard(self, question: str, report: str | None) -> Heard | None:
        """What a question in another language asks, by the words of the report chosen or by the names of all."""
        catalogue = self._shelf.catalogue
        only = report or (catalogue.entries[0].id if len(catalogue) == 1 else None)
        if only is not None and catalogue.get(only):
            return hear(question, lambda: known_by(self._shelf.book(only).vocabulary))
        return hear(question, lambda: known_by(catalogue.vocabulary))

    def _answered_in_english(self, heard: Heard, route: Route, asked: "_Asked", report: str | None) -> Verified:
        """The answer to a question in another language; what could not be read may be words of the reports it is put
        to, and is declined where it is none."""
        books = [self._shelf.book(entry.id) for entry in route.entries] if route.how in ("one", "each") else []
        if heard.unread and books:
            words = self._shelf.catalogue.vocabulary.union(*(book.vocabulary for book in books))
            heard = hear(heard.text, lambda: known_by(words)) or heard
            route = self._router.route(asked.conversation, heard.english, report, asked.turns)
        if heard.unread and (english := self._hooks.translate(heard, asked.answer)):
            heard = replace(heard, english=english, unread=())
            route = self._router.route(asked.conversation, english, report, asked.turns)
        openings = openers(books[0]) if len(books) == 1 else ()
        if heard.ordered:
            return no_question(openings)
        if heard.unread or not heard.english:
            unread = not_read(heard, openings, books[0].report.contact if len(books) == 1 else None)
            return self._handed_over(unread, route)
        return told(self._answered(route, asked), heard)

    def _handed_over(self, verified: Verified, route: Route) -> Verified:
        """With a person to ask, where leads are taken."""
        about = route.entries or self._shelf.catalogue.newest()
        return handed_over(verified, [entry.version for entry in about]) if self._hooks.hands_over else verified

    def _answered(self, route: Route, asked: "_Asked") -> Verified:
        """The verified answer of the reports that a question is put to."""
        if route.how in ("ask", "none") and not route.mentions:
            question = self._understood(route.text)
            if question.kind == "small talk" and question.aspect in SPEAKS_OF_REPORTS:
                return introduced(question.aspect)
            if question.kind in ("small talk", "personal"):
                return self._ask_plainly(self._shelf.catalogue.entries[0], route.text)
            if question.kind == "contact":  # each report has its own person to ask, unless all have the same
                entries = route.entries or tuple(self._shelf.catalogue.newest())
                same = len({entry.version.contact for entry in entries}) == 1 and entries[0].version.contact
                anyone = same and errand(route.text) == "person"
                route = replace(route, how="one" if anyone else "ask", entries=entries[:1] if anyone else entries)
        match route.how:
            case "one" | "each":
                before = replace(asked, turns=asked.turns[:-1]) if route.repeats else asked
                verified = self._of_one(route, before) if route.how == "one" else self._of_each(route, before)
                if verified.status == "declined" and route.or_else:
                    return self._answered(route.elsewhere, before)
                self._remember(asked, Turn(route.text, tuple(entry.id for entry in route.entries[:MOST])))
                return verified
            case "changes":
                return changes(route.entries, self._shelf.whole_market(), self._ask_plainly)
            case "rank":
                return ranked(route.text, route.entries, self._shelf.whole_market(), self._ask_plainly)
            case "ask":
                offered = route.entries[:OFFERED]
                self._router.asked_back(asked.conversation, route.text, offered)
                return ask_back([label(entry, offered) for entry in offered])
            case "shelf":
                return on_the_shelf([label(entry, route.entries) for entry in route.entries])
            case "none":
                offered = route.entries[:OFFERED]
                person = offered[0].version.contact if offered else None
                return not_there(route.why, [label(entry, offered) for entry in offered], person)

    def _of_one(self, route: Route, asked: "_Asked") -> Verified:
        entry = route.entries[0]
        book = self._shelf.book(entry.id)
        unknown = [name for name in route.strangers if not is_named_in(name, book)]
        if unknown:
            what = book.title if book.version.whole else f"What is public of {book.title}"
            return not_there(f"{what} does not name {' or '.join(unknown)}.", (), book.report.contact)
        turns = [turn for turn in asked.turns if entry.id in turn.reports] if route.back else asked.turns
        said = tuple(turn.text for turn in turns)
        inquiry = Inquiry(route.text_for(entry), book, self._replayed(turns, book), said, asked.answer)
        verified = self._chain.invoke(inquiry)
        self._hooks.observer(verified)
        self._hooks.watch.verified(verified)
        return noted(verified, route.said)

    def _of_each(self, route: Route, asked: "_Asked") -> Verified:
        """Side by side, in the default's words: a language model's limits are those of one report's answer."""
        parts = [
            (named_fully(entry), self._ask_plainly(entry, question, asked.turns))
            for entry in route.entries
            for question in figures_of(route.text_for(entry))
        ]
        return side_by_side(parts)

    def _ask_plainly(self, entry: Entry, question: str, turns: Sequence[Turn] = ()) -> Verified:
        """One report's answer as the default answerer words it."""
        book = self._shelf.book(entry.id)
        verified = self._plain.invoke(Inquiry(question, book, self._replayed(turns, book)))
        self._hooks.observer(verified)
        self._hooks.watch.verified(verified)
        return verified

    def _replayed(self, turns: Sequence[Turn], book: Book) -> Question | None:
        """The questions before as this report understands them; of another's market they are asked of its own."""
        own = book.report.id
        catalogue = self._shelf.catalogue
        said = [t if own in t.reports else replace(t, text=unnamed(t.text, catalogue)) for t in turns[-REMEMBERED:]]
        return replayed(said, book)

    def _understood(self, question: str) -> Question:
        """A question that names no report, by the words of any: a greeting and the like need none."""
        entry = self._shelf.catalogue.entries[0]
        return understand(question, self._shelf.book(entry.id))

    def reports(self) -> list[ReportInfo]:
        """Every report on the shelf, with questions it can answer; of very many, those of the newest."""
        entries = self._shelf.catalogue.entries
        newest = sorted(entries, key=lambda entry: entry.came_out, reverse=True)[:EXEMPLIFIED]
        shown = {entry.id: self._examples(entry.version) for entry in newest}
        return [
            ReportInfo(
                id=v.id, title=v.title, publisher=v.publisher, published=v.published, edition=v.edition, url=v.url,
                examples=shown.get(v.id, ()),
            )
            for v in (entry.version for entry in entries)
        ]  # fmt: skip

    def _examples(self, version: Version) -> tuple[str, ...]:
        """Questions a report can answer; its book is read for them once."""
        if version.key not in self._openers:
            self._openers[version.key] = openers(self._shelf.book(version.id))
        return self._openers[version.key]

    def passage(self, address: str) -> PassageView | None:
        """The source at an address; None when there is none."""
        report, _, _ = address.partition(":")
        try:
            return passage_view(self._shelf.book(report), address)
        except UnknownReport:
            return None

    def sources(self, report: str, addresses: Sequence[str]) -> Sources | None:
        """What stands at some addresses of one report, and which edition it is; None when there is no such report."""
        try:
            book = self._shelf.book(report)
        except UnknownReport:
            return None
        found = (passage_view(book, address) for address in addresses)
        return Sources(edition=edition_of(book.version), passages=tuple(filter(None, found)))

    def forget(self, conversation: str) -> bool:
        """Forget what was said in the reader's conversation; whether there was one in memory."""
        with self._turning:
            self._router.forget(conversation)
            return self._turns.pop(conversation, None) is not None

    def _turns_of(self, conversation: str) -> list[Turn]:
        if (held := self._turns.get(conversation)) is not None:
            if conversation in self._resumed:  # nothing of it was kept before this
                self._resumed.discard(conversation)
                return held
            if self._hooks.is_kept(self._shelf.reader, conversation):
                return held
            self.forget(conversation)
        if not (history := self._hooks.history(self._shelf.reader, conversation)):
            return []
        versions = {entry.id for entry in self._shelf.catalogue.entries}
        only = next(iter(versions)) if len(versions) == 1 else None
        said = [(self._in_english(asked, report), report or only) for asked, report in history]
        return [Turn(asked, (report,)) for asked, report in said if report in versions]

    def _in_english(self, question: str, report: str | None) -> str:
        heard = self._heard(question, report)
        return heard.english if heard else question

    def _remember(self, asked: "_Asked", turn: Turn) -> None:
        with self._turning:
            self._turns[asked.conversation] = [*asked.turns, turn][-REMEMBERED:]
            self._turns.move_to_end(asked.conversation)
            while len(self._turns) > CONVERSATIONS:
                self._resumed.discard(self._turns.popitem(last=False)[0])


@dataclass(frozen=True, slots=True)
class _Asked:
    """The conversation a question is of, its turns before, and the id that the answer will have."""

    conversation: str
    turns: tuple[Turn, ...]
    answer: str


def is_named_in(name: str, book: Book) -> bool:
    """Whether a report names somebody: its text has every word of the name."""
    return stems((name,)) <= book.surface.keys() | book.frame.publisher


def replayed(turns: Sequence[Turn], book: Book) -> Question | None:
    """The questions before, understood in order, each in the light of the one before it."""
    previous: Question | None = None
    for turn in turns[-REMEMBERED:]:
        understood = understand(turn.text, book, previous)
        if understood.kind not in ("small talk", "foreign", "empty", "contact"):
            previous = understood
    return previous


def edition_of(version: Version) -> Edition:
    """Which edition of its report a version is."""
    return Edition(
        id=version.id, title=version.title, publisher=version.publisher, published=version.published,
        edition=version.edition, url=version.url, access=version.access, version=version.number, digest=version.digest,
    )  # fmt: skip


def unasked(suggestions: Sequence[str], asked: Sequence[str]) -> tuple[str, ...]:
    """The first suggestions that nobody asked in this conversation."""
    known = {text.strip().casefold() for text in asked}
    return tuple(text for text in suggestions if text.casefold() not in known)[:FOLLOWING]


def answer_of(verified: Verified, conversation: str, started: float, answer: str | None = None) -> Answer:
    """The answer's JSON, with its id and the time it took."""
    return Answer(
        id=answer or uuid4().hex,
        status=verified.status, reason=verified.reason, text=verified.text, blocks=verified.blocks,
        citations=verified.citations, calculations=verified.calculations, suggestions=verified.suggestions,
        conversation=conversation, answerer=verified.answerer, took_ms=round((time.perf_counter() - started) * 1000, 2),
    )  # fmt: skip
