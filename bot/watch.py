"""The seam between what is done and who watches it done: logs, metrics and traces. Nothing here knows any of them."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from starlette.datastructures import Headers

from bot.answer import Answer

if TYPE_CHECKING:
    from bot.records import ModelUse
    from bot.verify import Verified
    from ingest.index import Index
    from ingest.library import Library

P = ParamSpec("P")
R = TypeVar("R")

REQUEST: ContextVar[str] = ContextVar("request", default="")
"""The id of the request that is worked on; empty outside of one. Threads that work for it see it too."""


@dataclass(slots=True)
class Exchange:
    """An HTTP request and, once it is over, what became of it.

    ``path`` and ``headers`` are the client's own words, to be looked at and not to be written down. ``route`` is the
    template that matched, empty where none did; ``status`` is 499 where the client left before it had one; ``whole`` is
    whether all of the response was sent.
    """

    id: str
    method: str
    path: str = field(repr=False)
    headers: Headers = field(repr=False)
    route: str = ""
    status: int = 0
    seconds: float = 0.0
    reader: str = ""
    whole: bool = False


class Watch:
    """Sees nothing; who watches overrides what they look at. What is returned is held while the thing lasts."""

    def opened(self, library: "Library", index: "Index") -> AbstractContextManager[object]:
        """Library and index are open."""
        return nullcontext()

    def request(self, exchange: Exchange) -> AbstractContextManager[object]:
        """A request is served; at the end ``exchange`` says how."""
        return nullcontext()

    def streaming(self, exchange: Exchange) -> AbstractContextManager[object]:
        """Its response is a stream of events."""
        return nullcontext()

    def step(self, name: str) -> AbstractContextManager[object]:
        """A step is taken: "answer" is the whole of one, the others are the chain's."""
        return nullcontext()

    def verified(self, verified: "Verified") -> None:
        """Verification kept this of a draft."""

    def used(self, use: "ModelUse") -> None:
        """A language model was called."""

    def answered(self, question: str, answer: Answer) -> None:
        """An answer is given."""

    def failed(self) -> None:
        """A defect kept an answer from being given."""


NOBODY = Watch()
"""Nobody watches."""


class Watches(Watch):
    """Several who watch, in this order; what they hold is let go of in the opposite one."""

    def __init__(self, watches: Sequence[Watch]) -> None:
        self._watches = tuple(watches)

    def opened(self, library: "Library", index: "Index") -> ExitStack:
        return self._held(lambda watch: watch.opened(library, index))

    def request(self, exchange: Exchange) -> ExitStack:
        return self._held(lambda watch: watch.request(exchange))

    def streaming(self, exchange: Exchange) -> ExitStack:
        return self._held(lambda watch: watch.streaming(exchange))

    def step(self, name: str) -> ExitStack:
        return self._held(lambda watch: watch.step(name))

    def verified(self, verified: "Verified") -> None:
        for watch in self._watches:
            watch.verified(verified)

    def used(self, use: "ModelUse") -> None:
        for watch in self._watches:
            watch.used(use)

    def answered(self, question: str, answer: Answer) -> None:
        for watch in self._watches:
            watch.answered(question, answer)

    def failed(self) -> None:
        for watch in self._watches:
            watch.failed()

    def _held(self, hold: Callable[[Watch], AbstractContextManager[object]]) -> ExitStack:
        held = ExitStack()
        for watch in self._watches:
            held.enter_context(hold(watch))
        return held


def stepped(watch: Watch, name: str, function: Callable[P, R]) -> Callable[P, R]:
    """A function that is watched as a step; the function itself where nobody watches."""
    if watch is NOBODY:
        return function

    @wraps(function)
    def step(*given: P.args, **named: P.kwargs) -> R:
        with watch.step(name):
            return function(*given, **named)

    return step


def reports_of(answer: Answer) -> tuple[str, ...]:
    """The ids of the reports that an answer cites."""
    return tuple(sorted({citation.report for citation in answer.citations}))
