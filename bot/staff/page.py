"""The staff page in Gradio, and its mounting at ``/staff``."""

from pathlib import Path
from typing import Any

import gradio as gr
from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.requests import Request

from bot.api.sign_in import AT_STAFF, sign_in_routes
from bot.desk import Bot
from bot.keys import Key
from bot.records import Records
from bot.sessions import Sessions
from bot.settings import BotSettings
from bot.staff.desk import Chosen, StaffDesk, titles_of
from bot.staff.door import Door, NotSignedIn, staff_key
from bot.staff.export import export_routes
from bot.staff.gaps import Encode, Gaps
from bot.staff.insights import Insights
from bot.staff.reports import StaffReports, Who
from bot.staff.reports_tab import reports_tab
from bot.staff.selection import USUAL
from bot.staff.views.access import Given
from bot.ui.mount import mount
from bot.ui.page import HEAD, STYLE

_HERE = Path(__file__).parent
_AT_ONCE = 4
_WHERE = "() => location.hash.slice(1)"


def mount_staff(
    app: FastAPI,
    bot: Bot,
    records: Records,
    settings: BotSettings,
    encode: Encode | None = None,
    reports: StaffReports | None = None,
) -> FastAPI:
    """The app with the staff page at ``/staff`` and its door around it. ``encode`` tells what questions mean,
    ``reports`` are what can be done with the library's.

    Mount it before the chat page, which answers every path that nothing before it took.
    """
    sessions, insights = Sessions(records.engine, "staff"), Insights(records.engine)
    gaps = Gaps(insights, lambda: titles_of(bot), encode)
    app.include_router(sign_in_routes(AT_STAFF, sessions, settings))
    app.include_router(export_routes(sessions, insights, gaps))
    desk = StaffDesk(bot, records, gaps, insights)
    return mount(
        app,
        lambda: staff_page(desk, settings, reports),
        "/staff",
        [Middleware(Door, sessions=sessions, settings=settings)],
        css=STYLE + (_HERE / "staff.css").read_text(encoding="utf-8"),
        head=HEAD + '<meta name="robots" content="noindex">',
        **({"max_file_size": reports.largest} if reports else {}),
    )


def staff_page(desk: StaffDesk, settings: BotSettings, reports: StaffReports | None = None) -> gr.Blocks:
    """Masthead with navigation and filters, and the view they choose."""
    page = _Page(desk, settings, reports is not None)
    blocks: gr.Blocks = gr.Blocks(title="Footnote for staff", analytics_enabled=False, fill_width=True)
    with blocks:
        where = gr.Textbox(visible=False)  # the view that the address names
        frame = gr.HTML(elem_id="frame", js_on_load=None, apply_default_css=False)
        script = (_HERE / "staff.js").read_text(encoding="utf-8")
        sheet = gr.HTML(elem_id="sheet", js_on_load=script, apply_default_css=False)
        if reports:
            with gr.Column(elem_id="reports"):
                reports_tab(blocks, reports, _who)
        quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden", "concurrency_limit": _AT_ONCE}
        blocks.load(page.open, [where], [frame, sheet], js=_WHERE, **quiet)
        sheet.select(page.show, None, [sheet], **quiet)
        sheet.submit(page.act, None, [sheet], trigger_mode="once", **quiet)
    blocks.queue(api_open=False, max_size=64)
    return blocks


class _Page:
    """What the page's events do."""

    def __init__(self, desk: StaffDesk, settings: BotSettings, with_reports: bool) -> None:
        self._desk = desk
        self._settings = settings
        self._with_reports = with_reports

    def open(self, view: str, request: gr.Request) -> tuple[str, str]:
        """The page as it is first seen."""
        key = _key(request)
        return self._desk.frame(key, self._with_reports), self._sheet(key, Chosen(view), request)

    def show(self, event: gr.EventData, request: gr.Request) -> str:
        """Another view, or the same of another selection."""
        return self._sheet(_key(request), _chosen(event), request)

    def act(self, event: gr.EventData, request: gr.Request) -> str:
        """The view after a site or a key was made or ended."""
        key = _key(request)
        fields = _data(event).get("fields")
        given = self._desk.act(key, _said(event, "do"), fields if isinstance(fields, dict) else {})
        return self._sheet(key, Chosen("access"), request, given)

    def _sheet(self, key: Key, chosen: Chosen, request: gr.Request, given: Given | None = None) -> str:
        return self._desk.show(key, chosen, self._public_url(request), given)

    def _public_url(self, request: gr.Request) -> str:
        """Where others reach the server: as the settings say, else as whoever looks at the page does."""
        seen: Request | None = request.request
        return self._settings.public_url or (f"{seen.url.scheme}://{seen.headers.get('host', '')}" if seen else "")


def _key(request: gr.Request) -> Key:
    """The key of whoever sends an event of the page. Raises NotSignedIn, though the door lets in nobody else."""
    key = staff_key(request.request) if request.request else None
    if key is None:
        raise NotSignedIn
    return key


def _who(request: gr.Request) -> Who:
    """The same, as reports are worked on. Raises NotSignedIn."""
    key = _key(request)
    return Who(name=key.name, reports=key.reader.reports)


def _chosen(event: gr.EventData) -> Chosen:
    days = _said(event, "days") or str(USUAL)
    return Chosen(_said(event, "view"), days, _said(event, "report"), _said(event, "site"))


def _data(event: gr.EventData) -> dict[str, Any]:
    return event._data if isinstance(event._data, dict) else {}


def _said(event: gr.EventData, name: str) -> str:
    """A word of an event's data. It comes from the browser: anything but text is nothing."""
    value = _data(event).get(name)
    return value if isinstance(value, str) else ""
