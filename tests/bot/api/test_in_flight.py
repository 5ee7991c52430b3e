"""How many requests are answered at the same time."""

import asyncio

from starlette.types import Message, Receive, Scope, Send

from bot.api.in_flight import InFlight


def test_more_than_may_be_answered_at_once_are_refused_and_others_after_them_are_not() -> None:
    async def run() -> list[int]:
        over = asyncio.Event()
        statuses: list[int] = []

        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            await over.wait()
            await send({"type": "http.response.start", "status": 204, "headers": []})

        async def receive() -> Message:
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            if message["type"] == "http.response.start":
                statuses.append(message["status"])
                assert message["status"] == 204 or (b"retry-after", b"5") in message["headers"]

        def ask(limited: InFlight) -> asyncio.Task[None]:
            return asyncio.create_task(limited({"type": "http", "headers": []}, receive, send))

        limited = InFlight(app, 2)
        tasks = [ask(limited) for _ in range(3)]
        await asyncio.sleep(0.01)
        over.set()
        await asyncio.gather(*tasks, ask(limited))
        return statuses

    assert asyncio.run(run()) == [503, 204, 204, 204]
