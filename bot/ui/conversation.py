"""The conversation a reader's page holds: its turns, and their HTML so that earlier ones are rendered once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup
from pydantic import ValidationError

from bot.answer import Answer
from bot.desk import Bot, PassageView, ReportInfo, Step
from bot.records import Feedback, Records, Thumb, Turn
from bot.ui.turn import Asked, turn_html, welcome_html
from bot.used_up import QuotesUsedUp


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was asked so far; ``id`` is the conversation the bot knows it by, None before the first answer.

    ``pending`` is the turn under way, kept so that one that breaks off can still be shown.
    """

    id: str | None = None
    turns: tuple[Asked, ...] = ()
    rendered: tuple[Markup, ...] = ()
    pending: Asked | None = None

    def asking(self, question: str) -> "Conversation":
        """The conversation with a new turn under way."""
        return replace(self, pending=Asked(len(self.turns) + 1, question))

    def rated(self, answer: str, thumb: Thumb, screen: "Screen") -> "Conversation":
        """The conversation with a reader's thumb on that answer."""
        turns = [replace(t, thumb=thumb) if t.answer and t.answer.id == answer else t for t in self.turns]
        before = zip(self.turns, self.rendered, strict=True)
        rendered = [html if t is was else screen.turn(t) for t, (was, html) in zip(turns, before, strict=True)]
        return replace(self, turns=tuple(turns), rendered=tuple(rendered))


@dataclass(frozen=True, slots=True)
class Screen:
    """Renders for a bot's library as it is now."""

    bot: Bot
    reports: Sequence[ReportInfo]

    def turn(self, asked: Asked) -> Markup:
        """One turn."""
        return turn_html(asked, self._source, len(self.reports) > 1)

    def _source(self, address: str) -> PassageView | None:
        """What stands at an address; None also where no more may be quoted: then the quote stands alone."""
        try:
            return self.bot.passage(address)
        except QuotesUsedUp:
            return None

    def show(self, talk: Conversation, *current: Asked) -> str:
        """The whole conversation and the turn that is under way; the welcome when there is none."""
        turns = [*talk.rendered, *map(self.turn, current)]
        return str(Markup().join(turns)) if turns else str(welcome_html(self.reports))

    def ended(self, talk: Conversation, asked: Asked) -> Conversation:
        """The conversation with a turn that is over."""
        named = asked.answer.conversation if asked.answer else talk.id
        return Conversation(named, (*talk.turns, asked), (*talk.rendered, self.turn(asked)))

    def restored(self, turns: Sequence[Turn], feedback: Callable[[str], Feedback | None]) -> Conversation:
        """The conversation of turns that were kept, with the thumbs their answers got."""
        talk = Conversation()
        for number, turn in enumerate(turns, start=1):
            given = feedback(turn.answer.id)
            asked = Asked(number, turn.question, answer=turn.answer, thumb=given.thumb if given else None)
            talk = self.ended(talk, asked)
        return talk


def kept_turns(records: Records, conversation: str, reader: str = "") -> Sequence[Turn]:
    """The turns of a reader's conversation; none of one that is not known or that another release kept in another
    form."""
    try:
        return records.turns(conversation, reader=reader) if conversation else ()
    except ValidationError:
        return ()


def advanced(asked: Asked, part: Step | Answer) -> Asked:
    """The turn after one more part of the bot's stream."""
    return replace(asked, answer=part) if isinstance(part, Answer) else replace(asked, steps=(*asked.steps, part))
