"""Percentages that make a hundred side by side are shares."""

import pytest

from ingest.domain import Report, Section, Table
from ingest.quantity.reports import quantities

LIST = "- Textiles: 46.3%\n- Food: 27.8%\n- Feed: 25.9%"


def measures(*sections: tuple[str, str], tables: tuple[Table, ...] = ()) -> dict[str, str]:
    """The measure of each number of a report, by its text."""
    written = tuple(Section((heading,), text, "report.md") for heading, text in sections)
    report = Report("gum", "Gum Market", "d", written, tables)
    return {quantity.text: quantity.measure for quantity in quantities(report)}


@pytest.mark.parametrize(
    "text",
    [
        LIST,
        "Thickening leads with 39.4%, ahead of sizing with 33.7%. Binding follows at 15.1%, and others make up 11.8%.",
    ],
)
def test_parts_of_a_hundred_are_shares(text: str) -> None:
    assert set(measures(("By end use", text)).values()) == {"share"}


def test_a_column_that_makes_a_hundred_holds_shares() -> None:
    table = Table("Use", ("Use", "2024 (%)"), (("Sizing", "61"), ("Printing", "22"), ("Others", "17")), "use.csv")
    assert set(measures(tables=(table,)).values()) == {"share"}


@pytest.mark.parametrize(
    "text",
    [
        "- Textiles: 46.3%\n- Food: 27.8%\n- Feed: 9.6%",  # 83.7 in all
        "- Textiles: 56%\n- Food: 44%",  # two make a hundred too easily
        "- Textiles: 60%\n- Food: -10%\n- Feed: 50%",
    ],
)
def test_what_makes_no_hundred_is_no_share(text: str) -> None:
    assert "share" not in measures(("By end use", text)).values()


def test_answers_of_respondents_are_no_shares() -> None:
    assert "share" not in measures(("Survey of respondents", LIST)).values()


def test_a_rate_of_growth_is_none_of_the_parts() -> None:
    found = measures(("By end use", f"{LIST}\n\nFeed grew by 9.5%."))
    assert (found["9.5%"], found["25.9%"]) == ("growth", "share")
