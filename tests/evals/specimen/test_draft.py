from decimal import Decimal

import pytest
from pydantic import ValidationError

from evals.question import Question
from evals.specimen.draft import Draft, calculated, is_askable, percentage, published
from evals.specimen.facts import Fact
from evals.specimen.table import Meaning
from evals.specimen.wording import Wording

REVENUE = Fact("Brazil", "1,234.5", Decimal("1234.5"), Meaning("size", "money", 10**6, "2025", "Brazil", (), "USD"))
FALL = Fact("Brazil", "(3.1)", Decimal("-3.1"), Meaning("growth", "percent", 1, "2020", "Brazil", ()))


def test_a_draft_becomes_a_question() -> None:
    record = Draft("figure", Wording("How much?", ("terse",)), {"figure": [published(REVENUE)]}, ("1,234.5",)).numbered(
        "r", 4
    )
    question = Question.model_validate(record)
    assert (question.id, question.tags) == ("r-figure-004", ("terse",))
    assert question.expect.figure[0][0].amount == Decimal("1234500000")
    assert question.expect.figure[0][0].period == "2025"


def test_a_draft_that_expects_nothing_is_no_question() -> None:
    with pytest.raises(ValidationError):
        Draft("figure", Wording("How much?"), {}).numbered("r", 1)


def test_a_fall_may_be_told_with_or_without_its_sign() -> None:
    assert [gold["value"] for gold in published(FALL)] == ["-3.1", "3.1"]


def test_what_is_worked_out_says_so_and_names_no_year() -> None:
    (gold,) = calculated(Decimal("2.5"), REVENUE)
    assert (gold["calculated"], gold["currency"], gold["scale"], gold["period"]) == (True, "USD", "1e6", "")


@pytest.mark.parametrize(("value", "tolerance"), [("27.193", "0.005"), ("3.51759", "0.0145")])
def test_a_percentage_may_be_rounded_to_one_decimal(value: str, tolerance: str) -> None:
    (gold,) = percentage(Decimal(value))
    assert gold["tolerance"] == tolerance


def test_tiny_percentages_are_not_asked_for() -> None:
    assert is_askable(Decimal("1.2"))
    assert not is_askable(Decimal("0.4"))
    assert not is_askable(Decimal(0))
