"""Questions with the sentences, lists, rows and columns of their report."""

from collections.abc import Sequence

from evals.lines import LineExample, LineExamples, is_in_words, is_right
from evals.question import Question
from ingest.embed import Tokens
from tests.bot.makers import book
from tests.evals.learning import figure, question, tokens

BOOK = book()


def right(asked: Question) -> list[str]:
    return [line.said for line in BOOK.lines if is_right(asked, line, BOOK)]


def test_a_sentence_that_says_it_is_right() -> None:
    assert right(question(1, "explanation", contains=["break", "cold"])) == [
        "Owners buy steel widgets because plastic ones break in the cold."
    ]


def test_a_line_with_most_of_the_names_is_right() -> None:
    assert all("Bolt" in said for said in right(question(1, "list", items=["Acme Ltd", "Bolt Inc", "Clamp GmbH"])))


def test_a_row_with_all_figures_is_right() -> None:
    wanted = [
        {"value": value, "scale": "1e6", "kind": "money", "currency": "USD", "period": period}
        for value, period in (("900", "2023"), ("1000", "2024"))
    ]
    assert right(question(1, "list", figure=wanted)) == ["Europe: 2023 900; 2024 1,000"]


def test_one_figure_is_not_asked_for_in_words() -> None:
    assert not is_in_words(question(1, "list", figure=figure()))
    assert is_in_words(question(1, "explanation", contains=["cold"]))
    assert is_in_words(question(1, "unanswerable"))


def test_an_example_has_a_row_of_clues_and_a_text_for_each_line() -> None:
    def read(texts: Sequence[str]) -> list[Tokens]:
        return [tokens(text) for text in texts]

    make = LineExamples(lambda report: BOOK, read, tokens, lambda text, of: ())
    found: LineExample = make(question(1, "explanation", contains=["cold"]))
    assert len(found.clues) == len(found.right) == len(found.told) == len(BOOK.lines)
    assert found.is_of_use
    assert make(question(2, "unanswerable")).is_silent
