"""The chat page in Gradio, and its mounting at ``/``."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import gradio as gr
from fastapi import FastAPI

from bot.admission import Admission, in_turn
from bot.api.asker import reader_of
from bot.api.call import caller_of
from bot.api.sign_in import AT_CHAT, sign_in_routes
from bot.api.visits import visitor_of
from bot.desk import Bot, NotReady
from bot.patience import Patience
from bot.reader import ANYBODY, Reader
from bot.records import Records, Thumb
from bot.sessions import Sessions
from bot.settings import BotSettings
from bot.ui.conversation import Conversation, Screen, advanced, kept_turns
from bot.ui.masthead import masthead_html
from bot.ui.mount import mount
from bot.ui.turn import Asked
from bot.visitors import VISITOR, Visitors
from ingest.errors import FootnoteError

_HERE = Path(__file__).parent
_FORGET_AFTER_S = 3600
_AT_ONCE = 8  # questions being answered at the same time, over all readers
_ALL = ""  # the picker's choice of all reports
_FAILED = "Something went wrong here. It is not your question's fault; please ask again."
_RECALL = "() => sessionStorage.getItem('footnote') ?? ''"
_THUMBS: dict[str, Thumb] = {"up": "up", "down": "down"}
HEAD = (
    "<link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E"
    "%3Crect width='32' height='32' rx='6' fill='%238c2f24'/%3E%3Ctext x='8' y='25' font-family='Georgia,serif' "
    "font-size='24' fill='%23faf7f0'%3Ef%3C/text%3E%3Ctext x='19' y='15' font-family='Georgia,serif' font-size='13' "
    "fill='%23faf7f0'%3E1%3C/text%3E%3C/svg%3E\">"
    '<meta name="color-scheme" content="light dark">'
)

STYLE = (_HERE / "page.css").read_text(encoding="utf-8")


def mount_page(
    app: FastAPI, bot: Bot, records: Records, settings: BotSettings, admission: Admission | None = None
) -> FastAPI:
    """The app with the page at ``/``, whose readers ``admission`` lets in.

    Mount it last: it answers every path that nothing before it took.
    """
    admission = admission or Admission(settings.answers_at_once, settings.waiting)
    app.include_router(sign_in_routes(AT_CHAT, Sessions(records.engine, "chat"), settings))
    return mount(app, lambda: chat_page(bot, records, settings, admission), "/", css=STYLE, head=HEAD)


def chat_page(bot: Bot, records: Records, settings: BotSettings, admission: Admission) -> gr.Blocks:
    """Masthead, report picker, conversation and the line to ask in."""
    desk = _Desk(bot, records, settings, admission, Visitors(records))
    blocks: gr.Blocks = gr.Blocks(title="Footnote", analytics_enabled=False, fill_width=True)
    with blocks:
        talk = gr.State(Conversation(), time_to_live=_FORGET_AFTER_S)
        kept = gr.Textbox(visible=False)  # what the browser's tab remembers: the conversation's id
        masthead = gr.HTML(elem_id="masthead", js_on_load=None, apply_default_css=False)
        picker = gr.Dropdown([("All reports", _ALL)], value=_ALL, label="Report", visible=False, elem_id="picker")
        script = (_HERE / "page.js").read_text(encoding="utf-8")
        paper = gr.HTML(elem_id="paper", js_on_load=script, apply_default_css=False)
        line = gr.Textbox(
            label="Your question", show_label=False, placeholder="Ask the report", submit_btn="Ask",
            lines=1, max_lines=5, max_length=settings.max_question, elem_id="line",
        )  # fmt: skip
        quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        blocks.load(desk.open, [kept], [masthead, picker, paper, talk], js=_RECALL, **quiet)
        picker.input(desk.choose, [picker, talk], [masthead, paper], **quiet)
        paper.clear(desk.begin, [picker], [paper, talk], **quiet)
        asking = gr.on(
            [line.submit, paper.submit], desk.ask, [line, picker, talk], [line, paper, talk],
            trigger_mode="once", concurrency_limit=_AT_ONCE, **quiet,
        )  # fmt: skip
        asking.failure(desk.fail, [talk], [paper, talk], **quiet)
        paper.like(desk.rate, [talk], [paper, talk], **quiet)
    blocks.queue(api_open=False, max_size=64)
    return blocks


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the page's events do."""

    bot: Bot
    records: Records
    settings: BotSettings
    admission: Admission
    visitors: Visitors

    def open(self, conversation: str, request: gr.Request) -> tuple[str, Any, str, Conversation]:
        """Masthead, picker and paper for the library as it is now, with the conversation the tab had before."""
        reader = self._reader(request)
        screen, turns = self._screen(reader), kept_turns(self.records, conversation, reader.name)
        named = turns[-1].report if turns else None
        report = next((r.id for r in screen.reports if r.id == named), _ALL)
        choices = [("All reports", _ALL), *((r.title, r.id) for r in screen.reports)]
        picker = gr.update(choices=choices, value=report, visible=len(screen.reports) > 1)
        talk = screen.restored(turns, self.records.feedback)
        return masthead_html(screen.reports, report, _is_signed_in(request)), picker, screen.show(talk), talk

    def choose(self, report: str, talk: Conversation, request: gr.Request) -> tuple[str, str]:
        """Masthead and paper after a report was picked: its own examples where nothing was asked yet."""
        screen = self._screen(self._reader(request))
        chosen = [r for r in screen.reports if r.id == report] or screen.reports
        paper = screen.show(talk) if talk.turns else Screen(screen.bot, chosen).show(talk)
        return masthead_html(screen.reports, report, _is_signed_in(request)), paper

    def begin(self, report: str, request: gr.Request) -> tuple[str, Conversation]:
        """An empty conversation."""
        return self.choose(report, Conversation(), request)[1], Conversation()

    def ask(
        self, typed: str, report: str, talk: Conversation, event: gr.EventData, request: gr.Request
    ) -> Iterator[tuple[Any, str, Conversation]]:
        """Each step of the answer: the line, emptied at the first one, the paper so far, and the conversation."""
        question = self._question(event, typed)
        screen, line = self._screen(self._reader(request)), ""
        if not question:
            yield line, screen.show(talk), talk
            return
        talk = talk.asking(question)
        for asked in self._turn(screen.bot, question, report or None, talk, request):
            if asked.answer or asked.failure:
                talk = screen.ended(talk, asked)
                yield line, screen.show(talk), talk
            else:
                yield line, screen.show(talk, asked), talk
            line = gr.skip()  # what is being typed meanwhile is the next question

    def _turn(
        self, bot: Bot, question: str, report: str | None, talk: Conversation, request: gr.Request
    ) -> Iterator[Asked]:
        """The turn as it grows, last with its answer or with what the reader can do about its failure."""
        asked = talk.pending or Asked(1, question)
        yield asked
        try:
            caller, patience = _caller(request), Patience(self.settings.answer_seconds)
            parts = in_turn(lambda: bot.stream(question, report, talk.id), self.admission, caller, patience)
            for part in parts:
                asked = advanced(asked, part)
                yield asked
        except FootnoteError as error:
            yield replace(asked, failure=str(error))

    def fail(self, talk: Conversation, request: gr.Request) -> tuple[str, Conversation]:
        """The paper when an answer broke off by a defect: Gradio has logged which."""
        screen = self._screen(self._reader(request))
        if talk.pending:
            talk = screen.ended(talk, replace(talk.pending, failure=_FAILED))
        return screen.show(talk), talk

    def rate(self, talk: Conversation, event: gr.EventData, request: gr.Request) -> tuple[str, Conversation]:
        """The paper with a thumb on an answer of this conversation; the thumb is kept."""
        answer, thumb = _said(event, "answer"), _THUMBS.get(_said(event, "thumb"))
        mine = any(turn.answer and turn.answer.id == answer for turn in talk.turns)
        screen = self._screen(self._reader(request))
        if mine and thumb and self.records.rate(answer, thumb):
            talk = talk.rated(answer, thumb, screen)
        return screen.show(talk), talk

    def _reader(self, request: gr.Request) -> Reader:
        """Who asks, noted as the visitor of what is asked for them: Gradio runs this apart from their request."""
        if not request.request:
            return ANYBODY
        VISITOR.set(visitor_of(request.request, self.visitors, self.settings))
        return reader_of(request.request)

    def _screen(self, reader: Reader) -> Screen:
        """What the page shows to a reader."""
        bot = self.bot.seen_by(reader)
        try:
            return Screen(bot, bot.reports())
        except NotReady:
            return Screen(bot, [])

    def _question(self, event: gr.EventData, typed: str) -> str:
        """The suggestion that was clicked, or what was typed; what is sent may be anything, so it is cut."""
        return (_said(event, "question") or typed).strip()[: self.settings.max_question]


def _is_signed_in(request: gr.Request) -> bool:
    """Whether somebody asks who can sign out."""
    asked = request.request
    return asked is not None and AT_CHAT.cookie in asked.cookies and bool(reader_of(asked).name)


def _caller(request: gr.Request) -> str:
    """Who takes turns with others."""
    return caller_of(request.request) if request.request else "nowhere"


def _said(event: gr.EventData, name: str) -> str:
    """A word of an event's data. It comes from the browser: anything but text is nothing."""
    data = event._data
    value = data.get(name) if isinstance(data, dict) else None
    return value if isinstance(value, str) else ""
