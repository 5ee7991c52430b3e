"""What a server did, counted for Prometheus. Each has a registry of its own."""

import platform
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from importlib import metadata

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from sqlalchemy.exc import DBAPIError

from bot.answer import Answer
from bot.records import ModelUse
from bot.stock import Stock
from bot.verify import Verified
from bot.watch import Exchange, Watch

STEPS = ("understand", "retrieve", "draft", "write", "verify")
"""The chain's steps."""

METHODS = frozenset("GET HEAD POST PUT PATCH DELETE OPTIONS".split())
"""Methods told apart; a client may send any word."""

SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
"""Bounds of times: an answer takes about 16 ms, its verification a tenth of that."""

MILLION = 1_000_000


class Metrics(Watch):
    """Counts what it sees; ``stock`` knows what is in library and index. Safe to use from several threads."""

    def __init__(self, stock: Stock | None = None) -> None:
        self.registry = registry = CollectorRegistry()
        self._answers = Counter(
            "footnote_answers", "Answers given, on all faces", ("status", "answerer"), registry=registry
        )
        self._failures = Counter(
            "footnote_answer_failures", "Questions that a defect left without an answer", registry=registry
        )
        self._answer_seconds = Histogram(
            "footnote_answer_seconds", "Time to an answer", registry=registry, buckets=SECONDS
        )
        self._working = Gauge("footnote_questions_working", "Questions being answered", registry=registry)
        step_seconds = Histogram(
            "footnote_step_seconds", "Time of one step of the chain", ("step",), registry=registry, buckets=SECONDS
        )
        self._steps = {step: step_seconds.labels(step) for step in STEPS}
        self._drafts = Counter(
            "footnote_drafts_verified", "Drafts that went through verification", ("status",), registry=registry
        )
        self._rejections = Counter(
            "footnote_rejections", "Sentences, items, rows and points that verification did not let through",
            registry=registry,
        )  # fmt: skip
        self._model_calls = Counter(
            "footnote_model_calls", "Calls of the language model", ("model", "outcome"), registry=registry
        )
        self._model_seconds = Histogram(
            "footnote_model_seconds", "Time of one call of the language model", ("model",), registry=registry,
            buckets=SECONDS,
        )  # fmt: skip
        self._model_tokens = Counter(
            "footnote_model_tokens", "Tokens that the language model read (in) and wrote (out)", ("model", "direction"),
            registry=registry,
        )  # fmt: skip
        self._model_dollars = Counter(
            "footnote_model_cost_dollars", "What the language model cost by the prices set, in US dollars", ("model",),
            registry=registry,
        )  # fmt: skip
        self._leads = Counter("footnote_leads", "Leads received and kept", registry=registry)
        self._requests = Counter("footnote_requests", "HTTP requests", ("method", "route", "status"), registry=registry)
        self._request_seconds = Histogram(
            "footnote_request_seconds", "Time to the end of the response", ("route",), registry=registry,
            buckets=SECONDS,
        )  # fmt: skip
        self._streams = Gauge(
            "footnote_streams_open", "Responses being streamed as events", ("route",), registry=registry
        )
        build = Gauge("footnote_build_info", "The release that runs", ("version", "python"), registry=registry)
        build.labels(release(), platform.python_version()).set(1)
        ProcessCollector(registry=registry)
        if stock:
            registry.register(_Stocktaking(stock))

    def page(self) -> bytes:
        """All of it in Prometheus' text format."""
        return generate_latest(self.registry)

    def follow(self, waiting: Callable[[], int]) -> None:
        """Tell how many questions are waiting for their turn too."""
        gauge = Gauge("footnote_questions_waiting", "Questions waiting for their turn", registry=self.registry)
        gauge.set_function(waiting)

    def follow_deliveries(self, waiting: Callable[[], Mapping[str, int]]) -> None:
        """Tell how many deliveries of leads are waiting too, by their channels."""
        self.registry.register(_Waiting(waiting))

    def lead(self) -> None:
        """A lead was kept."""
        self._leads.inc()

    @contextmanager
    def request(self, exchange: Exchange) -> Iterator[None]:
        try:
            yield
        finally:
            method = exchange.method if exchange.method in METHODS else "other"
            self._requests.labels(method, exchange.route, str(exchange.status)).inc()
            self._request_seconds.labels(exchange.route).observe(exchange.seconds)

    def streaming(self, exchange: Exchange) -> AbstractContextManager[object]:
        return self._streams.labels(exchange.route).track_inprogress()

    def step(self, name: str) -> AbstractContextManager[object]:
        if name == "answer":
            return self._working.track_inprogress()
        return _Timed(self._steps[name]) if name in self._steps else nullcontext()

    def verified(self, verified: Verified) -> None:
        self._drafts.labels(verified.status).inc()
        self._rejections.inc(len(verified.rejections))

    def used(self, use: ModelUse) -> None:
        self._model_calls.labels(use.model, use.outcome).inc()
        self._model_seconds.labels(use.model).observe(use.seconds)
        self._model_tokens.labels(use.model, "in").inc(use.tokens_in)
        self._model_tokens.labels(use.model, "out").inc(use.tokens_out)
        self._model_dollars.labels(use.model).inc(use.millionths / MILLION)

    def answered(self, question: str, answer: Answer) -> None:
        self._answers.labels(answer.status, answer.answerer).inc()
        self._answer_seconds.observe(answer.took_ms / 1000)

    def failed(self) -> None:
        self._failures.inc()


class _Timed:
    """Observes how long it is held."""

    __slots__ = ("_histogram", "_started")

    def __init__(self, histogram: Histogram) -> None:
        self._histogram = histogram
        self._started = time.perf_counter()

    def __enter__(self) -> None:
        self._started = time.perf_counter()

    def __exit__(self, *error: object) -> None:
        self._histogram.observe(time.perf_counter() - self._started)


class _Waiting:
    """Deliveries that wait, as counted at each look; nothing while the records cannot be read."""

    def __init__(self, waiting: Callable[[], Mapping[str, int]]) -> None:
        self._waiting = waiting

    def describe(self) -> Sequence[Metric]:
        return [self._gauge()]

    def collect(self) -> Iterator[Metric]:
        gauge = self._gauge()
        with suppress(DBAPIError):
            for channel, count in self._waiting().items():
                gauge.add_metric([channel], count)
        yield gauge

    @staticmethod
    def _gauge() -> GaugeMetricFamily:
        return GaugeMetricFamily(
            "footnote_deliveries_waiting", "Deliveries of leads that have not arrived", labels=["channel"]
        )


class _Stocktaking:
    """What library and index hold, as last counted; nothing until it was."""

    def __init__(self, stock: Stock) -> None:
        self._stock = stock

    def describe(self) -> Sequence[Metric]:
        return [GaugeMetricFamily(name, text) for name, text in _STOCK.items()]

    def collect(self) -> Iterator[Metric]:
        count = self._stock.count()
        for name, text in _STOCK.items() if count else ():
            yield GaugeMetricFamily(name, text, value=getattr(count, name.rpartition("_")[2]))


_STOCK = {
    "footnote_library_reports": "Reports in the library",
    "footnote_library_passages": "Passages of these reports",
    "footnote_library_quantities": "Quantities of these reports",
    "footnote_index_vectors": "Vectors in the index, those of replaced versions too",
}


def release() -> str:
    """The release that runs; "unknown" where it is not installed as a package."""
    try:
        return metadata.version("footnote-reports")
    except metadata.PackageNotFoundError:
        return "unknown"
