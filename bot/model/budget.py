"""What a model may use a day, counted in the records so that a restart does not forget it."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from bot.model.faults import Spent


@dataclass(frozen=True, slots=True)
class Prices:
    """US dollars for a million tokens in and out. A token at one dollar a million is a millionth of a dollar."""

    tokens_in: Decimal = Decimal(0)
    tokens_out: Decimal = Decimal(0)

    def cost(self, tokens_in: int, tokens_out: int) -> int:
        """What a call cost, in millionths of a US dollar, rounded up."""
        exact = tokens_in * self.tokens_in + tokens_out * self.tokens_out
        return int(exact) + (exact != int(exact))


@dataclass(frozen=True, slots=True)
class Budget:
    """Limits for a day; ``used`` are the tokens and the millionths of a US dollar since midnight, UTC.

    Calls that run at the same time may together go over a limit, by at most what they use: it is read before each.
    """

    used: Callable[[], tuple[int, int]]
    tokens: int | None = None
    millionths: int | None = None

    def check(self) -> None:
        """Raises Spent when a limit is reached."""
        if self.tokens is None and self.millionths is None:
            return
        tokens, millionths = self.used()
        if self.tokens is not None and tokens >= self.tokens:
            raise Spent(f"The {self.tokens:,} tokens of today are used. BOT_MODEL_TOKENS_PER_DAY sets them.")
        if self.millionths is not None and millionths >= self.millionths:
            raise Spent("The money of today is spent. BOT_MODEL_MONEY_PER_DAY sets it.")
