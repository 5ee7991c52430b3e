"""The page ``/privacy``: what is stored of visitors, for everybody to read, as HTML that loads and runs nothing."""

import base64
import re
from hashlib import sha256
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

import bot.privacy
from bot.privacy.notice import LANGUAGES, Notice, language_asked, notice_of
from bot.settings import BotSettings

PATH = "/privacy"

_STYLE = (Path(bot.privacy.__file__).parent / "page.css").read_text(encoding="utf-8")
_NAMES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español", "ar": "العربية"}
_RIGHT_TO_LEFT = ("ar",)

POLICY = (
    f"default-src 'none'; style-src 'sha256-{base64.b64encode(sha256(_STYLE.encode()).digest()).decode()}'; "
    "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Its own content security policy: its own style, and an empty picture for its tab."""


def privacy(settings: BotSettings) -> APIRouter:
    """The route of the page."""
    router = APIRouter()

    @router.get(PATH, response_class=HTMLResponse, include_in_schema=False)
    def page(request: Request, language: Annotated[str | None, Query(max_length=35)] = None) -> HTMLResponse:
        asked = language_asked(language, request.headers.get("accept-language", ""))
        headers = {"Content-Security-Policy": POLICY, "Content-Language": asked, "Vary": "Accept-Language"}
        return HTMLResponse(page_html(notice_of(settings, asked)), headers=headers | {"Cache-Control": "no-cache"})

    return router


def page_html(notice: Notice) -> str:
    """The page in one language, with the way to the others."""
    sections = Markup().join(
        Markup("<h2>{}</h2>{}").format(title, Markup().join(Markup("<p>{}</p>").format(text) for text in texts))
        for title, texts in notice.sections
    )
    return str(
        _PAGE.format(
            language=notice.language,
            direction="rtl" if notice.language in _RIGHT_TO_LEFT else "ltr",
            title=notice.title,
            style=Markup(_STYLE),
            links=Markup().join(_link(each, notice.language) for each in LANGUAGES),
            intro=notice.lead,
            table=_table(notice),
            sections=sections,
            contact_title=notice.contact_title,
            contact_text=notice.contact_text,
            contact=_contact(notice.contact),
        )
    )


def _link(language: str, current: str) -> Markup:
    here = Markup(' aria-current="page"') if language == current else ""
    return Markup('<a href="?language={0}" hreflang="{0}" lang="{0}"{1}>{2}</a>').format(
        language, here, _NAMES[language]
    )


def _table(notice: Notice) -> Markup:
    what, why, how_long = notice.columns
    rows = Markup().join(
        Markup('<tr><th scope="row">{}</th><td data-head="{}">{}</td><td data-head="{}">{}</td></tr>').format(
            kept.what, why, kept.why, how_long, kept.how_long
        )
        for kept in notice.kept
    )
    head = Markup().join(Markup('<th scope="col">{}</th>').format(name) for name in (what, why, how_long))
    return Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(head, rows)


def _contact(contact: str | None) -> Markup:
    """An e-mail address or a page as a link, anything else as it is written."""
    if contact is None:
        return Markup()
    if re.fullmatch(r"[^\s@<>]+@[^\s@<>]+", contact):
        shown = Markup('<a href="mailto:{0}">{0}</a>').format(contact)
    elif re.match(r"https?://\S+$", contact):
        shown = Markup('<a href="{0}" rel="noopener">{0}</a>').format(contact)
    else:
        shown = Markup("{}").format(contact)
    return Markup('<p class="contact"><bdi>{}</bdi></p>').format(shown)


_PAGE = Markup(
    '<!doctype html><html lang="{language}" dir="{direction}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta name="color-scheme" content="light dark"><title>{title}</title>'
    '<link rel="icon" href="data:,"><style>{style}</style></head><body><main>'
    '<nav aria-label="Language">{links}</nav><h1>{title}</h1><p class="intro">{intro}</p>{table}{sections}'
    "<h2>{contact_title}</h2><p>{contact_text}</p>{contact}</main></body></html>"
)
