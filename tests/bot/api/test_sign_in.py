"""The readers of a closed server sign in to the chat page with their key, and programs go on to send it."""

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from bot.api.app import api
from bot.keys import Keys, Scope
from bot.reader import Reader
from bot.records import Records
from bot.settings import BotSettings
from bot.ui.page import mount_page
from tests.bot.fakes import FakeBot
from tests.bot.local import local_client
from tests.bot.staff.conftest import OWN

ASK = {"question": "How big is the market?"}
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture
def keys(records: Records) -> Keys:
    return Keys(records.engine)


@pytest.fixture
def closed(bot: FakeBot, records: Records) -> Iterator[TestClient]:
    """A closed server with its page, and a client that follows no redirection."""
    settings = BotSettings(open=False)
    app = mount_page(api(bot, settings, records), bot, records, settings)
    with local_client(app, raise_server_exceptions=False) as client:
        client.follow_redirects = False
        yield client


def sign_in(client: TestClient, token: str) -> None:
    response = client.post("/sign-in", data={"key": token}, headers=OWN)
    assert (response.status_code, response.headers["location"]) == (303, "/")


def test_a_browser_is_led_to_sign_in_and_a_program_gets_its_problem(closed: TestClient) -> None:
    led = closed.get("/?report=x&next=https://evil.example", headers=BROWSER)
    assert (led.status_code, led.headers["location"], led.headers["cache-control"]) == (303, "/sign-in", "no-store")
    for path, headers in (("/", {}), ("/", BROWSER | {"Authorization": "Bearer x"}), ("/config", BROWSER)):
        response = closed.get(path, headers=headers)
        assert response.status_code == 401
        assert response.headers["content-type"] == "application/problem+json"
    assert closed.post("/", headers=BROWSER).status_code == 401


def test_the_page_runs_nothing_and_loads_its_style_alone(closed: TestClient) -> None:
    page = closed.get("/sign-in")
    policy = page.headers["content-security-policy"]
    assert page.status_code == 200 and "unsafe" not in policy and "frame-ancestors 'none'" in policy
    assert set(re.findall(r'(?:href|action|src)="([^"]*)"', page.text)) == {"data:,", "/sign-in.css", "/sign-in"}
    assert closed.get("/sign-in.css").headers["content-type"].startswith("text/css")


@pytest.mark.parametrize("scope", ["public", "licensed", "staff"])
def test_a_session_reads_what_its_key_does(closed: TestClient, keys: Keys, bot: FakeBot, scope: Scope) -> None:
    key, token = keys.create("shop", scope, ("tidal-energy",))
    sign_in(closed, token)
    assert closed.get("/", headers=BROWSER).status_code == 200
    assert closed.get("/config").status_code == 200
    assert closed.post("/v1/ask", json=ASK, headers=OWN).status_code == 200
    assert bot.readers == [key.reader]


def test_the_cookie_is_not_for_scripts_nor_for_what_other_sites_send(closed: TestClient, keys: Keys) -> None:
    token = keys.create("shop", "public")[1]
    response = closed.post("/sign-in", data={"key": token}, headers=OWN)
    cookie = response.headers["set-cookie"].lower()
    assert all(part in cookie for part in ("httponly", "samesite=lax", "path=/;", "max-age=43200"))
    assert "secure" not in cookie and token not in cookie
    https = closed.post("/sign-in", data={"key": token}, headers={"Origin": "https://127.0.0.1:8000"})
    assert "; secure" in https.headers["set-cookie"].lower()


@pytest.mark.parametrize("origin", [None, "null", "https://evil.example", "http://127.0.0.1:8001"])
def test_no_other_site_s_page_gives_orders(closed: TestClient, keys: Keys, bot: FakeBot, origin: str | None) -> None:
    token = keys.create("shop", "public")[1]
    sign_in(closed, token)
    headers = {"Origin": origin} if origin else {}
    for path in ("/sign-in", "/sign-out"):
        response = closed.post(path, data={"key": token}, headers=headers)
        assert (response.status_code, response.json()["type"]) == (403, "another-site")
    for path in ("/v1/ask", "/gradio_api/queue/join"):
        assert closed.post(path, json=ASK, headers=headers).status_code == 401
    assert bot.readers == []
    assert closed.get("/config").status_code == 200


@pytest.mark.parametrize("sent", ["", "wrong", "<script>alert(1)</script>", "site_" + "0" * 24])
def test_a_wrong_key_is_refused_and_not_repeated(closed: TestClient, sent: str) -> None:
    response = closed.post("/sign-in", data={"key": sent}, headers=OWN)
    assert response.status_code == 403
    assert "That is no key in use" in response.text and "set-cookie" not in response.headers
    assert not sent or sent not in response.text


@pytest.mark.parametrize("cookie", ["", "x", "a" * 4000])
def test_no_made_up_session_gets_in(closed: TestClient, cookie: str) -> None:
    assert closed.get("/config", headers={"Cookie": f"footnote_reader={cookie}"}).status_code == 401


def test_it_ends_with_its_key_and_with_signing_out(closed: TestClient, keys: Keys) -> None:
    sign_in(closed, keys.create("first", "public")[1])
    cookie = {"Cookie": f"footnote_reader={closed.cookies['footnote_reader']}"}
    gone = closed.post("/sign-out", headers=OWN)
    assert (gone.status_code, gone.headers["location"]) == (303, "/sign-in")
    assert closed.get("/config", headers=cookie).status_code == 401
    sign_in(closed, keys.create("second", "public")[1])
    keys.revoke("second")
    assert closed.get("/config").status_code == 401
    assert closed.get("/", headers=BROWSER).headers["location"] == "/sign-in"
    assert closed.post("/sign-out", headers=OWN).status_code == 303


def test_a_key_that_is_sent_counts_before_a_session(closed: TestClient, keys: Keys, bot: FakeBot) -> None:
    sign_in(closed, keys.create("own", "licensed")[1])
    other, token = keys.create("other", "public")
    assert closed.post("/v1/ask", json=ASK, headers=OWN | {"Authorization": f"Bearer {token}"}).status_code == 200
    assert bot.readers == [other.reader]
    assert closed.get("/v1/reports", headers={"Authorization": "Bearer footnote_x"}).status_code == 401


def test_who_needs_no_key_may_show_one(records: Records, keys: Keys, bot: FakeBot) -> None:
    settings = BotSettings()
    key, token = keys.create("shop", "licensed")
    with local_client(mount_page(api(bot, settings, records), bot, records, settings)) as client:
        sign_in_at = client.post("/sign-in", data={"key": token}, headers=OWN, follow_redirects=False)
        assert sign_in_at.status_code == 303
        client.post("/v1/ask", json=ASK, headers=OWN)
        client.post("/v1/ask", json=ASK)
    assert bot.readers == [key.reader, Reader()]


def test_tries_are_counted(records: Records, bot: FakeBot) -> None:
    settings = BotSettings(open=False, rate_limit="3/minute")
    with local_client(mount_page(api(bot, settings, records), bot, records, settings)) as client:
        tries = [client.post("/sign-in", data={"key": "x"}, headers=OWN).status_code for _ in range(5)]
    assert tries == [403, 403, 403, 429, 429]
