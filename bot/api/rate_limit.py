"""How many requests a caller may make: counted in memory, or in Redis for several servers."""

import asyncio
import logging
import math
import time
from collections.abc import Callable, Sequence

from fastapi_problem.error import StatusProblem
from limits import RateLimitItem, parse_many
from limits.aio.storage import MemoryStorage, Storage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from limits.errors import ConfigurationError, StorageError
from limits.storage import storage_from_string
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.api.call import caller_of
from bot.api.refusal import refuse
from bot.settings import BotSettings
from ingest.errors import Misconfigured

COUNTED = (
    "/v1/", "/mcp/", "/gradio_api/queue/join/", "/sign-in/",
    "/staff/sign-in/", "/staff/gradio_api/queue/join/", "/staff/export/",
)  # fmt: skip
"""What is counted: the API, MCP, what the pages ask, and tries to sign in. The pages' own files are not."""

SWEPT = 10.0
"""Seconds between two looks at which callers can be forgotten; the library takes one with each request."""

REDIS_SECONDS = 0.5
"""Time that Redis may take."""

REDIS_REST = 5.0
"""Seconds that Redis is left alone after it failed."""

_log = logging.getLogger(__name__)


class TooManyRequests(StatusProblem):
    """More requests than the setting allows."""

    status = 429
    title = "Too many requests."


class Counter:
    """Counts the requests of callers over sliding windows. The shortest window is looked at first, so that what it
    refuses does not count in the longer ones.

    Where Redis does not answer, each server counts for itself until it does: neither is everybody refused, nor nobody.
    """

    def __init__(
        self, allowed: Sequence[RateLimitItem], shared: Storage | None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.allowed = sorted(allowed, key=lambda each: each.get_expiry())
        self._memory = MemoryStorage()
        self._own = SlidingWindowCounterRateLimiter(self._memory)
        self._shared = SlidingWindowCounterRateLimiter(shared) if shared else None
        self._clock = clock
        self._rests_until = -math.inf

    async def count(self, caller: str) -> tuple[RateLimitItem | None, list[tuple[RateLimitItem, int, int]]]:
        """Count a request: the limit it is over, if any, and each limit with what is left and the seconds until there
        is more."""
        if self._shared and self._clock() >= self._rests_until:
            try:
                return await self._counted(self._shared, caller)
            except StorageError as error:
                self._rests_until = self._clock() + REDIS_REST
                _log.warning(
                    "Redis does not count requests, this server counts alone: %s", type(error.storage_error).__name__
                )
        found = await self._counted(self._own, caller)
        if self._memory.timer and self._memory.timer.get_name() != _NAME:
            self._memory.timer = asyncio.create_task(_rest(self._memory.timer), name=_NAME)
        return found

    async def _counted(
        self, limiter: SlidingWindowCounterRateLimiter, caller: str
    ) -> tuple[RateLimitItem | None, list[tuple[RateLimitItem, int, int]]]:
        over = None
        for each in self.allowed:
            if not await limiter.hit(each, caller):
                over = each
                break
        left = []
        for each in self.allowed:
            reset, remaining = await limiter.get_window_stats(each, caller)
            left.append((each, remaining, max(1, math.ceil(reset - time.time()))))
        return over, left


_NAME = "footnote-limits"


async def _rest(sweep: "asyncio.Task[None]") -> None:
    await sweep
    await asyncio.sleep(SWEPT)


def counter(settings: BotSettings) -> Counter | None:
    """What counts by the settings; None where there is no limit. Raises Misconfigured."""
    allowed = allowance(settings)
    return counting(allowed, settings) if allowed else None


def counting(allowed: Sequence[RateLimitItem], settings: BotSettings) -> Counter:
    """What counts where the settings say. Raises Misconfigured."""
    if settings.limits_url.startswith("memory:"):
        return Counter(allowed, None)
    try:
        redis = storage_from_string(
            f"async+{settings.limits_url}",
            implementation="redispy",
            wrap_exceptions=True,
            socket_timeout=REDIS_SECONDS,
            socket_connect_timeout=REDIS_SECONDS,
        )
    except (ConfigurationError, ValueError) as error:
        raise Misconfigured(
            "BOT_LIMITS_URL cannot be used. Run pip install 'footnote-reports[redis]', or set it to memory://."
        ) from error
    if not isinstance(redis, Storage):
        raise Misconfigured("BOT_LIMITS_URL must be memory://, or the address of a Redis server.")
    return Counter(allowed, redis)


def allowance(settings: BotSettings) -> list[RateLimitItem]:
    """What a caller may do by the settings. Raises Misconfigured."""
    text = settings.rate_limit or ("off" if settings.on_this_machine else "60/minute")
    if text == "off":
        return []
    try:
        allowed = parse_many(text)
    except ValueError as error:
        raise Misconfigured('BOT_RATE_LIMIT must be such as "60/minute" or "5/second;1000/day", or "off".') from error
    if any(each.amount < 1 for each in allowed):
        raise Misconfigured("BOT_RATE_LIMIT must allow at least one request.")
    return allowed


class RateLimit:
    """ASGI middleware: refuses what a caller asks over the limit, and tells with each response what is left.

    The headers are those of draft-ietf-httpapi-ratelimit-headers-10.
    """

    def __init__(self, app: ASGIApp, counter: Counter) -> None:
        self._app = app
        self._counter = counter
        self._policy = ", ".join(f'"{_name(each)}";q={each.amount};w={each.get_expiry()}' for each in counter.allowed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not f"{scope['path']}/".startswith(COUNTED):
            await self._app(scope, receive, send)
            return
        over, left = await self._counter.count(caller_of(HTTPConnection(scope)))
        headers = {
            "RateLimit-Policy": self._policy,
            "RateLimit": ", ".join(f'"{_name(each)}";r={remaining};t={reset}' for each, remaining, reset in left),
        }

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(headers)
            await send(message)

        if over is None:
            await self._app(scope, receive, send_with_headers)
            return
        seconds = next(reset for each, _, reset in left if each is over)
        problem = TooManyRequests(
            f"At most {over.amount} requests in {over.get_expiry()} seconds are answered. Ask again in {seconds} s.",
            headers={"Retry-After": str(seconds)},
        )
        await refuse(problem, scope, receive, send_with_headers)


def _name(allowed: RateLimitItem) -> str:
    return f"{allowed.amount}-in-{allowed.get_expiry()}s"
