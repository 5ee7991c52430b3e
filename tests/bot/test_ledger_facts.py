"""What the figures of a report are, whoever asks."""

from bot.asked import AskedWord
from bot.incidence import Truths
from bot.ledger_facts import LedgerFacts
from tests.bot.makers import book

FACTS = book().ledger_facts


def asked(*stems: str) -> AskedWord:
    return AskedWord(" ".join(stems), (frozenset(stems),))


def texts(met: Truths) -> list[str]:
    return [statement.sense.quantity.text for statement in FACTS.chosen(met)]


def test_figures_are_of_a_measure() -> None:
    assert texts(FACTS.of_measures(["price"])) == ["USD 5.10", "USD 8.90"]
    assert not FACTS.of_measures([]).any()


def test_figures_are_at_a_place_or_the_wholes() -> None:
    assert texts(FACTS.at_places(["Asia"], None)) == ["700", "800"]
    assert "USD 2,500 million" in texts(FACTS.at_places([], None))
    assert not FACTS.at_places([], "Asia")[FACTS.at_places(["Europe"], None)].any()


def test_figures_are_of_years_or_undated() -> None:
    assert texts(FACTS.in_years([2023])) == ["900", "700", "600", "2,200"]
    assert texts(FACTS.in_years([2023, 2024]))[0] == "USD 2,500 million"
    assert texts(FACTS.undated) == ["USD 5.10", "USD 8.90"]


def test_the_own_fields_of_a_figure_say_less_than_all_around_it() -> None:
    assert texts(FACTS.about([asked("virgin")])) == ["USD 8.90"]
    assert texts(FACTS.said([asked("virgin")])) == ["USD 5.10", "USD 8.90"]
    assert not FACTS.said([asked("virgin"), asked("plastic")]).any()


def test_words_for_parts_of_any_market_ask_for_nothing() -> None:
    assert FACTS.about([asked("market")]).all()
    assert FACTS.about([]).all()


def test_what_is_chosen_keeps_its_order() -> None:
    assert FACTS.chosen(FACTS.about([])) == list(FACTS.statements)


def test_no_statements_have_no_facts() -> None:
    none = LedgerFacts(())
    assert none.chosen(none.about([asked("virgin")])) == [] == none.chosen(none.undated)
