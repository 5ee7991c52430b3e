import pytest

from ingest.read.blocks import Bullets, Heading
from ingest.read.headings import heading_at, is_name_run, title_line
from ingest.read.lines import lines_of
from ingest.read.plain import plain_blocks

PROSE = "The market grew in all regions of the world, and it will go on to grow."


@pytest.mark.parametrize(
    ("text", "level"),
    [
        (f"MARKET OVERVIEW\n{PROSE}", 2),
        (f"Market Overview\n{PROSE}", 2),
        (f"2.1 Regional Outlook\n{PROSE}", 3),
        (f"## Regional outlook\n{PROSE}", 2),
        (f"Regional outlook\n================\n{PROSE}", 2),
        (f"Chapter 3 Regions\n{PROSE}", 2),
        (f"Market Drivers:\n{PROSE}", 2),
        ("Key Findings\n- one\n- two", 2),
    ],
)
def test_a_line_is_a_heading_by_its_look_and_what_follows(text: str, level: int) -> None:
    heading = heading_at(list(lines_of(text)), 0)
    assert heading is not None and heading.level == level


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE}\n{PROSE}",
        "- Market Overview\n- Regions",
        "Base Year: 2024\nForecast: 2030",
        "1. First thing\n2. Second thing",
        "Market Overview",
    ],
)
def test_prose_items_and_labels_are_no_headings(text: str) -> None:
    assert heading_at(list(lines_of(text)), 0) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kite Market Report\n\nOverview", True),
        ("# Kites\nOverview", True),
        ("Executive Summary\n\nText", False),
        (f"{PROSE}\n\nOverview", False),
        ("Kite Market Report", False),
        ("", False),
    ],
)
def test_a_title_stands_apart_and_says_more_than_any_report_does(text: str, expected: bool) -> None:
    assert title_line(list(lines_of(text))) is expected


def test_names_below_each_other_are_a_run_when_something_leads_to_them() -> None:
    lines = list(lines_of("Windy, Inc.\nKitewerk GmbH\nHimmel AG\n\nNext"))
    assert is_name_run(lines, 0, led=True) == 3
    assert is_name_run(lines, 0, led=False) == 0
    assert is_name_run(lines, 2, led=True) == 0


def test_the_first_of_names_below_a_heading_heads_no_list() -> None:
    text = f"List of companies\n\nAcme Inc. (US)\nBolt AG (Germany)\nCog Ltd. (UK)\n\nOutlook\n\n{PROSE}"
    bullets = next(block for block in plain_blocks(text) if isinstance(block, Bullets))
    assert [item for _, item in bullets.items] == ["Acme Inc. (US)", "Bolt AG (Germany)", "Cog Ltd. (UK)"]


def test_a_heading_before_names_is_not_one_of_them() -> None:
    text = f"Competition\n\nKey Players\nAcme Inc. (US)\nBolt AG (Germany)\nCog Ltd. (UK)\n\n{PROSE}"
    bullets = next(block for block in plain_blocks(text) if isinstance(block, Bullets))
    assert "Key Players" not in [item for _, item in bullets.items]


def test_a_line_in_sentence_case_heads_the_firms_below_it() -> None:
    text = f"{PROSE}\n\nCompanies profiled\nAcme Oy (Finland)\nBolt Inc. (U.S.)\nComb AS (Norway)\n"
    *_, heading, names = plain_blocks(text)
    assert isinstance(heading, Heading) and heading.text == "Companies profiled"
    assert isinstance(names, Bullets)
    assert [item for _, item in names.items] == ["Acme Oy (Finland)", "Bolt Inc. (U.S.)", "Comb AS (Norway)"]
