"""Rules say who may read which part of a report; what names nothing refuses it."""

from dataclasses import replace

import pytest

from ingest.access import PartAccess, is_partly_public, named, parts_of, settled, with_access
from ingest.domain import Access, Report, Rules, Section, Table
from ingest.errors import UnknownPart


def section(*heading: str, text: str = "Text.", file: str = "report.md") -> Section:
    return Section(heading, text, file)


def table(
    title: str, *heading: str, file: str = "report.md", rows: tuple[tuple[str, ...], ...] = (("A", "5"),)
) -> Table:
    return Table(title, ("Name", "2024"), rows, file, heading=heading)


REPORT = Report(
    "kites",
    "Kite Market",
    "d",
    (
        section(),
        section("Size"),
        section("Size", "By Country"),
        section("Size", "By Country", "Method"),
        section("Players"),
    ),
    (
        table("Kites by colour", "Size"),
        table("Kites by country", "Size", "By Country"),
        table("Deliveries", file="tables/out.csv"),
    ),
)


def access_of(rules: Rules, report: Report = REPORT) -> str:
    """A letter for each part in order: p for public, l for licensed, a dot where nothing differs from the whole."""
    return "".join(part.access[0] if part.access else "." for part in with_access(report, rules).parts)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (Rules(), "........"),
        (Rules(licensed=("Size",)), "plllpllp"),
        (Rules(licensed=("by  COUNTRY",)), "ppllpplp"),
        (Rules(licensed=("Size > By Country",)), "ppllpplp"),
        (Rules(licensed=("Kites by colour",)), "ppppplpp"),
        (Rules(licensed=("out.csv",)), "pppppppl"),
        (Rules(licensed=("tables/out.csv",)), "pppppppl"),
        (Rules(licensed=("Size",), public=("Method",)), "pllpp" + "llp"),
        (Rules(licensed=("Size",), public=("By Country",)), "plpp" + "plpp"),
        (Rules(licensed=("Size", "Kites by country"), public=("By Country",)), "plpp" + "pllp"),
        (Rules(licensed=("By Country",), public=("By Country",)), "ppllpplp"),
        (Rules("licensed"), "........"),
        (Rules("licensed", public=("Players",)), "llllplll"),
        (Rules("licensed", public=("Kite Market",)), "plllllll"),
        (Rules(licensed=("kite market",)), "llllllll"),
        (Rules("licensed", public=("Size", "Players", "Kite Market", "Deliveries")), "........"),
    ],
)  # fmt: skip
def test_the_deepest_rule_decides(rules: Rules, expected: str) -> None:
    assert access_of(rules) == expected


def test_a_report_is_licensed_where_some_part_is() -> None:
    wholes = [with_access(REPORT, rules).access for rules in (Rules(), Rules("licensed"), Rules(licensed=("Size",)))]
    assert wholes == ["public", "licensed", "licensed"]
    assert not is_partly_public(with_access(REPORT, Rules("licensed")))
    assert is_partly_public(with_access(REPORT, Rules(licensed=("kite market",))))  # its contents list is public


@pytest.mark.parametrize("default", ["public", "licensed"])
@pytest.mark.parametrize("names", [(), ("Size",), ("Kite Market",)])
def test_what_is_settled_is_not_settled_otherwise(default: Access, names: tuple[str, ...]) -> None:
    once = with_access(REPORT, Rules(default, licensed=names))
    assert settled(once) == once
    assert with_access(once, Rules(default, licensed=names)) == once


def test_rules_are_applied_anew() -> None:
    once = with_access(replace(REPORT, rules=Rules(licensed=("Players",))), Rules(licensed=("Size",)))
    assert with_access(once) == with_access(replace(REPORT, rules=Rules(licensed=("Players",))))


def test_a_report_that_an_earlier_release_read_stays_licensed() -> None:
    old = replace(REPORT, access="licensed")
    assert with_access(old).access == "licensed" and not is_partly_public(with_access(old))
    assert access_of(Rules(public=("Players",)), old) == "llllplll"
    assert with_access(old, Rules("public")).access == "licensed"


@pytest.mark.parametrize("rules", [Rules(licensed=("Sise",)), Rules(public=("Nothing",)), Rules(licensed=("Size >",))])
def test_a_name_that_no_part_has_is_refused(rules: Rules) -> None:
    with pytest.raises(UnknownPart, match="no section and no table is called"):
        with_access(REPORT, rules)


def test_the_refusal_says_which_name_may_be_meant() -> None:
    with pytest.raises(UnknownPart, match="Is “By Country” meant\\?"):
        with_access(replace(REPORT, rules=Rules(licensed=("By Contry",))))


def test_text_that_repeats_a_licensed_table_of_its_section_is_licensed() -> None:
    repeated = replace(
        REPORT,
        sections=(
            section("Size", text="As the table says:\n\nFrance  41.7  52.3"),
            section("Players", text="France 41.7 52.3"),
        ),
        tables=(table("By country", "Size", rows=(("France", "41.7", "52.3"),)),),
    )
    assert access_of(Rules(licensed=("By country",)), repeated) == "lpl"


def test_names_are_compared_without_case_and_blanks() -> None:
    assert named(" Market\u00a0 BY\tcountry ") == "market by country"


def test_parts_are_told_by_their_names() -> None:
    parts = list(parts_of(with_access(REPORT, Rules(licensed=("By Country",)))))
    assert parts[0] == PartAccess("section", "Kite Market", "public")
    assert PartAccess("section", "Size > By Country", "licensed") in parts
    assert parts[-1] == PartAccess("table", "Deliveries", "public")
