"""The widget in a real Chromium, on pages of another origin than the bot's."""

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.bot.fakes import FIGURE_TEXT, PLAYERS, REPORT, SIZES
from tests.bot.widget.conftest import DESKTOP, PHONE, Visit

HOSTS = [("/plain", DESKTOP), ("/hostile", DESKTOP), ("/plain", PHONE)]
SIZE = "How big is the market?"


def test_before_it_is_opened_the_page_loads_the_script_alone(visit: Visit) -> None:
    visit.go("/plain").page.wait_for_timeout(300)
    assert [url for url in visit.requests if url.startswith(visit.servers.bot_url)] == [
        f"{visit.servers.bot_url}/widget.js"
    ]
    assert visit.page.evaluate("[sessionStorage.length, localStorage.length]") == [0, 0]


@pytest.mark.parametrize(("path", "size"), HOSTS)
def test_it_answers_and_highlights_the_sentence_on_the_page(visit: Visit, path: str, size: ViewportSize) -> None:
    visit.go(path, size).open()
    expect(visit.panel.locator("h2")).to_have_text(REPORT.title)
    expect(visit.panel.locator(".examples button")).to_have_text(list(REPORT.examples))
    visit.ask(SIZE)
    expect(visit.panel.locator(".body")).to_contain_text(FIGURE_TEXT.rsplit(" ", 1)[0])
    visit.panel.locator(".cite").click()
    expect(visit.page.locator("#size")).to_be_in_viewport()
    visit.page.wait_for_function("() => CSS.highlights.has('footnote-cited')")
    assert visit.highlighted() == SIZES.replace("2025 and", "20251 and")
    visit.page.keyboard.press("Escape")
    if size is DESKTOP:
        assert visit.highlighted() is None


@pytest.mark.parametrize(("path", "size"), HOSTS)
def test_nothing_of_the_page_covers_it(visit: Visit, path: str, size: ViewportSize) -> None:
    visit.go(path, size)
    hit = """(locator) => { const b = locator.getBoundingClientRect();
        return document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2)?.tagName; }"""
    assert visit.launcher.evaluate(hit) == "FOOTNOTE-WIDGET"
    assert visit.launcher.evaluate("(e) => getComputedStyle(e).fontSize") == "15px"
    visit.open()
    assert visit.panel.evaluate(hit) == "FOOTNOTE-WIDGET"
    assert visit.panel.evaluate("(e) => getComputedStyle(e).backgroundColor") == "rgb(250, 247, 240)"


def test_on_a_phone_it_fills_the_screen_and_makes_way_for_the_sentence(visit: Visit) -> None:
    visit.go("/plain", PHONE).open().ask(SIZE)
    assert visit.panel.bounding_box() == {"x": 0, "y": 0, "width": PHONE["width"], "height": PHONE["height"]}
    expect(visit.panel).to_have_attribute("aria-modal", "true")
    visit.panel.locator(".cite").click()
    expect(visit.panel).to_be_hidden()
    expect(visit.launcher).to_have_text("f1Back to the answer")
    visit.launcher.click()
    expect(visit.panel.locator(".cite")).to_be_focused()


def test_the_one_place_among_several_is_told_by_what_stands_around_it(visit: Visit) -> None:
    visit.go("/plain").open().ask("Who are the players?")
    name = "Isle Motion GmbH"
    visit.panel.locator("li", has_text=name).locator(".cite").click()
    expect(visit.page.locator("#players")).to_be_in_viewport()
    assert visit.highlighted() == name


def test_a_cited_cell_is_highlighted_in_its_table(visit: Visit) -> None:
    visit.go("/plain").open().ask("Which region is largest?")
    visit.panel.locator(".cite").first.click()
    expect(visit.page.locator("table").first).to_be_in_viewport()
    assert visit.highlighted() == "842"
    assert visit.page.evaluate("[...CSS.highlights.get('footnote-cited')][0].startContainer.tagName") == "TD"


def test_without_highlights_in_the_browser_a_box_is_laid_over_the_sentence(visit: Visit) -> None:
    visit.page.add_init_script("delete window.Highlight")
    visit.go("/plain").open().ask(SIZE)
    visit.panel.locator(".cite").click()
    boxes = visit.page.locator("footnote-widget .boxes div")
    expect(boxes.first).to_be_visible()
    box, sentence = boxes.first.bounding_box(), visit.page.locator("#size").bounding_box()
    assert box and sentence and sentence["y"] <= box["y"] <= sentence["y"] + sentence["height"]


def test_what_is_not_on_the_page_opens_its_card(visit: Visit) -> None:
    visit.go("/empty").open().ask(SIZE)
    visit.panel.locator(".cite").click()
    card = visit.panel.locator(".card")
    expect(card.locator("mark")).to_have_text(SIZES)
    expect(card).to_contain_text("Coastal grids are the largest buyers.")
    link = card.get_by_role("link")
    expect(link).to_have_attribute(
        "href", f"{REPORT.url}#:~:text=The%20tidal%20energy%20market%20size,USD%204.24%20billion%20by%202032."
    )
    visit.page.keyboard.press("Escape")
    expect(visit.panel.locator(".cite")).to_be_focused()


def test_a_cited_cell_is_marked_in_the_card_s_table(visit: Visit) -> None:
    visit.go("/empty").open().ask("Which region is largest?")
    visit.panel.locator(".sources summary").click()
    visit.panel.locator(".sources li button").click()
    expect(visit.panel.locator(".card td mark")).to_have_text("842")


def test_charts_tables_and_calculations_are_drawn(visit: Visit) -> None:
    visit.go("/plain").open().ask("How will it grow?")
    expect(visit.panel.locator("svg.chart circle.published")).to_have_count(3)
    expect(visit.panel.locator("svg.chart circle.calculated")).to_have_count(1)
    expect(visit.panel.get_by_role("img")).to_have_attribute(
        "aria-label",
        "Tidal energy market size, USD billion. 2025: 1.87 USD billion, published; 2026: 2.10 USD billion, published; "
        "2029: 2.98 USD billion, calculated; 2032: 4.24 USD billion, published.",
    )
    visit.ask("How much will it add?")
    expect(visit.panel.locator(".calculation")).to_contain_text("4.24 − 2.10")
    expect(visit.panel.locator(".result")).to_have_text("= USD 2.14 billion")
    visit.ask("Which region is largest?")
    expect(visit.panel.locator(".turn tbody tr").last).to_contain_text("Americas")


def test_it_is_used_by_keyboard_alone(visit: Visit) -> None:
    visit.go("/empty")
    press = visit.page.keyboard.press
    visit.page.keyboard.press("Tab")  # the link of the page
    press("Tab")
    expect(visit.launcher).to_be_focused()
    press("Enter")
    expect(visit.line).to_be_focused()
    visit.page.keyboard.type(SIZE)
    press("Enter")
    expect(visit.panel.locator(".feedback")).to_be_visible()
    for _ in range(20):
        press("Shift+Tab")
        if visit.panel.locator(".cite").evaluate("(e) => e.matches(':focus')"):
            break
    press("Enter")
    expect(visit.panel.locator(".card")).to_be_visible()
    expect(visit.panel.locator(".back")).to_be_focused()
    press("Enter")
    expect(visit.panel.locator(".cite")).to_be_focused()
    for _ in range(30):  # it goes round in the panel
        press("Tab")
        assert visit.page.evaluate("document.activeElement.tagName") == "FOOTNOTE-WIDGET"
    press("Escape")
    expect(visit.panel).to_be_hidden()
    expect(visit.launcher).to_be_focused()


def test_a_finished_answer_is_said_once(visit: Visit) -> None:
    visit.go("/plain").open()
    visit.page.evaluate(
        """() => { window.said = []; const root = document.querySelector('footnote-widget').shadowRoot;
            const voice = root.querySelector('.panel > [role=status]');
            new MutationObserver(() => window.said.push(voice.textContent)).observe(voice, { childList: true }); }"""
    )
    visit.ask(SIZE)
    assert visit.page.evaluate("window.said") == [FIGURE_TEXT]


def test_it_reads_from_right_to_left(visit: Visit) -> None:
    visit.go("/plain?language=ar").open().ask(SIZE)
    expect(visit.page.locator("footnote-widget .root")).to_have_attribute("dir", "rtl")
    expect(visit.launcher).to_have_text("f1اسأل التقرير")
    box, text = visit.panel.bounding_box(), visit.panel.locator("h2 bdi").bounding_box()
    assert box and text and box["x"] < 100
    assert text["x"] + text["width"] > box["x"] + box["width"] - 30  # a long title may reach far to the left
    expect(visit.panel.locator(".body p")).to_have_attribute("lang", "en")
    assert visit.panel.locator(".body p").evaluate("(e) => getComputedStyle(e).direction") == "ltr"
    expect(visit.panel.locator(".suggestions h4")).to_have_text("اسأل أيضًا")


@pytest.mark.parametrize(
    ("query", "words"),
    [("?lang=de-AT", "Den Report fragen"), ("?lang=fr", "Interroger le rapport"),
     ("?language=es", "Preguntar al informe"),
     ("?lang=de&language=en", "Ask this report"), ("?lang=sw", "Ask this report"), ("?label=Fragen!", "Fragen!")],
)  # fmt: skip
def test_it_speaks_the_language_of_the_page(visit: Visit, query: str, words: str) -> None:
    visit.go(f"/plain{query}")
    expect(visit.launcher).to_have_text(f"f1{words}")


def test_the_page_may_have_its_own_words(visit: Visit) -> None:
    visit.go('/plain?texts={"placeholder":"What would you like to know?"}').open()
    expect(visit.line).to_have_attribute("placeholder", "What would you like to know?")


@pytest.mark.parametrize(
    ("accent", "on"),
    [("gold", "rgb(23 20 18)"), ("#123456", "rgb(255 255 255)"), ("oklch(0.9 0.1 100)", "rgb(23 20 18)")],
)
def test_text_on_the_page_s_accent_can_be_read(visit: Visit, accent: str, on: str) -> None:
    visit.go(f"/plain?accent={accent.replace('#', '%23')}")
    root = visit.page.locator("footnote-widget .root")
    assert root.evaluate("(e) => e.style.getPropertyValue('--on')") == on


def test_dark_follows_the_visitor_or_the_page(visit: Visit) -> None:
    visit.page.emulate_media(color_scheme="dark")
    visit.go("/plain").open()
    expect(visit.panel).to_have_css("background-color", "rgb(25, 23, 19)")
    visit.page.emulate_media(color_scheme="light")
    expect(visit.panel).to_have_css("background-color", "rgb(250, 247, 240)")
    visit.go("/plain?theme=dark").open()
    expect(visit.panel).to_have_css("background-color", "rgb(25, 23, 19)")


def test_at_twice_the_size_everything_can_be_reached(visit: Visit) -> None:
    visit.go("/plain", ViewportSize(width=640, height=400)).open().ask(SIZE)
    expect(visit.line).to_be_in_viewport()
    expect(visit.panel.get_by_label("Close")).to_be_in_viewport()
    assert visit.panel.evaluate("(e) => e.querySelector('.talk').clientHeight") > 120


def test_players_are_all_there(visit: Visit) -> None:
    visit.go("/plain").open().ask("Who are the players?")
    expect(visit.panel.locator(".items li")).to_have_count(len(PLAYERS))
