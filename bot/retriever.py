"""Search as a LangChain retriever."""

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import SkipValidation

from bot.room import Room


class ReportRetriever(BaseRetriever):
    """The passages most likely to answer a question, best first: of ``report``, or of the reports it is about.

    A document's id is the passage's address.
    """

    room: SkipValidation[Room]
    report: str | None = None
    limit: int = 5

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        return [
            Document(found.text, id=found.address, metadata=found.model_dump(exclude={"text", "address"}))
            for found in self.room.search(query, self.report, self.limit)
        ]
