"""Traces: what is a span below what, over threads too, and what is not in them."""

import asyncio
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import grpc
import pytest
from opentelemetry.proto.collector.trace.v1 import trace_service_pb2 as messages
from opentelemetry.proto.collector.trace.v1 import trace_service_pb2_grpc as service
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import StatusCode
from starlette.testclient import TestClient

from bot.api.app import api
from bot.chain import Inquiry, answer_chain
from bot.metrics import Metrics
from bot.monitoring import Monitoring
from bot.records import ModelUse, Records
from bot.settings import BotSettings
from bot.traces import STOP_SECONDS, Traces, open_traces
from bot.watched import WatchedBot
from tests.bot.beehives import beehives, retrieval
from tests.bot.fakes import FIGURE, FakeBot
from tests.bot.local import local_client

TRACE, ABOVE = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"
CHAIN = ["understand", "retrieve", "draft", "write", "verify"]


@dataclass
class Kept:
    """Spans in memory, and what makes them."""

    exporter: InMemorySpanExporter = field(default_factory=InMemorySpanExporter)
    provider: TracerProvider = field(default_factory=lambda: TracerProvider(shutdown_on_exit=False))

    def __post_init__(self) -> None:
        self.provider.add_span_processor(SimpleSpanProcessor(self.exporter))

    def traces(self, questions: bool = False) -> Traces:
        return Traces(self.provider, questions)

    @property
    def spans(self) -> tuple[ReadableSpan, ...]:
        return self.exporter.get_finished_spans()

    def named(self, name: str) -> ReadableSpan:
        (span,) = [span for span in self.spans if span.name == name]
        return span


class ChainBot(FakeBot):
    """Runs the real chain over the beehives before it answers as scripted."""

    def __init__(self, traces: Traces) -> None:
        super().__init__()
        self.chain = answer_chain(retrieval(), watch=traces)

    def ask(self, question: str, *rest: object) -> object:
        self.chain.invoke(Inquiry("How big is the market in 2024?", beehives()))
        return super().ask(question, *rest)


@pytest.fixture
def kept() -> Kept:
    return Kept()


def client_of(kept: Kept, records: Records, questions: bool = False) -> TestClient:
    traces = kept.traces(questions)
    bot = WatchedBot(ChainBot(traces), traces)
    app = api(bot, BotSettings(), records, monitoring=Monitoring(traces, Metrics()))
    return local_client(app, raise_server_exceptions=False)


@pytest.mark.parametrize("accept", ["application/json", "text/event-stream"])
def test_a_request_is_one_trace_down_to_the_chains_steps(kept: Kept, records: Records, accept: str) -> None:
    headers = {"Accept": accept, "traceparent": f"00-{TRACE}-{ABOVE}-01"}
    client_of(kept, records).post("/v1/ask", json={"question": "How big is xyzzy?"}, headers=headers)
    request, answer = kept.named("POST /v1/ask"), kept.named("answer")
    assert {f"{span.context.trace_id:032x}" for span in kept.spans} == {TRACE}
    assert request.parent is not None and f"{request.parent.span_id:016x}" == ABOVE
    assert answer.parent == request.context
    for step in CHAIN:
        assert kept.named(step).parent == answer.context
    assert dict(request.attributes)["http.route"] == "/v1/ask"
    assert dict(answer.attributes)["footnote.answer.status"] == "answered"
    assert dict(answer.attributes)["footnote.answer.reports"] == ("tidal-energy",)
    assert "xyzzy" not in "".join(span.to_json() for span in kept.spans)


def test_a_question_is_in_it_only_when_told_to(kept: Kept, records: Records) -> None:
    client_of(kept, records, questions=True).post("/v1/ask", json={"question": "How big is xyzzy?"})
    assert dict(kept.named("answer").attributes)["footnote.question"] == "How big is xyzzy?"


def test_the_chain_is_traced_however_it_is_run(kept: Kept) -> None:
    chain = answer_chain(retrieval(), watch=kept.traces())
    inquiry = Inquiry("How big is the market in 2024?", beehives())

    async def run() -> None:
        with kept.traces().step("answer"):
            await chain.ainvoke(inquiry)  # LangChain runs each step in a thread

    asyncio.run(run())
    with kept.traces().step("answer"):
        chain.batch([inquiry, inquiry])
    answers = [span for span in kept.spans if span.name == "answer"]
    below = [span.parent for span in kept.spans if span.name == "verify"]
    assert below == [answers[0].context, answers[1].context, answers[1].context]


def test_a_query_an_address_and_a_key_are_in_no_span(kept: Kept, records: Records) -> None:
    client = client_of(kept, records)
    client.get("/v1/reports?q=xyzzy", headers={"Authorization": "Bearer xyzzy", "User-Agent": "xyzzy"})
    client.get("/v1/passages/xyzzy")
    client.get("/v1/xyzzy")
    client.request("XYZZY", "/v1/reports")
    said = "".join(span.to_json() for span in kept.spans).lower()
    assert "xyzzy" not in said
    assert "testclient" not in said
    assert {span.name for span in kept.spans} >= {"GET /v1/reports", "GET /v1/passages/{address}", "GET"}


def test_a_fault_has_its_kind_and_not_its_words(kept: Kept, records: Records) -> None:
    client_of(kept, records).post("/v1/ask", json={"question": "please fail"})
    answer, request = kept.named("answer"), kept.named("POST /v1/ask")
    assert dict(answer.attributes)["error.type"] == "RuntimeError"
    assert request.status.status_code is StatusCode.ERROR
    assert dict(request.attributes)["http.response.status_code"] == 500
    assert "asked to fail" not in answer.to_json()


def test_what_machines_ask_for_all_the_time_is_not_traced(kept: Kept, records: Records) -> None:
    client = client_of(kept, records)
    for path in ("/healthz", "/readyz", "/version", "/metrics"):
        client.get(path)
    assert kept.spans == ()


def test_a_models_call_is_a_span_of_its_own_length(kept: Kept) -> None:
    traces = kept.traces()
    use = ModelUse(
        answer="a1", model="openai:small", tokens_in=900, tokens_out=40, millionths=1, seconds=1.5, outcome="TooLate"
    )
    with traces.step("write"):
        traces.used(use)
    model, write = kept.named("model"), kept.named("write")
    assert model.parent == write.context
    assert model.end_time - model.start_time == 1_500_000_000
    assert dict(model.attributes)["gen_ai.usage.input_tokens"] == 900
    assert model.status.status_code is StatusCode.ERROR


class Collector(service.TraceServiceServicer):
    """Keeps the names of the spans it gets."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.services: set[str] = set()

    def Export(self, request: messages.ExportTraceServiceRequest, context: object) -> object:  # noqa: N802
        for each in request.resource_spans:
            self.services |= {a.value.string_value for a in each.resource.attributes if a.key == "service.name"}
            self.names += [span.name for scope in each.scope_spans for span in scope.spans]
        return messages.ExportTraceServiceResponse()


@pytest.fixture
def collector() -> Iterator[tuple[Collector, str]]:
    keeping, server = Collector(), grpc.server(ThreadPoolExecutor(2))
    service.add_TraceServiceServicer_to_server(keeping, server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    yield keeping, f"http://127.0.0.1:{port}"
    server.stop(None)


def test_a_real_collector_gets_them_at_the_latest_when_the_server_ends(collector: tuple[Collector, str]) -> None:
    keeping, url = collector
    with open_traces(BotSettings(traces_url=url)) as traces, traces.step("answer"):
        traces.answered("How big?", FIGURE)
    assert keeping.names == ["answer"]
    assert keeping.services == {"footnote"}


def test_a_collector_that_is_down_delays_no_answer_and_hardly_the_end() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes connections and never says a word
        settings = BotSettings(traces_url=f"http://127.0.0.1:{silent.getsockname()[1]}")
        with open_traces(settings) as traces:
            started = time.perf_counter()
            for _ in range(5000):  # more than wait to be sent
                with traces.step("answer"):
                    pass
            took = time.perf_counter() - started
            ending = time.perf_counter()
        ended = time.perf_counter() - ending
    assert took < 30  # one try to send takes 10 s, and these are ten batches
    assert ended < STOP_SECONDS + 10
