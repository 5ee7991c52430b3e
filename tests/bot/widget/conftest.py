"""A Chromium, the bot's server and a publisher's, on two origins."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from playwright.sync_api import BrowserContext, Locator, Page, Response, ViewportSize, expect, sync_playwright
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.api.app import api
from bot.recorded import RecordedBot
from bot.records import Records
from bot.settings import BotSettings
from bot.sites import Sites
from tests.bot.fakes import FakeBot
from tests.bot.serving import served
from tests.bot.widget.hosts import host

ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync",
    "--disable-component-update", "--no-first-run",
)  # fmt: skip
DESKTOP = ViewportSize(width=1280, height=860)
PHONE = ViewportSize(width=390, height=780)
_WATCHED = """
window.shifts = [];
const counts = (entry) => !entry.hadRecentInput || entry.sources.some(({ node }) => node);
const told = ({ value, sources }) => [value, ...sources.map(({ node, previousRect, currentRect }) =>
    [node?.nodeName, JSON.stringify(previousRect), JSON.stringify(currentRect)].join(' '))];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries().filter(counts).map(told)))
    .observe({ type: 'layout-shift', buffered: true });
"""
"""Keeps the layout shifts that the metric counts, and every other that moved an element of the page."""


@dataclass
class Servers:
    """Both servers, and the bot behind the one."""

    bot_url: str
    host_url: str
    bot: FakeBot


@dataclass
class Visit:
    """A page of the publisher with everything it asked for and complained about, and the leads it sent with the status
    that came back."""

    page: Page
    servers: Servers
    requests: list[str] = field(default_factory=list)
    leads: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    expected: tuple[str, ...] = ()
    shifts_itself: bool = False

    def go(self, path: str, size: ViewportSize = DESKTOP) -> "Visit":
        """Go to a page of the publisher, and wait for the launcher."""
        self.page.set_viewport_size(size)
        self.page.goto(self.servers.host_url + path)
        expect(self.launcher).to_be_visible()
        return self

    @property
    def launcher(self) -> Locator:
        return self.page.locator("footnote-widget .launch")

    @property
    def panel(self) -> Locator:
        return self.page.locator("footnote-widget .panel")

    @property
    def line(self) -> Locator:
        return self.panel.locator(".line textarea")

    def open(self) -> "Visit":
        self.launcher.click()
        expect(self.panel).to_be_visible()
        return self

    def ask(self, question: str) -> "Visit":
        """Ask in the open panel, and wait for the answer."""
        before = self.panel.locator(".feedback").count()
        self.line.fill(question)
        self.line.press("Enter")
        expect(self.panel.locator(".feedback")).to_have_count(before + 1)
        return self

    def highlighted(self) -> str | None:
        """The text that is highlighted on the page."""
        found: str | None = self.page.evaluate(
            "() => { const h = CSS.highlights.get('footnote-cited'); return h ? [...h][0].toString() : null; }"
        )
        return found and " ".join(found.replace("\u00ad", "").split())


def with_leads(app: FastAPI) -> FastAPI:
    """The app, with routes of the agreed shape where it has none that take leads."""

    async def form(_: Request) -> JSONResponse:
        return JSONResponse({"token": "t1", "consent": "You may keep my address.", "privacy": "/privacy"})

    async def leave(_: Request) -> JSONResponse:
        return JSONResponse({"id": "lead-1", "received_at": "2026-01-01T00:00:00Z"}, 201)

    if "/v1/leads" not in app.openapi()["paths"]:
        app.router.routes[:0] = [Route("/v1/leads/form", form), Route("/v1/leads", leave, methods=["POST"])]
    return app


@pytest.fixture(scope="module")  # no longer: Playwright runs a loop in this thread
def servers(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """The servers, over the fake bot. Each knows the other's address, so the publisher's is started first."""
    records = Records(f"sqlite:///{tmp_path_factory.mktemp('widget') / 'records.sqlite'}")
    bot, later = FakeBot(), FastAPI()
    with ExitStack() as stack:
        host_url = stack.enter_context(served(later))
        site = Sites(records.engine).create("publisher", (host_url,))
        app = with_leads(api(RecordedBot(bot, records), BotSettings(allowed_origins=(host_url,)), records))
        bot_url = stack.enter_context(served(app))
        later.router.routes.extend(host(bot_url, site.id).router.routes)
        yield Servers(bot_url, host_url, bot)
    records.close()


@pytest.fixture(scope="module")  # no longer: Playwright runs a loop in this thread
def browser(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    with sync_playwright() as playwright:
        profile: Path = tmp_path_factory.mktemp("profile")
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=chromium, args=ARGUMENTS, reduced_motion="reduce"
        )
        context.set_default_timeout(20_000)
        yield context
        context.close()


def lead_of(response: Response) -> list[tuple[int, dict[str, Any]]]:
    """The lead that was sent, with the status that came back."""
    sent = response.request
    is_lead = sent.method == "POST" and sent.url.endswith("/v1/leads")
    return [(response.status, sent.post_data_json)] if is_lead else []


@pytest.fixture
def visit(browser: BrowserContext, servers: Servers) -> Iterator[Visit]:
    """A visit that fails at its end if the widget asked elsewhere, shifted the page, set a cookie or complained."""
    page = browser.new_page()
    visit = Visit(page, servers)
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("response", lambda response: visit.leads.extend(lead_of(response)))
    page.on("console", lambda m: visit.complaints.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.add_init_script(_WATCHED)
    yield visit
    shifts = page.evaluate("window.shifts")
    page.close()
    own = (f"{servers.bot_url}/", f"{servers.host_url}/", "data:", "blob:")
    assert [url for url in visit.requests if not url.startswith(own)] == []
    assert [each for each in visit.complaints if not any(words in each for words in visit.expected)] == []
    assert visit.shifts_itself or shifts == []
    assert browser.cookies() == []
