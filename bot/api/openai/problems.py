"""What a client of OpenAI's API is told: problems that carry the ``error`` member its libraries read."""

import json
from collections.abc import Mapping
from typing import Any

from fastapi_problem.error import BadRequestProblem, NotFoundProblem
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_PATHS = ("/v1/chat/completions", "/v1/responses", "/v1/models")
_KINDS = {401: "authentication_error", 403: "permission_error", 429: "rate_limit_error"}


class ModelNotFound(NotFoundProblem):
    """No model of that id: each report is one, and the library."""

    title = "There is no such model."


class NoQuestion(BadRequestProblem):
    """No message of the user with words."""

    title = "There is no question."


class UnsupportedParameter(BadRequestProblem):
    """It would be a lie to accept this."""

    title = "This is not done here."


class PreviousResponseNotFound(NotFoundProblem):
    """No response of that id was given to this reader."""

    title = "There is no such response."


def error_of(problem: Mapping[str, Any]) -> dict[str, Any]:
    """The ``error`` that OpenAI's libraries read, for a problem document."""
    status = int(problem.get("status") or 500)
    said = " ".join(part for part in (str(problem.get("title") or ""), str(problem.get("detail") or "")) if part)
    kind = "server_error" if status >= 500 else _KINDS.get(status, "invalid_request_error")
    code = str(problem.get("type") or "").replace("-", "_") or None
    return {"message": said, "type": kind, "param": None, "code": code}


def add_error(content: dict[str, Any], request: Request, response: Response) -> tuple[dict[str, Any], Response]:
    """The hook of the exception handler: an error on these paths has the member."""
    if _is_ours(request.scope) and isinstance(response, JSONResponse):
        content = {**content, "error": error_of(content)}
        response.body = response.render(content)
    return content, response


class ErrorMember:
    """ASGI middleware for the problems that other middleware answers with: they get the member too."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not _is_ours(scope):
            await self._app(scope, receive, send)
            return
        start: Message | None = None
        body = b""

        async def send_with_error(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start" and _is_problem(message):
                start = message
            elif start is None:
                await send(message)
            else:
                body += message.get("body", b"")
                if not message.get("more_body"):
                    told = _told(body)
                    MutableHeaders(scope=start)["content-length"] = str(len(told))
                    await send(start)
                    await send({"type": "http.response.body", "body": told})

        await self._app(scope, receive, send_with_error)


def _is_ours(scope: Scope) -> bool:
    path = str(scope["path"])
    return any(path == each or path.startswith(f"{each}/") for each in _PATHS)


def _is_problem(start: Message) -> bool:
    return Headers(scope=start).get("content-type", "").startswith("application/problem+json")


def _told(body: bytes) -> bytes:
    problem = json.loads(body)
    return json.dumps({**problem, "error": error_of(problem)}, ensure_ascii=False).encode()
