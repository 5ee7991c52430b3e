"""What the reports do not say, as it is shown."""

from datetime import UTC, datetime

import pytest

from bot.staff.gaps import Found, Gap
from bot.staff.views.unanswered import unanswered_html
from tests.bot.staff.attacks import ATTACKS, LOADED

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
CHOSEN = {"days": "30", "report": "", "site": ""}


def found(*wordings: tuple[str, int], declined: int = 3) -> Found:
    gap = Gap(report="bees", times=sum(n for _, n in wordings), declined=declined, wordings=wordings, last=NOON)
    return Found(gaps=(gap,), at=NOON)


def test_a_matter_is_shown_with_its_count_its_report_and_other_wordings() -> None:
    html = unanswered_html(found(("Which tariffs?", 3), ("Zölle?", 1)), {"bees": "Bees"}, CHOSEN)
    for said in ("4 questions, 1 matters", "Which tariffs?", "Bees", "3 not answered, 1 in part", "Zölle?"):
        assert said in html


def test_what_is_being_sought_is_asked_for_again() -> None:
    assert "data-again" in unanswered_html(None, {}, CHOSEN)
    assert "Every question of this time was answered" in unanswered_html(Found(gaps=(), at=NOON), {}, CHOSEN)


@pytest.mark.parametrize("attack", ATTACKS)
def test_questions_are_text(attack: str) -> None:
    html = unanswered_html(found((attack, 2), (f"{attack} too", 1)), {"bees": attack}, CHOSEN)
    assert not [tag for tag in LOADED if tag in html]
