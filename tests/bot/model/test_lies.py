"""A model that lies in every way it can: no wrong figure reaches an answer, and no lie about words does."""

from collections import Counter
from collections.abc import Iterator

import pytest

from tests.bot.model.answers import Desk, wrong_numbers
from tests.bot.model.books import book, questions
from tests.bot.model.lies import Lie, lies

REPORTS = {
    "beehives": (
        "How big was the market in 2024?", "How much will the market grow between 2024 and 2030?",
        "What share of the market did Europe have in 2024?", "Which region is the largest?",
        "Why is the market growing?", "How big is Europe and North America in 2024?", "What are the challenges?",
        "How fast will acoustic sensors grow?",
    ),
    "palletizing-robots-market": (),
    "capsule-hotel-market": (),
    "electric-tugboats-market": (),
    "uk-escape-rooms-review": (),
    "veterinary-telehealth-market": (),
}  # fmt: skip
"""Reports, and the questions asked on them; without any, every sixth of those with known answers."""

OF_A_KIND = 3
"""Lies of one kind told about one answer."""

HARMLESS = frozenset({"a word left out", "halves swapped", "cut short", "another's figure", "another's name"})
"""What may turn out true: "the global market" is the market, 1,860 million are 1.86 billion."""


def few_of_each(told: Iterator[Lie]) -> Iterator[Lie]:
    counts: Counter[str] = Counter()
    for lie in told:
        counts[lie.kind] += 1
        if counts[lie.kind] <= OF_A_KIND:
            yield lie


@pytest.mark.parametrize("report", REPORTS)
def test_no_lie_about_a_figure_is_told(report: str) -> None:
    told, shown, wrong = Counter[str](), Counter[str](), []
    with Desk(book(report)) as desk:
        for question in REPORTS[report] or questions(report)[::6]:
            case = desk.case(question)
            if case is None:
                continue
            for lie in few_of_each(lies(case.shown, case.book)):
                verified = desk.answer(case, *lie.sentences)
                told[lie.kind] += 1
                shown[lie.kind] += verified != case.right
                if wrong_numbers(verified, case.right) or verified.status != case.right.status:
                    wrong.append((question, lie.kind, lie.sentences[0]["text"], verified.text))
    assert wrong == []
    assert told.total() >= 100
    assert not {kind for kind in shown if shown[kind]} - HARMLESS, shown
    assert len(told) >= 15
