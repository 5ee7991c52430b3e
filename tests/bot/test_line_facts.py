"""What the lines of a report say, whoever asks."""

from bot.line_facts import SAYS, LineFacts
from ingest.domain import Cell, Span
from tests.bot.books import book_of
from tests.bot.makers import book

BOOK = book()
FACTS = BOOK.line_facts


def number(start: str) -> int:
    return next(n for n, line in enumerate(BOOK.lines) if line.said.startswith(start))


def test_a_line_is_of_a_sort() -> None:
    says = dict(zip(SAYS, FACTS.says[number("Owners")].tolist(), strict=True))
    assert (says["cause"], says["list"], says["figures"]) == (1, 0, 0)
    listed = dict(zip(SAYS, FACTS.says[number("Key players: Acme Ltd;")].tolist(), strict=True))
    assert (listed["list"], listed["few items"], listed["companies"]) == (1, 1, 1)


def test_its_years_and_superlatives_are_known() -> None:
    assert FACTS.years[number("The widget market")] == {2024}
    leading = book_of("Acme is the largest maker of widgets in the north of Germany.").line_facts
    assert leading.aspects[0] == {"largest"}
    assert "Germany" in leading.places[0]


def test_lines_inside_a_passage_are_found() -> None:
    source = BOOK.lines[number("Owners")].source
    assert isinstance(source, Span)
    inside = FACTS.inside(Span(source.section, source.start + 3, source.start + 4))
    assert inside.tolist() == [line.source == source for line in BOOK.lines]
    assert not FACTS.inside(Cell(0, 0, 0)).any()


def test_no_lines_have_no_facts() -> None:
    none = LineFacts(())
    assert none.says.shape == (0, len(SAYS))
    assert none.inside(Span(0, 0, 1)).shape == (0,)
