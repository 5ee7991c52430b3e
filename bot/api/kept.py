"""The routes over what is kept: answers by their permalinks, their charts, and conversations."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response

from bot.allowance import Allowance
from bot.answer import Answer, Record
from bot.api.asker import reader_of
from bot.api.bodies import Identifier
from bot.api.problems import NoChart, NoSuchAnswer, NoSuchConversation, failing
from bot.desk import Bot, PassageView
from bot.picture.export import MEDIA_TYPES, Ending, picture
from bot.portions import of_answer, of_passage
from bot.readable import is_open, may_read, now
from bot.reader import Reader
from bot.records import Kept, Records, Turn
from bot.room import Edition
from bot.visitors import VISITOR

SHOWN = 200
"""Turns of a conversation that are given at once, the latest."""


class KeptAnswer(Record):
    """An answer as it was given, with the editions it cites and the texts that its quotes stand in, as they were then.

    ``current`` are those of the reports whose edition is still the one in the library. Answers that an earlier release
    kept have no ``editions`` and no ``passages``.
    """

    question: str
    asked_at: datetime
    answer: Answer
    editions: tuple[Edition, ...]
    passages: tuple[PassageView, ...]
    current: tuple[str, ...]


class ConversationTurn(Record):
    """A question of a conversation, and the answer it got."""

    question: str
    report: str | None
    asked_at: datetime
    answer: Answer


class ConversationView(Record):
    """A conversation, oldest turn first."""

    id: str
    turns: tuple[ConversationTurn, ...]


_DRAWN: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The chart, with its source",
        "content": {media: {"schema": {"type": "string", "format": "binary"}} for media in MEDIA_TYPES.values()},
    }
}
AnswerId = Annotated[Identifier, Path(description="An answer's `id`.")]


def kept(bot: Bot, records: Records, allowance: Allowance) -> APIRouter:
    """The routes over the records, for whoever asks; what they quote is counted by ``allowance``."""
    router = APIRouter(responses=failing(), tags=["answers"])
    _add_answers(router, bot, records, allowance)
    _add_conversations(router, bot, records, allowance)
    return router


def _add_answers(router: APIRouter, bot: Bot, records: Records, allowance: Allowance) -> None:
    @router.get("/v1/answers/{answer}", operation_id="get_answer", responses=failing(404))
    def get_answer(answer: AnswerId, request: Request) -> KeptAnswer:
        """An answer by its permalink: as it was given, whatever became of its reports since."""
        found = _readable(records.answer(answer), reader_of(request), bot)
        editions = found.provenance.editions
        shown = (*of_answer(found.answer), *(each for view in found.provenance.passages for each in of_passage(view)))
        allowance.charge(shown, bot, reader_of(request), VISITOR.get())
        return KeptAnswer(
            question=found.question,
            asked_at=found.asked_at,
            answer=found.answer,
            editions=editions,
            passages=found.provenance.passages,
            current=tuple(edition.id for edition in editions if now(edition.id, bot) == edition),
        )

    @router.get(
        "/v1/charts/{answer}", operation_id="get_chart", response_class=Response, responses=_DRAWN | failing(404)
    )
    def get_chart(
        answer: AnswerId, request: Request, format: Annotated[Ending, Query(description="Which picture.")] = "svg"
    ) -> Response:
        """The chart of an answer as a picture; 404 when it has none."""
        found = _readable(records.answer(answer), reader_of(request), bot)
        drawing = picture(found.answer, format)
        if drawing is None:
            raise NoChart("Figures of several years are drawn.")
        allowance.charge(of_answer(found.answer), bot, reader_of(request), VISITOR.get())
        return Response(drawing, media_type=MEDIA_TYPES[format])


def _add_conversations(router: APIRouter, bot: Bot, records: Records, allowance: Allowance) -> None:
    @router.get("/v1/conversations/{conversation}", operation_id="get_conversation", responses=failing(404))
    def get_conversation(conversation: Identifier, request: Request) -> ConversationView:
        """A conversation of yours: its latest 200 turns, without those given from what you may not read any more."""
        turns = _own_turns(conversation, reader_of(request), bot, records)
        if not turns:
            raise NoSuchConversation("Conversations belong to the key that they were begun with.")
        shown = [each for turn in turns for each in of_answer(turn.answer)]
        allowance.charge(shown, bot, reader_of(request), VISITOR.get())
        return ConversationView(id=conversation, turns=tuple(ConversationTurn(**dict(turn)) for turn in turns))

    @router.delete(
        "/v1/conversations/{conversation}",
        operation_id="forget_conversation",
        status_code=204,
        responses=failing(404),
    )
    def forget_conversation(conversation: Identifier, request: Request) -> None:
        """Forget a conversation of yours, with its answers and thumbs; their permalinks end."""
        if not bot.seen_by(reader_of(request)).forget(conversation):
            raise NoSuchConversation("Conversations belong to the key that they were begun with.")


def _own_turns(conversation: str, reader: Reader, bot: Bot, records: Records) -> list[Turn]:
    turns = records.turns(conversation, SHOWN, reader.name)
    cited = {citation.report for turn in turns for citation in turn.answer.citations}
    if all(is_open(report, reader, bot) for report in cited):
        return turns
    return [turn for turn in turns if (kept := records.answer(turn.answer.id)) and may_read(kept, reader, bot)]


def _readable(found: Kept | None, reader: Reader, bot: Bot) -> Kept:
    """The answer, if the reader may read what it was given from. Raises NoSuchAnswer."""
    if found is None or not may_read(found, reader, bot):
        raise NoSuchAnswer("Send the id of an answer this server gave, from reports that you may read.")
    return found
