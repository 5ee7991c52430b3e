"""The staff page in a real Chromium: sign in, see what was asked, put the widget on a page, take it off again."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from bot.keys import Keys
from bot.sites import Sites
from bot.verify import Rejection
from ingest.settings import IngestSettings
from tests.bot.fakes import OTHER, REPORT, FakeBot
from tests.bot.staff.attacks import ATTACKS
from tests.bot.staff.desks import Desk, desk
from tests.bot.staff.turns import turn
from tests.bot.test_page_browser import DESKTOP, PHONE, Site, browser, serve  # noqa: F401

VIEWS = {
    "overview": "Overview", "unanswered": "Not in the reports", "answers": "Answers to look at", "leads": "Leads",
    "access": "Sites and keys", "reports": "Reports",
}  # fmt: skip

# What Gradio's own script says of a stream that was open when its page was left.
LEFT_BEHIND = ("AbortError: signal is aborted", "Unexpected error Connection errored out")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A library with one version of a report."""
    settings = IngestSettings(data_dir=tmp_path_factory.mktemp("staff") / "data", embedding_model="hash")
    with desk(settings) as at:
        at.published("2.5")
        yield at


@pytest.fixture(scope="module")
def site(chromium: str, serve: Callable[..., Site], library: Desk) -> Site:  # noqa: F811
    """A served application with some turns, among them all that somebody might attack with."""
    site = serve(FakeBot(REPORT, OTHER), library.reports)
    for attack in ATTACKS:
        answer = turn(site.records, attack, "declined", visitor="v", rejections=(Rejection(attack, attack),))
        site.records.rate(answer.id, "down", attack)
    turn(site.records, "Which tariffs apply?", "declined")
    return site


@pytest.fixture
def page(browser: BrowserContext, site: Site) -> Iterator[Page]:  # noqa: F811
    page = browser.new_page()
    page.set_viewport_size(DESKTOP)
    said: list[str] = []
    page.on("console", lambda each: said.append(each.text) if each.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on(
        "request", lambda each: None if each.url.startswith((site.url, "data:", "blob:")) else said.append(each.url)
    )
    yield page
    assert page.evaluate("window.owned") is None
    page.close()
    browser.clear_cookies()
    assert [each for each in said if not each.startswith(LEFT_BEHIND)] == []


def sign_in(page: Page, site: Site, *reports: str) -> str:
    key, token = Keys(site.records.engine).create(
        f"Staff {len(Keys(site.records.engine).all())}", "staff", reports or None
    )
    page.goto(f"{site.url}/staff")
    page.get_by_label("Your staff key").fill(token)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator(".tiles")).to_be_visible()
    return key.id


def go(page: Page, view: str) -> None:
    page.locator(f"nav a[data-view={view}]").click()
    expect(page.locator("#sheet h1")).to_have_text(VIEWS[view])
    expect(page.locator("[data-again]")).to_have_count(0)


def faults(page: Page) -> list[str]:
    """What axe finds that keeps somebody out."""
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found if each["impact"] in ("serious", "critical")]


def test_a_site_is_made_its_line_copied_and_the_site_ended(page: Page, site: Site) -> None:
    sign_in(page, site)
    expect(page.locator(".tiles dd").first).to_have_text(str(len(ATTACKS) + 1))
    go(page, "unanswered")
    expect(page.locator("#sheet .gaps")).to_contain_text("Which tariffs apply?")
    go(page, "access")
    page.get_by_text("A new site").click()
    form = page.locator("form[data-do=make-site]")
    form.get_by_label("Name").fill("Shop")
    form.get_by_label("Its pages").fill("https://shop.example")
    form.get_by_role("button").click()
    expect(page.locator(".notice")).to_contain_text("Shop is made")
    expect(page.locator(".notice")).to_be_focused()
    (made,) = Sites(site.records.engine).all()
    line = f'<script async src="{site.url}/widget.js" data-site="{made.id}"></script>'
    expect(page.locator(".copyline code")).to_have_text(line)
    page.get_by_role("button", name="Revoke").first.click()
    assert Sites(site.records.engine).in_use(made.id) is not None
    page.get_by_role("button", name="Revoke it for good").click()
    expect(page.locator(".notice")).to_contain_text("Shop is revoked")
    assert Sites(site.records.engine).in_use(made.id) is None


def test_whatever_was_asked_is_only_text(page: Page, site: Site) -> None:
    sign_in(page, site)
    for view in ("unanswered", "answers", "overview", "leads"):
        if view != "overview":
            go(page, view)
        if view == "answers":
            for summary in page.locator("details.whole summary").all():
                summary.click()
            expect(page.locator(".unsaid").last).to_contain_text(ATTACKS[0])
    assert page.locator("#sheet :is(img, script, iframe)").count() == 0


def test_the_choice_of_a_report_is_kept_from_view_to_view(page: Page, site: Site) -> None:
    sign_in(page, site)
    page.locator(".filters select[name=report]").select_option(OTHER.id)
    expect(page.locator(".tiles dd").first).to_have_text("0")
    go(page, "unanswered")
    expect(page.locator("#sheet .empty")).to_contain_text("Every question of this time was answered")
    page.locator(".filters select[name=report]").select_option(REPORT.id)
    expect(page.locator("#sheet .gaps")).to_be_visible()
    page.go_back()
    expect(page.locator("#sheet h1")).to_have_text("Overview")


def test_reports_are_seen_in_their_view_alone_and_what_is_looked_at_is_chosen_where_it_counts(
    page: Page, site: Site
) -> None:
    sign_in(page, site)
    tab, filters = page.locator("#reports-versions .state"), page.locator(".filters")
    expect(tab).to_be_hidden()
    expect(filters).to_be_visible()
    go(page, "reports")
    expect(tab).to_have_text("live")
    expect(tab).to_be_visible()
    expect(filters).to_be_hidden()
    page.reload()
    expect(tab).to_be_visible()
    go(page, "access")
    expect(tab).to_be_hidden()
    expect(filters).to_be_hidden()
    go(page, "leads")
    expect(filters).to_be_visible()


def test_signing_out_leads_back_and_nothing_stays_open(page: Page, site: Site) -> None:
    sign_in(page, site)
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_label("Your staff key")).to_be_visible()
    page.goto(f"{site.url}/staff/")
    expect(page.get_by_label("Your staff key")).to_be_visible()


@pytest.mark.parametrize(("viewport", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")])
def test_every_view_fits_and_shuts_nobody_out(page: Page, site: Site, viewport: dict[str, int], scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size(viewport)  # type: ignore[arg-type]
    page.goto(f"{site.url}/staff")
    assert faults(page) == []
    sign_in(page, site)
    for view in VIEWS:
        if view != "overview":
            go(page, view)
        for summary in page.locator("#sheet details > summary").all():
            summary.click() if summary.is_visible() else None
        assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"], view
        assert faults(page) == [], view


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chat_page_shuts_nobody_out(page: Page, site: Site, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(site.url)
    expect(page.locator(".welcome")).to_be_visible()
    assert faults(page) == []
    for question in (
        "How big is the market?",
        "How will it grow?",
        "Which region?",
        "Who are the players?",
        "Weather?",
    ):
        page.get_by_label("Your question").fill(question)
        page.get_by_label("Your question").press("Enter")
        expect(page.locator("article.turn").last.locator(".question")).to_have_text(question)
        expect(page.locator("article.turn").last.locator(".rating")).to_be_visible()
    page.locator("a.cite").first.click()
    assert faults(page) == []
