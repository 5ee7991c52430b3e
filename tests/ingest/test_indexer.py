"""Passages are embedded with their context, and counted in the index."""

from ingest.index import open_index
from ingest.indexer import EmbeddingIndexer
from ingest.settings import IngestSettings
from tests.ingest.fakes import HashEncoder
from tests.ingest.samples import PASSAGES


class Tally:
    """Counts what it is told."""

    def __init__(self) -> None:
        self.told: list[int] = []

    def begin(self, passages: int) -> None:
        self.told.append(passages)

    def advance(self, passages: int) -> None:
        self.told.append(-passages)


def test_passages_are_found_by_what_was_embedded(settings: IngestSettings) -> None:
    encoder, tally = HashEncoder(), Tally()
    with open_index(settings) as index:
        indexer = EmbeddingIndexer(index, encoder, tally)
        assert indexer.model == "hash"
        assert indexer.index("key", PASSAGES) == len(PASSAGES)
        for passage in PASSAGES:
            assert index.search("key", encoder.encode_query(passage.embedded), 1)[0][0] == passage.number
    assert sum(tally.told) == 0 and tally.told[0] == len(PASSAGES)


def test_what_was_embedded_ahead_is_not_embedded_again(settings: IngestSettings) -> None:
    encoder, tally = HashEncoder(), Tally()
    with open_index(settings) as index:
        indexer = EmbeddingIndexer(index, encoder, tally)
        indexer.embed_ahead([passage.embedded for passage in PASSAGES[1:]])
        before = encoder.encoded
        assert indexer.index("key", PASSAGES) == len(PASSAGES)
        assert encoder.encoded - before == 1
        for passage in PASSAGES:
            assert index.search("key", encoder.encode_query(passage.embedded), 1)[0][0] == passage.number
        indexer.embed_ahead([])
        indexer.index("other", PASSAGES[1:])
        assert encoder.encoded - before == len(PASSAGES)
    assert sum(tally.told) == 0
