"""Watches what an answer does not say: what verification rejected, and how long the query's embedding took."""

import time
from collections.abc import Callable

from bot.verify import Rejection, Verified
from ingest.embed import Tokens

Encode = Callable[[str], Tokens]
"""One question, embedded."""


class Meter:
    """What was seen since the last reset. ``embedding_ms`` is 0 when the ledger answered and nothing was embedded."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget what was seen."""
        self.rejections: tuple[Rejection, ...] = ()
        self.embedding_ms = 0.0

    def see(self, verified: Verified) -> None:
        """Take down what verification rejected; a bot's observer."""
        self.rejections += verified.rejections

    def timing(self, encode: Encode) -> Encode:
        """The same encoder, with its time taken."""

        def timed(text: str) -> Tokens:
            started = time.perf_counter()
            try:
                return encode(text)
            finally:
                self.embedding_ms += (time.perf_counter() - started) * 1000

        return timed
