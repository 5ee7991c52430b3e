"""The models that can be asked."""

from datetime import date

from bot.api.openai.models import models_of
from tests.bot.fakes import OTHER, REPORT


def test_the_library_is_the_first_model_and_each_report_is_one() -> None:
    models = models_of([REPORT, OTHER.model_copy(update={"published": date(2025, 1, 1)})]).data
    assert [(model.id, model.name) for model in models] == [
        ("footnote", "All reports"),
        ("tidal-energy", REPORT.title),
        ("cold-chain", OTHER.title),
    ]
    assert [model.created for model in models] == [0, 0, 1_735_689_600]


def test_a_report_of_long_ago_is_a_model_too() -> None:
    (_, model) = models_of([REPORT.model_copy(update={"published": date(1951, 1, 1)})]).data
    assert model.created == 0
