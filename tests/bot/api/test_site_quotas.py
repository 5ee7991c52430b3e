"""What is asked with a site's key is counted."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient

from bot.admission import Crowded
from bot.api.app import api
from bot.api.site_quotas import SiteQuotas
from bot.quotas import Quotas
from bot.records import Records
from bot.settings import BotSettings
from bot.sites import Site, Sites
from bot.sites_in_use import SitesInUse
from bot.used_up import QuestionsUsedUp
from tests.bot.fakes import FakeBot

ASK = {"question": "How big is the market?"}
SHOP = "https://shop.example"


@pytest.fixture
def site(records: Records) -> Site:
    return Sites(records.engine).create("Shop", (SHOP,), visitor_limit=3, day_limit=5)


def client_of(records: Records, host: str) -> TestClient:
    """A visitor of an address, at a server that has just started."""
    app = api(FakeBot(), BotSettings(host="0.0.0.0", rate_limit="off"), records)
    return TestClient(app, base_url="http://bot.example", client=(host, 1))


def statuses(client: TestClient, site: Site, times: int, **headers: str) -> list[int]:
    sent = {"Authorization": f"Bearer {site.id}", "Origin": SHOP} | headers
    return [client.post("/v1/ask", json=ASK, headers=sent).status_code for _ in range(times)]


def test_a_visitor_has_their_own_and_all_have_one_together_over_restarts(records: Records, site: Site) -> None:
    with client_of(records, "203.0.113.7") as client:
        assert statuses(client, site, 2) == [200, 200]
    with client_of(records, "203.0.113.7") as client:
        assert statuses(client, site, 1, Accept="text/event-stream") == [200]
        assert statuses(client, site, 2) == [429, 429]
        assert client.get("/v1/conversations/none", headers={"Origin": SHOP}).status_code == 401
    with client_of(records, "203.0.113.8") as client:
        assert statuses(client, site, 3) == [200, 200, 429]


def test_forgetting_a_conversation_gives_no_question_back(records: Records, site: Site) -> None:
    with client_of(records, "203.0.113.7") as client:
        sent = {"Authorization": f"Bearer {site.id}", "Origin": SHOP}
        for _ in range(3):
            conversation = client.post("/v1/ask", json=ASK, headers=sent).json()["conversation"]
            client.delete(f"/v1/conversations/{conversation}", headers=sent)
        assert statuses(client, site, 1) == [429]


def test_many_at_once_get_no_more(records: Records, site: Site) -> None:
    with client_of(records, "203.0.113.7") as client, ThreadPoolExecutor(8) as threads:
        found = [s for each in threads.map(lambda _: statuses(client, site, 2), range(8)) for s in each]
    assert sorted(found) == [200] * 3 + [429] * 13


def test_only_what_the_asker_cannot_help_is_given_back(records: Records, site: Site) -> None:
    quotas = SiteQuotas(Quotas(records), SitesInUse(Sites(records.engine)))

    async def asked(error: Exception) -> None:
        async with quotas.counted(site.reader):
            raise error

    for _ in range(9):
        with pytest.raises(Crowded):
            asyncio.run(asked(Crowded(1)))
    for _ in range(3):
        with pytest.raises(RuntimeError):
            asyncio.run(asked(RuntimeError()))
    with pytest.raises(QuestionsUsedUp):
        asyncio.run(asked(RuntimeError()))
