"""How many answers are streamed at the same time."""

import asyncio

import pytest
from starlette.responses import PlainTextResponse, StreamingResponse
from starlette.types import Message, Receive, Scope, Send

from bot.api.streams import Streams


class Hall:
    """Streams that go on until they are let go."""

    def __init__(self, most: int) -> None:
        self.over = asyncio.Event()
        self.app = Streams(self._stream, most)
        self.tasks: list[asyncio.Task[None]] = []

    async def _stream(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def events():  # type: ignore[no-untyped-def]  # noqa: ANN202
            yield b"data: 1\n\n"
            await self.over.wait()

        if scope["query_string"]:
            await PlainTextResponse("plain")(scope, receive, send)
        else:
            await StreamingResponse(events(), media_type="text/event-stream")(scope, receive, send)

    async def open(self, host: str, path: str = "/v1/ask", query: bytes = b"") -> int:
        status: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        async def send(message: Message) -> None:
            if message["type"] == "http.response.start":
                status.set_result(message["status"])

        async def receive() -> Message:
            await asyncio.Event().wait()
            raise AssertionError

        scope: Scope = {
            "type": "http", "path": path, "headers": [], "client": (host, 1), "query_string": query, "method": "POST",
        }  # fmt: skip
        self.tasks.append(asyncio.create_task(self.app(scope, receive, send)))
        return await status


@pytest.mark.parametrize(
    ("hosts", "statuses"),
    [
        (["1.1.1.1"] * 5, [200, 200, 200, 200, 503]),
        (["1.1.1.1"] * 4 + ["2.2.2.2"] * 3, [200] * 6 + [503]),
        (["1.1.1.1"] * 4 + ["2.2.2.2"] * 2 + ["3.3.3.3"] * 2 + ["4.4.4.4", "5.5.5.5"], [200] * 7 + [503, 200, 503]),
    ],
)
def test_there_is_always_one_for_somebody_new(hosts: list[str], statuses: list[int]) -> None:
    async def run() -> list[int]:
        hall = Hall(8)
        found = [await hall.open(host) for host in hosts]
        hall.over.set()
        await asyncio.gather(*hall.tasks)
        return found

    assert asyncio.run(run()) == statuses


def test_a_stream_that_ended_or_broke_off_is_free_again() -> None:
    async def run() -> list[int]:
        hall = Hall(1)
        found = [await hall.open("1.1.1.1"), await hall.open("2.2.2.2")]
        hall.tasks[0].cancel()
        await asyncio.gather(*hall.tasks, return_exceptions=True)
        found.append(await hall.open("2.2.2.2"))
        hall.over.set()
        await asyncio.gather(*hall.tasks[1:])
        found.append(await hall.open("2.2.2.2"))
        await asyncio.gather(*hall.tasks[1:])
        return found

    assert asyncio.run(run()) == [200, 503, 200, 200]


def test_only_streams_of_answers_count() -> None:
    async def run() -> list[int]:
        hall = Hall(1)
        found = [await hall.open("1.1.1.1", "/gradio_api/heartbeat/x"), await hall.open("1.1.1.1", query=b"plain")]
        found.append(await hall.open("1.1.1.1", "/mcp"))
        found.append(await hall.open("1.1.1.1", "/v1/ask"))
        hall.over.set()
        await asyncio.gather(*hall.tasks)
        return found

    assert asyncio.run(run()) == [200, 200, 200, 503]
