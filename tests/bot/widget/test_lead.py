"""A visitor who wants a person."""

from playwright.sync_api import Route, expect

from tests.bot.widget.conftest import Visit
from tests.bot.widget.test_states import refusing

OPEN = "What is the weather?"


def test_a_lead_is_confirmed_once_it_is_stored(visit: Visit) -> None:
    visit.expected = ("Failed to load resource",)  # the first try may be too quick for a person's
    visit.go("/hostile").page.evaluate("() => { window.left = []; footnote.on('lead', (lead) => left.push(lead)); }")
    visit.open().ask(OPEN)
    expect(visit.panel.locator(".turn .notice")).to_be_visible()
    visit.panel.get_by_role("button", name="Ask a person").click()
    form = visit.panel.locator("form.contact")
    expect(form.locator(".left-open")).to_contain_text(OPEN)
    consent = form.get_by_role("checkbox")
    expect(consent).not_to_be_checked()
    wording = form.locator(".agree label").inner_text()
    form.get_by_role("button", name="Send").click()
    expect(form.get_by_label("E-mail", exact=True)).to_be_focused()
    expect(form.locator(".complaint").first).to_have_text("Please write your e-mail address.")
    expect(form.get_by_label("E-mail", exact=True)).to_have_attribute("aria-invalid", "true")
    form.get_by_label("E-mail", exact=True).fill("ada@buyer.example")
    form.get_by_label("Company").fill("Buyer & Sons")
    form.get_by_role("button", name="Send").click()
    expect(consent).to_be_focused()
    assert visit.leads == []
    consent.check()
    form.get_by_role("button", name="Send").click()
    expect(visit.panel.locator(".sent")).to_contain_text("Your message has arrived")
    expect(visit.panel.locator(".sent")).to_contain_text("ada@buyer.example")
    status, lead = visit.leads[-1]
    assert status == 201
    assert lead.pop("token") and lead.pop("conversation")
    assert lead == {
        "email": "ada@buyer.example", "consent": wording, "company": "Buyer & Sons", "question": OPEN,
        "page": f"{visit.servers.host_url}/hostile", "website": "",
    }  # fmt: skip
    (told,) = visit.page.evaluate("left")
    assert told["id"] and told["received_at"]


def test_a_lead_that_was_not_stored_is_not_confirmed(visit: Visit) -> None:
    visit.expected = ("Failed to load resource",)
    visit.go("/empty").page.evaluate("() => { footnote.contact(); }")
    visit.page.route("**/v1/leads", lambda route: route.abort() if route.request.method == "POST" else route.fallback())
    form = visit.panel.locator("form.contact")
    form.get_by_label("E-mail", exact=True).fill("ada@buyer.example")
    form.get_by_role("checkbox").check()
    form.get_by_role("button", name="Send").click()
    expect(form.locator(".notice")).to_have_text("There is no connection. Please try again.")
    visit.page.unroute("**/v1/leads")
    form.get_by_role("button", name="Send").click()
    expect(visit.panel.locator(".sent")).to_be_visible()
    assert visit.leads[-1][0] == 201


def test_who_was_too_quick_is_waited_for(visit: Visit) -> None:
    visit.expected = ("Failed to load resource",)
    visit.go("/empty").page.evaluate("() => { footnote.contact(); }")
    refuse = refusing(429, Retry_After="3")
    tries: list[str] = []

    def once(route: Route) -> None:
        if route.request.method == "POST":
            tries.append(route.request.post_data_json["token"])
        if len(tries) < 2:
            refuse(route)
        else:
            route.fallback()

    visit.page.route("**/v1/leads", once)
    form = visit.panel.locator("form.contact")
    form.get_by_label("E-mail", exact=True).fill("ada@buyer.example")
    form.get_by_role("checkbox").check()
    form.get_by_role("button", name="Send").click()
    expect(visit.panel.locator(".sent")).to_be_visible()
    assert len(tries) == 2 and len(set(tries)) == 1  # with the same form


def test_the_field_that_only_machines_see_cannot_be_reached(visit: Visit) -> None:
    visit.go("/empty").page.evaluate("() => { footnote.contact(); }")
    trap = visit.panel.locator("[name=website]")
    expect(trap).to_have_attribute("tabindex", "-1")
    box = trap.locator("xpath=../..").bounding_box()
    assert box and box["width"] <= 1
