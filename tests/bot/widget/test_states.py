"""What the widget says when something is wrong, and what it keeps."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.bot.fakes import FIGURE, FIGURE_TEXT, REPORT
from tests.bot.widget.conftest import Visit

SIZE = "How big is the market?"
CORS = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "Retry-After"}
STEP = ("step", {"name": "retrieve", "text": "Looking in the report"})
PREFLIGHT = {**CORS, "Access-Control-Allow-Headers": "*", "Access-Control-Allow-Methods": "*"}


def refusing(status: int, kind: str = "no", **headers: str) -> Callable[[Route], None]:
    """Answers every request with a problem of a kind."""

    def answer(route: Route) -> None:
        if route.request.method == "OPTIONS":
            route.fulfill(status=204, headers=PREFLIGHT)
        else:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            route.fulfill(status=status, headers=CORS | named, json={"type": kind, "title": "No.", "status": status})

    return answer


def streaming(*events: tuple[str, object]) -> Callable[[Route], None]:
    """Answers every request with events."""
    return giving("".join(f"event: {name}\ndata: {json.dumps(data)}\n\n" for name, data in events), "text/event-stream")


def giving(body: str, media: str) -> Callable[[Route], None]:
    """Answers every request with a body."""

    def answer(route: Route) -> None:
        if route.request.method == "OPTIONS":
            route.fulfill(status=204, headers=PREFLIGHT)
        else:
            route.fulfill(headers=CORS | {"Content-Type": media}, body=body)

    return answer


@pytest.mark.parametrize(
    ("answer", "words"),
    [(refusing(429, Retry_After="45"), "That was a lot at once. Go on in 45 seconds."),
     (refusing(429, Retry_After="7200"), "That was all for today. Go on in 2 hours."),
     (refusing(429, "questions-of-the-day", Retry_After="900"), "That was all for today. Go on in 15 minutes."),
     (refusing(503, Retry_After="1"), "Too much is asked at the moment."),
     (refusing(401), "Questions cannot be asked on this page."),
     (refusing(403), "Questions cannot be asked on this page."),
     (refusing(422), "Too long. Characters at most: 1000"),
     (refusing(500), "Something went wrong here."),
     (lambda route: route.abort("internetdisconnected"), "There is no connection. Please try again."),
     (streaming(STEP, ("error", {"status": 503})), "Too much is asked at the moment."),
     (streaming(STEP), "There is no connection. Please try again."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_words(visit: Visit, answer: Callable[[Route], None], words: str) -> None:
    visit.expected = ("Failed to load resource",)
    visit.go("/empty").open()
    visit.page.route("**/v1/ask", answer)
    visit.line.fill(SIZE)
    visit.line.press("Enter")
    expect(visit.panel.locator(".turn .notice")).to_have_text(words)
    retry = visit.panel.get_by_role("button", name="Try again")
    visit.page.unroute("**/v1/ask")
    if retry.is_enabled():
        retry.click()
        expect(visit.panel.locator(".body")).to_contain_text("USD 1.87 billion")
        expect(visit.panel.locator(".turn")).to_have_count(1)


def test_where_no_question_may_be_asked_it_says_so_at_once(visit: Visit) -> None:
    visit.expected = ("Failed to load resource",)
    visit.page.route("**/v1/widget*", refusing(403))
    visit.go("/empty").open()
    expect(visit.panel.locator(".welcome .notice")).to_have_text("Questions cannot be asked on this page.")


def test_a_panel_that_could_not_be_loaded_is_tried_again(visit: Visit) -> None:
    visit.expected = ("Failed to load resource", "Failed to fetch", "ERR_FAILED")
    visit.page.route("**/widget/en.json*", lambda route: route.abort())
    visit.go("/empty").launcher.click()
    expect(visit.launcher).to_have_text("f1Ask this report ↻")
    visit.page.unroute("**/widget/en.json*")
    visit.open()


def test_a_slow_answer_is_explained_and_can_be_stopped(visit: Visit) -> None:
    visit.page.clock.install()
    visit.go("/empty").open()
    visit.page.route("**/v1/ask", lambda route: route.fallback() if route.request.method == "OPTIONS" else None)
    visit.line.fill(SIZE)
    visit.line.press("Enter")
    expect(visit.panel.locator(".steps li")).to_have_text(["Reading the question"])
    visit.page.clock.run_for(9_000)
    expect(visit.panel.locator(".body")).to_contain_text("This takes longer than usual.")
    visit.panel.get_by_role("button", name="Stop").click()
    expect(visit.panel.locator(".turn .notice")).to_have_text("Stopped.")
    expect(visit.panel.get_by_role("button", name="Ask", exact=True)).to_be_visible()


def test_the_steps_are_shown_before_the_answer(visit: Visit) -> None:
    visit.go("/empty").open()
    visit.page.evaluate(
        """() => { window.seen = [];
            const talk = document.querySelector('footnote-widget').shadowRoot.querySelector('.talk');
            const look = () => talk.querySelectorAll('.steps li').forEach((step) => window.seen.push(step.textContent));
            new MutationObserver(look).observe(talk, { childList: true, subtree: true }); }"""
    )
    visit.servers.bot.pause = 0.1
    visit.ask(SIZE)
    visit.servers.bot.pause = 0.0
    steps = ["Reading the question", "Looking in the report", "Checking every figure"]
    assert list(dict.fromkeys(visit.page.evaluate("window.seen"))) == steps
    expect(visit.panel.locator(".steps")).to_have_count(0)


def test_a_question_that_is_too_long_is_not_sent(visit: Visit) -> None:
    visit.go("/empty").open()
    expect(visit.panel.locator(".examples")).to_be_visible()
    visit.line.fill("x" * 1001)
    visit.line.press("Enter")
    expect(visit.panel.locator(".line .notice")).to_have_text("Too long. Characters at most: 1000")
    assert not [url for url in visit.requests if url.endswith("/v1/ask")]


def test_a_person_is_named_once_with_a_number_that_reads_from_left_to_right(visit: Visit) -> None:
    person = {
        "type": "handoff", "text": "Ask Solveig Brandt, Sales: s@desk.example, +47 22 00 00 00", "role": "Sales",
        "name": "Solveig Brandt", "email": "s@desk.example", "phone": "+47 22 00 00 00", "url": None,
    }  # fmt: skip
    visit.page.route("**/v1/ask", streaming(("done", FIGURE.model_dump() | {"blocks": [person], "conversation": "c"})))
    visit.go("/empty?language=ar").open().ask(SIZE)
    shown = visit.panel.locator(".person")
    expect(shown.locator("p")).to_have_text(["Solveig Brandt, Sales", "s@desk.example+47 22 00 00 00"])
    assert shown.locator("[href^=tel]").evaluate("(e) => getComputedStyle(e).direction") == "ltr"


SCRIPT = "javascript:alert(1)"
ATTACK = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>"\'`${window.pwned=1}{{7*7}}'


def test_whatever_is_said_is_shown_as_text(visit: Visit) -> None:
    cited = FIGURE.citations[0].model_dump() | {
        "title": ATTACK,
        "heading": [ATTACK],
        "quote": ATTACK,
        "url": SCRIPT,
    }
    said = {"text": ATTACK, "citations": [1], "calculation": None}
    point = {"label": ATTACK, "value": 1, "origin": "published", "citations": [1], "calculation": None}
    blocks = [
        {"type": "paragraph", "sentences": [said]},
        {"type": "list", "intro": said, "items": [said]},
        {"type": "table", "title": ATTACK, "header": [ATTACK], "rows": [{"cells": [ATTACK], "citations": [1]}]},
        {"type": "chart", "title": ATTACK, "unit": ATTACK, "points": [point]},
        {"type": "handoff", **dict.fromkeys(("text", "name", "role", "email", "phone"), ATTACK), "url": SCRIPT},
    ]  # fmt: skip
    answer = FIGURE.model_dump() | {
        "blocks": blocks, "citations": [cited], "text": ATTACK, "suggestions": [ATTACK], "conversation": "c",
    }  # fmt: skip
    visit.page.route(
        "**/v1/ask", streaming(("citation", cited), *(("block", block) for block in blocks), ("done", answer))
    )
    report = {"id": "r", "title": ATTACK, "publisher": ATTACK, "published": None, "url": ATTACK}
    invitation = {"report": report, "suggestions": [ATTACK], "privacy": SCRIPT, "max_question": 1000}
    visit.page.route("**/v1/widget*", giving(json.dumps(invitation), "application/json"))
    visit.page.route("**/v1/passages/**", refusing(404))
    visit.expected = ("Failed to load resource",)
    visit.go("/hostile").open()
    expect(visit.panel.locator("h2")).to_have_text(ATTACK)
    visit.ask(ATTACK)
    expect(visit.panel.locator(".body p").first).to_contain_text(ATTACK)
    visit.panel.locator(".cite").first.click()
    expect(visit.panel.locator(".card mark")).to_have_text(ATTACK)
    assert visit.page.evaluate("window.pwned") is None
    found = visit.panel.evaluate(
        "(e) => [...e.querySelectorAll('script, img, iframe, a[href^=\"javascript\" i]')].map((each) => each.outerHTML)"
    )
    assert found == []


def test_the_conversation_is_kept_over_a_page_change_where_the_visitor_agrees(visit: Visit) -> None:
    visit.go("/empty").open().ask(SIZE)
    assert visit.page.evaluate("[sessionStorage.length, localStorage.length]") == [0, 0]
    visit.go("/other")
    expect(visit.panel).to_have_count(0)
    visit.open()
    expect(visit.panel.locator(".turn")).to_have_count(0)
    visit.ask(SIZE).panel.get_by_label("Keep this while I browse the site").check()
    assert visit.page.evaluate("[sessionStorage.length, localStorage.length]") == [1, 0]
    visit.page.goto(f"{visit.servers.host_url}/plain")
    expect(visit.panel.locator(".question")).to_have_text(SIZE)  # it was open, and is again
    expect(visit.panel.locator(".body")).to_contain_text("USD 1.87 billion")
    expect(visit.panel.get_by_label("Keep this while I browse the site")).to_be_checked()
    visit.panel.get_by_role("button", name="Delete").click()
    expect(visit.panel.locator(".turn")).to_have_count(0)
    assert visit.page.evaluate("sessionStorage.length") == 0


def test_the_page_decides_about_keeping_where_it_says_so(visit: Visit) -> None:
    visit.go("/empty?storage=none").open().ask(SIZE)
    expect(visit.panel.get_by_role("checkbox")).to_have_count(0)
    visit.go("/empty?storage=session").open().ask(SIZE)
    assert visit.page.evaluate("sessionStorage.length") == 1


def test_a_thumb_is_kept_and_an_answer_is_copied_with_its_sources(visit: Visit) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.go("/empty").open().ask(SIZE)
    thumb = visit.panel.get_by_role("button", name="Helpful", exact=True)
    thumb.click()
    expect(thumb).to_have_attribute("aria-pressed", "true")
    expect(visit.panel.locator(".thanks")).to_have_text("Thank you")
    visit.panel.get_by_role("button", name="Copy with sources").click()
    expect(visit.panel.locator(".thanks")).to_have_text("Copied")
    copied = visit.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{FIGURE_TEXT} [1]\n\nSources\n[1] {REPORT.title}: Market size. “The tidal energy")
    assert f"{REPORT.url}#:~:text=" in copied


SPENT = {
    "status": "declined",
    "reason": None,
    "answerer": "allowance",
    "citations": [],
    "suggestions": [],
    "text": "No more of them can be quoted.",
    "blocks": [{"type": "paragraph", "sentences": [{"text": "No more of them can be quoted.", "citations": []}]}],
}


def test_that_no_more_may_be_quoted_is_said_in_the_visitor_s_language(visit: Visit) -> None:
    visit.go("/empty?lang=de").open()
    visit.page.route("**/v1/ask", streaming(STEP, ("done", FIGURE.model_dump() | SPENT)))
    visit.line.fill(SIZE)
    visit.line.press("Enter")
    expect(visit.panel.locator(".turn .notice")).to_have_text("Heute kann Ihnen nichts mehr zitiert werden.")
    expect(visit.panel.locator(".body")).not_to_contain_text("No more of them")


@pytest.mark.parametrize(("suggestions", "people"), [(["Kites", "Tides"], 0), ([], 1)])
def test_who_is_asked_back_is_not_sent_to_a_person(visit: Visit, suggestions: list[str], people: int) -> None:
    unclear = {"status": "declined", "reason": "unclear", "citations": [], "suggestions": suggestions}
    visit.go("/empty").open()
    visit.page.route("**/v1/ask", streaming(STEP, ("done", FIGURE.model_dump() | unclear)))
    visit.line.fill(SIZE)
    visit.line.press("Enter")
    expect(visit.panel.locator(".turn .notice")).to_have_text("It is not clear what to look for.")
    expect(visit.panel.locator(".turn").get_by_role("button", name="Ask a person")).to_have_count(people)
