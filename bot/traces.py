"""Traces of requests and answers, sent to an OpenTelemetry collector. Imported only where there is one."""

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Thread

from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import Span, SpanKind, StatusCode, get_current_span
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from bot.answer import Answer
from bot.metrics import METHODS, release
from bot.records import ModelUse
from bot.settings import BotSettings
from bot.verify import Verified
from bot.watch import Exchange, Watch, reports_of

UNTRACED = frozenset({"/healthz", "/readyz", "/metrics", "/version"})
"""Paths that machines ask for all the time."""

SEND_SECONDS = 5
"""Time that sending spans may take; then they are dropped."""

STOP_SECONDS = 2
"""Time that the end of a server waits for its last spans to be sent."""

_TRACEPARENT = TraceContextTextMapPropagator()
_NANO = 1_000_000_000


class Traces(Watch):
    """A span for each request, for each answer and each of the chain's steps, below the caller's own (traceparent).

    Attributes have no word of a question, unless ``questions``; of a fault they have the kind and not the message.
    """

    def __init__(self, provider: TracerProvider, questions: bool = False) -> None:
        self._tracer = provider.get_tracer("footnote", release())
        self._questions = questions

    def request(self, exchange: Exchange) -> AbstractContextManager[object]:
        return nullcontext() if exchange.path in UNTRACED else self._requested(exchange)

    @contextmanager
    def _requested(self, exchange: Exchange) -> Iterator[None]:
        method = exchange.method if exchange.method in METHODS else "HTTP"
        above = _TRACEPARENT.extract(exchange.headers)
        with self._span(method, above, SpanKind.SERVER) as span:
            try:
                yield
            finally:
                span.update_name(f"{method} {exchange.route}".strip())
                known = {"http.route": exchange.route} if exchange.route else {}
                span.set_attributes(
                    known
                    | {
                        "http.request.method": exchange.method if method != "HTTP" else "_OTHER",
                        "http.response.status_code": exchange.status,
                        "footnote.request.id": exchange.id,
                    }
                )
                if exchange.status >= 500:
                    span.set_status(StatusCode.ERROR)

    def step(self, name: str) -> AbstractContextManager[object]:
        return self._span(name)

    def verified(self, verified: Verified) -> None:
        span = get_current_span()
        span.add_event("verified", {"status": verified.status, "rejections": len(verified.rejections)})

    def used(self, use: ModelUse) -> None:
        """The call is over: its span ends now and began as many seconds ago as it took."""
        ended = time.time_ns()
        span = self._tracer.start_span("model", kind=SpanKind.CLIENT, start_time=ended - round(use.seconds * _NANO))
        span.set_attributes(
            {
                "gen_ai.request.model": use.model,
                "gen_ai.usage.input_tokens": use.tokens_in,
                "gen_ai.usage.output_tokens": use.tokens_out,
                "footnote.outcome": use.outcome,
            }
        )
        if use.outcome != "answered":
            span.set_status(StatusCode.ERROR, use.outcome)
        span.end(ended)

    def answered(self, question: str, answer: Answer) -> None:
        span = get_current_span()
        span.set_attributes(
            {
                "footnote.answer.id": answer.id,
                "footnote.answer.status": answer.status,
                "footnote.answer.answerer": answer.answerer,
                "footnote.answer.reports": list(reports_of(answer)),
            }
        )
        if self._questions:
            span.set_attribute("footnote.question", question)

    @contextmanager
    def _span(self, name: str, above: Context | None = None, kind: SpanKind = SpanKind.INTERNAL) -> Iterator[Span]:
        """A span that is the current one while it is held."""
        held = self._tracer.start_as_current_span(
            name, above, kind, record_exception=False, set_status_on_exception=False
        )
        with held as span:
            try:
                yield span
            except Exception as error:
                span.set_attribute("error.type", type(error).__name__)
                span.set_status(StatusCode.ERROR)
                raise


@contextmanager
def open_traces(settings: BotSettings) -> Iterator[Traces]:
    """Traces sent to the collector of the settings, in batches by a thread: no answer waits for it, and where it is
    down they are dropped."""
    url = settings.traces_url or ""
    exporter = OTLPSpanExporter(url, insecure=url.startswith("http://"), timeout=SEND_SECONDS)
    provider = TracerProvider(
        resource=Resource.create({"service.name": "footnote", "service.version": release()}), shutdown_on_exit=False
    )
    provider.add_span_processor(BatchSpanProcessor(exporter))
    try:
        yield Traces(provider, settings.log_questions)
    finally:
        sending = Thread(target=provider.shutdown, daemon=True)
        sending.start()
        sending.join(STOP_SECONDS)
        if sending.is_alive():
            exporter.shutdown()
