"""Posts leads to an address, signed."""

import asyncio
import json
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass

import httpx

from bot.delivery.failure import NotDelivered
from bot.delivery.signature import signature
from bot.leads import Lead

CONNECT_SECONDS, SECONDS = 5.0, 15.0
"""Time to a connection, and of a whole try."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """Posts leads to ``url``; each try of a lead has its id, and the signature of its own time."""

    url: str
    key: bytes
    clock: Callable[[], float] = time.time

    def __call__(self, lead: Lead) -> None:
        """Deliver a lead: whatever answers with 2xx in time has it. Raises NotDelivered."""
        body, now = body_of(lead), int(self.clock())
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "Footnote",
            "webhook-id": lead.id,
            "webhook-timestamp": str(now),
            "webhook-signature": signature(self.key, lead.id, now, body),
        }
        try:
            status = asyncio.run(self._status(body, headers))
        except TimeoutError as error:
            raise NotDelivered("it did not answer in time") from error
        except ssl.SSLError as error:
            raise NotDelivered("TLS failed") from error
        except (httpx.TransportError, OSError) as error:
            timed_out = isinstance(error, httpx.TimeoutException)
            raise NotDelivered("it did not answer in time" if timed_out else "it could not be reached") from error
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise NotDelivered(f"it could not be called ({type(error).__name__})") from error
        if not 200 <= status < 300:
            raise NotDelivered(f"it answered {status}")

    async def _status(self, body: bytes, headers: dict[str, str]) -> int:
        """The status of the answer, of which nothing else is read; redirections are not followed."""
        timeout = httpx.Timeout(SECONDS, connect=CONNECT_SECONDS)
        async with (
            asyncio.timeout(SECONDS),  # of all together: the client's own times are those of single steps
            httpx.AsyncClient(
                timeout=timeout, verify=ssl.create_default_context(), follow_redirects=False, trust_env=False
            ) as client,
            client.stream("POST", self.url, content=body, headers=headers) as response,
        ):
            return response.status_code


def body_of(lead: Lead) -> bytes:
    """A lead as it is posted, the same with each try."""
    data = lead.model_dump(mode="json")
    event = {"type": "lead.received", "timestamp": data["received_at"], "data": data}
    return json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode()
