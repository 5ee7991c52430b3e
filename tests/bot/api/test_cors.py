"""Which pages may call, and read what they are answered."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from bot.api.app import api
from bot.keys import Keys
from bot.records import Records
from bot.settings import BotSettings
from bot.sites import Site, Sites
from tests.bot.fakes import FakeBot

ASK = {"question": "How big is the market?"}
SHOP, OTHER, TRUSTED = "https://shop.example", "https://other.example", "https://trusted.example"
ALLOW = "access-control-allow-origin"


@pytest.fixture
def site(records: Records) -> Site:
    return Sites(records.engine).create("Shop", (SHOP,), visitor_limit=2)


@pytest.fixture
def client(bot: FakeBot, records: Records, site: Site) -> Iterator[TestClient]:
    Sites(records.engine).create("Other", (OTHER,))
    settings = BotSettings(host="0.0.0.0", open=True, allowed_origins=(TRUSTED,), rate_limit="8/minute", max_body_kb=4)
    with TestClient(
        api(bot, settings, records), base_url="http://bot.example", raise_server_exceptions=False
    ) as client:
        yield client


def bearer(key: str, origin: str = SHOP) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}", "Origin": origin}


def preflight(client: TestClient, path: str, origin: str, method: str = "POST", **more: str) -> dict[str, str]:
    asked = {"Origin": origin, "Access-Control-Request-Method": method}
    asked |= {"Access-Control-Request-Headers": "authorization,content-type"} | more
    response = client.options(path, headers=asked)
    assert (response.status_code == 200) is (ALLOW in response.headers)
    assert "Origin" in response.headers["vary"]
    assert "access-control-allow-credentials" not in response.headers
    return dict(response.headers)


def test_a_browser_may_ask_for_any_site_before_it_sends_the_key(client: TestClient) -> None:
    for origin in (SHOP, OTHER, TRUSTED):
        told = preflight(client, "/v1/ask", origin)
        assert told[ALLOW] == origin
        assert "Authorization" in told["access-control-allow-headers"]
    assert preflight(client, "/v1/conversations/c1", SHOP, "DELETE")[ALLOW] == SHOP
    assert preflight(client, "/v1/search", TRUSTED)[ALLOW] == TRUSTED


@pytest.mark.parametrize(
    ("path", "origin", "method"),
    [
        ("/v1/ask", "https://elsewhere.example", "POST"), ("/v1/ask", "null", "POST"), ("/v1/ask", "", "POST"),
        ("/v1/ask", "*", "POST"), ("/v1/ask", "https://shop.example:8443", "POST"),
        ("/v1/ask", "http://shop.example", "POST"), ("/v1/ask", "https://www.shop.example", "POST"),
        ("/v1/search", SHOP, "POST"), ("/v1/chat/completions", SHOP, "POST"), ("/mcp", SHOP, "POST"),
        ("/gradio_api/queue/join", SHOP, "POST"), ("/v1/ask", SHOP, "PUT"), ("/v1/ask", TRUSTED, "PATCH"),
    ],
)  # fmt: skip
def test_nobody_else_may(client: TestClient, path: str, origin: str, method: str) -> None:
    assert ALLOW not in preflight(client, path, origin, method)


def test_no_other_headers_and_no_way_into_a_private_network(client: TestClient) -> None:
    refused = {"Access-Control-Request-Private-Network": "true"}
    for origin in (SHOP, TRUSTED):
        assert ALLOW not in preflight(client, "/v1/ask", origin, **refused)
        assert ALLOW not in preflight(client, "/v1/ask", origin, **{"Access-Control-Request-Headers": "x-other"})


def test_a_page_reads_what_its_own_sites_key_is_answered(client: TestClient, site: Site) -> None:
    response = client.post("/v1/ask", json=ASK, headers=bearer(site.id))
    assert response.headers[ALLOW] == SHOP
    assert "Origin" in response.headers["vary"]
    assert "Retry-After" in response.headers["access-control-expose-headers"]
    assert "access-control-allow-credentials" not in response.headers
    streamed = client.post("/v1/ask", json=ASK, headers=bearer(site.id) | {"Accept": "text/event-stream"})
    assert streamed.headers[ALLOW] == SHOP and "event: done" in streamed.text


def test_a_page_of_another_site_reads_nothing(client: TestClient, site: Site, records: Records) -> None:
    for origin in (OTHER, "https://elsewhere.example", "null"):
        response = client.post("/v1/ask", json=ASK, headers=bearer(site.id, origin))
        assert response.status_code == 403 and ALLOW not in response.headers
    _, token = Keys(records.engine).create("k", "public")
    for headers in ({"Origin": SHOP}, bearer(token)):  # anybody's answer, and a program's
        assert ALLOW not in client.post("/v1/ask", json=ASK, headers=headers).headers


def test_a_page_can_say_what_went_wrong(client: TestClient, site: Site, bot: FakeBot) -> None:
    def status(response: object) -> int:
        headers, code = getattr(response, "headers"), getattr(response, "status_code")  # noqa: B009
        assert headers[ALLOW] == SHOP, code
        assert headers["content-type"] == "application/problem+json"
        return int(code)

    headers = bearer(site.id)
    assert status(client.get("/v1/reports", headers=headers)) == 403
    assert status(client.get("/v1/conversations/none", headers=headers)) == 404
    assert status(client.post("/v1/ask", content=b"x" * 5000, headers=headers)) == 413
    assert status(client.post("/v1/ask", json={}, headers=headers)) == 422
    bot.scripts["how big"] = None  # type: ignore[assignment]
    assert status(client.post("/v1/ask", json=ASK, headers=headers)) == 500
    client.post("/v1/ask", json={"question": "Which players?"}, headers=headers)
    limited = client.post("/v1/ask", json=ASK, headers=headers)
    assert status(limited) == 429 and limited.json()["type"] == "questions-of-the-day"
    assert int(limited.headers["retry-after"]) > 0
    for _ in range(8):
        limited = client.post("/v1/ask", json=ASK, headers=headers)
    assert status(limited) == 429 and limited.json()["type"] == "too-many-requests"
    assert status(client.post("/v1/ask", json=ASK, headers=bearer("site_" + "0" * 24))) == 401


def test_a_page_is_told_that_its_key_is_out_of_use_where_it_may_be_told_anything(
    client: TestClient, records: Records, site: Site
) -> None:
    unknown = bearer("site_" + "0" * 24, "https://elsewhere.example")
    assert ALLOW not in client.post("/v1/ask", json=ASK, headers=unknown).headers


def test_without_records_no_page_is_let_through_and_the_others_are_served(
    client: TestClient, records: Records, site: Site
) -> None:
    with records.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE sites RENAME TO elsewhere")
    assert ALLOW not in preflight(client, "/v1/ask", SHOP)
    assert client.post("/v1/ask", json=ASK, headers=bearer(site.id)).status_code == 500
    assert client.get("/v1/reports").status_code == 200
