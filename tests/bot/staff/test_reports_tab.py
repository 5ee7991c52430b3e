"""The tab of reports in a real Chromium, by itself: a report is uploaded, looked at and taken through its life."""

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import gradio as gr
import pytest
from fastapi import FastAPI
from playwright.sync_api import Page, ViewportSize, expect, sync_playwright

from bot.listen import Server, address, bind
from bot.staff.reports import Who
from bot.staff.reports_tab import reports_tab
from bot.ui.theme import theme
from ingest.settings import IngestSettings
from tests.bot.staff.desks import ANN, TEXT, Desk, desk

ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
DESKTOP, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)


def mounted(at: Desk, who: list[Who | None]) -> FastAPI:
    """The tab on a page of its own, for whoever ``who`` says."""

    async def mount() -> FastAPI:
        with gr.Blocks(title="Reports", analytics_enabled=False) as blocks:
            reports_tab(blocks, at.reports, lambda request: who[0])
        blocks.queue(api_open=False)
        app: FastAPI = gr.mount_gradio_app(
            FastAPI(), blocks, path="/staff", theme=theme(), footer_links=[], run_history=False,
            enable_monitoring=False, ssr_mode=False, show_error=False, mcp_server=False, pwa=False,
            max_file_size=at.reports.largest, allowed_paths=[], blocked_paths=["/"],
        )  # fmt: skip
        return app

    return asyncio.run(mount())


@pytest.fixture(scope="module")
def signed_in() -> list[Who | None]:
    return [ANN]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    data = tmp_path_factory.mktemp("staff") / "data"
    with desk(IngestSettings(data_dir=data, embedding_model="hash")) as at:
        yield at


@pytest.fixture(scope="module")
def url(opened: Desk, signed_in: list[Who | None]) -> Iterator[str]:
    listening, ready = bind("127.0.0.1", 0), threading.Event()
    with ThreadPoolExecutor(1) as aside:  # Playwright's loop runs in this thread
        app = aside.submit(mounted, opened, signed_in).result()
    server = Server(app, ready.set)
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    assert ready.wait(30)
    yield f"{address(listening)}/staff/"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def page(chromium: str, url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with sync_playwright() as playwright:
        profile: Path = tmp_path_factory.mktemp("profile")
        context = playwright.chromium.launch_persistent_context(profile, executable_path=chromium, args=ARGUMENTS)
        page = context.new_page()
        page.set_viewport_size(DESKTOP)
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(url)
        yield page
        context.close()
        assert complaints == []


def upload(page: Page, name: str, text: str) -> None:
    sent = {"name": name, "mimeType": "text/markdown", "buffer": text.encode()}
    page.locator("#reports-file input[type=file]").set_input_files([sent])  # type: ignore[list-item]


def test_a_report_lives_through_the_page(page: Page, opened: Desk) -> None:
    expect(page.get_by_text("There is no report yet")).to_be_visible()
    upload(page, "kites.md", TEXT.format("2.5"))
    expect(page.locator("#reports-progress")).to_contain_text("is a draft of 'kites'")
    expect(page.locator("#reports-versions .state")).to_have_text(["draft"])
    expect(page.locator("#reports-details")).to_contain_text("All was understood")
    page.get_by_label("Try it out: ask this version").fill("How big was the market in 2025?")
    page.get_by_label("Try it out: ask this version").press("Enter")
    expect(page.locator("#reports-answer")).to_contain_text("2.5")
    page.get_by_role("button", name="Publish").click()
    expect(page.locator("#reports-told")).to_contain_text("answers now")
    expect(page.locator("#reports-versions .state")).to_have_text(["live"])

    upload(page, "kites.md", TEXT.format("2.7"))
    expect(page.locator("#reports-details")).to_contain_text("0 new, 1 changed")
    page.get_by_role("button", name="Publish").click()
    expect(page.locator("#reports-versions .state")).to_have_text(["live", "kept to roll back to"])

    page.get_by_role("button", name="Roll back").click()
    expect(page.get_by_text("Roll back 'kites'?")).to_be_visible()
    page.get_by_role("button", name="No, leave it").click()
    expect(page.get_by_text("Roll back 'kites'?")).to_be_hidden()
    assert opened.library.report("kites").sections[0].text.count("2.7") == 1
    page.get_by_role("button", name="Roll back").click()
    page.get_by_role("button", name="Yes").click()
    expect(page.locator("#reports-told")).to_contain_text("rolled back")
    assert opened.library.report("kites").sections[0].text.count("2.5") == 1

    page.get_by_role("button", name="Take down").click()
    page.get_by_role("button", name="Yes").click()
    expect(page.locator("#reports-versions .state")).to_have_text(["kept to roll back to", "taken down"])
    assert opened.library.reports() == ()
    assert {event.by for event in opened.reports.history(ANN, "kites")} == {"Ann"}


def test_what_cannot_be_taken_in_is_told(page: Page) -> None:
    upload(page, "kites.md", "# Kites\n")
    expect(page.locator("#reports-progress")).to_contain_text("was not taken in")
    expect(page.locator("#reports-progress")).to_contain_text("no text and no table")


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_nothing_is_wider_than_the_screen(page: Page, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.reload()
    expect(page.locator("#reports-versions .state").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_who_is_not_signed_in_sees_nothing(page: Page, signed_in: list[Who | None]) -> None:
    signed_in[0] = None
    page.reload()
    expect(page.locator("#reports-told")).to_contain_text("Sign in first")
    expect(page.locator("#reports-versions .state")).to_have_count(0)
    signed_in[0] = ANN
