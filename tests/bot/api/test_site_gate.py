"""A site's key opens what its widget needs, to the site's own pages, and nothing else to anybody."""

import base64
import time
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from bot.api.app import api
from bot.api.site_gate import is_for_sites
from bot.keys import Keys
from bot.reader import Reader
from bot.records import Records
from bot.settings import BotSettings
from bot.sites import Site, Sites
from bot.sites_in_use import FRESH_SECONDS
from bot.ui.page import mount_page
from tests.bot.fakes import FakeBot
from tests.bot.local import local_client

ASK = {"question": "How big is the market?"}
SHOP, BOT = "https://shop.example", "https://bot.example"
LETS_IN = [
    ("POST", "/v1/ask"), ("POST", "/v1/feedback"), ("POST", "/v1/leads"), ("GET", "/v1/leads/form"),
    ("GET", "/v1/widget"), ("GET", "/v1/passages/tidal-energy:p0"), ("GET", "/v1/tables/tidal-energy:t0"),
    ("GET", "/v1/charts/a1"), ("GET", "/v1/conversations/c1"), ("DELETE", "/v1/conversations/c1"),
]  # fmt: skip
KEEPS_OUT = [
    ("GET", "/v1/ask"), ("GET", "/v1/reports"), ("GET", "/v1/reports/tidal-energy"), ("GET", "/v1/quantities"),
    ("POST", "/v1/search"), ("POST", "/v1/chart.svg"), ("GET", "/v1/answers/a1"), ("POST", "/v1/chat/completions"),
    ("POST", "/v1/responses"), ("GET", "/v1/models"), ("GET", "/v1/models/footnote"), ("POST", "/mcp"),
    ("GET", "/metrics"), ("GET", "/healthz"), ("GET", "/readyz"), ("GET", "/docs"), ("GET", "/openapi.json"),
    ("GET", "/"), ("GET", "/config"), ("POST", "/gradio_api/queue/join"), ("POST", "/gradio_api/upload"),
    ("GET", "/privacy"), ("PUT", "/v1/conversations/c1"), ("GET", "/v1/leads"),
    ("DELETE", "/v1/passages/tidal-energy:p0"), ("GET", "/v1/passages/"), ("GET", "/v1/passages/a/b"),
    ("GET", "/v1/passages/..%2Freports"), ("GET", "/v1/passages/%2e%2e/reports"), ("GET", "//v1/widget"),
    ("POST", "/v1/ask/"), ("POST", "/V1/ask"), ("POST", "/v1/leads/form"), ("HEAD", "/v1/widget"),
    ("OPTIONS", "/v1/ask"), ("GET", "/v1/xyzzy"),
]  # fmt: skip
"""All that is not the widget's, and its own by other methods and spellings."""


@pytest.fixture
def sites(records: Records) -> Sites:
    return Sites(records.engine)


@pytest.fixture
def site(sites: Sites) -> Site:
    return sites.create("Shop", (SHOP, "http://shop.example:8080"), ("tidal-energy",))


@pytest.fixture(params=[True, False], ids=["open", "closed"])
def client(request: pytest.FixtureRequest, bot: FakeBot, records: Records) -> Iterator[TestClient]:
    """Servers that anybody may ask, and that want a key."""
    settings = BotSettings(host="0.0.0.0", open=request.param, public_url=BOT, rate_limit="off")
    with TestClient(
        api(bot, settings, records), base_url="http://bot.example", raise_server_exceptions=False
    ) as client:
        yield client


def sent(key: str, origin: str | None = SHOP, **more: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"} | ({"Origin": origin} if origin is not None else {}) | more


def test_its_own_pages_ask_as_its_visitors(client: TestClient, bot: FakeBot, site: Site) -> None:
    for origin in (*site.origins, BOT):
        assert client.post("/v1/ask", json=ASK, headers=sent(site.id, origin)).status_code == 200
    asked = {reader for reader in bot.readers if reader.site}
    assert asked == {Reader(name=site.id, site=site.id, reports=frozenset(["tidal-energy"]))}


@pytest.mark.parametrize(
    "origin",
    [
        None, "", "null", "*", "https://elsewhere.example", "http://shop.example", "https://shop.example:8443",
        "https://shop.example:443", "http://shop.example:8081", "https://www.shop.example", "https://shop.example.",
        "https://shop.example.evil.example", "https://evil-shop.example", "https://shop.example@evil.example",
        "https://shop.example/", "https://shop.example/page", "HTTPS://SHOP.EXAMPLE", "shop.example",
        "https://shop.example https://evil.example", "https://shop.example,https://evil.example",
        "https://shop.example\t", "http://bot.example", "https://bot.example:8000", "https://sub.bot.example",
        "chrome-extension://shop.example", "file://", "https://xn--shp-sna.example",
    ],
)  # fmt: skip
def test_no_other_page_asks(client: TestClient, bot: FakeBot, site: Site, origin: str | None) -> None:
    for method, path in LETS_IN:
        response = client.request(method, path, json=ASK, headers=sent(site.id, origin))
        assert response.status_code == 403, (method, path)
        assert response.headers["content-type"] == "application/problem+json"
        assert "access-control-allow-origin" not in response.headers
        assert not origin or origin not in response.text
    assert bot.asked == []


def test_two_origins_are_none(client: TestClient, site: Site) -> None:
    for others in ("https://evil.example", SHOP):
        headers = [("Authorization", f"Bearer {site.id}"), ("Origin", SHOP), ("Origin", others)]
        response = client.post("/v1/ask", json=ASK, headers=headers)
        assert response.status_code == 403
        assert "access-control-allow-origin" not in response.headers


def test_two_keys_are_none(client: TestClient, records: Records, site: Site, bot: FakeBot) -> None:
    _, token = Keys(records.engine).create("k", "staff")
    for first, second in ((site.id, token), (token, site.id)):
        headers = [("Authorization", f"Bearer {first}"), ("Authorization", f"Bearer {second}"), ("Origin", SHOP)]
        assert client.get("/v1/reports", headers=headers).status_code == 401
    assert bot.readers == []


def test_it_opens_nothing_but_what_the_widget_needs(bot: FakeBot, records: Records, site: Site) -> None:
    settings = BotSettings(host="0.0.0.0", open=True, public_url=BOT, rate_limit="off")
    app = mount_page(api(bot, settings, records), bot, records, settings)
    with TestClient(app, base_url="http://bot.example") as client:
        for method, path in KEEPS_OUT:
            response = client.request(method, path, json=ASK if method == "POST" else None, headers=sent(site.id))
            assert response.status_code == 403, (method, path)
            assert method == "HEAD" or "site" in response.json()["title"].lower()
    assert bot.asked == [] and not any(reader.site for reader in bot.readers)


def test_it_opens_what_the_widget_needs(client: TestClient, site: Site) -> None:
    for method, path in LETS_IN:
        response = client.request(method, path, json=ASK, headers=sent(site.id))
        assert response.status_code not in (401, 403), (method, path)
        assert is_for_sites(method, path)


def test_a_revoked_key_opens_nothing_within_a_second(client: TestClient, sites: Sites, site: Site) -> None:
    assert client.post("/v1/ask", json=ASK, headers=sent(site.id)).status_code == 200
    sites.revoke("Shop")
    time.sleep(FRESH_SECONDS + 0.05)
    for method, path in (*LETS_IN, *KEEPS_OUT):
        response = client.request(method, path, json=ASK if method == "POST" else None, headers=sent(site.id))
        assert response.status_code == 401, (method, path)
        assert response.headers["www-authenticate"] == "Bearer" or not path.startswith("/v1/")


@pytest.mark.parametrize("key", ["site_", "site_" + "0" * 24, "site_xyz", "SITE_" + "0" * 24, "site_' OR 1=1 --"])
def test_a_key_of_ones_own_making_opens_nothing(client: TestClient, site: Site, key: str) -> None:
    response = client.post("/v1/ask", json=ASK, headers=sent(key))
    assert response.status_code == (401 if key.startswith("site_") else response.status_code)
    assert key not in response.text


def test_a_key_elsewhere_than_in_its_header_is_none(
    client: TestClient, bot: FakeBot, site: Site, records: Records
) -> None:
    key = site.id
    anybody = client.post("/v1/ask", json=ASK, headers={"Origin": SHOP})
    for response in (
        client.post(f"/v1/ask?site={key}&key={key}&access_token={key}", json=ASK, headers={"Origin": SHOP}),
        client.post("/v1/ask", json=ASK, headers={"Origin": SHOP, "Cookie": f"site={key}; token={key}"}),
        client.post("/v1/ask", json=ASK, headers={"Origin": SHOP, "X-API-Key": key}),
    ):
        assert response.status_code == anybody.status_code
        assert "access-control-allow-origin" not in response.headers
    assert not any(reader.site for reader in bot.readers)


def test_the_case_of_the_scheme_is_no_way_around(client: TestClient, site: Site) -> None:
    for scheme in ("bearer", "BEARER", "Bearer "):
        headers = {"Authorization": f"{scheme} {site.id}", "Origin": SHOP}
        assert client.get("/v1/reports", headers=headers).status_code == 403
    basic = base64.b64encode(f"x:{site.id}".encode()).decode()
    assert client.get("/v1/reports", headers={"Authorization": f"Basic {basic}", "Origin": SHOP}).status_code == 403


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [
        ("GET", {"Sec-Fetch-Site": "same-origin"}, 404),  # a page of this server reads: the one for frames
        ("GET", {"Sec-Fetch-Site": "same-site"}, 403),
        ("GET", {"Sec-Fetch-Site": "cross-site"}, 403),
        ("GET", {"Sec-Fetch-Site": "none"}, 403),
        ("GET", {"Sec-Fetch-Site": "same-origin", "Host": "evil.example"}, 403),  # a name made to point here
        ("GET", {"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 403),
        ("GET", {"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"}, 403),
        ("DELETE", {"Sec-Fetch-Site": "same-origin"}, 403),  # whose origin a browser always says
        ("DELETE", {"Sec-Fetch-Site": "same-origin", "Origin": BOT}, 404),
        ("DELETE", {"Origin": "http://evil.example", "Host": "evil.example"}, 403),
    ],
)  # fmt: skip
def test_the_page_for_frames_is_this_servers_own(
    client: TestClient, site: Site, method: str, headers: dict[str, str], status: int
) -> None:
    response = client.request(method, "/v1/conversations/none", headers=sent(site.id, None) | headers)
    assert response.status_code == status


@pytest.mark.parametrize(
    ("base", "origin", "status"),
    [
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000", 200),
        ("http://localhost:8000", "http://localhost:8000", 200),
        ("http://localhost:8000", "http://127.0.0.1:8000", 403),
        ("http://evil.example:8000", "http://evil.example:8000", 403),
        ("http://127.0.0.1.evil.example", "http://127.0.0.1.evil.example", 403),
    ],
)
def test_on_ones_own_machine_the_page_for_frames_needs_no_setting(
    bot: FakeBot, records: Records, site: Site, base: str, origin: str, status: int
) -> None:
    with local_client(api(bot, BotSettings(), records)) as client:
        client.base_url = base
        assert client.post("/v1/ask", json=ASK, headers=sent(site.id, origin)).status_code == status
