"""How many requests a caller may make."""

import asyncio
import logging
import socket
from collections.abc import Iterator

import pytest
from limits import parse_many
from starlette.requests import Request
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from bot.api.app import api
from bot.api.rate_limit import SWEPT, Counter, RateLimit, allowance, counter
from bot.reader import Reader
from bot.records import Records
from bot.settings import BotSettings
from bot.ui.page import mount_page
from ingest.errors import Misconfigured
from tests.bot.fakes import FakeBot
from tests.bot.local import local_client


def limited(records: Records, limit: str, host: str = "203.0.113.7") -> TestClient:
    return TestClient(api(FakeBot(), BotSettings(rate_limit=limit, open=True), records), client=(host, 1))


def test_what_is_left_is_told_and_more_is_refused(records: Records) -> None:
    client = limited(records, "2/minute")
    first = client.get("/v1/reports")
    assert first.headers["ratelimit-policy"] == '"2-in-60s";q=2;w=60'
    assert first.headers["ratelimit"].startswith('"2-in-60s";r=1;t=')
    assert client.post("/v1/ask", json={"question": "How big?"}).headers["ratelimit"].startswith('"2-in-60s";r=0;t=')
    refused = client.get("/v1/reports")
    assert refused.status_code == 429
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.json()["type"] == "too-many-requests"
    seconds = int(refused.headers["retry-after"])
    assert 1 <= seconds <= 60
    assert refused.headers["ratelimit"] == f'"2-in-60s";r=0;t={seconds}'
    assert refused.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/docs", "/openapi.json", "/v1x"])
def test_what_is_not_of_the_api_is_not_counted(records: Records, path: str) -> None:
    client = limited(records, "1/hour")
    for _ in range(3):
        response = client.get(path)
        assert response.status_code != 429
        assert "ratelimit" not in response.headers


def test_what_no_route_takes_counts_too(records: Records) -> None:
    client = limited(records, "2/hour")
    assert [client.get("/v1/nothing").status_code for _ in range(3)] == [404, 404, 429]


def test_what_the_page_asks_counts_and_its_files_do_not(records: Records, bot: FakeBot) -> None:
    settings = BotSettings(rate_limit="1/hour", open=True)
    with local_client(mount_page(api(bot, settings, records), bot, records, settings)) as client:
        assert [client.get("/").status_code for _ in range(3)] == [200] * 3
        asked = [client.post("/gradio_api/queue/join", json={}).status_code for _ in range(2)]
        assert asked[0] != 429
        assert asked[1] == 429


def test_callers_are_counted_apart(records: Records) -> None:
    app = api(FakeBot(), BotSettings(rate_limit="1/hour", open=True), records)
    hosts = ("203.0.113.7", "203.0.113.8", "203.0.113.7", "2001:db8:1:2::3", "2001:db8:1:2::4", "2001:db8:1:3::4")
    statuses = [TestClient(app, client=(host, 1)).get("/v1/reports").status_code for host in hosts]
    assert statuses == [200, 200, 429, 200, 429, 200]


def test_a_key_is_counted_wherever_it_comes_from() -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body"})

    def of_key(name: str, host: str) -> int:
        async def keyed(scope: Scope, receive: Receive, send: Send) -> None:
            Request(scope).state.reader = Reader(name=name)
            await limit(scope, receive, send)

        return TestClient(keyed, client=(host, 1)).get("/v1/ask").status_code

    limit = RateLimit(app, Counter(parse_many("1/hour"), None))
    calls = [("k1", "203.0.113.7"), ("k1", "203.0.113.8"), ("k2", "203.0.113.7"), ("", "203.0.113.7")]
    assert [of_key(*each) for each in calls] == [204, 429, 204, 204]


def test_of_several_limits_each_holds_and_the_one_that_is_over_is_told(records: Records) -> None:
    client = limited(records, "3/day;2/hour")
    statuses = [client.get("/v1/reports").status_code for _ in range(2)]
    told = client.get("/v1/reports")
    assert (statuses, told.status_code) == ([200, 200], 429)
    assert 1 <= int(told.headers["retry-after"]) <= 3600
    assert told.headers["ratelimit-policy"] == '"2-in-3600s";q=2;w=3600, "3-in-86400s";q=3;w=86400'
    assert '"3-in-86400s";r=1;' in told.headers["ratelimit"]  # what was refused did not count


@pytest.mark.parametrize(
    ("host", "limit", "told"),
    [
        ("127.0.0.1", None, []), ("::1", None, []), ("localhost", None, []), ("0.0.0.0", None, ["60 per 1 minute"]),
        ("bot.example", None, ["60 per 1 minute"]), ("0.0.0.0", "off", []),
        ("127.0.0.1", "5/second", ["5 per 1 second"]),
    ],
)  # fmt: skip
def test_only_a_server_that_others_reach_has_a_limit_by_default(host: str, limit: str | None, told: list[str]) -> None:
    assert [str(each) for each in allowance(BotSettings(host=host, rate_limit=limit))] == told


@pytest.mark.parametrize("limit", ["many", "60", "60/fortnight", "0/minute", "-1/minute", "60/minute or so"])
def test_a_wrong_limit_stops_the_start(records: Records, limit: str) -> None:
    with pytest.raises(Misconfigured, match="BOT_RATE_LIMIT"):
        api(FakeBot(), BotSettings(rate_limit=limit, open=True), records)


@pytest.fixture
def nowhere() -> Iterator[str]:
    """The address of a Redis server that is down."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    yield f"redis://127.0.0.1:{port}"


def test_without_redis_each_server_counts_for_itself(
    records: Records, nowhere: str, caplog: pytest.LogCaptureFixture
) -> None:
    pytest.importorskip("redis")
    app = api(FakeBot(), BotSettings(rate_limit="2/hour", limits_url=nowhere), records)
    with caplog.at_level(logging.WARNING), local_client(app) as client:
        assert [client.get("/v1/reports").status_code for _ in range(3)] == [200, 200, 429]
    assert len([record for record in caplog.records if "Redis" in record.message]) == 1


def test_a_wrong_address_of_redis_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "redis", None)
    with pytest.raises(Misconfigured, match="redis"):
        counter(BotSettings(rate_limit="1/minute", limits_url="redis://127.0.0.1"))


def test_callers_are_not_gone_through_with_each_request() -> None:
    async def run() -> int:
        counting = Counter(parse_many("5/minute"), None)
        for number in range(50):
            await counting.count(str(number))
            await asyncio.sleep(0)
        names = {task.get_name() for task in asyncio.all_tasks()}
        return len(names & {"footnote-limits"})

    assert SWEPT > 1
    assert asyncio.run(run()) == 1
