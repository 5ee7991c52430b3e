"""The numbers as they are shown."""

from datetime import date

import pytest

from bot.staff.insights import CitedPlace, Cost, Count, Day
from bot.staff.views.overview import Overview, dollars, overview_html
from tests.bot.fakes import PASSAGES
from tests.bot.staff.attacks import ATTACKS, LOADED

TOTAL = Count(questions=1200, answered=900, partial=60, declined=240, visitors=700)
CHOSEN = {"days": "30", "report": "", "site": ""}


def overview(*days: Day, name: str = "bees", model: str = "m") -> Overview:
    return Overview(
        total=TOTAL, dislikes=3, days=days, reports=(TOTAL.model_copy(update={"name": name}),), sites=(TOTAL,),
        cited=(CitedPlace(answers=7, place=PASSAGES["tidal-energy:p0"]),),
        costs=(Cost(day=date(2026, 3, 1), model=model, calls=2, tokens_in=10, tokens_out=2, millionths=1_234_567),),
        first=date(2026, 3, 1), last=date(2026, 3, 3),
    )  # fmt: skip


def test_the_numbers_are_there() -> None:
    html = overview_html(
        overview(Day(day=date(2026, 3, 2), answered=2, partial=0, declined=1)), {"bees": "Bees"}, {}, CHOSEN
    )
    for said in ("1,200", "75 %", "5.0 %", "20 %", "Questions by day", "Bees", "Elsewhere than in a widget", "1.23"):
        assert said in html
    assert "/staff/export/cited.csv?days=30" in html


def test_a_time_without_questions_has_no_chart() -> None:
    assert "Nobody asked anything" in overview_html(overview(), {}, {}, CHOSEN)


@pytest.mark.parametrize("attack", ATTACKS)
def test_names_are_text(attack: str) -> None:
    html = overview_html(overview(name=attack, model=attack), {attack: attack}, {"": attack}, CHOSEN)
    assert not [tag for tag in LOADED if tag in html]


@pytest.mark.parametrize(
    ("millionths", "said"), [(0, "0.00"), (900, "0.000900"), (10_000, "0.01"), (1_234_567_890, "1,234.57")]
)
def test_small_amounts_are_told_finely(millionths: int, said: str) -> None:
    assert dollars(millionths) == said
