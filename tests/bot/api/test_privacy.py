"""The privacy page is there for everybody, and loads and runs nothing."""

import re

import pytest
from playwright.sync_api import ViewportSize, sync_playwright
from starlette.testclient import TestClient

from bot.api.app import api
from bot.api.privacy import POLICY
from bot.privacy.notice import LANGUAGES
from bot.records import Records
from bot.settings import BotSettings
from tests.bot.fakes import FakeBot
from tests.bot.serving import served
from tests.bot.test_page_browser import ARGUMENTS


def app_of(records: Records, **settings: object) -> TestClient:
    closed = {"host": "0.0.0.0", "privacy_contact": "dpo@shop.example"} | settings
    return TestClient(api(FakeBot(), BotSettings.model_validate(closed), records), base_url="http://bot.example")


def test_nobody_needs_a_key(records: Records) -> None:
    client = app_of(records)
    assert client.get("/v1/reports").status_code == 401
    response = client.get("/privacy", headers={"Accept-Language": "de-AT,de;q=0.9"})
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["content-security-policy"] == POLICY
    assert response.headers["content-language"] == "de" and "set-cookie" not in response.headers
    assert "365 Tage" in response.text and 'href="mailto:dpo@shop.example"' in response.text


def test_it_may_do_nothing_but_be_read() -> None:
    assert POLICY.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in POLICY and "script" not in POLICY and "frame-ancestors 'none'" in POLICY


def test_arabic_is_written_from_the_right(records: Records) -> None:
    page = app_of(records).get("/privacy?language=ar").text
    assert '<html lang="ar" dir="rtl">' in page
    assert page.count('aria-current="page"') == 1


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("Privacy desk, 1 Quay Street", "<bdi>Privacy desk, 1 Quay Street</bdi>"),
        ("https://shop.example/privacy", '<a href="https://shop.example/privacy"'),
        ("<script>alert(1)</script>", "&lt;script&gt;"),
        ("javascript:alert(1)", "<bdi>javascript:alert(1)</bdi>"),
        ('a@b.example"onclick="x', "&#34;onclick"),
    ],
)
def test_a_contact_is_text(records: Records, contact: str, shown: str) -> None:
    page = app_of(records, privacy_contact=contact).get("/privacy").text
    assert shown in page and "<script" not in page


def test_what_is_sent_is_not_repeated(records: Records) -> None:
    page = app_of(records).get("/privacy?language=%3Cscript%3E", headers={"Accept-Language": "xyzzy"})
    assert page.status_code == 200 and "xyzzy" not in page.text and "<script" not in page.text
    assert app_of(records).get(f"/privacy?language={'x' * 50}").status_code == 422


def test_it_fits_a_phone_and_asks_for_nothing_else(records: Records, chromium: str) -> None:
    app = api(FakeBot(), BotSettings(), records)
    with served(app) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for language in LANGUAGES:
            for width in (320, 1200):
                page = browser.new_page(viewport=ViewportSize(width=width, height=800))
                asked, complaints = list[str](), list[str]()
                page.on("request", lambda request, asked=asked: asked.append(request.url))
                page.on("console", lambda message, complaints=complaints: complaints.append(message.text))
                page.goto(f"{url}/privacy?language={language}")
                assert page.evaluate("document.documentElement.scrollWidth") <= width
                assert len([each for each in asked if not each.startswith("data:")]) == 1 and complaints == []
                assert re.search("serif", page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily"))
                page.close()
        browser.close()
