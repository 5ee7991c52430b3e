"""What stands beside figures says of them what the source says."""

import time

import pytest

from bot.model.figure_wording import figure_wording_fault, names_in
from tests.bot.model.test_faithful import FORECAST, SHARES, wording


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Apiscan leads with 12.4% in 2024, followed by Broodline with 9.1%.", SHARES),
        ("Broodline has 9.1%, and Apiscan 12.4%.", SHARES),
        ("USD 984.8 million is expected by 2030.", FORECAST),
        ("In 2024, exports grew by 11.4%.", "Exports grew by 11.4% in 2024."),
    ],
)
def test_each_figure_by_its_name_as_the_source_has_it_is_kept(text: str, source: str) -> None:
    assert figure_wording_fault(wording(text, source)) == ""


@pytest.mark.parametrize(
    ("text", "source", "why"),
    [
        ("Broodline leads with 12.4% in 2024, followed by Apiscan with 9.1%.", SHARES, "own name"),
        ("Apiscan and Broodline have 12.4% and 9.1%.", SHARES, "own name"),
        ("The market has reached USD 984.8 million by 2030.", FORECAST, "expects"),
        ("Exports stood at 11.4% in 2024.", "Exports grew by 11.4% in 2024.", "growth"),
        (SHARES.replace("2024", "2025"), SHARES, "another"),
    ],
)
def test_what_turns_them_is_refused(text: str, source: str, why: str) -> None:
    assert why in figure_wording_fault(wording(text, source))


def test_a_long_row_of_names_and_figures_is_judged_at_once() -> None:
    started = time.process_time()
    assert figure_wording_fault(wording("Apiscan 12.4% Broodline 9.1% " * 30 + "Broodline 12.4%.", SHARES))
    assert time.process_time() - started < 1


def test_the_names_of_a_sentence_are_its_capitals_and_what_its_figures_are_of() -> None:
    cited = wording("", SHARES).evidence
    assert {"broodlin"} <= names_in(SHARES, cited)
    assert "sale" not in names_in("In total, sales grew.", cited)
