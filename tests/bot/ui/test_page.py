"""The page's server side: what Gradio must not leave open."""

import json
from collections.abc import Iterator

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from bot.admission import Admission, Place
from bot.api.app import api
from bot.recorded import RecordedBot
from bot.records import Records
from bot.records_schema import TurnRow
from bot.settings import BotSettings
from bot.ui.page import mount_page
from tests.bot.fakes import FakeBot
from tests.bot.local import local_client

ELSEWHERE = {"Origin": "https://elsewhere.example", "Cookie": "session=1"}


@pytest.fixture
def served(bot: FakeBot, settings: BotSettings, records: Records) -> Iterator[TestClient]:
    app = mount_page(api(bot, settings, records), bot, records, settings)
    with local_client(app, raise_server_exceptions=False) as client:
        yield client


def test_the_page_and_the_api_live_side_by_side(served: TestClient) -> None:
    assert served.get("/").headers["content-type"].startswith("text/html")
    assert served.get("/v1/reports").json()[0]["id"] == "tidal-energy"
    assert served.get("/readyz").status_code == 200


@pytest.mark.parametrize("path", ["/", "/config", "/v1/reports", "/gradio_api/queue/status"])
def test_no_other_site_may_read_with_a_readers_cookies(served: TestClient, path: str) -> None:
    headers = served.get(path, headers=ELSEWHERE).headers
    assert "access-control-allow-origin" not in headers
    assert "access-control-allow-credentials" not in headers


def test_nobody_can_upload(served: TestClient) -> None:
    response = served.post("/gradio_api/upload", files={"files": ("a.txt", b"a")})
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/etc/passwd", "pyproject.toml", "../../etc/passwd"])
def test_no_file_of_the_machine_is_served(served: TestClient, path: str) -> None:
    response = served.get(f"/gradio_api/file={path}")
    assert response.status_code in (403, 404)
    assert "root:" not in response.text


def test_gradio_offers_no_api_of_its_own(served: TestClient) -> None:
    assert served.get("/gradio_api/info").json() == {"named_endpoints": {}, "unnamed_endpoints": {}}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/nothing/here", 404), ("GET", "/v1/nothing", 404), ("GET", "/v1/ask", 405), ("DELETE", "/healthz", 405)],
)
def test_errors_beside_the_page_are_problems_too(served: TestClient, method: str, path: str, status: int) -> None:
    response = served.request(method, path)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"


def test_the_body_limit_covers_the_page(served: TestClient) -> None:
    assert served.post("/gradio_api/queue/join", content=b"x" * 5000).status_code == 413


def test_the_browser_is_told_to_stay_on_this_origin(served: TestClient) -> None:
    policy = served.get("/").headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy


def test_telemetry_is_off(served: TestClient) -> None:
    assert served.get("/config").json()["analytics_enabled"] is False


def asked_on_the_page(client: TestClient, question: str) -> str:
    """The paper after a question was asked, as the browser gets it."""
    config = client.get("/config").json()
    ids = {each["props"].get("elem_id"): each["id"] for each in config["components"]}
    number = next(each["id"] for each in config["dependencies"] if [ids["line"], "submit"] in each["targets"])
    body = {"fn_index": number, "session_hash": "s", "data": [question, "", None], "event_data": None}
    assert client.post("/gradio_api/queue/join", json=body).status_code == 200
    with client.stream("GET", "/gradio_api/queue/data?session_hash=s") as response:
        messages = [json.loads(line.removeprefix("data: ")) for line in response.iter_lines() if line]
    return "".join(str(each.get("output")) for each in messages)


def test_the_page_asks_by_turns_with_all_others(bot: FakeBot, settings: BotSettings, records: Records) -> None:
    admission = Admission(1, 0)
    app = mount_page(api(bot, settings, records, admission), bot, records, settings, admission)
    with local_client(app) as client:
        assert "USD 1.87 billion" in asked_on_the_page(client, "How big is the market?")
        other = Place("somebody", lambda: None, lambda error: None)
        admission.enter(other)
        assert "More is asked at the moment" in asked_on_the_page(client, "How big is the market?")
        assert client.post("/v1/ask", json={"question": "How big?"}).json()["type"] == "too-many-questions"
        admission.leave(other)
        assert "USD 1.87 billion" in asked_on_the_page(client, "How big is the market?")
    assert len(bot.asked) == 2


@pytest.mark.parametrize(("host", "known"), [("127.0.0.1", True), ("203.0.113.7", False)])
def test_what_is_asked_on_the_page_is_a_visitors(bot: FakeBot, records: Records, host: str, known: bool) -> None:
    settings, kept = BotSettings(open=True), RecordedBot(bot, records)
    app = mount_page(api(kept, settings, records), kept, records, settings)
    with TestClient(app, base_url="http://127.0.0.1:8000", client=(host, 50_000)) as client:
        asked_on_the_page(client, "How big?")
    with Session(records.engine) as session:
        (visitor,) = session.scalars(select(TurnRow.visitor))
    assert (visitor == "") is known
