"""Who is let in, and as whom."""

import base64
from collections.abc import Iterator

import pytest
from starlette.datastructures import Headers
from starlette.testclient import TestClient

from bot.api.app import api
from bot.api.gate import OPEN_PATHS, token_of
from bot.keys import Keys, Scope
from bot.reader import Reader
from bot.records import Records
from bot.settings import BotSettings
from bot.ui.page import mount_page
from tests.bot.fakes import FakeBot
from tests.bot.local import local_client

ASK = {"question": "How big is the market?"}


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def password(token: str, user: str = "anybody") -> dict[str, str]:
    return {"Authorization": f"Basic {base64.b64encode(f'{user}:{token}'.encode()).decode()}"}


@pytest.fixture
def keys(records: Records) -> Keys:
    return Keys(records.engine)


@pytest.fixture
def closed(bot: FakeBot, records: Records) -> Iterator[TestClient]:
    """A server on all addresses, with its page."""
    settings = BotSettings(host="0.0.0.0")
    app = mount_page(api(bot, settings, records), bot, records, settings)
    with local_client(app, raise_server_exceptions=False) as client:
        yield client


def paths_of(client: TestClient) -> list[tuple[str, str]]:
    schema = client.get("/openapi.json").json()["paths"]
    return [(method.upper(), path) for path, methods in schema.items() for method in methods]


def test_without_a_key_nothing_is_told(closed: TestClient, bot: FakeBot) -> None:
    pages = [
        ("GET", "/"),
        ("GET", "/config"),
        ("POST", "/gradio_api/queue/join"),
        ("GET", "/v1/xyzzy"),
        ("POST", "/mcp"),
    ]
    for method, path in (*paths_of(closed), *pages):
        response = closed.request(method, path, json=ASK)
        if path in OPEN_PATHS:
            assert response.status_code in (200, 503), path
            continue
        assert response.status_code == 401, path
        assert response.headers["content-type"] == "application/problem+json"
        assert response.headers["www-authenticate"] == "Bearer"  # a browser asks in no window of its own
    assert bot.asked == [] and bot.readers == []


@pytest.mark.parametrize("how", [bearer, password])
def test_a_key_lets_in_its_reader(closed: TestClient, keys: Keys, bot: FakeBot, how: type) -> None:
    key, token = keys.create("shop", "licensed", ("tidal-energy",))
    assert closed.post("/v1/ask", json=ASK, headers=how(token)).status_code == 200
    assert closed.get("/", headers=how(token)).status_code == 200
    assert bot.readers == [Reader(name=key.id, licensed=True, reports=frozenset(["tidal-energy"]))]


@pytest.mark.parametrize(
    "sent", ["", "footnote_x", "xyzzy", "footnote_5f0c21aa_4d404d27e15c5319f9aa7594248a9c2eceef2994818d4d721ab7b27d"]
)
def test_a_key_of_ones_own_making_is_refused_and_not_repeated(closed: TestClient, sent: str) -> None:
    for headers in (bearer(sent), password(sent), {"Authorization": sent}, {"Authorization": "Basic %%%"}):
        response = closed.post("/v1/ask", json=ASK, headers=headers)
        assert response.status_code == 401
        assert not sent or sent not in response.text


def test_a_revoked_key_is_refused_at_once(closed: TestClient, keys: Keys) -> None:
    _, token = keys.create("shop", "public")
    assert closed.get("/v1/reports", headers=bearer(token)).status_code == 200
    keys.revoke("shop")
    assert closed.get("/v1/reports", headers=bearer(token)).status_code == 401


@pytest.mark.parametrize(("licensed", "reader"), [(False, Reader()), (True, Reader(licensed=True))])
def test_an_open_server_asks_for_no_key(records: Records, bot: FakeBot, licensed: bool, reader: Reader) -> None:
    client = local_client(api(bot, BotSettings(licensed=licensed), records))
    for headers in ({}, bearer("none"), bearer("sk-0000"), password("guess")):
        assert client.post("/v1/ask", json=ASK, headers=headers).status_code == 200
    assert bot.readers == [reader] * 4


@pytest.mark.parametrize(("scope", "licensed"), [("public", False), ("licensed", True)])
def test_a_key_narrows_what_an_open_server_tells(
    records: Records, keys: Keys, bot: FakeBot, scope: Scope, licensed: bool
) -> None:
    client = local_client(api(bot, BotSettings(licensed=True), records))
    key, token = keys.create("shop", scope)
    client.post("/v1/ask", json=ASK, headers=bearer(token))
    assert bot.readers == [Reader(name=key.id, licensed=licensed)]
    keys.revoke("shop")
    assert client.post("/v1/ask", json=ASK, headers=bearer(token)).status_code == 401  # not taken for anybody
    assert client.get("/healthz", headers=bearer(token)).status_code == 200


def test_a_site_that_may_call_is_told_so_before_it_sends_its_key(records: Records, keys: Keys) -> None:
    settings = BotSettings(host="0.0.0.0", allowed_origins=("https://shop.example",))
    client = local_client(api(FakeBot(), settings, records))
    origin = {"Origin": "https://shop.example"}
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type"}
    assert client.options("/v1/ask", headers=origin | asked).status_code == 200
    assert client.post("/v1/ask", json=ASK, headers=origin).headers["access-control-allow-origin"] == origin["Origin"]


@pytest.mark.parametrize(
    ("header", "token"),
    [
        ("Bearer abc", "abc"), ("bearer  abc ", "abc"), ("Bearer", None), ("Token abc", None), ("", None),
        ("Basic dXNlcjphYmM=", "abc"), ("Basic dXNlcg==", None), ("Basic =", None), ("Basic /w==", None),
    ],
)  # fmt: skip
def test_a_key_is_a_bearer_or_a_password(header: str, token: str | None) -> None:
    assert token_of(Headers({"authorization": header})) == token


@pytest.mark.parametrize(
    ("opened", "headers", "status"),
    [
        (None, {}, 200),
        (None, {"Host": "localhost:8000"}, 200),
        (None, {"Host": "0.0.0.0:8000"}, 200),
        (None, {"Host": "evil.example:8000"}, 401),
        (None, {"X-Forwarded-For": "192.0.2.1"}, 401),
        (True, {"Host": "reports.example", "X-Forwarded-For": "192.0.2.1"}, 200),
        (False, {}, 401),
    ],
)
def test_a_local_server_is_open_to_its_own_machine_by_its_own_name(
    bot: FakeBot, records: Records, opened: bool | None, headers: dict[str, str], status: int
) -> None:
    response = local_client(api(bot, BotSettings(open=opened), records)).get("/v1/reports", headers=headers)
    assert response.status_code == status
    if status == 401 and opened is None:
        assert "BOT_OPEN=true" in response.json()["detail"]
