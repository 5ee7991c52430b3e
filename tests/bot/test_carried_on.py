"""Sentences with those they cannot be understood without."""

from bot.carried_on import beside, completed
from ingest.domain import Section, Span
from tests.bot.books import book_of

TEXT = (
    "Skyline makes kites in Bremen. It bought Windward in May. Sales are flat.\nStunt kites fell. This is due to rain."
)
BOOK = book_of("Kites fly.", "Kite Market", sections=(Section(("Makers",), TEXT, "a.md"),))
NUMBER = next(n for n, each in enumerate(BOOK.report.sections) if each.text == TEXT)


def at(said: str) -> Span:
    start = TEXT.index(said)
    return Span(NUMBER, start, start + len(said))


def told(*said: str, why: bool = False, most: int = 4) -> list[str]:
    return [BOOK.text_at(span) for span in completed([at(each) for each in said], BOOK, why, most)]


def test_a_sentence_that_leans_is_told_with_the_one_before() -> None:
    assert told("It bought Windward in May.") == ["Skyline makes kites in Bremen.", "It bought Windward in May."]


def test_a_sentence_alone_in_meaning_is_told_alone() -> None:
    assert told("Skyline makes kites in Bremen.") == ["Skyline makes kites in Bremen."]


def test_a_why_is_told_with_the_cause_that_follows() -> None:
    assert told("Stunt kites fell.", why=True) == ["Stunt kites fell.", "This is due to rain."]


def test_no_more_are_told_than_wanted_and_none_twice() -> None:
    assert told("It bought Windward in May.", most=1) == ["It bought Windward in May."]
    assert len(told("Skyline makes kites in Bremen.", "It bought Windward in May.")) == 2


def test_paragraphs_are_not_mixed() -> None:
    assert beside(at("Stunt kites fell."), BOOK) == (None, at("This is due to rain."))
    assert beside(at("Sales are flat."), BOOK) == (at("It bought Windward in May."), None)
