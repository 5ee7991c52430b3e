"""The chain of the tutorials, to be compared with: split 1000/200, take the four nearest chunks, say their nearest
sentence."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import chromadb
import numpy as np
from chromadb.api.collection_configuration import CreateCollectionConfiguration
from chromadb.api.models.Collection import Collection
from chromadb.config import Settings

from bot.answer import Answer, Citation, CitedText, ParagraphBlock
from bot.plain import plain_text
from evals.scored import AskResult
from ingest.embed import Encoder
from ingest.errors import FootnoteError
from ingest.index import Vectors
from ingest.sentences import sentences

SIZE, OVERLAP, TOP = 1000, 200, 4


class MissingExtra(FootnoteError):  # noqa: N818 - named for what happened
    """What the bench compares with is not installed."""


try:
    from langchain_text_splitters import RecursiveCharacterTextSplitter
except ModuleNotFoundError as error:
    raise MissingExtra("The bench needs langchain-text-splitters. Run pip install -e '.[dev]'.") from error


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a chunk: where they stand in it, and their vectors, shape (n, d)."""

    places: list[tuple[int, int]]
    vectors: Vectors


class Tutorial:
    """Answers from one report's files. Sentences are embedded beforehand, which a tutorial would not bother to do."""

    def __init__(self, report: str, text: str, encoder: Encoder) -> None:
        self._report = report
        self._encoder = encoder
        self._chunks = RecursiveCharacterTextSplitter(chunk_size=SIZE, chunk_overlap=OVERLAP).split_text(text)
        self._sentences = [_sentences(chunk, encoder) for chunk in self._chunks]
        self._index = _index(encoder.encode(self._chunks))

    def ask(self, turns: Sequence[str], report: str | None = None) -> AskResult:
        """The answer to the last turn; a tutorial has no memory."""
        started = time.perf_counter()
        vector = self._encoder.encode_query(turns[-1])
        embedding_ms = (time.perf_counter() - started) * 1000
        found = self._index.query(query_embeddings=vector[None, :], n_results=min(TOP, len(self._chunks)))
        chunk, (start, end) = self._nearest(vector, [int(number) for number in found["ids"][0]])
        took_ms = (time.perf_counter() - started) * 1000
        return AskResult(self._answer(chunk, start, end), (), took_ms, embedding_ms)

    def passage_text(self, address: str) -> str | None:
        """A chunk by its address."""
        number = int(address.rpartition(":")[2])
        return self._chunks[number] if number < len(self._chunks) else None

    def _nearest(self, vector: Vectors, chunks: Sequence[int]) -> tuple[int, tuple[int, int]]:
        near = [(chunk, self._sentences[chunk]) for chunk in chunks]
        ranked = [
            (float(similarity), chunk, place)
            for chunk, said in near
            for similarity, place in zip(said.vectors @ vector, said.places, strict=True)
        ]
        _, chunk, place = max(ranked)
        return chunk, place

    def _answer(self, chunk: int, start: int, end: int) -> Answer:
        quote = self._chunks[chunk][start:end]
        blocks = (ParagraphBlock(sentences=(CitedText(text=quote, citations=(1,)),)),)
        cited = Citation(
            number=1, report=self._report, title=self._report, heading=(), quote=quote, start=start, end=end,
            passage=f"{self._report}:{chunk}",
        )  # fmt: skip
        return Answer(
            id="tutorial", status="answered", text=plain_text(blocks, ()), blocks=blocks, citations=(cited,),
            conversation="tutorial", answerer="tutorial", took_ms=0.0,
        )  # fmt: skip


def report_text(folder: Path) -> str:
    """All files of a report one after another, as a text loader gives them."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".md", ".txt", ".csv"))
    return "\n\n".join(file.read_text(encoding="utf-8") for file in files)


def _sentences(chunk: str, encoder: Encoder) -> Sentences:
    places = list(sentences(chunk))
    return Sentences(places, encoder.encode([chunk[start:end] for start, end in places]))


def _index(vectors: Vectors) -> Collection:
    client = chromadb.EphemeralClient(Settings(anonymized_telemetry=False))
    configuration: CreateCollectionConfiguration = {"hnsw": {"space": "cosine"}}
    index = client.create_collection(f"tutorial-{uuid4().hex}", configuration=configuration, embedding_function=None)
    index.add(ids=[str(number) for number in range(len(vectors))], embeddings=np.asarray(vectors))
    return index
