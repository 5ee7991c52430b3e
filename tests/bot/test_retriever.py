"""Search as a LangChain retriever."""

import asyncio

import pytest
from langchain_core.documents import Document
from langchain_core.runnables import RunnableLambda

from bot.retriever import ReportRetriever
from ingest.errors import UnknownReport
from tests.bot.fakes import FOUND, REPORT, FakeRoom


def test_a_document_is_a_passage_with_its_place() -> None:
    (document,) = ReportRetriever(room=FakeRoom()).invoke("size")
    assert (document.page_content, document.id) == (FOUND[0].text, FOUND[0].address)
    assert document.metadata["report"] == REPORT.id
    assert document.metadata["heading"] == FOUND[0].heading


def test_it_composes_and_is_awaited() -> None:
    def addresses(documents: list[Document]) -> list[str | None]:
        return [document.id for document in documents]

    chain = ReportRetriever(room=FakeRoom(), report=REPORT.id, limit=1) | RunnableLambda(addresses)
    assert asyncio.run(chain.ainvoke("size")) == [FOUND[0].address]


def test_a_report_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UnknownReport):
        ReportRetriever(room=FakeRoom(), report="nowhere").invoke("size")
