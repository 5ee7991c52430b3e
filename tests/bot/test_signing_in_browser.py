"""In a real Chromium: readers of a closed server sign in on a page, and in no window of the browser's own."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from bot.keys import Keys
from tests.bot.fakes import FIGURE_TEXT, FakeBot
from tests.bot.test_page_browser import Site, Visit, browser, serve  # noqa: F401


@pytest.fixture(scope="module")
def closed(chromium: str, serve: Callable[..., Site]) -> Site:  # noqa: F811
    return serve(FakeBot(), is_open=False)


@pytest.fixture
def page(browser: BrowserContext) -> Iterator[Page]:  # noqa: F811
    page = browser.new_page()
    yield page
    page.close()
    browser.clear_cookies()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_one_signs_in_asks_and_signs_out(page: Page, closed: Site, scheme: str) -> None:
    key, token = Keys(closed.records.engine).create(f"Reader {scheme}", "licensed")
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(closed.url)
    assert page.url == f"{closed.url}/sign-in"
    assert Axe().run(page).response["violations"] == []
    page.get_by_label("Your key").fill("footnote_wrong")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("That is no key in use")
    assert Axe().run(page).response["violations"] == []
    page.get_by_label("Your key").fill(token)
    page.get_by_role("button", name="Sign in").click()
    visit = Visit(page, closed.url)
    visit.ask("How big is the market?")
    expect(page.locator(".turn .body")).to_contain_text(FIGURE_TEXT)
    assert closed.bot.readers[-1].name == key.id
    grave = [each for each in Axe().run(page).response["violations"] if each["impact"] in ("serious", "critical")]
    assert grave == []
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_label("Your key")).to_be_visible()
    page.goto(closed.url)
    assert page.url == f"{closed.url}/sign-in"


def test_a_page_whose_session_has_ended_asks_in_no_window_of_the_browser_s_own(page: Page, closed: Site) -> None:
    key, token = Keys(closed.records.engine).create("Ended", "public")
    page.goto(closed.url)
    page.get_by_label("Your key").fill(token)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    Keys(closed.records.engine).revoke(key.id)
    with page.expect_response(lambda response: "queue/join" in response.url) as refused:
        page.get_by_label("Your question").fill("How big is the market?")
        page.get_by_label("Your question").press("Enter")
    assert refused.value.status == 401
    assert refused.value.headers["www-authenticate"] == "Bearer"
    page.goto(closed.url)
    expect(page.get_by_label("Your key")).to_be_visible()
