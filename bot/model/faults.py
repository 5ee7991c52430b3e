"""Why a language model gave nothing: the answer without it is shown instead.

ModelFault (a FootnoteError)
├── TooLate      the time for the answer is up
├── Busy         as many calls as may run at once are running
├── Resting      it failed too often just now, and is left alone for a while
├── Spent        what it may use a day is used up
├── TooLong      what it is asked is more than it takes at once
└── Unreadable   it replied with something that is no reply
"""
# Named for what happened, so no Error suffix.
# ruff: noqa: N818

import re

from langchain_core.exceptions import ContextOverflowError

from ingest.errors import FootnoteError


class ModelFault(FootnoteError):
    """The language model gave nothing that can be used."""


class TooLate(ModelFault):
    """The time for the answer is up."""


class Busy(ModelFault):
    """As many calls as may run at once are running."""


class Resting(ModelFault):
    """It failed too often just now, and is left alone for a while."""


class Spent(ModelFault):
    """What it may use a day is used up."""


class TooLong(ModelFault):
    """What it is asked is more than it takes at once."""


class Unreadable(ModelFault):
    """It replied with something that is no reply."""


_PASSING_STATUS = frozenset({408, 409, 425, 429})
_UNSUPPORTED_STATUS = frozenset({400, 404, 405, 415, 422, 500, 501})
_LOST = frozenset({"APIConnectionError", "TransportError", "ConnectionError", "RemoteProtocolError"})
"""Names of the errors of a lost connection: each provider's library has its own, none of which is imported here."""


def is_passing(error: BaseException) -> bool:
    """Whether the same call may succeed when made again: too many at once, the server's fault, a lost connection."""
    status = status_of(error)
    if status is not None:
        return not is_too_long(error) and (status in _PASSING_STATUS or status >= 500)
    if isinstance(error, RuntimeError) and "loop is closed" in str(error):
        return True  # a provider's library kept a connection of a writer that was closed; it is dropped by this
    return bool(_LOST.intersection(kind.__name__ for kind in type(error).__mro__))


def is_too_long(error: BaseException) -> bool:
    """Whether the server has no room for the messages. Some libraries have an error for it; of most servers only the
    words tell."""
    if isinstance(error, ContextOverflowError):
        return True
    return status_of(error) in _TOO_LONG_STATUS and bool(_TOO_LONG.search(str(error)))


_TOO_LONG_STATUS = frozenset({400, 413, 422, 500})
_TOO_LONG = re.compile(
    r"context[ _-]?(?:length|window|size)|maximum context|(?:prompt|input|request) is too (?:long|large)", re.IGNORECASE
)


def is_unsupported(error: BaseException) -> bool:
    """Whether the server may not take the call as it was made, as one without structured output does not: that of
    llama-cpp-python says 500."""
    return status_of(error) in _UNSUPPORTED_STATUS


def status_of(error: BaseException) -> int | None:
    """The HTTP status an error of a provider's library stands for."""
    response = getattr(error, "response", None)
    found = (getattr(error, "status_code", None), getattr(error, "code", None), getattr(response, "status_code", None))
    return next((status for status in found if isinstance(status, int)), None)
