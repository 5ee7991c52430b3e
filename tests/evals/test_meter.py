import time

import numpy as np

from bot.evidence import Draft, Paragraph, Sentence
from bot.verify import verify
from evals.meter import Meter
from ingest.index import Vectors

REJECTED = verify(Draft((Paragraph((Sentence("It grew by 5%."), Sentence("It fell by 4%."))),)))


def slow(text: str) -> Vectors:
    time.sleep(0.01)
    return np.ones(3, dtype=np.float32)


def test_what_verification_rejects_is_taken_down_until_the_next_question() -> None:
    meter = Meter()
    meter.see(REJECTED)
    assert [rejection.sentence for rejection in meter.rejections] == ["It grew by 5%.", "It fell by 4%."]
    meter.reset()
    assert meter.rejections == ()


def test_the_time_of_every_embedding_is_added_up() -> None:
    meter = Meter()
    encode = meter.timing(slow)
    assert encode("a").tolist() == [1, 1, 1]
    encode("b")
    assert meter.embedding_ms >= 20


def test_nothing_embedded_takes_no_time() -> None:
    meter = Meter()
    meter.timing(slow)
    assert meter.embedding_ms == 0
