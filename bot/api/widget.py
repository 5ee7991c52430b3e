"""The routes of the widget: its files, what it is told of a report, the page for frames, and the demonstration."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from bot.answer import Record
from bot.api.asker import reader_of
from bot.api.bodies import Identifier
from bot.api.demo import demo_html
from bot.api.problems import NoSuchReport, failing
from bot.api.widget_files import widget_files
from bot.desk import Bot, NotReady, ReportInfo
from bot.settings import BotSettings
from bot.sites import PATTERN, Sites

OFFERED = 5
"""Questions that the widget begins with."""

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors {}"
)
_SAID = ("report", "language", "theme", "accent")
_PLAIN = re.compile(r"[\w.#%(), -]{1,40}")  # a language, a theme or a colour


class WidgetReport(Record):
    """The report that a page's visitors ask."""

    id: str
    title: str
    publisher: str | None = None
    published: date | None = None
    url: str | None = None


class Invitation(Record):
    """What the widget opens with. ``report`` is None where several may be asked; ``privacy`` is the page on what is
    stored, ``max_question`` the longest question in characters."""

    report: WidgetReport | None
    suggestions: tuple[str, ...]
    privacy: str
    max_question: int


def widget(bot: Bot, settings: BotSettings, sites: Sites) -> APIRouter:
    """The routes over a bot. Frames are for the pages of their site, for BOT_ALLOWED_ORIGINS, and for this server's."""
    router = APIRouter()
    router.routes.extend(widget_files())

    @router.get("/v1/widget", operation_id="get_widget", responses=failing(404), tags=["reports"])
    def invitation(
        request: Request,
        report: Annotated[Identifier | None, Query(description="A report's id; by default the only one.")] = None,
    ) -> Invitation:
        """What the widget of a page opens with: the report, and questions to start with."""
        return invited(bot.seen_by(reader_of(request)), report, settings.max_question)

    @router.get("/embed", response_class=HTMLResponse, include_in_schema=False)
    def embed(request: Request) -> HTMLResponse:
        named = request.query_params.get("site", "")
        site = sites.in_use(named)
        framing = ("'self'", *settings.allowed_origins, *(site.origins if site else ()))
        return _page(embed_html(named if PATTERN.fullmatch(named) else None, dict(request.query_params)), framing)

    @router.get("/demo", response_class=HTMLResponse, include_in_schema=False)
    def demo(request: Request) -> HTMLResponse:
        """A page of a publisher with the widget on it: of the first report that whoever looks may read."""
        seen = bot.seen_by(reader_of(request))
        try:
            first = next(iter(seen.reports()), None)
        except NotReady:
            first = None
        return _page(demo_html(seen, first.id if first else None), ("'self'",))

    return router


def invited(bot: Bot, report: str | None, max_question: int) -> Invitation:
    """What the widget opens with for whoever asks. Raises NoSuchReport, NotReady."""
    reports = bot.reports()
    found = next((each for each in reports if each.id == report), None)
    if report is not None and found is None:
        raise NoSuchReport("GET /v1/reports lists the reports.")
    chosen = found or (reports[0] if len(reports) == 1 else None)
    return Invitation(
        report=WidgetReport(**chosen.model_dump(include=set(WidgetReport.model_fields))) if chosen else None,
        suggestions=_questions(bot, chosen) if chosen else ("Which reports do you have?",) if reports else (),
        privacy="/privacy",
        max_question=max_question,
    )


def _questions(bot: Bot, report: ReportInfo) -> tuple[str, ...]:
    if report.examples:
        return report.examples[:OFFERED]
    view = bot.room.report(report.id)  # of very many reports only the newest are listed with theirs
    return view.examples[:OFFERED] if view else ()


def embed_html(site: str | None, said: dict[str, str]) -> str:
    """The page for frames: the widget and nothing else. ``said`` are the parameters of its address."""
    named = {name: said[name] for name in _SAID if _PLAIN.fullmatch(said.get(name, ""))}
    attributes = Markup("").join(
        Markup(' data-{}="{}"').format(name, value) for name, value in {"site": site, **named}.items() if value
    )
    language = named.get("language", "en")
    return str(
        Markup(
            '<!doctype html><html lang="{}"><head><meta charset="utf-8"><title>Footnote</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">'
            '<link rel="stylesheet" href="widget/pages.css"></head><body class="embed"><main id="footnote"></main>'
            '<script async src="widget.js" data-target="#footnote"{}></script></body></html>'
        ).format(language, attributes)
    )


def _page(html: str, ancestors: Sequence[str]) -> HTMLResponse:
    return HTMLResponse(html, headers={"Content-Security-Policy": _POLICY.format(" ".join(ancestors))})
