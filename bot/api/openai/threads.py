"""Finds the conversation that a request goes on with.

A chat brings its conversation along, and is given one of its own in which those questions were asked: sent twice it
gets the same answer twice, edited it is understood as it now reads, and no restart loses it. Nothing is found by the
text alone, or two readers who ask alike would share a conversation. A response names its conversation and its place.
"""

import re
from dataclasses import dataclass
from uuid import uuid4

from bot.api.openai.problems import PreviousResponseNotFound
from bot.desk import Bot
from bot.reader import Reader
from bot.records import Records

LONGEST = 1_000
"""Turns of a conversation that are looked back on."""

_RESPONSE = re.compile(r"resp_(?P<turn>\d{1,4})_(?P<conversation>[\w.-]{1,64})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Thread:
    """A conversation, and the number of the turn in it that is about to be asked."""

    conversation: str
    turn: int = 0

    @property
    def response(self) -> str:
        """The id of the response that the turn will get."""
        return f"resp_{self.turn}_{self.conversation}"


class Threads:
    """The conversations of a bot's readers. Every method may raise NotReady."""

    def __init__(self, bot: Bot, records: Records, longest_question: int) -> None:
        self._bot = bot
        self._records = records
        self._longest = longest_question

    def brought(self, before: tuple[str, ...], report: str | None, reader: Reader) -> Thread:
        """A new one, after the questions that the client brings along."""
        return self._after([(text, report) for text in before], reader)

    def behind(self, response: str, before: tuple[str, ...], report: str | None, reader: Reader) -> Thread:
        """That of an earlier response; a new one where it went on otherwise since. Raises PreviousResponseNotFound."""
        match = _RESPONSE.fullmatch(response)
        turns = self._turns(match["conversation"], reader) if match else []
        if match is None or int(match["turn"]) >= len(turns):
            raise PreviousResponseNotFound("Send the id of a response this server gave you, or the messages before.")
        said = turns[: int(match["turn"]) + 1]
        if len(said) == len(turns) and not before:
            return Thread(match["conversation"], len(turns))
        return self._after([*said, *((text, report) for text in before)], reader)

    def within(self, conversation: str, before: tuple[str, ...], report: str | None, reader: Reader) -> Thread:
        """A conversation by its id; a new one behind it where the client brings more questions along."""
        turns = self._turns(conversation, reader)
        if not before:
            return Thread(conversation, len(turns))
        return self._after([*turns, *((text, report) for text in before)], reader)

    def _turns(self, conversation: str, reader: Reader) -> list[tuple[str, str | None]]:
        kept = self._records.turns(conversation, LONGEST, reader.name)
        return [(turn.question, turn.report) for turn in kept]

    def _after(self, asked: list[tuple[str, str | None]], reader: Reader) -> Thread:
        fit = [(text, report) for text, report in asked if len(text) <= self._longest]
        return Thread(self._bot.seen_by(reader).resume(fit) if fit else uuid4().hex)
