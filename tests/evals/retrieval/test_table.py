"""What is written of the searches."""

from pathlib import Path

import pytest

from evals.retrieval.found import Found, Place
from evals.retrieval.run import Measured
from evals.retrieval.searches import BARE, CHANCES, FUSED, MEANING, NEIGHBOURS, RANKS, WORDS
from evals.retrieval.table import BEGIN, END, PAGE, NoPlace, tables, write_page


def ranks(*ranks: int | None) -> Found:
    return Found(tuple(Place(f"report {at}", rank, 1.5) for at, rank in enumerate(ranks)))


WORSE, BETTER = ranks(2, 7, 1, 1, 1, None), ranks(1, 2, 1, 1, 1, 9)
SEARCHES = {
    MEANING + BARE: WORSE, FUSED + BARE: WORSE, MEANING: WORSE, WORDS: WORSE, RANKS: WORSE, FUSED: BETTER,
    NEIGHBOURS: WORSE, CHANCES: BETTER,
}  # fmt: skip
MEASURED = Measured("test", SEARCHES, without=2, reports=6, passages=1234)


def rows(text: str, name: str) -> list[str]:
    """The cells of the one row of a name."""
    (row,) = [line for line in text.splitlines() if line.startswith(f"| {name} |")]
    return [cell.strip() for cell in row.strip("|").split("|")]


def test_every_search_is_told_with_rates_interval_and_time() -> None:
    text = tables([MEASURED], "an abacus")
    assert "### test: 6 questions on 6 reports with 1,234 passages" in text
    assert "2 more have no evidence in any passage" in text
    _, first, five, reciprocal, took = rows(text, FUSED)
    assert (first, reciprocal, took) == ("66.7%", "76.9%", "1.5")
    assert five.startswith("83.3% (")
    assert text.endswith("Measured on an abacus.")


def test_how_long_a_search_takes_that_only_the_evals_have_is_not_told() -> None:
    assert rows(tables([MEASURED], ""), FUSED + BARE)[-1] == ""


def test_every_part_is_told_with_its_gain() -> None:
    text = tables([MEASURED], "")
    parts = text.partition("| part |")[2]
    assert rows(parts, "meaning")[1:3] == [FUSED, WORDS]
    assert rows(parts, "fusion by scores, not ranks")[3].startswith("+16.7 (")
    assert rows(text, "neighbour passages")[4].startswith("-16.7 (")


def test_what_was_not_measured_is_told_so() -> None:
    assert rows(tables([MEASURED], ""), "cross-encoder")[3:] == ["not measured"] * 3


def test_the_tables_stand_between_the_marks_of_the_page(tmp_path: Path) -> None:
    page = tmp_path / "retrieval.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    write_page("new", page)
    write_page("newer", page)
    assert page.read_text(encoding="utf-8") == f"before\n{BEGIN}\nnewer\n{END}\nafter\n"


def test_a_page_without_marks_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "retrieval.md"
    page.write_text("nothing to write between\n", encoding="utf-8")
    with pytest.raises(NoPlace):
        write_page("new", page)
    assert page.read_text(encoding="utf-8") == "nothing to write between\n"


def test_the_page_of_the_repository_has_both() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text.count(BEGIN) == text.count(END) == 1
    assert all(f"| {name} |" in text for name in (MEANING, WORDS, FUSED, CHANCES))
