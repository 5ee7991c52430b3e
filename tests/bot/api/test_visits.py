"""Whose visit a request is of."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.requests import HTTPConnection
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from bot.api.app import api
from bot.api.visits import UNKNOWN, Visits, visitor_of
from bot.log import write_log
from bot.reader import ANYBODY, Reader
from bot.recorded import RecordedBot
from bot.records import Records
from bot.records_schema import TurnRow
from bot.settings import BotSettings
from bot.sites import Sites
from bot.visitors import VISITOR, Visitors
from tests.bot.fakes import FakeBot

SITE = Reader(name="site_0", site="site_0")
KEY = Reader(name="5f0c21aa", licensed=True)


def scope(reader: Reader = ANYBODY, client: str = "203.0.113.7", path: str = "/v1/ask") -> Scope:
    return {
        "type": "http", "path": path, "query_string": b"", "scheme": "http", "server": ("127.0.0.1", 8000),
        "headers": [(b"host", b"127.0.0.1:8000")], "client": (client, 1), "state": {"reader": reader},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("reader", "client", "known"),
    [
        (ANYBODY, "203.0.113.7", False),
        (ANYBODY, "127.0.0.1", True),  # the owner, on their own machine
        (SITE, "127.0.0.1", False),  # a page that they try the widget on
        (SITE, "203.0.113.7", False),
        (KEY, "203.0.113.7", True),
    ],
)
def test_who_is_known_otherwise_has_no_hash(records: Records, reader: Reader, client: str, known: bool) -> None:
    found = visitor_of(HTTPConnection(scope(reader, client)), Visitors(records), BotSettings())
    assert (found == "") is known


def test_a_network_of_ipv6_is_one_visitor(records: Records) -> None:
    visitors, settings = Visitors(records), BotSettings()

    def hashed(client: str) -> str:
        return visitor_of(HTTPConnection(scope(client=client)), visitors, settings)

    assert hashed("2001:db8::1") == hashed("2001:db8::ffff:2") != hashed("2001:db8:0:1::1")
    assert hashed("::ffff:203.0.113.7") == hashed("203.0.113.7")


def test_without_a_salt_all_are_one(records: Records, caplog: pytest.LogCaptureFixture) -> None:
    visitors = Visitors(records)
    with records.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE salts")
    assert visitor_of(HTTPConnection(scope()), visitors, BotSettings()) == UNKNOWN
    assert "203.0.113.7" not in caplog.text


def test_the_visitor_is_there_while_the_request_is(records: Records) -> None:
    seen = list[str]()

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(VISITOR.get())

    async def nothing(*_: object) -> dict[str, object]:
        return {}

    async def run() -> None:
        visits = Visits(app, Visitors(records), BotSettings())
        for path in ("/v1/ask", "/mcp", "/config", "/v1/ask"):
            await visits(scope(path=path), nothing, nothing)  # type: ignore[arg-type]
        assert VISITOR.get() == ""

    asyncio.run(run())
    assert seen[2] == "" and seen[0] == seen[1] == seen[3] != ""


def test_no_address_is_stored_or_logged(
    records: Records, tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    address = "203.0.113.77"
    site = Sites(records.engine).create("Shop", ("https://shop.example",), visitor_limit=2, licensed=True)
    settings = BotSettings(host="0.0.0.0", open=True, rate_limit="3/minute", log_questions=True)
    app = api(RecordedBot(FakeBot(), records), settings, records)
    sent = {"Authorization": f"Bearer {site.id}", "Origin": "https://shop.example"}
    write_log(settings)
    with caplog.at_level("DEBUG"), TestClient(app, base_url="http://b.example", client=(address, 7)) as client:
        statuses = [
            client.post("/v1/ask", json={"question": "How big is it?"}, headers=headers).status_code
            for headers in (sent, sent, sent | {"Origin": "null"}, sent, sent, {})
        ]
    assert statuses[:4] == [200, 200, 403, 429] and 429 in statuses[4:]
    with Session(records.engine) as session:
        visitors = set(session.scalars(select(TurnRow.visitor)))
    assert len(visitors) == 1 and visitors != {""}
    records.engine.dispose()
    files = b"".join(each.read_bytes() for each in tmp_path.rglob("*") if each.is_file())
    assert b"How big is it?" in files
    assert address.encode() not in files
    assert address not in caplog.text + "".join(capfd.readouterr())
