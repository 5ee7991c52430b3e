"""Answers questions about reports: understand, retrieve, draft, verify. From Python: ``from bot import open_bot``."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.open import open_bot

__all__ = ["open_bot"]


def __getattr__(name: str) -> object:
    """``open_bot``, imported when it is asked for: no part of the package needs it."""
    if name == "open_bot":
        from bot.open import open_bot

        return open_bot
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
