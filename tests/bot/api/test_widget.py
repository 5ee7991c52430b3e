"""What the widget opens with, and the page for frames."""

from starlette.testclient import TestClient

from bot.api.app import api
from bot.api.widget import embed_html
from bot.recorded import RecordedBot
from bot.records import Records
from bot.settings import BotSettings
from tests.bot.fakes import OTHER, REPORT, FakeBot
from tests.bot.local import local_client


def test_the_only_report_is_the_one_that_is_asked(client: TestClient) -> None:
    told = client.get("/v1/widget").json()
    report = {
        "id": REPORT.id,
        "title": REPORT.title,
        "publisher": REPORT.publisher,
        "published": None,
        "url": REPORT.url,
    }
    assert told == {
        "report": report, "suggestions": list(REPORT.examples), "privacy": "/privacy", "max_question": 200,
    }  # fmt: skip
    assert client.get(f"/v1/widget?report={REPORT.id}").json() == told


def test_of_several_reports_the_page_names_one_or_asks_all(records: Records) -> None:
    with local_client(api(FakeBot(REPORT, OTHER), BotSettings(), records)) as client:
        assert client.get("/v1/widget").json()["report"] is None
        assert client.get(f"/v1/widget?report={OTHER.id}").json()["suggestions"] == list(OTHER.examples)


def test_a_report_that_is_not_there_or_not_theirs_is_unknown(client: TestClient) -> None:
    response = client.get("/v1/widget?report=nowhere")
    assert (response.status_code, response.json()["type"]) == (404, "no-such-report")
    assert "nowhere" not in response.text


def test_a_frame_may_stand_on_the_pages_that_may_ask(bot: FakeBot, records: Records) -> None:
    settings = BotSettings(allowed_origins=("https://publisher.example",))
    with local_client(api(RecordedBot(bot, records), settings, records)) as client:
        policy = client.get("/embed").headers["content-security-policy"]
    assert "frame-ancestors 'self' https://publisher.example" in policy
    assert "unsafe" not in policy and "default-src 'none'" in policy


def test_the_frame_s_parameters_become_attributes_and_nothing_else() -> None:
    site = "site_" + "0" * 24
    html = embed_html(site, {"report": "a-b", "language": "de", "theme": "dark", "accent": "#123", "other": "x"})
    attributes = f'data-site="{site}" data-report="a-b" data-language="de" data-theme="dark" data-accent="#123"'
    assert f'data-target="#footnote" {attributes}' in html and "other" not in html
    attack = embed_html(None, {"report": '"><script>alert(1)</script>', "language": "x' onload='1"})
    assert attack.count("<script") == 1 and "onload" not in attack


def test_without_a_key_the_script_and_the_frame_are_there_and_the_demonstration_is_not(records: Records) -> None:
    settings = BotSettings(host="0.0.0.0", open=False)
    with TestClient(api(FakeBot(), settings, records), base_url="https://bot.example") as client:
        assert client.get("/widget.js").status_code == 200
        assert client.get("/embed").status_code == 200
        assert client.get("/demo").status_code == 401
        assert client.get("/v1/widget").status_code == 401
