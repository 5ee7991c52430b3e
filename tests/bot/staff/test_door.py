"""Nothing of the staff page is there for who is not signed in, by whatever path, on an open local server too."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.routing import Mount
from starlette.testclient import TestClient

from bot.api.sign_in import AT_STAFF
from bot.app import build_app
from bot.keys import Key, Keys
from bot.records import Records
from bot.settings import BotSettings
from tests.bot.fakes import FakeBot
from tests.bot.local import local_client
from tests.bot.staff.conftest import OWN

NewKey = Callable[..., tuple[Key, str]]


def routes_of(app: FastAPI) -> Iterator[tuple[str, str]]:
    """Every method and path below /staff that anything answers to, with made-up parameters."""
    mounted = next(route.app for route in app.routes if isinstance(route, Mount) and route.path == "/staff")
    routers = [route.original_router for route in mounted.routes if hasattr(route, "original_router")]
    for route in (*mounted.routes, *(route for router in routers for route in router.routes)):
        path = re.sub(r"\{[^}]*\}", "x", getattr(route, "path", ""))
        for method in getattr(route, "methods", None) or ("GET", "POST"):
            yield method, f"/staff{path or '/'}"


def test_every_route_of_gradio_is_closed_without_a_session(app_client: TestClient) -> None:
    found = list(routes_of(app_client.app))
    assert len(found) > 60
    assert {"/staff/config", "/staff/gradio_api/queue/join", "/staff/gradio_api/upload"} <= {path for _, path in found}
    for method, path in found:
        response = app_client.request(method, path, headers=OWN)
        led = path in ("/staff", "/staff/") and method in ("GET", "HEAD")
        assert response.status_code == (303 if led else 401), (method, path, response.status_code)
        assert "gradio" not in response.text.lower()


@pytest.mark.parametrize(
    "path",
    [
        "/staff/config", "/staff//config", "/staff/./config", "/staff/x/../config", "/staff/%63onfig",
        "/staff/assets/a.js",
        "/staff/gradio_api/file=/etc/passwd", "/staff/gradio_api/queue/data?session_hash=a", "/staff/nothing",
        "/staff/export/questions.csv", "/staff/export/leads.csv", "/staff/export/nothing.csv", "/staff/export/",
    ],
)  # fmt: skip
def test_no_way_of_writing_a_path_gets_in(app_client: TestClient, path: str) -> None:
    response = app_client.get(path)
    assert response.status_code in (401, 404)
    assert "components" not in response.text and "asked_at" not in response.text


@pytest.mark.parametrize("cookie", ["", "x", "a" * 4000, "../../etc/passwd"])
def test_no_made_up_session_gets_in(app_client: TestClient, cookie: str) -> None:
    assert app_client.get("/staff/config", headers={"Cookie": f"{AT_STAFF.cookie}={cookie}"}).status_code == 401


def test_a_key_by_itself_opens_no_part_of_it(app_client: TestClient, new_key: NewKey) -> None:
    _, token = new_key()
    for path in ("/staff/config", "/staff/export/questions.csv"):
        assert app_client.get(path, headers={"Authorization": f"Bearer {token}"}).status_code == 401


def test_who_is_signed_in_gets_the_page(app_client: TestClient, sign_in: Callable[..., Key]) -> None:
    sign_in()
    page = app_client.get("/staff/")
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    assert app_client.get("/staff/config").json()["analytics_enabled"] is False


def test_a_revoked_key_closes_it_at_once(app_client: TestClient, sign_in: Callable[..., Key], kept: Records) -> None:
    key = sign_in()
    assert app_client.get("/staff/config").status_code == 200
    Keys(kept.engine).revoke(key.id)
    for path in ("/staff/config", "/staff/export/questions.csv"):
        assert app_client.get(path).status_code == 401


@pytest.mark.parametrize("origin", [None, "null", "https://evil.example", "http://127.0.0.1:8001", "http://[::1"])
@pytest.mark.parametrize(
    "path", ["/staff/gradio_api/queue/join", "/staff/gradio_api/upload", "/staff/sign-out", "/staff/sign-in"]
)
def test_no_other_site_s_page_gives_orders(
    app_client: TestClient, sign_in: Callable[..., Key], path: str, origin: str | None
) -> None:
    sign_in()
    response = app_client.post(path, headers={"Origin": origin} if origin else {}, data={"key": "x"})
    assert response.status_code == 403
    assert response.json()["type"] == "another-site"
    assert app_client.get("/staff/config").status_code == 200


def test_the_session_reaches_nothing_but_the_staff_page(app_client: TestClient, sign_in: Callable[..., Key]) -> None:
    sign_in()
    sent = app_client.build_request("GET", "/v1/reports").headers
    assert "cookie" not in sent


def test_a_session_of_the_chat_page_opens_nothing_of_it(app_client: TestClient, new_key: NewKey) -> None:
    _, token = new_key()
    assert app_client.post("/sign-in", data={"key": token}, headers=OWN).status_code == 303
    session = app_client.cookies["footnote_reader"]
    for cookies in ({}, {"Cookie": f"{AT_STAFF.cookie}={session}"}):
        assert app_client.get("/staff/config", headers=cookies).status_code == 401


def test_a_closed_server_lets_one_sign_in_and_nothing_else(tmp_path: Path) -> None:
    records = Records(f"sqlite:///{tmp_path / 'closed.sqlite'}")
    app = build_app(FakeBot(), BotSettings(open=False), records)
    with local_client(app) as client:
        client.follow_redirects = False
        assert client.get("/staff/sign-in").status_code == 200
        assert client.get("/staff").status_code == 303
        assert client.get("/staff/config").status_code == 401
        assert client.get("/staffing").status_code == 401
        assert client.get("/").status_code == 401
    records.close()
