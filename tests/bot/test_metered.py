"""No face quotes more licensed text than the day's allowance."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot.allowance import Allowance
from bot.answer import Answer
from bot.api.app import api
from bot.keys import Keys
from bot.metered import ANSWERER, MeteredBot
from bot.notices import notice
from bot.reader import Reader
from bot.recorded import RecordedBot
from bot.records import Records
from bot.report_bot import ReportBot
from bot.retrieve import Retrieval
from bot.settings import BotSettings
from bot.shelf import Shelf
from bot.sites import Site, Sites
from bot.used_up import QuotesUsedUp
from ingest.domain import Table
from ingest.library import Library
from ingest.lists import item_lists
from ingest.quantity.reports import quantities
from ingest.split import passages
from tests.bot.local import local_client
from tests.bot.sources import report_of

PLACES = (
    "Austria", "Belgium", "Bulgaria", "Croatia", "Denmark", "Estonia", "Finland", "France", "Germany", "Greece",
    "Hungary", "Ireland", "Italy", "Latvia", "Lithuania", "Malta", "Netherlands", "Norway", "Poland", "Portugal",
    "Romania", "Slovakia", "Slovenia", "Spain", "Sweden", "Switzerland",
)  # fmt: skip
TEXT = " ".join(
    f"The silk market in {place} was valued at USD {n}.{n:02} million in 2025 and is held by mills of long standing."
    for n, place in enumerate(PLACES, start=11)
)
CELLS = Table(
    "Silk market by country, USD million",
    ("Country", *map(str, range(2020, 2033))),
    tuple((place, *(f"{1000 + 37 * n + year}.{year % 10}" for year in range(13))) for n, place in enumerate(PLACES)),
    file="t.csv",
)
WHOLE = report_of(TEXT, "Silk Market", ("Countries",), (CELLS,))
SILK = replace(WHOLE, id="silk", access="licensed")
KITES = replace(report_of("The kite market was valued at USD 2.5 billion in 2025.", "Kite Market"), id="kites")

ALLOWED = 1_500
SHOP = "https://shop.example"


@pytest.fixture
def bot(tmp_path: Path, records: Records) -> Iterator[RecordedBot]:
    """As a server has it, over a licensed report and a public one; passages are found by their words alone."""
    with Library(f"sqlite:///{tmp_path / 'library.sqlite'}") as library:
        for read in (SILK, KITES):
            library.replace(read, passages(read), quantities(read), item_lists(read))
        own = ReportBot(Shelf(library), Retrieval(lambda key, text, limit: [], library.search))
        yield RecordedBot(MeteredBot(own, Allowance(records, ALLOWED)), records)


@pytest.fixture
def site(records: Records) -> Site:
    return Sites(records.engine).create("Shop", (SHOP,), licensed=True)


@pytest.fixture
def client(bot: RecordedBot, records: Records) -> Iterator[TestClient]:
    settings = BotSettings(host="0.0.0.0", open=True, rate_limit="off", quoted_per_day=ALLOWED)
    with TestClient(api(bot, settings, records), base_url="http://bot.example", client=("203.0.113.7", 1)) as client:
        yield client


def key(records: Records, **more: int) -> dict[str, str]:
    return {"Authorization": f"Bearer {Keys(records.engine).create('k', 'licensed', **more)[1]}"}  # type: ignore[arg-type]


def quotes(found: object) -> Iterator[str]:
    """Every text of the report in a response: quotes, passages, rows."""
    match found:
        case {"quote": str(quote), "row": row, "column": column, **rest}:  # a cell is worth its names too
            yield " | ".join(part for part in (row, column, quote) if part)
            yield from quotes(rest)
        case {"text": str(text), "address": str(), **rest}:
            yield text
            yield from quotes(rest)
        case {"rows": list(rows), "header": list()}:
            yield from (cell for row in rows if isinstance(row, list) for cell in row)
        case dict():
            for each in found.values():
                yield from quotes(each)
        case list():
            for each in found:
                yield from quotes(each)


def copied(got: Iterator[Any]) -> int:
    """Characters of the report's own text that a copier has got, each once."""
    pieces = {piece for each in got for piece in quotes(each)}
    whole = [piece for piece in pieces if not any(piece != other and piece in other for other in pieces)]
    return sum(map(len, whole))


QUESTIONS = [
    *(f"How big was the silk market in {place} in 2025?" for place in PLACES),
    *(f"How big was the silk market in {place} in {year}?" for place in PLACES for year in (2021, 2027, 2031)),
    "List the countries of the silk market", "Who holds the silk market?", "silk by country",
]  # fmt: skip


def test_a_copier_who_asks_their_way_through_gets_the_allowance(client: TestClient, site: Site) -> None:
    headers = {"Authorization": f"Bearer {site.id}", "Origin": SHOP}
    got, declined = list[Any](), 0
    for question in QUESTIONS:
        answer = client.post("/v1/ask", json={"question": question, "report": "silk"}, headers=headers).json()
        declined += answer["answerer"] == ANSWERER
        got.append(answer)
    for number in range(60):
        for path in (f"passages/silk:p{number}", f"passages/silk:s{number}", f"passages/silk:t0r{number}c1"):
            got.append(client.get(f"/v1/{path}", headers=headers).json())
    got.append(client.get("/v1/tables/silk:t0", headers=headers).json())
    for answer in got[: len(QUESTIONS)]:
        got.append(client.get(f"/v1/conversations/{answer['conversation']}", headers=headers).json())
    assert declined > 20
    print("copied:", copied(iter(got)), "of", ALLOWED)
    assert 1_000 < copied(iter(got)) <= ALLOWED


def test_a_copier_with_a_key_gets_no_more_by_all_faces_together(client: TestClient, records: Records) -> None:
    headers, got = key(records), list[Any]()
    mcp = headers | {"Accept": "application/json, text/event-stream"}
    for number, place in enumerate(PLACES):
        question = f"How big was the silk market in {place} in 2025?"
        chat = {"model": "silk", "messages": [{"role": "user", "content": question}]}
        call = {"name": "read_passage", "arguments": {"address": f"silk:p{number}"}}
        tools = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call}
        for response in (
            client.post("/v1/chat/completions", json=chat, headers=headers),
            client.post("/v1/responses", json={"model": "silk", "input": question}, headers=headers),
            client.post("/v1/search", json={"query": place, "report": "silk", "limit": 5}, headers=headers),
            client.get(f"/v1/quantities?report=silk&place={place}&limit=20", headers=headers),
            client.post("/mcp", json=tools, headers=mcp),
        ):
            got.append(response.json())
    for each in list(got):
        if isinstance(each, dict) and isinstance(answer := each.get("footnote"), dict):
            got.append(client.get(f"/v1/answers/{answer['id']}", headers=headers).json())
    print("copied:", copied(iter(got)), "of", ALLOWED)
    assert 1_000 < copied(iter(got)) <= ALLOWED


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/v1/tables/silk:t0", None),
        ("GET", "/v1/tables/silk:t0?format=csv", None),
        ("GET", "/v1/passages/silk:s0", None),
        ("GET", "/v1/passages/silk:t0r1c1", None),
        ("POST", "/v1/search", {"query": "silk mills", "report": "silk", "limit": 50}),
        ("GET", "/v1/quantities?report=silk&limit=200", None),
    ],
)
def test_what_is_too_much_is_a_problem_that_says_when_there_is_more(
    client: TestClient, records: Records, method: str, path: str, body: dict[str, object] | None
) -> None:
    response = client.request(method, path, json=body, headers=key(records))
    assert response.status_code == 429
    assert response.json()["type"] == "quotes-of-the-day"
    assert "1,500 characters" in response.json()["detail"]
    assert 0 < int(response.headers["retry-after"]) <= 86_400
    assert client.request(method, path, json=body, headers=key_of_its_own(records)).status_code == 200


def key_of_its_own(records: Records) -> dict[str, str]:
    keys = Keys(records.engine)
    return {"Authorization": f"Bearer {keys.create('portal', 'licensed', quoted_per_day=0)[1]}"}


def test_an_answer_that_would_quote_too_much_says_so_and_is_kept_so(bot: RecordedBot, records: Records) -> None:
    reader = bot.seen_by(Reader(name="k1", licensed=True, quoted_per_day=10))
    answer = reader.ask("How big was the silk market in France in 2025?", "silk")
    assert (answer.status, answer.reason, answer.citations, answer.answerer) == ("declined", None, (), ANSWERER)
    assert "quoted" in answer.text and "USD" not in answer.model_dump_json()
    assert notice(answer) == "No more can be quoted today."
    kept = records.answer(answer.id)
    assert kept is not None and kept.answer == answer
    parts = list(reader.stream("How big was the silk market in France in 2025?", "silk"))
    assert isinstance(parts[-1], Answer) and parts[-1].answerer == ANSWERER
    with pytest.raises(QuotesUsedUp):
        reader.passage("silk:s0")


def test_the_public_report_and_the_owner_are_not_counted(bot: RecordedBot, client: TestClient) -> None:
    for _ in range(3):
        assert bot.seen_by(Reader(licensed=True)).room.table("silk:t0") is not None
        assert client.get("/v1/passages/kites:s0").status_code == 200
    settings = BotSettings(licensed=True, quoted_per_day=1)
    own = local_client(api(bot, settings, Records("sqlite://")))
    assert own.get("/v1/tables/silk:t0").status_code == 200


def test_who_reads_nothing_licensed_is_told_nothing_of_an_allowance(client: TestClient) -> None:
    answer = client.post("/v1/ask", json={"question": "How big was the silk market in France in 2025?"}).json()
    assert answer["answerer"] != ANSWERER and "allowance" not in json.dumps(answer)
