"""`window.footnote`, and the attributes by which a page's own buttons ask."""

from playwright.sync_api import expect

from tests.bot.fakes import REPORT
from tests.bot.widget.conftest import Visit

SIZE = "How big is the market?"


def names(visit: Visit) -> list[str]:
    told: list[str] = visit.page.evaluate("told.map(([name]) => name)")
    return told


def test_what_the_page_wants_before_the_script_is_there_is_done_then(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 1280, "height": 800})
    visit.page.goto(f"{visit.servers.host_url}/queue")
    expect(visit.panel.locator(".question")).to_have_text(SIZE)
    expect(visit.panel.locator(".feedback")).to_be_visible()
    visit.panel.locator(".cite").click()
    visit.page.wait_for_function("told.some(([name]) => name === 'citation')")
    assert names(visit) == ["ready", "open", "answer", "citation"]
    answer, citation = visit.page.evaluate("told.slice(2).map(([, detail]) => detail)")
    assert answer["status"] == "answered" and answer["citations"][0]["report"] == REPORT.id
    assert citation["onPage"] and citation["citation"]["number"] == 1


def test_the_page_opens_asks_closes_and_destroys(visit: Visit) -> None:
    visit.go("/empty")
    run = visit.page.evaluate
    run("() => { window.told = []; footnote.on('close', () => told.push('close')); }")
    run("() => footnote.open()")
    expect(visit.panel).to_be_visible()
    run(f"() => footnote.ask('{SIZE}')")
    expect(visit.panel.locator(".feedback")).to_be_visible()
    run("() => footnote.setReport('tidal-energy')")
    expect(visit.panel.locator(".turn")).to_have_count(0)
    run("() => footnote.close()")
    expect(visit.panel).to_be_hidden()
    assert run("told") == ["close"]
    run("() => footnote.destroy()")
    expect(visit.page.locator("footnote-widget")).to_have_count(0)
    assert run("window.footnote") is None


def test_a_listener_that_fails_or_left_does_no_harm(visit: Visit) -> None:
    visit.expected = ("the page's own",)
    visit.go("/empty")
    visit.page.evaluate(
        """() => { window.told = []; const gone = () => told.push('gone');
            footnote.on('open', gone); footnote.off('open', gone);
            footnote.on('open', () => { throw new Error("the page's own"); });
            footnote.on('open', () => told.push('open')); return footnote.open(); }"""
    )
    assert visit.page.evaluate("told") == ["open"]


def test_buttons_of_the_page_ask_and_open(visit: Visit) -> None:
    visit.shifts_itself = True
    visit.go("/empty")
    visit.page.evaluate(
        f"""() => {{ for (const [name, value] of [['ask', '{SIZE}'], ['contact', '']]) {{
            const button = document.createElement('button'); button.textContent = name;
            button.setAttribute('data-footnote-' + name, value); document.body.prepend(button); }} }}"""
    )
    visit.page.get_by_role("button", name="ask", exact=True).click()
    expect(visit.panel.locator(".question")).to_have_text(SIZE)
    visit.page.get_by_role("button", name="contact").click()
    expect(visit.panel.locator("form.contact")).to_be_visible()


def test_a_second_tag_does_nothing(visit: Visit) -> None:
    visit.go("/plain").page.evaluate(
        f"""() => new Promise((done) => {{ const tag = document.createElement('script');
            tag.src = '{visit.servers.bot_url}/widget.js'; tag.onload = done; document.body.append(tag); }})"""
    )
    expect(visit.page.locator("footnote-widget")).to_have_count(1)


def test_without_its_launcher_the_page_opens_it_and_gets_the_focus_back(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 1280, "height": 800})
    visit.page.goto(f"{visit.servers.host_url}/empty?launcher=none")
    link = visit.page.get_by_role("link", name="Another page")
    visit.page.wait_for_function("window.footnote?.open")
    expect(visit.launcher).to_be_hidden()
    link.focus()
    visit.page.evaluate("() => footnote.open()")
    expect(visit.line).to_be_focused()
    visit.page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_closed_by_the_page_it_takes_no_focus_from_it(visit: Visit) -> None:
    visit.go("/empty").open()
    link = visit.page.get_by_role("link", name="Another page")
    link.focus()
    visit.page.evaluate("() => footnote.close()")
    expect(visit.panel).to_be_hidden()
    expect(link).to_be_focused()
