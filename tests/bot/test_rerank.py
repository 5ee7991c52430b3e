"""How the best passages are read again by a cross-encoder."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from bot.cite import Hit
from bot.rerank import BATCH, RERANKED, SECONDS, Reranker, open_reranker
from ingest.domain import Passage, Span
from ingest.errors import Misconfigured
from tests.bot.beehives import asked, beehives
from tests.bot.beehives import retrieval as searching

HITS = tuple(Hit(Passage(n, f"passage {n}", "Headings", Span(n, 0, 9)), 1 - n / 100) for n in range(RERANKED + 4))


def last_first(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """Finds that the last passages answer best."""
    return [float(passage.rsplit(" ", 1)[1]) for _, passage in pairs]


def numbers(hits: Sequence[Hit]) -> list[int]:
    """Which passages, in order."""
    return [hit.passage.number for hit in hits]


def test_the_first_passages_change_places_and_those_behind_them_stay() -> None:
    moved = Reranker(last_first)("why?", HITS)
    assert numbers(moved) == [*reversed(range(RERANKED)), *range(RERANKED, RERANKED + 4)]


def test_the_scores_of_the_places_stay() -> None:
    assert [hit.score for hit in Reranker(last_first)("why?", HITS)] == [hit.score for hit in HITS]


def test_a_passage_is_read_under_its_headings_beside_the_question() -> None:
    read: list[tuple[str, str]] = []

    def reading(pairs: Sequence[tuple[str, str]]) -> list[float]:
        read.extend(pairs)
        return [0.0] * len(pairs)

    assert numbers(Reranker(reading)("why?", HITS)) == numbers(HITS)
    assert read[0] == ("why?", "Headings\npassage 0")
    assert len(read) == RERANKED


def test_what_there_is_no_time_to_read_stays_behind_what_was_read() -> None:
    clock: Iterator[float] = iter([0.0, SECONDS + 0.1])
    moved = Reranker(last_first, lambda: next(clock))("why?", HITS)
    assert numbers(moved) == [*reversed(range(BATCH)), *range(BATCH, RERANKED + 4)]


def test_of_nothing_nothing_is_read() -> None:
    assert Reranker(last_first)("why?", ()) == []


def test_the_search_hands_on_what_was_put_in_order() -> None:
    book, plain = beehives(), searching()
    question = asked("What effect do batteries have in winter?")
    before = plain(question, book).hits
    after = searching(rerank=lambda question, hits: list(reversed(hits)))(question, book).hits
    assert [hit.passage for hit in after] == [hit.passage for hit in reversed(before)]


def test_without_a_name_there_is_none_and_nothing_is_imported() -> None:
    code = "import sys; from bot.rerank import open_reranker; open_reranker(None); print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "'torch'" not in loaded
    assert "'sentence_transformers'" not in loaded


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cross-encoder of two thousand random weights, saved."""
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    folder = tmp_path_factory.mktemp("models") / "tiny-cross-encoder"
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"batteries winter why passage headings fail".split()]
    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    BertTokenizerFast(str(folder / "vocab.txt")).save_pretrained(folder)
    sizes = {"hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16}
    config = BertConfig(vocab_size=len(vocabulary), max_position_embeddings=64, num_labels=1, **sizes)
    BertForSequenceClassification(config).save_pretrained(folder)
    return folder


def test_a_cross_encoder_in_a_folder_reads_the_passages(tiny: Path) -> None:
    rerank = open_reranker(str(tiny))
    assert rerank is not None
    moved = rerank("why do batteries fail in winter?", HITS)
    assert sorted(numbers(moved)) == numbers(HITS)
    assert rerank("why do batteries fail in winter?", HITS) == moved


def test_a_reranker_that_is_not_there_is_told_with_its_setting(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match=r"The reranker '.*none' cannot be loaded.*Check BOT_RERANKER\."):
        open_reranker(str(tmp_path / "none"))


def test_an_embedding_model_is_no_reranker() -> None:
    from ingest.embed import packaged_model

    with pytest.raises(Misconfigured, match="it is no cross-encoder"):
        open_reranker(str(packaged_model()))


def test_a_model_that_tells_several_classes_is_no_reranker(tiny: Path, tmp_path: Path) -> None:
    from transformers import BertConfig, BertForSequenceClassification

    config = BertConfig.from_pretrained(tiny)
    config.num_labels = 3
    BertForSequenceClassification(config).save_pretrained(tmp_path)
    with pytest.raises(Misconfigured, match="it tells 3 classes"):
        open_reranker(str(tmp_path))
