"""What a rule chose is doubted where all that is said around it speaks for another figure."""

from dataclasses import replace

import pytest

from bot.answerers.lookup import lookup
from bot.cite import evidence_of
from bot.doubt import is_doubted
from bot.evidence import Draft, Paragraph, Sentence
from bot.odds import Likely
from bot.retrieve import Found
from bot.understand import understand
from tests.bot.beehives import found as evidence_for
from tests.bot.books import book_of
from tests.bot.widgets import TEXT, statement

BOOK = book_of(TEXT)
STAFF, PRICE = (statement(text, BOOK).sense.quantity for text in ("2,340 people", "USD 14"))
CHOSEN = Draft((Paragraph((Sentence("Acme employs 2,340 people.", (evidence_of(BOOK, STAFF),)),)),), answerer="lookup")


def found(*likely: Likely) -> Found:
    return Found(understand("How many people work at Acme?", BOOK), BOOK, likely=likely)


@pytest.mark.parametrize(("chance", "doubted"), [(0.1, True), (0.9, False)])
def test_a_choice_that_is_hardly_the_one_asked_for_is_doubted(chance: float, doubted: bool) -> None:
    assert is_doubted(CHOSEN, found(Likely(PRICE, 1 - chance), Likely(STAFF, chance))) is doubted


def test_who_was_not_read_closer_is_not_doubted() -> None:
    assert not is_doubted(CHOSEN, found(Likely(PRICE, 0.9)))
    assert not is_doubted(CHOSEN, found())


def test_only_rules_are_doubted() -> None:
    assert not is_doubted(replace(CHOSEN, answerer="calculate"), found(Likely(STAFF, 0.1)))


def test_the_market_s_own_compound_rate_is_not_doubted() -> None:
    evidence = evidence_for("What is the CAGR?")
    rate = next(q for q in evidence.book.quantities if q.measure == "cagr")
    unsure = replace(evidence, likely=(Likely(rate, 0.1),))
    proposal = lookup(unsure)
    assert proposal is not None
    assert not is_doubted(proposal, unsure)
    assert is_doubted(proposal, replace(unsure, question=understand("CAGR of scales", unsure.book)))


@pytest.mark.parametrize(("ask", "doubted"), [("What is the growth rate?", False), ("growth rate of shops", True)])
def test_a_bare_growth_rate_is_the_market_s(ask: str, doubted: bool) -> None:
    evidence = evidence_for(ask)
    rate = next(q for q in evidence.book.quantities if q.measure == "cagr" and not q.subject and not q.place)
    chosen = Draft((Paragraph((Sentence("It grows.", (evidence_of(evidence.book, rate),)),)),), answerer="lookup")
    assert is_doubted(chosen, replace(evidence, likely=(Likely(rate, 0.1),))) is doubted
