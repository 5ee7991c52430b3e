"""Calculations with figures that only the report's own sentences or cells place."""

import pytest

from bot.answerers import combine as module
from bot.answerers.combine import combine
from bot.evidence import Calculation, Operand, Paragraph
from bot.pair_odds import Chosen
from bot.question import Question
from bot.retrieve import Found
from bot.understand import understand
from bot.verify import verify
from ingest.domain import Quantity
from tests.bot.makers import book

BOOK = book()
CHEAPER = "How much cheaper is recycled oil than virgin oil?"


def figure(text: str) -> Quantity:
    return next(q for q in BOOK.quantities if q.text == text)


def found(question: str) -> Found:
    return Found(understand(question, BOOK), BOOK)


def sure_of(chance: float, *chosen: Chosen) -> object:
    def likely(question: Question, of: object) -> tuple[tuple[tuple[Chosen, ...], float], ...]:
        return ((chosen, chance),)

    return likely


def said(asked: Found) -> str:
    draft = combine(asked)
    if draft is None:
        return ""
    return " ".join(s.text for block in draft.blocks if isinstance(block, Paragraph) for s in block.sentences)


def test_two_figures_are_quoted_and_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen: Chosen = ("difference", (figure("USD 5.10"), figure("USD 8.90")))
    monkeypatch.setattr(module, "likely_pairs", sure_of(0.9, chosen))
    text = said(found(CHEAPER))
    assert "Recycled oil sells for USD 5.10" in text
    assert "difference between USD 5.10 and USD 8.90 is USD 3.80" in text
    draft = combine(found(CHEAPER))
    assert draft is not None
    assert verify(draft, CHEAPER).status == "answered"


def test_what_is_unlikely_is_not_calculated(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen: Chosen = ("difference", (figure("USD 5.10"), figure("USD 8.90")))
    monkeypatch.setattr(module, "likely_pairs", sure_of(module.ENOUGH_AS_ASKED - 0.05, chosen))
    assert combine(found(CHEAPER)) is None


def test_nothing_is_looked_for_without_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    def likely(question: Question, of: object) -> object:
        raise AssertionError("looked for")

    monkeypatch.setattr(module, "likely_pairs", likely)
    assert combine(found("Who is the chief of Acme?")) is None


def test_of_places_that_print_the_same_one_that_can_be_calculated_with_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    impossible: Chosen = ("growth", (figure("1,000"), figure("900")))  # back in time
    possible: Chosen = ("growth", (figure("900"), figure("1,000")))
    monkeypatch.setattr(module, "likely_pairs", sure_of(0.9, impossible, possible))
    assert "rise of 11" in said(found("By how many percent did Europe grow?"))
    monkeypatch.setattr(module, "likely_pairs", sure_of(0.9, impossible))
    assert combine(found("By how many percent did Europe grow?")) is None


def test_a_calculation_names_its_operands() -> None:
    draft = combine(found("How much more did Europe sell than Asia in 2024?"))
    assert draft is not None
    assert isinstance(draft.blocks[0], Paragraph)
    calculation = draft.blocks[0].sentences[-1].calculation
    assert isinstance(calculation, Calculation)
    assert all(isinstance(each, Operand) for each in calculation.operands)


def test_a_why_is_answered_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen: Chosen = ("difference", (figure("USD 5.10"), figure("USD 8.90")))
    monkeypatch.setattr(module, "likely_pairs", sure_of(0.9, chosen))
    assert combine(found("Why does virgin oil cost more than recycled oil?")) is None


def test_shares_are_added_up_of_shares(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen: Chosen = ("sum", (figure("1,000"), figure("800")))
    monkeypatch.setattr(module, "likely_pairs", sure_of(0.9, chosen))
    assert combine(found("combined share of Europe and Asia")) is None
    assert combine(found("Europe and Asia combined, in USD")) is not None


def test_the_years_asked_for_are_those_calculated_with(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen: Chosen = ("difference", (figure("900"), figure("1,000")))  # of 2023 and 2024
    monkeypatch.setattr(module, "likely_pairs", sure_of(0.9, chosen))
    assert combine(found("How much more did Europe sell in 2024 than in 2023?")) is not None
    assert combine(found("How much more did Europe sell in 2024 than in 2022?")) is None


@pytest.mark.parametrize(
    ("question", "operation", "texts"),
    [
        ("Europe and Japan together, how many?", "sum", ("USD 5.10", "USD 8.90")),
        ("How much did it rise from 2020 to 2023?", "difference", ("USD 5.10", "USD 8.90")),
    ],
)
def test_figures_of_other_places_are_not_calculated_with(
    question: str, operation: str, texts: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = found(question)
    pair = tuple(figure(text) for text in texts)
    monkeypatch.setattr(module, "likely_pairs", sure_of(0.9, (operation, pair)))  # type: ignore[arg-type]
    wanted = bool(asked.question.places)
    assert (combine(asked) is None) is wanted
