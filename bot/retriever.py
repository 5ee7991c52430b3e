"""Retrieval as a LangChain retriever over one report."""

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from bot.book import Book
from bot.retrieve import Retrieval
from bot.understand import understand


class ReportRetriever(BaseRetriever):
    """The passages of a report that have the answer to a question most likely, best first."""

    model_config = ConfigDict(arbitrary_types_allowed=True)
    retrieval: Retrieval
    book: Book
    limit: int = 5

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        hits = self.retrieval.passages(understand(query, self.book), self.book, self.limit)
        report = self.book.report
        return [
            Document(
                hit.passage.text,
                id=f"{report.id}:p{hit.passage.number}",
                metadata={"report": report.id, "score": hit.score},
            )
            for hit in hits
        ]
