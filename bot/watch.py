"""The seam between what is done and who watches it done: logs, metrics and traces. Nothing here knows any of them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
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
    """Several who watch, in this order; what they hold is let go of in the opposite one. None is asked to hold what it
    does not look at: an answer takes several steps."""

    def __init__(self, watches: Sequence[Watch]) -> None:
        self._opened = [watch.opened for watch in watches if type(watch).opened is not Watch.opened]
        self._request = [watch.request for watch in watches if type(watch).request is not Watch.request]
        self._streaming = [watch.streaming for watch in watches if type(watch).streaming is not Watch.streaming]
        self._step = [watch.step for watch in watches if type(watch).step is not Watch.step]
        self._watches = tuple(watches)

    def opened(self, library: "Library", index: "Index") -> AbstractContextManager[object]:
        return _held([opened(library, index) for opened in self._opened])

    def request(self, exchange: Exchange) -> AbstractContextManager[object]:
        return _held([request(exchange) for request in self._request])

    def streaming(self, exchange: Exchange) -> AbstractContextManager[object]:
        return _held([streaming(exchange) for streaming in self._streaming])

    def step(self, name: str) -> AbstractContextManager[object]:
        return _held([step(name) for step in self._step])

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


def _held(holds: list[AbstractContextManager[object]]) -> AbstractContextManager[object]:
    return holds[0] if len(holds) == 1 else _together(holds)


@contextmanager
def _together(holds: list[AbstractContextManager[object]]) -> Iterator[None]:
    with ExitStack() as held:
        for hold in holds:
            held.enter_context(hold)
        yield


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
