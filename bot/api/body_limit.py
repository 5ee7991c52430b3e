"""Refuses request bodies over a limit of size or time, with a problem document.

Starlette's own limit answers 413 as plain text whenever Content-Length is over it, before any handler is asked.
"""

import asyncio
import sys

from fastapi_problem.error import StatusProblem
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

BODY_SECONDS = 20.0
"""Time that a body may take to arrive."""


class BodyTooLarge(StatusProblem):
    """More bytes than the setting allows."""

    status = 413
    title = "The body is too large."


STAFF_UPLOAD = "/staff/gradio_api/upload"
"""Where staff send reports. Who is not signed in is refused there before the body is read; the page that takes it has
the limit that ``INGEST_MAX_FILE_MB`` sets."""

UPLOAD_SECONDS = 600.0


class BodyLimit:
    """ASGI middleware: at most ``limit`` bytes of body on any path, within ``seconds``; where staff send reports, any
    number, within ten minutes."""

    def __init__(self, app: ASGIApp, limit: int, seconds: float = BODY_SECONDS) -> None:
        self._app = app
        self._limit = limit
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope.get("path") == STAFF_UPLOAD:
            upload = BodyLimit(self._app, sys.maxsize, UPLOAD_SECONDS)
            await self._app(scope, upload._counted(receive), send)
        elif scope["type"] != "http":
            await self._app(scope, receive, send)
        elif _announced(scope) > self._limit:
            problem = BodyTooLarge(self._detail)
            response = JSONResponse(problem.marshal(), problem.status, media_type="application/problem+json")
            await response(scope, receive, send)
        else:
            await self._app(scope, self._counted(receive), send)

    @property
    def _detail(self) -> str:
        return f"At most {self._limit // 1024} KB are accepted."

    def _counted(self, receive: Receive) -> Receive:
        """For chunked bodies, whose size nobody announces, and for those that never end."""
        total = 0
        whole = False
        until: float | None = None

        async def receive_and_count() -> Message:
            nonlocal total, whole, until
            if whole:
                return await receive()
            until = until or asyncio.get_running_loop().time() + self._seconds
            try:
                async with asyncio.timeout_at(until):
                    message = await receive()
            except TimeoutError:
                detail = f"The body must arrive within {self._seconds:g} seconds."
                raise HTTPException(408, detail, {"Connection": "close"}) from None
            whole = not message.get("more_body", False)
            total += len(message.get("body", b""))
            if total > self._limit:
                raise HTTPException(413, self._detail)
            return message

        return receive_and_count


def _announced(scope: Scope) -> int:
    length = Headers(scope=scope).get("content-length", "")
    return int(length) if length.isdecimal() else 0
