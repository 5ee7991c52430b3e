"""Leads by HTTP: kept before they are confirmed, once for each form, and honestly refused."""

import asyncio
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event
from starlette.testclient import TestClient

from bot.api.app import api
from bot.api.leads import PER_VISITOR, LeadDesk, LeadSent
from bot.consent import wording
from bot.keys import Keys
from bot.lead_form import MOST, LeadForms
from bot.leads import PER_ADDRESS, Lead, Leads
from bot.reader import ANYBODY
from bot.recorded import RecordedBot
from bot.records import Records
from bot.settings import BotSettings
from bot.signing import Signer
from tests.bot.delivery.receiver import Receiver, receiving
from tests.bot.delivery.test_signature import SECRET
from tests.bot.fakes import FakeBot
from tests.bot.local import local_client
from tests.bot.serving import becomes_true


def form(records: Records, age: timedelta = timedelta(minutes=1), site: str = "") -> str:
    """The token of a form that was opened so long ago."""
    opened = datetime.now(UTC) - age
    return LeadForms(Signer(records.engine, "lead forms"), lambda: opened).open(site)


def filled(records: Records, **fields: object) -> dict[str, Any]:
    usual = {"token": form(records), "email": "Jo@Buyer.example", "consent": wording("en"), "website": ""}
    return usual | fields


@pytest.fixture
def leads(records: Records) -> Leads:
    return Leads(records.engine)


def test_a_form_has_words_in_the_language_of_who_asks(client: TestClient) -> None:
    told = client.get("/v1/leads/form", params={"language": "de-CH"})
    assert told.json()["consent"] == wording("de")
    assert told.json()["privacy"] == "/privacy"
    assert told.headers["Cache-Control"] == "no-store"
    assert client.get("/v1/leads/form").json()["consent"] == wording("en")


def test_a_lead_is_kept_as_it_was_sent(client: TestClient, records: Records, leads: Leads) -> None:
    conversation = client.post("/v1/ask", json={"question": "How big?"}).json()["conversation"]
    sent = filled(
        records, name=" Jo\x1b[31m\r\nBuyer ", company="", message="Call me\n\x07please", question="In Chad?",
        report="tidal-energy", conversation=conversation, page="https://shop.example/tides?x=1", consent=wording("ar"),
    )  # fmt: skip
    told = client.post("/v1/leads", json=sent)
    assert told.status_code == 201
    (lead,) = leads.all()
    assert told.json() == {"id": lead.id, "received_at": lead.received_at.isoformat().replace("+00:00", "Z")}
    assert (lead.email, lead.name, lead.company) == ("jo@buyer.example", "Jo [31m Buyer", None)
    assert (lead.message, lead.question) == ("Call me\n please", "In Chad?")
    assert (lead.report, lead.conversation, lead.site) == ("tidal-energy", conversation, "")
    assert (lead.page, lead.consent) == ("https://shop.example/tides?x=1", wording("ar"))


def test_a_form_sent_twice_is_one_lead_and_another_wish_needs_another(
    client: TestClient, records: Records, leads: Leads
) -> None:
    sent = filled(records)
    first, again = (client.post("/v1/leads", json=sent) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    changed = client.post("/v1/leads", json={**sent, "message": "More"})
    assert (changed.status_code, changed.json()["type"]) == (409, "form-sent-before")
    assert len(leads.all()) == 1


def test_a_retry_is_the_same_lead_though_the_form_is_old(records: Records, leads: Leads) -> None:
    moments = [datetime.now(UTC)]
    calls: list[str] = []
    desk = LeadDesk(records, leads, BotSettings(), [lambda: calls.append("new")], lambda: moments[-1])
    sent = LeadSent.model_validate(filled(records))

    async def twice() -> list[Lead]:
        first = await desk.take(sent, ANYBODY, "10.0.0.1")
        moments.append(moments[0] + 2 * MOST)
        return [first, await desk.take(sent, ANYBODY, "10.0.0.1")]

    first, again = asyncio.run(twice())
    assert first == again
    assert calls == ["new"]


@pytest.mark.parametrize(
    ("fields", "status", "kind"),
    [
        ({"token": "made up"}, 404, "no-such-form"),
        ({"website": "https://spam.example"}, 422, "not-by-a-person"),
        ({"consent": "Whatever you like"}, 422, "not-agreed"),
        ({"email": "nobody at spam"}, 422, "request-not-valid"),
        ({"email": "a@spam.example\r\nBcc: b@spam.example"}, 422, "request-not-valid"),
        ({"page": "javascript:alert(1)"}, 422, "request-not-valid"),
        ({"name": "spam" * 51}, 422, "request-not-valid"),
        ({"message": "spam " * 1001}, 422, "request-not-valid"),
        ({"spam": "field"}, 422, "request-not-valid"),
    ],
)
def test_what_is_refused_is_not_kept_nor_repeated(
    bot: FakeBot, records: Records, leads: Leads, fields: dict[str, str], status: int, kind: str
) -> None:
    with local_client(api(bot, BotSettings(), records)) as client:
        told = client.post("/v1/leads", json=filled(records, **fields))
    assert (told.status_code, told.json()["type"]) == (status, kind)
    assert told.headers["Content-Type"] == "application/problem+json"
    assert "spam" not in told.text and "made up" not in told.text and "Whatever" not in told.text
    assert leads.all() == []


def test_a_form_is_sent_neither_at_once_nor_tomorrow(client: TestClient, records: Records, leads: Leads) -> None:
    fresh = client.get("/v1/leads/form").json()["token"]
    told = client.post("/v1/leads", json=filled(records, token=fresh))
    assert (told.status_code, told.json()["type"]) == (429, "sent-too-soon")
    assert 1 <= int(told.headers["Retry-After"]) <= 4
    told = client.post("/v1/leads", json=filled(records, token=form(records, MOST + timedelta(minutes=1))))
    assert (told.status_code, told.json()["type"]) == (422, "form-too-old")
    assert leads.all() == []


def test_a_visitor_and_an_address_have_so_many_a_day(client: TestClient, records: Records, leads: Leads) -> None:
    for _ in range(PER_ADDRESS):
        assert client.post("/v1/leads", json=filled(records)).status_code == 201
    told = client.post("/v1/leads", json=filled(records))
    assert (told.status_code, told.json()["type"]) == (429, "too-many-leads")
    assert int(told.headers["Retry-After"]) > 3600
    for number in range(PER_VISITOR - PER_ADDRESS - 1):
        sent = filled(records, email=f"v{number}@buyer.example")
        assert client.post("/v1/leads", json=sent).status_code == 201
    told = client.post("/v1/leads", json=filled(records, email="last@buyer.example"))
    assert (told.status_code, told.json()["type"]) == (429, "too-many-leads")
    assert client.post("/v1/leads", json=sent).status_code == 201  # a retry is no further lead
    assert len(leads.all()) == PER_VISITOR - 1


def test_a_conversation_of_another_is_not_named(bot: FakeBot, records: Records, leads: Leads) -> None:
    keys = Keys(records.engine)
    mine, other = (keys.create(name, "public")[1] for name in ("mine", "other"))
    settings = BotSettings(open=False)
    with local_client(api(RecordedBot(bot, records), settings, records)) as client:
        asked = client.post("/v1/ask", json={"question": "How big?"}, headers={"Authorization": f"Bearer {mine}"})
        for key in (mine, other):
            sent = filled(records, conversation=asked.json()["conversation"])
            told = client.post("/v1/leads", json=sent, headers={"Authorization": f"Bearer {key}"})
            assert told.status_code == 201
    assert [bool(lead.conversation) for lead in leads.all()] == [True, False]


def test_nothing_is_confirmed_that_could_not_be_kept(bot: FakeBot, records: Records, leads: Leads) -> None:
    def fail(*_: object) -> None:
        raise OSError("the disk is full")

    sent = filled(records)
    with local_client(api(bot, BotSettings(), records), raise_server_exceptions=False) as client:
        event.listen(records.engine, "commit", fail)
        assert client.post("/v1/leads", json=sent).status_code == 500
        event.remove(records.engine, "commit", fail)
        assert leads.all() == []
        assert client.post("/v1/leads", json=sent).status_code == 201
    assert len(leads.all()) == 1


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving(Receiver(lambda number: 500 if number == 0 else 204)) as receiver:
        yield receiver


def test_a_lead_is_delivered_while_the_server_runs_and_counted(
    bot: FakeBot, records: Records, leads: Leads, receiver: Receiver, caplog: pytest.LogCaptureFixture
) -> None:
    settings = BotSettings.model_validate({"leads_webhook": receiver.url, "leads_secret": SECRET})
    with local_client(api(bot, settings, records)) as client:
        identity = client.post("/v1/leads", json=filled(records)).json()["id"]
        assert becomes_true(lambda: bool(leads.deliveries(identity)[0].error))
        told = client.get("/metrics").text
        assert "footnote_leads_total 1.0" in told
        assert 'footnote_deliveries_waiting{channel="webhook"} 1.0' in told
        assert client.post("/v1/leads", json=filled(records, email="b@buyer.example")).status_code == 201
        assert becomes_true(lambda: len(receiver.received) >= 2)
    told = [json.loads(body)["data"]["email"] for _, body in receiver.received[:2]]
    assert told == ["jo@buyer.example", "b@buyer.example"]
    (failed,) = leads.deliveries(identity)
    assert failed.error == "it answered 500"
    assert "hush" not in caplog.text and "buyer.example" not in caplog.text
