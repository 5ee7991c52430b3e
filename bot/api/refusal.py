"""Answers a request with a problem before any route is asked."""

from fastapi_problem.error import Problem
from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send


async def refuse(problem: Problem, scope: Scope, receive: Receive, send: Send) -> None:
    """Send a problem as the response."""
    response = JSONResponse(
        problem.marshal(), problem.status, headers=problem.headers, media_type="application/problem+json"
    )
    await response(scope, receive, send)
