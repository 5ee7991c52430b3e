"""The application without the page."""

from starlette.testclient import TestClient

from bot.api.app import api
from bot.records import Records
from bot.settings import BotSettings
from tests.bot.fakes import FakeBot
from tests.bot.local import local_client


def test_no_viewer_that_loads_scripts_from_elsewhere(client: TestClient) -> None:
    assert client.get("/redoc").status_code == 404
    assert client.get("/docs/oauth2-redirect").status_code == 404


def test_a_site_that_is_allowed_may_read(records: Records) -> None:
    settings = BotSettings(allowed_origins=("https://shop.example",))
    client = local_client(api(FakeBot(), settings, records))
    for origin, allowed in (("https://shop.example", "https://shop.example"), ("https://elsewhere.example", None)):
        response = client.get("/v1/reports", headers={"Origin": origin})
        assert response.headers.get("access-control-allow-origin") == allowed
