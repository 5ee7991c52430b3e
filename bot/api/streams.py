"""How many answers are streamed at the same time."""

from collections import Counter

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.api.call import caller_of
from bot.api.problems import TooManyStreams
from bot.api.refusal import refuse

STREAMED = ("/v1/", "/mcp/")
"""Where streams are counted. The page's are not: an open page holds one all the time."""


class _Refused(Exception):  # noqa: N818 - it ends a request and is told to nobody
    """A stream was about to begin, and none is free."""


class Streams:
    """ASGI middleware: at most ``most`` streams, and of one caller as many as are still free for others.

    Whoever is alone has half of them, whoever comes next half of the rest: there is always one for somebody new.
    """

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app = app
        self._most = most
        self._held: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not f"{scope['path']}/".startswith(STREAMED):
            await self._app(scope, receive, send)
            return
        caller = caller_of(HTTPConnection(scope))
        streaming = False

        async def send_counted(message: Message) -> None:
            nonlocal streaming
            if message["type"] == "http.response.start" and _is_stream(message):
                if self._is_full(caller):
                    raise _Refused
                self._held[caller] += 1
                streaming = True
            await send(message)

        try:
            await self._app(scope, receive, send_counted)
        except _Refused:
            problem = TooManyStreams("Read one to its end, or ask without streaming.", headers={"Retry-After": "5"})
            await refuse(problem, scope, receive, send)
        finally:
            if streaming:
                self._held[caller] -= 1
                if not self._held[caller]:
                    del self._held[caller]

    def _is_full(self, caller: str) -> bool:
        held, free = self._held[caller], self._most - self._held.total()
        return free <= 0 or (held > 0 and held >= free)


def _is_stream(message: Message) -> bool:
    return Headers(scope=message).get("content-type", "").startswith("text/event-stream")
