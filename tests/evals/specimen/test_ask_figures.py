from decimal import Decimal

from evals.specimen.ask_figures import ask_cell, ask_series
from evals.specimen.contradiction import Planted
from tests.evals.specimen.asking import drafts, expected, values


def test_a_cell_is_asked_for_by_its_year_and_expected_as_printed(asked: Planted) -> None:
    known = values(asked)
    found = drafts(ask_cell, asked)
    assert len(found) > 30
    for draft in found:
        gold = expected(draft)[0]
        assert Decimal(gold["value"]) in known[draft.must_cite[0]]
        assert all(year in draft.asked.text for year in gold["period"].split("-"))


def test_a_cell_of_any_kind_of_table_may_be_asked_for(asked: Planted) -> None:
    kinds = {draft.tags[1] for draft in drafts(ask_cell, asked, 300)}
    assert {"history", "forecast", "share", "growth", "cross", "price"} <= kinds


def test_a_series_expects_every_year_between_the_ones_asked(asked: Planted) -> None:
    for draft in drafts(ask_series, asked):
        periods = [gold["period"] for gold in expected(draft) if not gold["value"].startswith("-")]
        assert periods == [str(year) for year in range(int(periods[0]), int(periods[-1]) + 1)]
        assert periods[0] in draft.asked.text and periods[-1] in draft.asked.text
