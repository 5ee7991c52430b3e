"""How evidence is found and ranked."""

import pytest

from bot.retrieve import ReportRetriever, Retrieval, fused, searched
from tests.bot.beehives import asked, beehives, found, retrieval


def test_what_both_rankings_have_comes_before_what_one_has_first() -> None:
    dense, words = [(7, 0.9), (3, 0.5)], [(4, 9.0), (3, 5.0)]
    assert [number for number, _ in fused([dense, words])] == [3, 4, 7]


def test_no_ranking_finds_nothing() -> None:
    assert fused([[], []]) == []


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


def test_the_same_search_is_a_langchain_retriever() -> None:
    documents = ReportRetriever(retrieval=retrieval(), book=beehives(), limit=1).invoke(
        "batteries in winter, radio modules"
    )
    assert len(documents) == 1
    assert documents[0].page_content in {passage.text for passage in beehives().passages}
    assert documents[0].metadata["report"] == "beehives"
    assert (documents[0].id or "").startswith("beehives:p")
