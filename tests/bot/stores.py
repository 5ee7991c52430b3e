"""A small library with its index, filled without a model."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from ingest.index import Index, open_index
from ingest.indexer import EmbeddingIndexer
from ingest.library import Library
from ingest.lists import item_lists
from ingest.quantity.reports import quantities
from ingest.settings import IngestSettings
from ingest.split import passages
from tests.bot.sources import report_of
from tests.ingest.fakes import HashEncoder, Silence

MODEL = "hash"


@contextmanager
def store(settings: IngestSettings, *reports: str) -> Iterator[tuple[Library, Index]]:
    """Library and index, with some reports more."""
    with Library(settings.library_location) as library, open_index(settings) as index:
        for report in reports:
            put(library, index, report)
        yield library, index


def put(library: Library, index: Index, report: str, model: str = MODEL) -> None:
    """A report of one figure and several passages, in place of that of the same id."""
    text = f"The {report} market was valued at USD 2.5 billion in 2025."
    text += "\n\n".join(f"Buyers in district {chr(65 + n) * 3} look for {report} that last. " * 8 for n in range(12))
    read = replace(report_of(text, f"{report.title()} Market"), id=report)
    indexer = EmbeddingIndexer(index, HashEncoder(model), Silence())
    library.replace(read, passages(read), quantities(read), item_lists(read), indexer)
