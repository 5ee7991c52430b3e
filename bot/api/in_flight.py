"""How many requests are answered at the same time, whatever they are for."""

from starlette.types import ASGIApp, Receive, Scope, Send

from bot.api.problems import TooManyAtOnce
from bot.api.refusal import refuse

MOST = 4_000
"""Each holds a connection, and some 20 KB; an open page is one of them."""


class InFlight:
    """ASGI middleware: at most ``most`` requests; uvicorn's own limit would answer in plain text."""

    def __init__(self, app: ASGIApp, most: int = MOST) -> None:
        self._app = app
        self._most = most
        self._now = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif self._now >= self._most:
            problem = TooManyAtOnce("Try again in a moment.", headers={"Retry-After": "5", "Connection": "close"})
            await refuse(problem, scope, receive, send)
        else:
            self._now += 1
            try:
                await self._app(scope, receive, send)
            finally:
                self._now -= 1
