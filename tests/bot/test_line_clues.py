"""What speaks for and against a line."""

from collections.abc import Mapping

from bot.cite import Hit
from bot.line_clues import LINE_CLUES, line_clues
from bot.understand import understand
from tests.bot.makers import book

BOOK = book()


def clues(question: str, start: str, hits: tuple[Hit, ...] = ()) -> Mapping[str, float]:
    number = next(n for n, each in enumerate(BOOK.lines) if each.said.startswith(start))
    row = line_clues(understand(question, BOOK), BOOK, hits)[number]
    return dict(zip(LINE_CLUES, map(float, row), strict=True))


def test_names_are_used_once_and_values_lie_between_0_and_1() -> None:
    assert len(set(LINE_CLUES)) == len(LINE_CLUES)
    found = line_clues(understand("Why do owners buy steel?", BOOK), BOOK, ())
    assert found.min() >= 0
    assert found.max() <= 1


def test_a_reason_meets_a_why() -> None:
    found = clues("Why do owners buy steel widgets?", "Owners")
    assert found["cause"] == 1
    assert found["why: cause"] == 1
    assert found["missing"] == 0
    assert clues("Why do owners buy steel widgets?", "Recycled")["own"] < found["own"]


def test_a_list_is_told_from_figures_and_sentences() -> None:
    listed, column = (
        clues("Who are the key players?", "Key players: Acme Ltd;"),
        clues("all regions by year", "2024: Europe"),
    )
    assert (listed["list"], listed["figures"]) == (1, 0)
    assert (column["list"], column["figures"], column["one time"]) == (0, 1, 1)


def test_what_a_search_found_first_is_known() -> None:
    passage = next(p for p in BOOK.passages if "Owners buy" in p.text)
    found = clues("Why do owners buy steel?", "Owners", (Hit(passage, 1.0),))
    assert (found["found"], found["found first"]) == (1, 1)
    assert clues("Why do owners buy steel?", "Owners")["found"] == 0
