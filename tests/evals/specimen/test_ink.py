from pathlib import Path

import pypdfium2

from evals.specimen.ink import Page, Rule, Shade, Text, draw, register, width, wrapped


def test_lines_are_broken_at_spaces_and_fit() -> None:
    lines = wrapped("the quick brown fox jumps over the lazy dog", "Helvetica", 10, 80)
    assert " ".join(lines) == "the quick brown fox jumps over the lazy dog"
    assert len(lines) > 1
    assert all(width(line, "Helvetica", 10) <= 80 for line in lines)


def test_a_word_too_wide_has_a_line_of_its_own() -> None:
    assert wrapped("a incomprehensibilities b", "Helvetica", 10, 20) == ["a", "incomprehensibilities", "b"]


def test_marks_are_drawn_and_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    register(("Vera", "Helvetica"))
    pages = [Page([Shade(0, 0, 50, 50, 0.5), Rule(0, 0, 9, 9), Text(20, 40, "−3,1%", "Vera", 9)], [(1, "One")])]
    for name in ("a.pdf", "b.pdf"):
        draw(pages, (200, 100), "Title", "Author", tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    assert document[0].get_textpage().get_text_range() == "−3,1%"
    document.close()
