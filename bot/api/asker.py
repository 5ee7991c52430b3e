"""Who makes a request: the reader that the key check left with it."""

from starlette.requests import HTTPConnection

from bot.reader import ANYBODY, Reader


def reader_of(request: HTTPConnection) -> Reader:
    """The reader of a request; anybody where no key was asked for."""
    reader = request.scope.get("state", {}).get("reader", ANYBODY)
    return reader if isinstance(reader, Reader) else ANYBODY
