"""What pages do, and what the widget makes of it."""

from playwright.sync_api import ViewportSize, expect

from tests.bot.widget.conftest import Visit

SIZE = "How big is the market?"


def test_a_page_has_no_say_in_what_happens_in_the_panel(visit: Visit) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.go("/hostile").open()
    for _ in range(3):
        visit.ask("Who are the players?")
    visit.line.click()
    visit.page.keyboard.type(SIZE)
    expect(visit.line).to_have_value(SIZE)
    visit.page.keyboard.press("ControlOrMeta+a")
    visit.page.keyboard.press("ControlOrMeta+c")
    visit.page.keyboard.press("End")
    visit.page.keyboard.press("ControlOrMeta+v")
    expect(visit.line).to_have_value(SIZE * 2)
    talk = visit.panel.locator(".talk")
    before = talk.evaluate("(e) => e.scrollTop")
    talk.hover()
    visit.page.mouse.wheel(0, -200)
    visit.page.wait_for_function(
        "(at) => document.querySelector('footnote-widget').shadowRoot.querySelector('.talk').scrollTop < at", arg=before
    )


def test_a_page_that_draws_itself_anew_keeps_the_widget_and_the_conversation(visit: Visit) -> None:
    visit.shifts_itself = True
    visit.go("/plain").open().ask(SIZE)
    for anew in (
        "document.body.innerHTML = '<h1>Another page</h1>'",
        "document.body.replaceWith(Object.assign(document.createElement('body'), { textContent: 'A third' }))",
    ):
        visit.page.evaluate(f"() => {{ {anew}; history.pushState(null, '', '/other'); }}")
        expect(visit.panel).to_be_visible()
        assert visit.page.evaluate("document.querySelector('footnote-widget').matches(':popover-open')")
        visit.ask(SIZE)
    expect(visit.panel.locator(".turn")).to_have_count(3)
    visit.page.evaluate("() => { document.body.innerHTML = ''; footnote.destroy(); }")
    visit.page.wait_for_timeout(100)
    expect(visit.page.locator("footnote-widget")).to_have_count(0)


def test_the_tag_twice_before_the_page_is_there_makes_one_widget(visit: Visit) -> None:
    visit.go("/twice").open().ask(SIZE)
    expect(visit.page.locator("footnote-widget")).to_have_count(1)


def test_a_tag_before_its_place_waits_for_it(visit: Visit) -> None:
    visit.shifts_itself = True  # the place is in the middle of a paragraph
    visit.page.goto(f"{visit.servers.host_url}/twice?target=%23size")
    visit.page.locator("#size").scroll_into_view_if_needed()
    expect(visit.page.locator("#size footnote-widget .panel")).to_be_visible()


def test_a_later_tag_with_another_report_asks_that_one(visit: Visit) -> None:
    visit.expected = ("Failed to load resource",)  # there is none of that name
    visit.go("/empty").open()
    visit.page.evaluate(
        """() => { const [old] = document.querySelectorAll('script[data-site]');
            const tag = Object.assign(document.createElement('script'), { src: old.src });
            Object.assign(tag.dataset, old.dataset, { report: 'another' }); document.body.append(tag); }"""
    )
    expect(visit.panel.locator(".welcome .notice")).to_have_text("There is no such report here.")
    assert visit.requests[-1].endswith("/v1/widget?report=another")


def test_the_focus_goes_back_to_what_opened_it(visit: Visit) -> None:
    visit.go("/empty")
    visit.page.evaluate(
        """() => { const own = document.createElement('button'); own.id = 'own'; own.dataset.footnoteOpen = '';
            own.style.position = 'absolute'; document.body.append(own); own.focus(); }"""
    )
    visit.page.keyboard.press("Enter")
    expect(visit.line).to_be_focused()
    visit.page.keyboard.press("Escape")
    expect(visit.page.locator("#own")).to_be_focused()
    visit.open().page.keyboard.press("Escape")
    expect(visit.launcher).to_be_focused()


def test_nothing_moves_on_a_small_phone_when_the_report_s_title_and_an_answer_come_late(visit: Visit) -> None:
    visit.page.add_init_script(  # what moves within half a second of a key is not counted
        "const own = fetch; fetch = async (...of) => (await new Promise((go) => setTimeout(go, 600)), own(...of));"
    )
    visit.go("/empty?language=de", ViewportSize(width=360, height=740)).open().ask(SIZE)
    expect(visit.panel.get_by_role("checkbox")).to_be_visible()
    visit.page.wait_for_timeout(100)
