"""What a real Chromium lets pages do with a site's key."""

from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from playwright.sync_api import Page, sync_playwright

from bot.api.app import api
from bot.recorded import RecordedBot
from bot.records import Records
from bot.settings import BotSettings
from bot.sites import Sites
from tests.bot.fakes import FakeBot
from tests.bot.serving import served
from tests.bot.test_page_browser import ARGUMENTS

_FETCH = """async ([url, key, method, body]) => {
    const headers = {Authorization: `Bearer ${key}`, ...(body && {'Content-Type': 'application/json'})}
    try {
        const response = await fetch(url, {method, headers, body: body && JSON.stringify(body)})
        return [response.status, (await response.json()).type ?? '']
    } catch (error) { return [0, String(error)] }
}"""


def page_app() -> FastAPI:
    app = FastAPI()
    app.get("/", response_class=HTMLResponse)(lambda: "<!doctype html><title>A page</title>")
    return app


def fetched(page: Page, url: str, key: str, method: str = "POST") -> list[Any]:
    found: list[Any] = page.evaluate(_FETCH, [url, key, method, {"question": "How big?"} if method == "POST" else None])
    return found


@pytest.mark.parametrize("opened", [True, False])
def test_the_sites_own_page_asks_reads_and_is_told_and_no_other(records: Records, chromium: str, opened: bool) -> None:
    app = api(RecordedBot(FakeBot(), records), BotSettings(open=opened), records)
    framed = "default-src 'none'; connect-src 'self'"
    app.get("/embed", response_class=HTMLResponse)(
        lambda: HTMLResponse("<!doctype html><title>Ours</title>", headers={"Content-Security-Policy": framed})
    )
    with served(app) as bot, served(page_app()) as shop, served(page_app()) as other, sync_playwright() as playwright:
        site = Sites(records.engine).create("Shop", (shop,), visitor_limit=2)
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        page = browser.new_page()
        page.goto(shop)
        assert fetched(page, f"{bot}/v1/ask", site.id) == [200, ""]
        assert fetched(page, f"{bot}/v1/conversations/none", site.id, "DELETE") == [404, "no-such-conversation"]
        assert fetched(page, f"{bot}/v1/ask", "site_" + "0" * 24) == [401, "key-needed"]
        page.goto(other)
        assert fetched(page, f"{bot}/v1/ask", site.id)[0] == 0  # blocked by the browser, and refused by the server
        if opened:
            page.goto(f"{bot}/embed")
            assert fetched(page, f"{bot}/v1/passages/tidal-energy:p0", site.id, "GET")[0] == 200
            assert fetched(page, f"{bot}/v1/ask", site.id) == [200, ""]
        else:
            page.goto(shop)
            assert fetched(page, f"{bot}/v1/ask", site.id) == [200, ""]
        page.goto(shop)
        assert fetched(page, f"{bot}/v1/ask", site.id) == [429, "questions-of-the-day"]
        browser.close()
