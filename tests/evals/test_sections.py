"""Sections of a page that several commands write."""

from pathlib import Path

from evals.sections import put, sections

PAGE = """# Results

Rates.

<!-- load: begin -->
old
<!-- load: end -->

<!-- soak: begin -->
slopes
<!-- soak: end -->
"""


def test_a_section_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_text(PAGE, encoding="utf-8")
    put("load", "new \\1\n", file)
    assert file.read_text(encoding="utf-8") == PAGE.replace("old", "new \\1")


def test_a_new_section_comes_last(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_text("# Results\n", encoding="utf-8")
    put("load", "curve", file)
    assert file.read_text(encoding="utf-8") == "# Results\n\n<!-- load: begin -->\ncurve\n<!-- load: end -->\n"


def test_sections_are_found_with_their_marks() -> None:
    assert sections(PAGE) == [
        "<!-- load: begin -->\nold\n<!-- load: end -->",
        "<!-- soak: begin -->\nslopes\n<!-- soak: end -->",
    ]
    assert sections("# Results") == []
