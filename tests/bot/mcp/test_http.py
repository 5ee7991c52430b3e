"""The protocol over HTTP, driven by its own client."""

import asyncio

import httpx2
import pytest
from mcp import Client
from mcp.client.streamable_http import streamable_http_client
from mcp_types import CallToolResult
from starlette.testclient import TestClient

from bot.answer import Answer
from bot.api.app import api
from bot.keys import Keys
from bot.records import Records
from bot.settings import BotSettings
from tests.bot.fakes import FIGURE, FakeBot
from tests.bot.local import local_client
from tests.bot.mcp.conftest import READER

LIST = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
HEADERS = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json"}


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_a_client_of_today_and_one_of_yesterday_ask(url: str, bot: FakeBot, mode: str) -> None:
    async def ask() -> CallToolResult:
        async with Client(url, mode=mode) as client:
            assert len((await client.list_tools()).tools) == 3
            assert (await client.list_resources()).resources
            return await client.call_tool("ask_report", {"question": "How big is the market?"})

    answer = Answer.model_validate(asyncio.run(ask()).structured_content)
    assert answer.blocks == FIGURE.blocks
    assert set(bot.readers) == {READER}, "the reader of the request, not the owner"


def test_a_key_says_whose_reports_are_read(url: str, bot: FakeBot, records: Records) -> None:
    key, token = Keys(records.engine).create("assistant", "public")

    async def ask(token: str) -> CallToolResult:
        async with (
            httpx2.AsyncClient(headers={"Authorization": f"Bearer {token}"}) as http,
            Client(streamable_http_client(url, http_client=http)) as client,
        ):
            return await client.call_tool("ask_report", {"question": "How big is the market?"})

    assert not asyncio.run(ask(token)).is_error
    assert set(bot.readers) == {key.reader}
    Keys(records.engine).revoke("assistant")
    assert post(url, Authorization=f"Bearer {token}").status_code == 401


def test_many_ask_at_once(url: str) -> None:
    async def ask() -> list[bool]:
        async with Client(url) as client:
            asked = (client.call_tool("ask_report", {"question": "How big is the market?"}) for _ in range(20))
            return [result.is_error for result in await asyncio.gather(*asked)]

    assert asyncio.run(ask()) == [False] * 20


def post(url: str, **headers: str) -> httpx2.Response:
    return httpx2.post(url, json=LIST, headers=HEADERS | headers)


def test_a_page_that_took_another_name_for_this_machine_gets_nothing(url: str) -> None:
    assert post(url).status_code == 200
    assert post(url, Host="localhost:9").status_code == 200
    refused = post(url, Host="evil.example:8000", Origin="http://evil.example:8000")
    assert refused.status_code == 401
    assert refused.headers["content-type"] == "application/problem+json"
    assert "evil" not in refused.text


def test_a_server_for_this_machine_goes_by_no_other_name_though_it_be_open(bot: FakeBot, records: Records) -> None:
    with TestClient(api(bot, BotSettings(open=True), records), base_url="http://evil.example") as client:
        assert client.post("/mcp", json=LIST, headers=HEADERS).status_code == 421


def test_a_page_of_another_site_gets_nothing(url: str) -> None:
    assert post(url, Origin="https://evil.example").status_code == 403
    assert post(url, Origin="null").status_code == 403
    own = url.removesuffix("/mcp")
    assert post(url, Origin=own).status_code == 200


def test_a_page_and_a_name_that_are_allowed_may_ask(bot: FakeBot, records: Records) -> None:
    settings = BotSettings(allowed_origins=("https://reports.example",), open=True)
    with TestClient(api(bot, settings, records), base_url="http://reports.example") as client:
        assert (
            client.post("/mcp", json=LIST, headers=HEADERS | {"Origin": "https://reports.example"}).status_code == 200
        )


def test_a_server_for_all_goes_by_any_name(bot: FakeBot, records: Records) -> None:
    with TestClient(
        api(bot, BotSettings(host="0.0.0.0", open=True), records), base_url="http://reports.example"
    ) as client:
        assert client.post("/mcp", json=LIST, headers=HEADERS).status_code == 200
        assert client.post("/mcp", json=LIST, headers=HEADERS | {"Origin": "http://evil.example"}).status_code == 403


@pytest.mark.parametrize("method", ["GET", "DELETE", "PUT"])
def test_there_is_nothing_to_listen_to(url: str, method: str) -> None:
    refused = httpx2.request(method, url)
    assert refused.status_code == 405 and refused.headers["allow"] == "POST"


def test_an_application_that_has_not_started_says_so(bot: FakeBot, records: Records) -> None:
    client = local_client(api(bot, BotSettings(), records))
    assert client.post("/mcp", json=LIST, headers=HEADERS).status_code == 503


def test_an_application_can_start_twice(bot: FakeBot, records: Records) -> None:
    app = api(bot, BotSettings(), records)
    for _ in range(2):
        with local_client(app) as client:
            assert client.post("/mcp", json=LIST, headers=HEADERS).status_code == 200
