"""Ends connections that nothing comes of: heads that never end, responses that nobody reads, too many at rest."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol
from weakref import WeakKeyDictionary

HEAD_SECONDS = 15.0
"""A request's head must have come so long after the connection was made, or after the response before it."""

STALLED_SECONDS = 60.0
"""A response of which nothing could be handed to the network for so long is given up."""

READ_SECONDS = 600.0
"""What is left of a finished response must have been read after so long, however slowly."""

MOST_RESTING = 1000
"""Connections kept while nothing is asked; of more, those that rested longest are ended."""


class Cycle(Protocol):
    """A request and its response."""

    @property
    def response_complete(self) -> bool: ...


class Connection(Protocol):
    """What uvicorn keeps of a connection."""

    @property
    def transport(self) -> asyncio.Transport: ...
    @property
    def cycle(self) -> Cycle | None: ...


@dataclass(slots=True)
class _Seen:
    """What a connection was found doing: ``resting`` since when, and since when ``unsent`` bytes did not get fewer."""

    cycle: Cycle | None
    resting: bool
    since: float
    unsent: int
    moved: float


class Connections:
    """The connections of a server, looked at from time to time."""

    def __init__(self) -> None:
        self._seen: WeakKeyDictionary[Connection, _Seen] = WeakKeyDictionary()

    def look(self, connections: Iterable[Connection], now: float) -> None:
        """End those whose time is up. ``now`` is in seconds of a clock that does not go back."""
        resting = []
        for each in connections:
            seen = self._noted(each, now)
            rest = READ_SECONDS if seen.unsent else HEAD_SECONDS
            stalled = seen.unsent and now - max(seen.moved, seen.since) > STALLED_SECONDS
            if stalled or (seen.resting and now - seen.since > rest):
                each.transport.abort()
            elif seen.resting and not seen.unsent:
                resting.append((seen.since, id(each), each))
        for _, _, each in sorted(resting)[: max(0, len(resting) - MOST_RESTING)]:
            each.transport.close()

    def _noted(self, connection: Connection, now: float) -> _Seen:
        cycle, seen = connection.cycle, self._seen.get(connection)
        resting = cycle is None or cycle.response_complete
        unsent = connection.transport.get_write_buffer_size()
        if seen is None or seen.cycle is not cycle or seen.resting != resting:
            seen = self._seen[connection] = _Seen(cycle, resting, now, unsent, now)
        elif unsent != seen.unsent:
            seen.unsent, seen.moved = unsent, now
        return seen
