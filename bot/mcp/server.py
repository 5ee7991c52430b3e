"""The server of the protocol over a bot: three tools, and the reports as resources."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from fastapi_problem.error import Problem
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.shared.exceptions import MCPError
from mcp_types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListResourcesResult,
    ListToolsResult,
    PaginatedRequestParams,
    ReadResourceRequestParams,
    ReadResourceResult,
    Resource,
    TextContent,
    TextResourceContents,
)
from pydantic import BaseModel, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection

from bot.api.asker import reader_of
from bot.api.asking import Asking
from bot.desk import Bot
from bot.mcp.told import answer_told, passage_told, quantities_told
from bot.mcp.tools import INSTRUCTIONS, TOOLS, AskReport, FindQuantities, ReadPassage
from bot.reader import Reader
from bot.room import BadCursor
from bot.used_up import QuotesUsedUp
from ingest.errors import FootnoteError, UnknownReport

Called = tuple[str, BaseModel]
"""What a tool gives: in words, and in structure."""

LISTED = 100
"""Reports on a page of resources."""

_URI = "footnote://reports/"
_JSON = "application/json"
_log = logging.getLogger(__name__)

Context = ServerRequestContext[dict[str, Any], Any]


class Refused(Exception):  # noqa: N818 - named for what happened
    """A call that comes to nothing, told in words."""


def mcp_server(bot: Bot, asking: Asking, owner: Reader) -> Server[dict[str, Any]]:
    """The server. It reads for the reader of each HTTP request, and for ``owner`` where there is no request."""
    tools = _Tools(bot, asking)
    shelf = _Shelf(bot)

    async def list_tools(_: Context, params: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=list(TOOLS))

    async def call_tool(context: Context, params: CallToolRequestParams) -> CallToolResult:
        return await tools.call(params.name, params.arguments or {}, _reader(context, owner))

    async def list_resources(context: Context, params: PaginatedRequestParams | None) -> ListResourcesResult:
        return await run_in_threadpool(shelf.page, params.cursor if params else None, _reader(context, owner))

    async def read_resource(context: Context, params: ReadResourceRequestParams) -> ReadResourceResult:
        return await run_in_threadpool(shelf.read, str(params.uri), _reader(context, owner))

    return Server(
        "footnote", title="Footnote", version="1", instructions=INSTRUCTIONS, on_list_tools=list_tools,
        on_call_tool=call_tool, on_list_resources=list_resources, on_read_resource=read_resource,
    )  # fmt: skip


def _reader(context: Context, owner: Reader) -> Reader:
    return reader_of(context.request) if isinstance(context.request, HTTPConnection) else owner


class _Tools:
    def __init__(self, bot: Bot, asking: Asking) -> None:
        self._bot = bot
        self._asking = asking
        self._called: dict[str, Callable[[dict[str, Any], Reader], Awaitable[Called]]] = {
            "ask_report": self._ask,
            "find_quantities": self._find,
            "read_passage": self._read,
        }

    async def call(self, name: str, arguments: dict[str, Any], reader: Reader) -> CallToolResult:
        """What a tool gives, or why it gives nothing. Raises MCPError for a tool that there is not."""
        if name not in self._called:
            raise MCPError(INVALID_PARAMS, f"There is no such tool. There are: {', '.join(self._called)}.")
        try:
            text, given = await self._called[name](arguments, reader)
        except Exception as error:  # a model is told in words, and never more than we mean to tell
            return CallToolResult(content=[TextContent(type="text", text=_told(error))], is_error=True)
        structure = given.model_dump(mode="json")
        return CallToolResult(content=[TextContent(type="text", text=text)], structured_content=structure)

    async def _ask(self, arguments: dict[str, Any], reader: Reader) -> Called:
        answer = await self._asking.answer(AskReport.model_validate(arguments), reader)
        return answer_told(answer), answer

    async def _find(self, arguments: dict[str, Any], reader: Reader) -> Called:
        asked = FindQuantities.model_validate(arguments)
        room = self._bot.seen_by(reader).room
        page = await run_in_threadpool(room.quantities, asked.wanted, asked.limit, asked.cursor)
        return quantities_told(page), page

    async def _read(self, arguments: dict[str, Any], reader: Reader) -> Called:
        address = ReadPassage.model_validate(arguments).address
        passage = await run_in_threadpool(self._bot.seen_by(reader).passage, address)
        if passage is None:
            raise Refused("There is nothing at this address. Take it from the field passage of a citation.")
        return passage_told(passage), passage


class _Shelf:
    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    def page(self, cursor: str | None, reader: Reader) -> ListResourcesResult:
        """Some of the reports, by their ids. Raises MCPError for a cursor that was not made here."""
        if cursor is not None and not (cursor.isdecimal() and len(cursor) < 9):
            raise MCPError(INVALID_PARAMS, "The cursor is not one of this server.")
        first = int(cursor or 0)
        reports = self._bot.seen_by(reader).reports()
        listed = [
            Resource(
                uri=f"{_URI}{report.id}", name=report.id, title=report.title, mime_type=_JSON,
                description=" ".join(part for part in (report.publisher, report.edition) if part) or None,
            )
            for report in reports[first : first + LISTED]
        ]  # fmt: skip
        more = str(first + LISTED) if len(reports) > first + LISTED else None
        return ListResourcesResult(resources=listed, next_cursor=more)

    def read(self, uri: str, reader: Reader) -> ReadResourceResult:
        """A report and what is in it. Raises MCPError where there is none."""
        try:
            found = self._bot.seen_by(reader).room.report(uri.removeprefix(_URI)) if uri.startswith(_URI) else None
        except QuotesUsedUp as error:
            raise MCPError(INVALID_PARAMS, str(error)) from error
        if found is None:
            raise MCPError(INVALID_PARAMS, "There is no such report.")
        text = found.model_dump_json(exclude_none=True)
        return ReadResourceResult(contents=[TextResourceContents(uri=uri, mime_type=_JSON, text=text)])


def _told(error: Exception) -> str:
    """An error in words for a language model."""
    match error:
        case ValidationError():
            wrong = (f"{'.'.join(map(str, part['loc'])) or 'arguments'}: {part['msg']}" for part in error.errors())
            return f"The arguments are not valid. {'; '.join(wrong)}."
        case Problem():
            return " ".join(part for part in (str(error.title), str(error.detail or "")) if part)
        case UnknownReport():
            return "There is no such report. Leave report out, or take its id from the resources."
        case BadCursor():
            return "The cursor is not one of this server. Send the field next of the page before, or none."
        case FootnoteError() | Refused():
            return str(error)
        case _:
            _log.error("A tool failed", exc_info=error)
            return "Something went wrong here. Please try again."
