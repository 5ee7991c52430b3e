"""What corpus/README.md tells publishers to write is read without a complaint."""

import re
from pathlib import Path

import pytest

from ingest.__main__ import main
from ingest.domain import Rules
from ingest.read.find import find_reports
from ingest.read.report import read_report

GUIDE = (Path(__file__).parent.parent / "corpus" / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the guide's own examples."""
    report = tmp_path / "cold-chain-2025"
    (report / "tables").mkdir(parents=True)
    front, table, questions = (next(block for block in BLOCKS if block.startswith(s)) for s in ("---", "#", "## "))
    text = "## Market size\n\nThe market was valued at USD 4.20 billion in 2025.\n"
    (report / "report.md").write_text(f"{front}\n{text}", encoding="utf-8")
    (report / "tables" / "market-size.csv").write_text(table, encoding="utf-8")
    (report / "faq.md").write_text(questions, encoding="utf-8")
    return report


def test_its_examples_make_a_report_without_a_complaint(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check", str(folder)]) == 0
    assert capsys.readouterr().err == ""


def test_everything_it_says_to_write_at_the_top_is_read(folder: Path) -> None:
    (source,) = find_reports(folder)
    report = read_report(source)
    keys = set(re.findall(r"^\| `([a-z]+)` \|", GUIDE, re.MULTILINE))
    assert keys == {"title", "publisher", "published", "edition", "url", "access", "licensed", "public", "contact"}
    assert all(getattr(report, key) for key in keys - {"licensed", "public"})


def test_who_may_read_which_part_is_read(folder: Path) -> None:
    place = folder / "report.md"
    text = place.read_text(encoding="utf-8")
    rules = "licensed:\n  - market-size.csv\npublic:\n  - FAQ.md\n"
    place.write_text(text.replace("access: public\n", f"access: public\n{rules}", 1), encoding="utf-8")
    (source,) = find_reports(folder)
    report = read_report(source)
    assert report.rules == Rules("public", ("market-size.csv",), ("FAQ.md",))
    assert {part.file for part in report.parts if part.access == "licensed"} == {"tables/market-size.csv"}


def test_everything_it_says_to_write_above_a_table_is_read(folder: Path) -> None:
    (source,) = find_reports(folder)
    (table,) = read_report(source).tables
    assert (table.title, table.unit) == ("Cold chain market size by year", "USD billion")
    assert table.notes == ("Note: 2026 is a forecast.", "Source: Chapter 4")
