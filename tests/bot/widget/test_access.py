"""What axe says of the widget, its frame, the demonstration and the privacy page, in light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.bot.widget.conftest import DESKTOP, PHONE, Visit


def faults(page: Page, only: str | None = None) -> list[str]:
    """What axe finds serious or critical, in shadow roots too."""
    results = Axe().run(page, context=only).response
    return [
        f"{found['id']}: {[node['target'] for node in found['nodes']]} {found['nodes'][0].get('failureSummary')}"
        for found in results["violations"]
        if found["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_the_widget(visit: Visit, theme: str) -> None:
    visit.go(f"/empty?theme={theme}")
    assert faults(visit.page, "footnote-widget") == []
    visit.open()
    expect(visit.panel.locator(".examples")).to_be_visible()
    assert faults(visit.page, "footnote-widget") == []
    for question in ("How will it grow?", "How much will it add?", "Which region is largest?", "Weather?"):
        visit.ask(question)
    visit.panel.locator("details").evaluate_all("(all) => all.forEach((each) => { each.open = true; })")
    assert faults(visit.page, "footnote-widget") == []
    visit.panel.locator(".cite").first.click()
    expect(visit.panel.locator(".card")).to_be_visible()
    assert faults(visit.page, "footnote-widget") == []
    visit.page.evaluate("() => footnote.contact()")
    visit.panel.get_by_role("button", name="Send").click()
    assert faults(visit.page, "footnote-widget") == []


def test_axe_finds_nothing_on_a_phone_from_right_to_left(visit: Visit) -> None:
    visit.go("/plain?language=ar&theme=dark", PHONE).open().ask("How much will it add?")
    assert faults(visit.page, "footnote-widget") == []


def test_nothing_is_lost_in_forced_colours(visit: Visit) -> None:
    visit.page.emulate_media(forced_colors="active")
    visit.go("/plain").open().ask("How will it grow?")
    chart = visit.panel.locator("svg.chart circle").first
    assert chart.evaluate("(e) => getComputedStyle(e).fill") == "rgb(0, 0, 0)"
    assert visit.panel.evaluate("(e) => getComputedStyle(e).borderTopStyle") == "solid"
    visit.line.focus()
    assert visit.panel.locator(".line").evaluate("(e) => getComputedStyle(e).outlineStyle") == "solid"


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_on_the_demonstration(visit: Visit, colours: str) -> None:
    visit.page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    visit.page.goto(f"{visit.servers.bot_url}/demo")
    expect(visit.launcher).to_be_visible()
    assert faults(visit.page) == []


@pytest.mark.parametrize(("language", "colours"), [("en", "light"), ("ar", "dark")])
def test_axe_finds_nothing_on_the_privacy_page(visit: Visit, language: str, colours: str) -> None:
    visit.page.set_viewport_size(PHONE if language == "ar" else DESKTOP)
    visit.page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    visit.page.goto(f"{visit.servers.bot_url}/privacy?language={language}")
    expect(visit.page.locator("html")).to_have_attribute("lang", language)
    assert faults(visit.page) == []


def test_the_demonstration_answers_and_highlights(visit: Visit) -> None:
    visit.page.goto(f"{visit.servers.bot_url}/demo")
    visit.page.get_by_role("button", name="How big is the market?").click()
    expect(visit.panel.locator(".feedback")).to_be_visible()
    visit.panel.locator(".cite").click()
    visit.page.wait_for_function("() => CSS.highlights.has('footnote-cited')")
    expect(visit.page.get_by_text("Coastal grids are the largest buyers.")).to_be_in_viewport()
    visit.page.keyboard.press("Escape")
    visit.page.get_by_role("button", name="Ask for a quote").click()
    expect(visit.panel.locator("form.contact")).to_be_visible()


def test_the_frame_shows_the_panel_alone(visit: Visit) -> None:
    visit.page.set_viewport_size(PHONE)
    visit.page.goto(f"{visit.servers.bot_url}/embed?language=de")
    expect(visit.panel.locator("h2")).to_be_visible()
    expect(visit.launcher).to_be_hidden()
    expect(visit.panel).to_have_attribute("role", "region")
    visit.ask("How big is the market?")
    visit.page.keyboard.press("Escape")
    expect(visit.panel).to_be_visible()
    assert faults(visit.page) == []
