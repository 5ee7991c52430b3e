"""The staff page's events work for who is signed in, as the browser sends them, and for nobody else."""

import json
from collections.abc import Callable
from pathlib import Path

import gradio as gr
import pytest
from starlette.testclient import TestClient

from bot.api.app import api
from bot.keys import Key, Keys
from bot.records import Records
from bot.settings import BotSettings
from bot.sites import Sites
from bot.staff.page import Tab, mount_staff
from tests.bot.fakes import FakeBot
from tests.bot.local import local_client
from tests.bot.staff.conftest import OWN
from tests.bot.staff.turns import turn

SignIn = Callable[..., Key]


def sent(client: TestClient, event: str, data: object, session: str = "s") -> str:
    """What the page shows after an event, as the browser gets it."""
    config = client.get("/staff/config").json()
    sheet = next(each["id"] for each in config["components"] if each["props"].get("elem_id") == "sheet")
    number = next(each["id"] for each in config["dependencies"] if [sheet, event] in each["targets"])
    body = {"fn_index": number, "session_hash": session, "data": [], "event_data": data}
    assert client.post("/staff/gradio_api/queue/join", json=body, headers=OWN).status_code == 200
    with client.stream("GET", f"/staff/gradio_api/queue/data?session_hash={session}") as response:
        messages = [json.loads(line.removeprefix("data: ")) for line in response.iter_lines() if line]
    return "".join(str(each.get("output")) for each in messages)


def test_a_view_is_shown_of_the_reports_of_the_key(app_client: TestClient, sign_in: SignIn, kept: Records) -> None:
    kept.rate(turn(kept, "What of the sea?").id, "down")
    sign_in()
    assert "What of the sea?" in sent(app_client, "select", {"view": "answers"})
    sign_in("cold-chain")
    assert "What of the sea?" not in sent(app_client, "select", {"view": "answers", "report": "tidal-energy"})


def test_a_site_is_made_by_a_form(app_client: TestClient, sign_in: SignIn, kept: Records) -> None:
    sign_in()
    fields = {"name": "Shop", "origins": "https://shop.example", "reports": [], "licensed": False,
              "visitor_limit": "", "day_limit": ""}  # fmt: skip
    html = sent(app_client, "submit", {"do": "make-site", "fields": fields})
    (site,) = Sites(kept.engine).all()
    assert site.id in html and "http://127.0.0.1:8000/widget.js" in html


@pytest.mark.parametrize(
    "data", [None, [], "x", {"view": 7}, {"view": {"a": 1}, "days": None}, {"do": [], "fields": 3}]
)
def test_what_a_browser_sends_may_be_anything(app_client: TestClient, sign_in: SignIn, data: object) -> None:
    sign_in()
    assert "As of" in sent(app_client, "select", data)
    assert "As of" in sent(app_client, "submit", data)


def test_whose_key_was_revoked_gives_no_more_orders(app_client: TestClient, sign_in: SignIn, kept: Records) -> None:
    key = sign_in()
    Keys(kept.engine).revoke(key.id)
    body = {"fn_index": 1, "session_hash": "r", "data": [], "event_data": {"view": "access"}}
    assert app_client.post("/staff/gradio_api/queue/join", json=body, headers=OWN).status_code == 401


def test_the_chat_page_stays_where_it_was(app_client: TestClient) -> None:
    assert app_client.get("/").status_code == 200
    assert app_client.get("/config").json()["title"] == "Footnote"


def test_gradio_offers_no_api_and_no_file_of_the_machine(app_client: TestClient, sign_in: SignIn) -> None:
    sign_in()
    assert app_client.get("/staff/gradio_api/info").json() == {"named_endpoints": {}, "unnamed_endpoints": {}}
    assert app_client.get("/staff/gradio_api/file=/etc/passwd").status_code in (403, 404)


def test_a_view_of_reports_is_joined_where_there_is_one(tmp_path: Path) -> None:
    records = Records(f"sqlite:///{tmp_path / 'records.sqlite'}")
    tab = Tab(lambda blocks: gr.Textbox(elem_id="inside") and None, "5mb")
    app = mount_staff(api(FakeBot(), BotSettings(), records), FakeBot(), records, BotSettings(), reports=tab)
    with local_client(app) as client:
        client.follow_redirects = False
        _, token = Keys(records.engine).create("Marit", "staff")
        client.post("/staff/sign-in", data={"key": token}, headers=OWN)
        config = client.get("/staff/config").json()
        shown = {each["props"].get("elem_id") for each in config["components"]}
        assert {"reports", "inside"} <= shown
        assert config["max_file_size"] == 5 * 1024 * 1024
        assert "<h1" in sent(client, "select", {"view": "reports"})
    records.close()
