"""Questions with the figures of their report."""

from collections.abc import Sequence

import numpy as np

from evals.examples import Example, Examples, is_of_use, is_unpublished
from evals.question import Question
from ingest.embed import Tokens
from tests.bot.books import book_of
from tests.evals.learning import figure, question, tokens

TEXT = "Acme sells 38 sorts of widget and 4 of washer. Bolt sells 5 sorts of widget."


def example(asked: Question) -> Example:
    book = book_of(TEXT)

    def read(texts: Sequence[str]) -> list[Tokens]:
        return [tokens(text) for text in texts]

    return Examples(lambda report: book, read, tokens)(asked)


def test_a_calculated_figure_is_published_nowhere() -> None:
    assert is_unpublished(question(1, figure=figure(calculated=True)))
    assert not is_unpublished(question(1, figure=figure()))
    assert not is_of_use(question(1, figure=[*figure("5"), *figure("6")]))


def test_an_example_knows_its_gold_and_what_is_quoted_with_it() -> None:
    found = example(question(1, figure=figure("38")))
    assert [q.text for q, right in zip(found.quantities, found.right, strict=True) if right] == ["38 sorts"]
    assert [found.is_quoted_right(n) for n in range(3)] == [True, True, False]
    assert found.is_of_use


def test_without_a_right_figure_only_silence_teaches() -> None:
    assert not example(question(1, figure=figure("77"))).is_of_use
    assert example(question(1, "unanswerable")).is_of_use


def test_figures_of_one_sentence_share_its_tokens() -> None:
    found = example(question(1, figure=figure("38")))
    assert found.told[0].tokens is found.told[1].tokens
    assert np.isfinite(found.told[0].tokens.vectors).all()
