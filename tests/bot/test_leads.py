"""Leads are kept once, with what is to be delivered of them, until they are deleted."""

from datetime import timedelta

import pytest

from bot.leads import DAY, PER_ADDRESS, Leads, NoAddress, SentBefore, TooManyOfAddress, address
from bot.records import Records
from tests.bot.lead_samples import NOON, lead


@pytest.fixture
def leads(records: Records) -> Leads:
    return Leads(records.engine, ("webhook", "mail"))


def test_a_lead_is_kept_with_its_deliveries(leads: Leads) -> None:
    given = lead(name="Zoë", company=None, message="Call me\nplease", site="site_1", page="https://shop.example/tides")
    assert leads.keep(given) == (given, True)
    assert leads.get(given.id) == given
    assert [(each.channel, each.attempts, each.delivered_at) for each in leads.deliveries(given.id)] == [
        ("mail", 0, None),
        ("webhook", 0, None),
    ]


def test_a_lead_sent_again_is_the_same_lead(leads: Leads) -> None:
    leads.keep(lead())
    assert leads.keep(lead(received_at=NOON + timedelta(minutes=1))) == (lead(), False)
    assert leads.all() == [lead()]
    assert len(leads.deliveries(lead().id)) == 2


def test_a_form_with_something_else_in_it_is_not_taken_for_kept(leads: Leads) -> None:
    leads.keep(lead())
    with pytest.raises(SentBefore):
        leads.keep(lead(message="Another wish"))
    assert leads.all() == [lead()]


def test_an_address_has_so_many_leads_a_day(leads: Leads) -> None:
    for number in range(PER_ADDRESS):
        leads.keep(lead(number, email="a@buyer.example", received_at=NOON + timedelta(hours=number)))
    with pytest.raises(TooManyOfAddress) as refused:
        leads.keep(lead(77, email="a@buyer.example", received_at=NOON + timedelta(hours=5)))
    assert refused.value.seconds == 19 * 3600
    leads.keep(lead(78, email="a@buyer.example", received_at=NOON + DAY))
    leads.keep(lead(79, email="b@buyer.example", received_at=NOON))


def test_leads_are_found_by_time(leads: Leads) -> None:
    for number in range(3):
        leads.keep(lead(number, received_at=NOON + number * DAY))
    assert [each.id for each in leads.all(NOON + DAY)] == [lead(1).id, lead(2).id]
    assert [each.id for each in leads.all(NOON, NOON + DAY)] == [lead(0).id]


def test_an_address_is_forgotten_with_what_is_on_its_way(leads: Leads) -> None:
    for number, email in enumerate(("a@buyer.example", "a@buyer.example", "b@buyer.example")):
        leads.keep(lead(number, email=email))
    assert leads.forget(" A@Buyer.example ") == 2
    assert leads.forget("a@buyer.example") == 0
    assert [each.email for each in leads.all()] == ["b@buyer.example"]
    assert leads.deliveries(lead(0).id) == []
    with pytest.raises(NoAddress):
        leads.forget("nobody")


def test_the_conversations_of_an_address_are_known(leads: Leads) -> None:
    leads.keep(lead(1, conversation="c1"))
    leads.keep(lead(2, email=lead(1).email, conversation=None))
    leads.keep(lead(3, conversation="c3"))
    assert leads.conversations(lead(1).email.upper()) == ["c1"]


def test_leads_of_before_a_moment_are_deleted(leads: Leads) -> None:
    leads.keep(lead(1, received_at=NOON - 31 * DAY))
    leads.keep(lead(2, received_at=NOON - 29 * DAY))
    assert leads.delete_before(NOON - 30 * DAY) == 1
    assert [each.id for each in leads.all()] == [lead(2).id]
    assert leads.delete_before(NOON) == 1


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" Jane.Doe@Buyer.EXAMPLE ", "jane.doe@buyer.example"),
        ("j+x@xn--mnchen-3ya.de", "j+x@münchen.de"),
        ("用户@例子.公司", "用户@例子.公司"),
    ],
)
def test_an_address_is_kept_in_one_form(text: str, kept: str) -> None:
    assert address(text) == kept


@pytest.mark.parametrize(
    "text", ["", "jane", "jane@localhost", "a b@c.de", "Jane <j@c.de>", "a@c.de\r\nBcc: b@c.de", "a@[1.2.3.4]", "a@b"]
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(NoAddress):
        address(text)
