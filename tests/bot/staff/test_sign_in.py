"""One signs in with a staff key, by a form that other pages cannot send, and is remembered by a cookie of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.api.sign_in import AT_STAFF, sign_in_html
from bot.app import build_app
from bot.keys import Key
from bot.records import Records
from bot.settings import BotSettings
from tests.bot.fakes import FakeBot
from tests.bot.local import local_client
from tests.bot.staff.conftest import OWN

NewKey = Callable[..., tuple[Key, str]]


def test_the_page_runs_nothing_and_loads_its_style_alone(app_client: TestClient) -> None:
    page = app_client.get("/staff/sign-in")
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "form-action 'self'" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy and "<script" not in page.text and "style=" not in page.text
    assert app_client.get("/staff/sign-in.css").headers["content-type"].startswith("text/css")


def test_the_cookie_is_for_the_staff_page_of_this_server_alone(app_client: TestClient, new_key: NewKey) -> None:
    _, token = new_key()
    response = app_client.post("/staff/sign-in", data={"key": token}, headers=OWN)
    assert (response.status_code, response.headers["location"]) == (303, "/staff/")
    cookie = response.headers["set-cookie"].lower()
    assert all(part in cookie for part in ("httponly", "samesite=strict", "path=/staff", "max-age=43200"))
    assert "secure" not in cookie and token not in cookie
    assert app_client.get("/staff/").status_code == 200


def test_over_https_the_cookie_is_sent_over_https_only(app_client: TestClient, new_key: NewKey) -> None:
    _, token = new_key()
    https = {"Origin": "https://127.0.0.1:8000"}
    assert (
        "; secure"
        in app_client.post("/staff/sign-in", data={"key": token}, headers=https).headers["set-cookie"].lower()
    )


@pytest.mark.parametrize("sent", ["", "wrong", "<script>alert(1)</script>", "footnote_00000000_" + "0" * 56])
def test_a_wrong_key_is_refused_and_not_repeated(app_client: TestClient, sent: str) -> None:
    response = app_client.post("/staff/sign-in", data={"key": sent}, headers=OWN)
    assert response.status_code == 403
    assert "That is no staff key in use" in response.text
    assert not sent or sent not in response.text
    assert "set-cookie" not in response.headers


def test_a_reader_s_key_does_not_open_it(app_client: TestClient, new_key: NewKey) -> None:
    _, token = new_key("licensed")
    assert app_client.post("/staff/sign-in", data={"key": token}, headers=OWN).status_code == 403


def test_a_form_that_cannot_be_read_is_a_wrong_key(app_client: TestClient) -> None:
    for body in (b"\xff\xfe", b"key", b"key=%ff", b"{}"):
        assert app_client.post("/staff/sign-in", content=body, headers=OWN).status_code == 403


def test_signing_out_ends_the_session_on_the_server(app_client: TestClient, sign_in: Callable[..., Key]) -> None:
    sign_in()
    cookie = app_client.cookies["footnote_staff"]
    response = app_client.post("/staff/sign-out", headers=OWN)
    assert (response.status_code, response.headers["location"]) == (303, "/staff/sign-in")
    assert app_client.get("/staff/config", headers={"Cookie": f"footnote_staff={cookie}"}).status_code == 401


def test_tries_are_counted(tmp_path: Path) -> None:
    records = Records(f"sqlite:///{tmp_path / 'counted.sqlite'}")
    with local_client(build_app(FakeBot(), BotSettings(rate_limit="3/minute"), records)) as client:
        tries = [client.post("/staff/sign-in", data={"key": "x"}, headers=OWN).status_code for _ in range(5)]
    records.close()
    assert tries == [403, 403, 403, 429, 429]


def test_why_a_key_was_refused_is_said_as_text() -> None:
    assert "<b>" not in sign_in_html(AT_STAFF, "<b>no</b>")
    assert 'role="alert"' in sign_in_html(AT_STAFF, "no") and "aria-invalid" not in sign_in_html(AT_STAFF)
