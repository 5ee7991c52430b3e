"""The server, driven by the protocol's own client, in the same process."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import pytest
from mcp import Client
from mcp.server.lowlevel import Server
from mcp.shared.exceptions import MCPError
from mcp_types import CallToolResult

from bot.answer import Answer
from bot.desk import PassageView, ReportInfo
from bot.mcp.tools import TOOLS
from bot.room import QuantityPage
from ingest.errors import UnknownReport
from tests.bot.fakes import CELL_CITATION, DECLINED, FIGURE, REPORT, SECTION, FakeBot
from tests.bot.mcp.conftest import OWNER

Given = TypeVar("Given")

BIG = {"question": "How big is the market?"}


def using(server: Server, do: Callable[[Client], Awaitable[Given]]) -> Given:
    async def run() -> Given:
        async with Client(server) as client:
            return await do(client)

    return asyncio.run(run())


def call(server: Server, tool: str, arguments: dict[str, Any]) -> CallToolResult:
    """What a tool gives; the client checks it against the tool's schema."""
    return using(server, lambda client: client.call_tool(tool, arguments))


def refused(server: Server, do: Callable[[Client], Awaitable[object]]) -> str:
    """What the protocol's error says."""

    async def run() -> str:
        async with Client(server) as client:
            with pytest.raises(MCPError) as failed:
                await do(client)
            return failed.value.message

    return asyncio.run(run())


def text_of(result: CallToolResult) -> str:
    (content,) = result.content
    assert content.type == "text"
    return content.text


def test_there_are_three_tools_and_each_says_what_it_gives(server: Server) -> None:
    tools = using(server, lambda client: client.list_tools()).tools
    assert [tool.name for tool in tools] == ["ask_report", "find_quantities", "read_passage"]
    assert all(tool.description and tool.output_schema and tool.annotations for tool in tools)
    assert all(tool.annotations.read_only_hint for tool in TOOLS if tool.annotations)
    for tool in tools:
        assert all(field.get("description") for field in tool.input_schema["properties"].values()), tool.name


def test_an_answer_comes_whole_and_in_words(server: Server, bot: FakeBot) -> None:
    result = call(server, "ask_report", {**BIG, "report": REPORT.id})
    assert not result.is_error
    answer = Answer.model_validate(result.structured_content)
    assert answer.blocks == FIGURE.blocks
    said = text_of(result)
    assert said.startswith("status: answered\n\nThe market was estimated at USD 1.87 billion in 2025")
    assert "- [1] tidal-energy:p0" in said
    assert said.endswith(f"conversation: {answer.conversation}")
    assert bot.readers == [OWNER]


def test_a_follow_up_is_asked_in_its_conversation(server: Server, bot: FakeBot) -> None:
    call(server, "ask_report", {"question": "And in 2032?", "conversation": "c7"})
    assert bot.asked == [("And in 2032?", None, "c7")]


def test_what_is_declined_is_no_error(server: Server) -> None:
    result = call(server, "ask_report", {"question": "Who has the largest share?"})
    assert not result.is_error
    assert text_of(result).startswith(f"status: declined ({DECLINED.reason})\n\nThe report gives no market share")


def test_figures_are_found_page_by_page(server: Server) -> None:
    first = call(server, "find_quantities", {"limit": 1, "measure": "size"})
    page = QuantityPage.model_validate(first.structured_content)
    assert text_of(first) == ("- USD 1.87 billion: size “market size”, 2025 [tidal-energy:p0]\nMore with cursor: 1")
    second = call(server, "find_quantities", {"limit": 1, "cursor": page.next})
    assert text_of(second) == "- USD 842 million: size, Europe, 2025 [tidal-energy:t0r0c1]"


def test_a_source_is_read_in_the_words_of_the_report(server: Server) -> None:
    result = call(server, "read_passage", {"address": "tidal-energy:p0"})
    assert PassageView.model_validate(result.structured_content).text == SECTION
    assert text_of(result) == f"{REPORT.title} > Market size\n\n{SECTION}"
    cell = text_of(call(server, "read_passage", {"address": CELL_CITATION.passage}))
    assert "842" in cell and "Region | 2025 | 2026\nEurope | 842 | 951" in cell


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("ask_report", {"question": " "}, "question: "),
        ("ask_report", {"question": "x" * 201}, "At most 200 characters"),
        ("ask_report", {**BIG, "report": "../x"}, "report: "),
        ("ask_report", {**BIG, "language": "fr"}, "language: "),
        ("find_quantities", {"measure": "weight"}, "measure: "),
        ("find_quantities", {"limit": 0}, "limit: "),
        ("find_quantities", {"cursor": "elsewhere"}, "The cursor is not one of this server."),
        ("find_quantities", {"report": "nowhere"}, "There is no such report."),
        ("read_passage", {"address": "tidal-energy:p99"}, "nothing at this address"),
        ("read_passage", {}, "address: "),
    ],
)
def test_an_error_is_told_in_words(server: Server, tool: str, arguments: dict[str, Any], said: str) -> None:
    result = call(server, tool, arguments)
    assert result.is_error
    assert said in text_of(result)
    assert "Traceback" not in text_of(result) and "pydantic" not in text_of(result)


def test_an_unknown_report_and_a_defect_tell_nothing_more_than_that(
    server: Server, bot: FakeBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for raised, said in (
        (UnknownReport("nowhere", ("secret",)), "There is no such report."),
        (RuntimeError("the cause"), "Something went wrong here."),
    ):

        def fail(*_: object, error: Exception = raised) -> Answer:
            raise error

        monkeypatch.setattr(bot, "ask", fail)
        result = call(server, "ask_report", BIG)
        assert result.is_error and text_of(result).startswith(said)
        assert "secret" not in text_of(result) and "cause" not in text_of(result)


def test_a_tool_that_there_is_not_is_an_error_of_the_protocol(server: Server) -> None:
    assert "There are: ask_report" in refused(server, lambda client: client.call_tool("drop_tables", {}))


def test_the_reports_are_resources(server: Server) -> None:
    (resource,) = using(server, lambda client: client.list_resources()).resources
    assert (resource.name, resource.title) == (REPORT.id, REPORT.title)
    (read,) = using(server, lambda client: client.read_resource(resource.uri)).contents
    assert read.mime_type == "application/json"
    assert json.loads(read.text)["quantities"] == 2  # type: ignore[union-attr]


@pytest.mark.parametrize("uri", ["footnote://reports/nowhere", "footnote://reports/../x", "file:///etc/passwd"])
def test_a_resource_that_there_is_not_is_an_error_of_the_protocol(server: Server, uri: str) -> None:
    assert refused(server, lambda client: client.read_resource(uri)) == "There is no such report."


def test_many_reports_come_in_pages(bot: FakeBot, server: Server) -> None:
    bot.reports().extend(ReportInfo(id=f"r{n}", title=f"R{n}") for n in range(120))

    async def all_of(client: Client) -> list[str]:
        first = await client.list_resources()
        rest = await client.list_resources(cursor=first.next_cursor)
        assert rest.next_cursor is None
        return [resource.name for resource in (*first.resources, *rest.resources)]

    assert len(set(using(server, all_of))) == 121
    for cursor in ("x", "-1", "9" * 5000):
        assert "cursor" in refused(server, lambda client, cursor=cursor: client.list_resources(cursor=cursor))  # type: ignore[misc]
