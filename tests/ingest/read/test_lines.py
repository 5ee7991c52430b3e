import pytest

from ingest.read.lines import Line, lines_of, unwrapped


def line(text: str) -> Line:
    return Line(text, 1, 0, True)


def test_lines_are_numbered_and_know_the_blank_before_them() -> None:
    found = list(lines_of("one\n\n  two\n\u00a0\nthree"))
    assert found == [Line("one", 1, 0, True), Line("two", 3, 2, True), Line("three", 5, 0, True)]


@pytest.mark.parametrize(
    ("text", "bullet"), [("- tea", "tea"), ("• tea", "tea"), ("* tea", "tea"), ("-tea", None), ("tea - cup", None)]
)
def test_a_bullet_is_a_mark_and_a_space(text: str, bullet: str | None) -> None:
    assert line(text).bullet == bullet


@pytest.mark.parametrize(
    ("text", "numbered", "depth"),
    [
        ("1. Overview", "Overview", 1),
        ("2.3 Regions", "Regions", 2),
        ("(4) Prices", "Prices", 1),
        ("Q1: Why?", "Why?", 1),
        ("2024 was good", None, 1),
        ("1.5 million kites", None, 1),
    ],
)
def test_a_number_before_a_heading_or_item_is_told_from_a_figure(text: str, numbered: str | None, depth: int) -> None:
    assert (line(text).numbered, line(text).depth) == (numbered, depth)


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("KEY FINDINGS", {"is_shouted", "is_titled", "is_plain"}),
        ("Regional Outlook", {"is_titled", "is_plain"}),
        ("Base year: 2024", {"is_label"}),
        ("=====", {"is_rule"}),
        ("The market grew in all regions of the world in 2024.", {"is_prose", "is_closed", "is_plain"}),
        ("Chapter 3 Regions", {"is_chapter", "is_titled", "is_plain"}),
    ],
)
def test_the_look_of_a_line_says_what_it_may_be(text: str, looks: set[str]) -> None:
    every = "is_shouted is_titled is_plain is_label is_rule is_prose is_closed is_chapter"
    assert {name for name in every.split() if getattr(line(text), name)} == looks


def test_a_page_broken_at_its_margin_is_joined_again() -> None:
    page = (
        "Gross written premiums in the insurance market fell by three percent to\n"
        "one billion pounds in the year, after growing by a third in the year be-\n"
        "fore. We expect premiums to recover and to reach almost two billion by\n"
        "2028.\n\n- one bullet that is short\n- another"
    )
    joined = [one.text for one in unwrapped(list(lines_of(page)))]
    assert joined[0].endswith("by 2028.")
    assert joined[1:] == ["- one bullet that is short", "- another"]


def test_a_page_with_a_line_for_each_paragraph_stays_as_it_is() -> None:
    page = "Overview\nThe market grew.\nRegions\nEurope leads, and it is growing."
    assert len(unwrapped(list(lines_of(page)))) == 4
