"""How evidence is found and ranked."""

from dataclasses import replace

import pytest

from bot.line_odds import LikelyLine
from bot.odds import Likely
from bot.retrieve import Retrieval, looked_up, searched
from tests.bot.beehives import asked, beehives, found, retrieval


@pytest.mark.parametrize(
    "question", ["How big is the market in 2024?", "Hello", "How do I buy the report?", "What is the base year?"]
)
def test_nothing_is_searched_for_what_is_known_without(question: str) -> None:
    looked: list[str] = []

    def dense(key: str, text: str, limit: int) -> list[tuple[int, float]]:
        looked.append(text)
        return []

    def words(report: str, text: str, limit: int) -> list[tuple[int, float]]:
        looked.append(text)
        return []

    Retrieval(dense, words)(asked(question), beehives())
    assert looked == []


def test_the_figure_asked_for_is_found_in_the_ledger() -> None:
    assert [quantity.text for quantity in found("How big is Europe in 2024?").quantities] == ["176.0"]


def test_passages_are_found_for_questions_of_words() -> None:
    evidence = found("What effect do batteries have in winter?")
    assert "Batteries that fail in winter" in evidence.hits[0].passage.text
    assert 0 < evidence.similarity <= 1


def test_the_market_s_own_name_is_not_looked_for() -> None:
    assert "beehive" not in searched(asked("What effect do batteries have on beehive monitoring?"), beehives())


def test_a_bare_why_is_looked_for_as_what_drives_the_market() -> None:
    assert "drivers" in searched(asked("Why is it growing?"), beehives())


def test_without_a_searcher_s_hits_there_is_no_similarity() -> None:
    nothing = Retrieval(lambda key, text, limit: [], lambda report, text, limit: [])
    hits, similarity = nothing.search("batteries", beehives())
    assert (hits, similarity) == ((), 0.0)


def test_a_passage_number_the_report_does_not_have_is_passed_over() -> None:
    stale = Retrieval(lambda key, text, limit: [(10_000, 0.9)], lambda report, text, limit: [(0, 1.0)])
    hits, _ = stale.search("batteries in winter", beehives())
    assert [hit.passage.number for hit in hits] == [0]


def test_the_passage_of_the_figure_asked_for_comes_first_and_what_else_is_near_behind_it() -> None:
    hits = retrieval().passages(asked("How big is Europe in 2024?"), beehives(), limit=5)
    assert hits[0].passage.text == "Region: Europe; 2023: 158.0; 2024: 176.0; 2030: 350.1"
    assert len(hits) == len({hit.passage.number for hit in hits}) == 5


def test_the_passage_of_a_likely_line_has_the_line_s_chance() -> None:
    line = next(line for line in beehives().lines if "Acoustic sensors are the fastest" in line.said)
    evidence = replace(found("What effect do batteries have in winter?"), lines=(LikelyLine(line, 0.9),))
    ((number, chance),) = evidence.chances.items()
    assert line.said in beehives().passages[number].text
    assert chance == 0.9


def test_of_several_places_in_one_passage_the_likeliest_counts() -> None:
    evidence = found("How big is Europe in 2024?")
    (quantity,) = evidence.quantities
    weighed = replace(evidence, quantities=(), likely=(Likely(quantity, 0.6), Likely(quantity, 0.3)))
    assert list(weighed.chances.values()) == [0.6]


def test_the_words_of_the_question_as_typed_are_looked_for_too() -> None:
    looked: list[str] = []

    def words(report: str, text: str, limit: int) -> list[tuple[int, float]]:
        looked.append(text)
        return []

    Retrieval(lambda key, text, limit: [], words)(asked("Why do beehive keepers buy sensors?"), beehives())
    assert "beehive" in looked[0]


def test_a_question_that_names_nothing_but_the_market_is_not_looked_up_by_its_name() -> None:
    assert looked_up("What is beehive monitoring?", "What is") == "What is"
    assert looked_up("What drives beehive monitoring?", "What drives") == "What drives beehive monitoring? What drives"
