"""The default model is the published one, and its vectors are of unit length in the order of their texts."""

import hashlib

import numpy as np
import pytest

from ingest.embed import Encoder, batches, packaged_model
from ingest.errors import Misconfigured

PUBLISHED = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def test_the_packaged_model_is_the_published_one() -> None:
    weights = (packaged_model() / "model.safetensors").read_bytes()
    assert hashlib.sha256(weights).hexdigest() == PUBLISHED


@pytest.mark.filterwarnings("default")  # those of torch and transformers are not ours
def test_the_default_model_puts_a_question_beside_its_answer() -> None:
    encoder, done = Encoder(), list[int]()
    texts = ["Hospitals buy scanners.", "The market was worth USD 3 million in 2024. " * 8, "Ann answers questions."]
    vectors = encoder.encode(texts, done.append)
    assert vectors.shape == (3, 384) and vectors.dtype == np.float32 and sum(done) == 3
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)
    question = encoder.encode_query("How big is the market?")
    assert question.shape == (384,) and question.dtype == np.float32
    assert int(np.argmax(vectors @ question)) == 1
    assert encoder.encode(texts[:1])[0] == pytest.approx(vectors[0], abs=1e-5)


def test_nothing_to_embed_loads_no_model() -> None:
    assert len(Encoder("no such model").encode([])) == 0


@pytest.mark.filterwarnings("default")
def test_a_model_that_is_not_there_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Misconfigured, match="INGEST_EMBEDDING_MODEL") as told:
        Encoder("./no/such/model").encode_query("x")
    assert "\n" not in str(told.value)


def test_batches_hold_every_text_once_longest_first_and_of_much_the_same_length() -> None:
    texts = ["x" * length for length in (100, 10, 95, 9, 71, 69)]
    assert batches(texts) == [[0, 2, 4], [5], [1, 3]]
    assert [len(batch) for batch in batches(["same"] * 70)] == [32, 32, 6]
    assert batches([]) == []


@pytest.mark.filterwarnings("default")
def test_a_text_is_read_token_by_token() -> None:
    encoder = Encoder()
    short, long = encoder.read(["Price of steel", "The price of steel rose by 4.5% in 2024, more than ever before."])
    words = ["Price of steel"[start:end] for start, end in short.spans]
    assert words == ["", "Price", "of", "steel", ""]
    assert short.vectors.shape == (5, 384)
    assert len(long.spans) == len(long.vectors) > 5
    assert np.allclose(short.pooled, encoder.encode(["Price of steel"])[0], atol=1e-5)
    assert np.allclose(encoder.read_query("Price of steel").vectors, short.vectors, atol=1e-5)


def test_a_model_is_loaded_once_the_first_text_came() -> None:
    encoder = Encoder()
    assert not encoder.is_loaded
    encoder.encode_query("How big is the market?")
    assert encoder.is_loaded
