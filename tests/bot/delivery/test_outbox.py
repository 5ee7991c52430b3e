"""The outbox gives each delivery to one at a time, and to another when that one died."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from bot.delivery.outbox import CLAIMED, FIRST, LONGEST, Claimed, Outbox, wait_after
from bot.leads import Leads
from bot.records import Records
from tests.bot.lead_samples import NOON, lead


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def leads(records: Records) -> Leads:
    return Leads(records.engine, ("webhook",))


@pytest.fixture
def outbox(records: Records, clock: Clock) -> Iterator[Outbox]:
    yield Outbox(records.engine, clock, lambda: 1.0)


def test_a_claim_is_one_s_own_until_its_time_is_up(leads: Leads, outbox: Outbox, clock: Clock) -> None:
    leads.keep(lead())
    assert outbox.claim("mail") is None
    assert outbox.claim("webhook") == Claimed(lead(), "webhook", 1)
    assert outbox.claim("webhook") is None
    clock.now += CLAIMED
    assert outbox.claim("webhook") == Claimed(lead(), "webhook", 2)


def test_many_who_claim_get_each_delivery_once(leads: Leads, outbox: Outbox) -> None:
    for number in range(20):
        leads.keep(lead(number))
    with ThreadPoolExecutor(8) as pool:
        claimed = list(pool.map(lambda _: outbox.claim("webhook"), range(30)))
    assert sorted(each.lead.id for each in claimed if each) == [lead(number).id for number in range(20)]


def test_what_failed_waits_longer_each_time_and_what_arrived_is_done(
    leads: Leads, outbox: Outbox, clock: Clock
) -> None:
    leads.keep(lead())
    for attempt in (1, 2, 3):
        claimed = outbox.claim("webhook")
        assert claimed and claimed.attempt == attempt
        wait = outbox.failed(claimed, "it answered 500")
        assert wait == FIRST * 2 ** (attempt - 1)
        clock.now += wait - timedelta(seconds=1)
        assert outbox.claim("webhook") is None
        clock.now += timedelta(seconds=1)
    (waiting,) = leads.deliveries(lead().id)
    assert (waiting.error, waiting.attempts) == ("it answered 500", 3)
    assert outbox.waiting() == {"webhook": 1}
    last = outbox.claim("webhook")
    assert last
    outbox.delivered(last)
    (done,) = leads.deliveries(lead().id)
    assert (done.delivered_at, done.error) == (clock.now, None)
    clock.now += timedelta(days=9)
    assert outbox.claim("webhook") is None
    assert outbox.waiting() == {}


def test_who_lost_a_claim_does_not_put_off_the_next_one_nor_undo_it(leads: Leads, outbox: Outbox, clock: Clock) -> None:
    leads.keep(lead())
    slow = outbox.claim("webhook")
    clock.now += CLAIMED
    quick = outbox.claim("webhook")
    assert slow and quick
    outbox.failed(slow, "it did not answer in time")
    assert leads.deliveries(lead().id)[0].error is None
    outbox.delivered(quick)
    outbox.failed(quick, "late")
    assert leads.deliveries(lead().id)[0].delivered_at == clock.now


def test_a_deleted_lead_is_not_delivered_any_more(leads: Leads, outbox: Outbox, clock: Clock) -> None:
    leads.keep(lead())
    claimed = outbox.claim("webhook")
    assert claimed
    leads.forget(lead().email)
    outbox.failed(claimed, "it answered 500")
    clock.now += LONGEST
    assert outbox.claim("webhook") is None


def test_what_waits_can_be_tried_at_once(leads: Leads, outbox: Outbox) -> None:
    leads.keep(lead())
    claimed = outbox.claim("webhook")
    assert claimed
    outbox.failed(claimed, "it answered 500")
    assert outbox.retry() == 1
    assert outbox.claim("webhook") is not None


def test_the_wait_is_never_longer_than_an_hour_nor_shorter_than_half() -> None:
    assert wait_after(1, 0) == FIRST / 2
    assert wait_after(500, 1) == LONGEST
    assert wait_after(500, 0) == LONGEST / 2
