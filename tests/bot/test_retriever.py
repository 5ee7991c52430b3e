"""Retrieval as a LangChain retriever."""

from bot.retriever import ReportRetriever
from tests.bot.beehives import beehives, retrieval


def test_the_same_search_is_a_langchain_retriever() -> None:
    documents = ReportRetriever(retrieval=retrieval(), book=beehives(), limit=1).invoke(
        "batteries in winter, radio modules"
    )
    assert len(documents) == 1
    assert documents[0].page_content in {passage.text for passage in beehives().passages}
    assert documents[0].metadata["report"] == "beehives"
    assert (documents[0].id or "").startswith("beehives:p")


def test_it_finds_what_the_ledger_has_first() -> None:
    documents = ReportRetriever(retrieval=retrieval(), book=beehives()).invoke("How big is Europe in 2024?")
    assert "2024: 176.0" in documents[0].page_content
    assert len(documents) == 5
