"""What stands around a bot and lets through whatever it does not change."""

from collections.abc import Sequence

from bot.desk import Bot, PassageView, ReportInfo, Sources
from bot.room import Room


class Around:
    """All of a bot but its answers, passed on."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    @property
    def room(self) -> Room:
        """The bot's reading room."""
        return self._bot.room

    def resume(self, asked: Sequence[tuple[str, str | None]]) -> str:
        """The bot's new conversation, after questions that are not asked again."""
        return self._bot.resume(asked)

    def reports(self) -> list[ReportInfo]:
        """The bot's reports."""
        return self._bot.reports()

    def passage(self, address: str) -> PassageView | None:
        """The bot's passage."""
        return self._bot.passage(address)

    def sources(self, report: str, addresses: Sequence[str]) -> Sources | None:
        """The bot's sources."""
        return self._bot.sources(report, addresses)

    def forget(self, conversation: str) -> bool:
        """The bot forgets a conversation."""
        return self._bot.forget(conversation)
