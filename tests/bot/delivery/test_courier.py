"""Couriers deliver what there is, and go on after every failure."""

from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Event, Lock

import pytest

from bot.delivery import mail, outbox, webhook
from bot.delivery.courier import AT_ONCE, Courier, couriers, delivering
from bot.delivery.failure import NotDelivered
from bot.delivery.outbox import Outbox
from bot.leads import Lead, Leads
from bot.records import Records
from bot.settings import BotSettings
from ingest.errors import Misconfigured
from tests.bot.delivery.receiver import Receiver, receiving
from tests.bot.delivery.test_signature import SECRET
from tests.bot.lead_samples import lead
from tests.bot.serving import becomes_true


@pytest.fixture
def leads(records: Records) -> Leads:
    return Leads(records.engine, ("webhook", "mail"))


def courier(records: Records, send: Callable[[Lead], None]) -> Courier:
    return Courier("webhook", Outbox(records.engine), send)


def test_what_fails_is_noted_and_what_arrives_is_done(records: Records, leads: Leads) -> None:
    leads.keep(lead())
    sent: list[str] = []

    def send(given: Lead) -> None:
        sent.append(given.id)
        if len(sent) == 1:
            raise NotDelivered("it answered 500")

    at_work = courier(records, send)
    assert at_work.deliver()
    assert not at_work.deliver()  # its time has not come
    Outbox(records.engine).retry()
    assert at_work.deliver()
    assert sent == [lead().id] * 2
    mail, webhook = leads.deliveries(lead().id)
    assert (mail.attempts, mail.delivered_at) == (0, None)
    assert webhook.attempts == 2 and webhook.delivered_at


def test_a_courier_hears_of_a_new_lead_at_once_and_outlives_a_defect(
    records: Records, leads: Leads, caplog: pytest.LogCaptureFixture
) -> None:
    sent: list[str] = []

    def send(given: Lead) -> None:
        sent.append(given.id)
        if given.name == "Defect":
            raise ZeroDivisionError

    at_work = courier(records, send)
    with delivering([at_work]):
        for number, name in enumerate(("Jo", "Defect", "Al")):
            leads.keep(lead(number, name=name))
            at_work.call()
            assert becomes_true(lambda number=number: lead(number).id in sent, 1.5)
        assert becomes_true(lambda: leads.deliveries(lead(2).id)[1].delivered_at is not None)
    assert leads.deliveries(lead(1).id)[1].delivered_at is None
    assert any("defect" in record.message for record in caplog.records)
    leads.keep(lead(9))
    at_work.call()
    assert lead(9).id not in sent


def test_a_receiver_that_hangs_with_some_leads_gets_the_others_meanwhile_and_each_once(tmp_path: Path) -> None:
    """Two servers on the same records call it, and more leads hang than there are servers."""
    over, receiver = Event(), Receiver()
    hanging = {lead(number).id for number in range(3)}

    def answer(number: int) -> int:
        if receiver.received[number][0]["webhook-id"] in hanging:
            over.wait(60)
        return 204

    receiver.answer = answer
    url = f"sqlite:///{tmp_path / 'records.sqlite'}"
    with receiving(receiver), closing(Records(url)) as one, closing(Records(url)) as other:
        send = webhook.Webhook(receiver.url, b"secret")
        servers = [Courier("webhook", Outbox(each.engine), send) for each in (one, other)]
        leads = Leads(one.engine, ("webhook",))

        def arrived() -> set[str]:
            ids = (lead(number).id for number in range(20))
            return {each for each in ids if leads.deliveries(each)[0].delivered_at}

        with delivering(servers):
            for number in range(20):
                leads.keep(lead(number))
                servers[0].call()
            assert becomes_true(lambda: len(arrived()) == 17, 30)
            assert not arrived() & hanging
            over.set()
            assert becomes_true(lambda: hanging <= arrived(), 30)
    came = Counter(headers["webhook-id"] for headers, _ in receiver.received)
    assert came == Counter(lead(number).id for number in range(20))


def test_no_more_than_a_few_leads_are_under_way_at_once(records: Records, leads: Leads) -> None:
    over, lock, under_way = Event(), Lock(), list[str]()

    def send(given: Lead) -> None:
        with lock:
            under_way.append(given.id)
        over.wait(60)

    for number in range(AT_ONCE + 3):
        leads.keep(lead(number))
    with delivering([courier(records, send)]):
        assert becomes_true(lambda: len(under_way) == AT_ONCE, 30)
        assert not becomes_true(lambda: len(under_way) > AT_ONCE, 0.5)
        over.set()
        assert becomes_true(lambda: len(under_way) == AT_ONCE + 3, 30)


def test_there_is_a_courier_for_each_channel_of_the_settings(records: Records) -> None:
    outbox = Outbox(records.engine)
    assert couriers(BotSettings(), outbox) == ()
    hook = {"leads_webhook": "https://crm.example/leads", "leads_secret": SECRET}
    post = {"smtp_url": "smtps://mail.example", "leads_email": "sales@p.example", "mail_from": "bot@p.example"}
    assert [each.channel for each in couriers(BotSettings.model_validate(hook | post), outbox)] == ["webhook", "mail"]
    with pytest.raises(Misconfigured, match="BOT_LEADS_SECRET"):
        couriers(BotSettings.model_validate(hook | {"leads_secret": "short"}), outbox)


def test_a_claim_outlasts_every_try() -> None:
    assert timedelta(seconds=max(mail.SECONDS + mail.STEP_SECONDS, webhook.SECONDS)) < outbox.CLAIMED
