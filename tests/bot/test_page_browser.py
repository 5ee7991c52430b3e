"""The page in a real Chromium, served for real over the fake bot."""

import re
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect, sync_playwright

from bot.app import ForStaff, build_app
from bot.listen import Server, address, bind
from bot.recorded import RecordedBot
from bot.records import Records
from bot.settings import BotSettings
from bot.staff.reports import StaffReports
from tests.bot.fakes import FIGURE_TEXT, OTHER, REPORT, SIZES, FakeBot

ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync",
    "--disable-component-update", "--no-first-run",
)  # fmt: skip
DESKTOP = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=390, height=844)


@dataclass
class Site:
    """A served page, what its bot was asked and what it kept."""

    url: str
    bot: FakeBot
    records: Records


@dataclass
class Visit:
    """A page in the browser with everything it asked for and complained about."""

    page: Page
    url: str
    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def ask(self, question: str) -> None:
        turns = self.page.locator("article.turn .rating").count()
        self.page.get_by_label("Your question").fill(question)
        self.page.get_by_label("Your question").press("Enter")
        expect(self.page.locator("article.turn .rating")).to_have_count(turns + 1)


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Site]]:
    """Serves a bot, and what staff do with reports, on a free port until the module's tests are over."""
    running: list[tuple[Server, threading.Thread, Records]] = []

    def start(bot: FakeBot, reports: StaffReports | None = None, is_open: bool | None = None) -> Site:
        records = Records(f"sqlite:///{tmp_path_factory.mktemp('site') / 'records.sqlite'}")
        listening, ready = bind("127.0.0.1", 0), threading.Event()
        with ThreadPoolExecutor(
            1
        ) as aside:  # Playwright's loop runs in this thread, and the page is mounted in another
            staff = ForStaff(reports=reports)
            settings = BotSettings(open=is_open)
            app = aside.submit(build_app, RecordedBot(bot, records), settings, records, staff=staff).result()
        server = Server(app, ready.set)
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        running.append((server, thread, records))
        assert ready.wait(30)
        return Site(address(listening), bot, records)

    yield start
    for server, thread, records in running:
        server.should_exit = True
        thread.join()
        records.close()


@pytest.fixture(scope="module")
def browser(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    with sync_playwright() as playwright:
        profile: Path = tmp_path_factory.mktemp("profile")
        context = playwright.chromium.launch_persistent_context(profile, executable_path=chromium, args=ARGUMENTS)
        yield context
        context.close()


@pytest.fixture(scope="module")
def site(chromium: str, serve: Callable[[FakeBot], Site]) -> Site:
    return serve(FakeBot())


@pytest.fixture
def visit(browser: BrowserContext, site: Site) -> Iterator[Visit]:
    yield from visiting(browser, site)


def visiting(browser: BrowserContext, site: Site) -> Iterator[Visit]:
    """A visit that fails at its end if the page asked elsewhere or complained."""
    page = browser.new_page()
    page.set_viewport_size(DESKTOP)
    visit = Visit(page, site.url)
    own = re.compile(rf"^({re.escape(site.url)}/|data:|blob:)")
    page.on("request", lambda r: None if own.match(r.url) else visit.foreign.append(r.url))
    page.on("console", lambda m: visit.complaints.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.goto(site.url)
    expect(page.locator(".welcome, article.turn").first).to_be_visible()
    yield visit
    page.close()
    assert visit.foreign == []
    assert visit.complaints == []


def test_the_page_says_whose_report_it_is_and_what_to_ask(visit: Visit) -> None:
    expect(visit.page.get_by_role("heading", level=1)).to_have_text(REPORT.title)
    expect(visit.page.locator(".examples button")).to_have_text(list(REPORT.examples))
    expect(visit.page.locator("#picker")).to_be_hidden()


def test_a_typed_question_is_answered(visit: Visit) -> None:
    visit.ask("How big is the market?")
    expect(visit.page.locator(".turn .question")).to_have_text("How big is the market?")
    expect(visit.page.locator(".turn .body")).to_contain_text(FIGURE_TEXT)
    expect(visit.page.get_by_label("Your question")).to_have_value("")


def test_an_example_is_asked_by_a_click(visit: Visit) -> None:
    visit.page.get_by_role("button", name="Who are the players?").click()
    expect(visit.page.locator(".turn ul.items > li")).to_have_count(13)


def test_the_steps_are_shown_before_the_answer(visit: Visit, site: Site) -> None:
    visit.page.evaluate(
        """() => {
            window.seen = [];
            new MutationObserver(() => window.seen.push(document.querySelector('.steps')?.innerText || ''))
                .observe(document.querySelector('#paper'), { childList: true, subtree: true, characterData: true });
        }"""
    )
    site.bot.pause = 0.2
    visit.ask("How big is the market?")
    site.bot.pause = 0.0
    seen = "".join(visit.page.evaluate("window.seen"))
    assert "Looking in the report" in seen
    assert "Checking every figure" in seen
    expect(visit.page.locator(".steps")).to_have_count(0)


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_citation_opens_its_source_with_the_sentence_highlighted(visit: Visit, by: str) -> None:
    visit.ask("How big is the market?")
    mark = visit.page.locator(".body a.cite").first
    expect(visit.page.locator(".source .passage")).to_be_hidden()
    if by == "mouse":
        mark.click()
    else:
        mark.focus()
        visit.page.keyboard.press("Enter")
    expect(visit.page.locator(".source mark.current")).to_have_text(SIZES)
    expect(visit.page.locator(".source mark.current")).to_be_in_viewport()
    expect(visit.page.locator(".source summary")).to_be_focused()
    link = visit.page.locator(".source a.publisher")
    expect(link).to_have_attribute("href", re.compile(r"^https://harbour\.example/.*#:~:text=The%20tidal"))


def test_a_citation_highlights_its_own_item_among_many(visit: Visit) -> None:
    visit.ask("Who are the players?")
    visit.page.get_by_role("link", name="Source 11", exact=True).click()
    expect(visit.page.locator(".source mark.current")).to_have_text(["Kvalsund Tidal"])
    visit.page.get_by_role("link", name="Source 2", exact=True).click()
    expect(visit.page.locator(".source mark.current")).to_have_text(["Blue Race Power"])


def test_a_cited_cell_is_highlighted_in_its_table(visit: Visit) -> None:
    visit.ask("Which region leads?")
    visit.page.locator(".body a.cite").first.click()
    expect(visit.page.locator(".source td.cited")).to_have_text("842")
    expect(visit.page.locator(".source td.cited mark")).to_be_in_viewport()


def test_an_open_source_stays_open_while_the_next_question_is_answered(visit: Visit) -> None:
    visit.ask("How big is the market?")
    visit.page.locator(".body a.cite").first.click()
    visit.ask("Who are the players?")
    expect(visit.page.locator("#turn-1 .source mark.current")).to_be_visible()
    expect(visit.page.locator("#turn-2 .question")).to_be_in_viewport()


def test_a_calculation_and_a_chart_are_shown(visit: Visit) -> None:
    visit.ask("How much will it add?")
    expect(visit.page.locator(".calculation .formula")).to_have_text("4.24 − 2.10")
    visit.ask("How will it grow?")
    expect(visit.page.locator("svg.chart circle.published")).to_have_count(3)
    expect(visit.page.locator("svg.chart circle.calculated")).to_have_count(1)


def test_a_declined_question_gets_a_notice_and_a_person(visit: Visit) -> None:
    visit.ask("What is the share of Deepflow?")
    expect(visit.page.locator(".notice")).to_have_text("I found no such figure in the report.")
    expect(visit.page.get_by_role("link", name="marit@harbour.example")).to_be_visible()


def test_a_suggestion_is_asked_in_the_same_conversation(visit: Visit, site: Site) -> None:
    visit.ask("How big is the market?")
    conversation = visit.page.locator("#turn-1").get_attribute("data-conversation")
    site.bot.asked.clear()
    visit.page.get_by_role("button", name="And in 2032?").click()
    expect(visit.page.locator("#turn-2 .rating")).to_be_visible()
    assert site.bot.asked == [("And in 2032?", None, conversation)]
    expect(visit.page.locator("#turn-2 .question")).to_be_focused()


def test_a_reloaded_page_goes_on_with_its_conversation(visit: Visit, site: Site) -> None:
    visit.ask("How big is the market?")
    visit.page.get_by_role("button", name="Helpful", exact=True).click()
    expect(visit.page.locator("button.thumb.up")).to_have_attribute("aria-pressed", "true")
    conversation = visit.page.locator("#turn-1").get_attribute("data-conversation")
    visit.page.reload()
    expect(visit.page.locator("#turn-1 .body")).to_contain_text(FIGURE_TEXT)
    expect(visit.page.locator("button.thumb.up")).to_have_attribute("aria-pressed", "true")
    visit.ask("Who are the players?")
    assert site.bot.asked[-1] == ("Who are the players?", None, conversation)


def test_a_conversation_can_be_begun_anew(visit: Visit, site: Site) -> None:
    visit.ask("How big is the market?")
    visit.page.get_by_role("button", name="New conversation").click()
    expect(visit.page.locator(".welcome")).to_be_visible()
    expect(visit.page.get_by_label("Your question")).to_be_focused()
    visit.page.reload()
    expect(visit.page.locator(".welcome")).to_be_visible()
    visit.ask("Who are the players?")
    assert site.bot.asked[-1] == ("Who are the players?", None, None)


def test_what_is_typed_during_an_answer_is_kept_and_a_question_is_sent_once(visit: Visit, site: Site) -> None:
    site.bot.pause = 0.3
    line = visit.page.get_by_label("Your question")
    line.fill("How big is the market?")
    line.press("Enter")
    expect(visit.page.locator("#turn-1 .steps li")).not_to_have_count(0)
    line.fill("And in 2032?")
    line.press("Enter")
    expect(visit.page.locator("#turn-1 .rating")).to_be_visible()
    site.bot.pause = 0.0
    expect(line).to_have_value("And in 2032?")
    expect(visit.page.locator("article.turn")).to_have_count(1)


def test_an_empty_question_asks_nothing(visit: Visit, site: Site) -> None:
    site.bot.asked.clear()
    visit.page.get_by_label("Your question").fill("   ")
    visit.page.get_by_label("Your question").press("Enter")
    expect(visit.page.get_by_label("Your question")).to_have_value("")
    expect(visit.page.locator(".welcome")).to_be_visible()
    assert site.bot.asked == []


def test_an_answer_is_said_to_who_does_not_see_it(visit: Visit) -> None:
    visit.ask("How much will it add?")
    expect(visit.page.locator(".unseen[role=status]")).to_contain_text("The market will add USD 2.14 billion")
    expect(visit.page.locator(".unseen[role=status]")).not_to_contain_text("New conversation")


def test_a_thumb_is_stored(visit: Visit, site: Site) -> None:
    visit.ask("How big is the market?")
    answer = visit.page.locator("button.thumb.up").get_attribute("data-answer")
    visit.page.get_by_role("button", name="Helpful", exact=True).click()
    expect(visit.page.locator("button.thumb.up")).to_have_attribute("aria-pressed", "true")
    expect(visit.page.locator(".thanks")).to_have_text("Thank you.")
    stored = site.records.feedback(str(answer))
    assert stored is not None
    assert stored.thumb == "up"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE])
def test_nothing_is_wider_than_the_window(visit: Visit, viewport: ViewportSize, scheme: str) -> None:
    visit.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    visit.page.set_viewport_size(viewport)
    for question in ("How will it grow?", "Who are the players?", "How much will it add?", "Which region?", "Weather?"):
        visit.ask(question)
        visit.page.locator("article.turn").last.locator("a.cite").first.click()
    assert visit.page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
    expect(visit.page.get_by_role("button", name="Ask", exact=True)).to_be_in_viewport()


def test_a_hostile_question_is_only_text(visit: Visit) -> None:
    hostile = '<img src=x onerror="window.owned=1"><script>window.owned=1</script>${window.owned=1}{{value}}'
    visit.ask(hostile)
    expect(visit.page.locator(".turn .question")).to_have_text(hostile)
    assert visit.page.evaluate("window.owned") is None


def test_an_answer_that_breaks_off_says_so(visit: Visit) -> None:
    visit.page.get_by_label("Your question").fill("Please fail")
    visit.page.get_by_label("Your question").press("Enter")
    expect(visit.page.locator("#turn-1 .question")).to_have_text("Please fail")
    expect(visit.page.locator("#turn-1 .notice")).to_contain_text("please ask again")
    visit.ask("How big is the market?")
    expect(visit.page.locator("#turn-2 .body")).to_contain_text(FIGURE_TEXT)


@pytest.fixture
def library(browser: BrowserContext, serve: Callable[[FakeBot], Site]) -> Iterator[tuple[Visit, Site]]:
    site = serve(FakeBot(REPORT, OTHER))
    for visit in visiting(browser, site):
        yield visit, site


def test_one_of_several_reports_can_be_picked(library: tuple[Visit, Site]) -> None:
    visit, site = library
    expect(visit.page.get_by_role("heading", level=1)).to_have_text("2 reports")
    visit.page.get_by_label("Report", exact=True).click()
    visit.page.get_by_role("option", name=OTHER.title).click()
    expect(visit.page.get_by_role("heading", level=1)).to_have_text(OTHER.title)
    expect(visit.page.locator(".examples button")).to_have_text(list(OTHER.examples))
    visit.ask("How big?")
    assert site.bot.asked[-1][1] == OTHER.id
    expect(visit.page.locator(".source .report").first).to_have_text(REPORT.title)
