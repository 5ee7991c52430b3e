"""Refusing before any route is asked."""

from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from bot.api.problems import TooManyStreams
from bot.api.refusal import refuse


def test_a_refusal_is_a_problem_with_its_headers() -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await refuse(TooManyStreams("Read one.", headers={"Retry-After": "5"}), scope, receive, send)

    response = TestClient(app).get("/")
    assert (response.status_code, response.headers["retry-after"]) == (503, "5")
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["type"] == "too-many-streams"
