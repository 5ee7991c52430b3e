"""A form is known again for a while, on its own site."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.lead_form import LEAST, MOST, LeadForms
from bot.records import Records
from bot.signing import Signer

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def forms(records: Records) -> LeadForms:
    return LeadForms(Signer(records.engine, "forms"), lambda: NOON)


def test_a_form_is_known_again_and_no_two_are_the_same(forms: LeadForms) -> None:
    tokens = [forms.open("site_1"), forms.open("site_1")]
    opened = [forms.opened(token, "site_1") for token in tokens]
    assert [form and form.opened_at for form in opened] == [NOON, NOON]
    assert opened[0] and opened[1] and opened[0].id != opened[1].id
    assert tokens[0].startswith(opened[0].id)


def test_a_form_of_another_site_and_a_changed_one_are_not_known(forms: LeadForms) -> None:
    token = forms.open("site_1")
    identity, opened, signature = token.split(".")
    assert forms.opened(token, "") is None
    assert forms.opened(f"{identity}.{int(opened) - 60}.{signature}", "site_1") is None
    assert forms.opened(f"{'0' * 32}.{opened}.{signature}", "site_1") is None
    for other in ("", "a.b.c", f"{identity}.{opened}", f"{identity}.99999999999.{'0' * 64}", token + "\n"):
        assert forms.opened(other, "site_1") is None


def test_a_person_takes_a_while_and_no_day(forms: LeadForms) -> None:
    form = forms.opened(forms.open(""), "")
    assert form
    assert form.too_soon(NOON) == LEAST.total_seconds()
    assert form.too_soon(NOON + LEAST) == 0
    assert not form.is_over(NOON + MOST)
    assert form.is_over(NOON + MOST + timedelta(seconds=1))
