"""The limit on request bodies, announced or not."""

import asyncio
from collections.abc import Iterator

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from bot.api.body_limit import STAFF_UPLOAD, BodyLimit

JSON = {"Content-Type": "application/json"}


def test_a_body_of_the_limit_is_read(client: TestClient) -> None:
    body = b'{"question": "How big?"}'
    assert client.post("/v1/ask", content=body.ljust(4096), headers=JSON).status_code == 200
    assert client.post("/v1/ask", content=body.ljust(4097), headers=JSON).status_code == 413


def test_a_chunked_body_is_counted(client: TestClient) -> None:
    def chunks() -> Iterator[bytes]:
        yield b'{"question": "'
        yield from [b"x" * 1000] * 20

    response = client.post("/v1/ask", content=chunks(), headers=JSON)
    assert response.status_code == 413
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(("ends", "status"), [(True, 0), (False, 408)])
def test_a_body_must_end_in_time_and_what_comes_after_it_need_not(ends: bool, status: int) -> None:
    told: list[int] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        try:
            async with asyncio.timeout(0.2):
                await receive()
        except HTTPException as error:
            told.append(error.status_code)
        except TimeoutError:
            told.append(0)

    pieces: list[Message] = [{"type": "http.request", "body": b"{", "more_body": not ends}]

    async def receive() -> Message:
        return pieces.pop() if pieces else await asyncio.Event().wait() and {}

    async def send(message: Message) -> None: ...

    asyncio.run(BodyLimit(app, 4096, 0.05)({"type": "http", "headers": []}, receive, send))
    assert told == [status]


@pytest.mark.parametrize(("path", "is_read"), [(STAFF_UPLOAD, True), ("/staff/gradio_api/uploads", False)])
def test_where_staff_send_reports_a_body_may_be_larger(path: str, is_read: bool) -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        body = await Request(scope, receive).body()
        await PlainTextResponse(str(len(body)))(scope, receive, send)

    response = TestClient(BodyLimit(app, 4096)).post(path, content=b"x" * 100_000)
    assert (response.status_code == 200 and response.text == "100000") is is_read
