"""What is counted for Prometheus."""

import re
from types import SimpleNamespace

import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy.exc import OperationalError
from starlette.datastructures import Headers

from bot.metrics import Metrics
from bot.records import ModelUse
from bot.stock import Count
from bot.verify import Rejection, Verified
from bot.watch import Exchange
from tests.bot.fakes import DECLINED, FIGURE


def value(metrics: Metrics, name: str, **labels: str) -> float | None:
    return metrics.registry.get_sample_value(name, labels)


def test_answers_are_counted_by_status_and_answerer_and_timed() -> None:
    metrics = Metrics()
    for answer in (FIGURE, FIGURE, DECLINED):
        metrics.answered("How big?", answer)
    assert value(metrics, "footnote_answers_total", status="answered", answerer="lookup") == 2
    assert value(metrics, "footnote_answers_total", status="declined", answerer="lookup") == 1
    assert value(metrics, "footnote_answer_seconds_sum") == pytest.approx(0.036)


def test_an_answer_in_work_is_counted_while_it_is() -> None:
    metrics = Metrics()
    with metrics.step("answer"):
        assert value(metrics, "footnote_questions_working") == 1
    assert value(metrics, "footnote_questions_working") == 0


def test_steps_are_timed_and_one_that_is_not_known_is_not() -> None:
    metrics = Metrics()
    with pytest.raises(ZeroDivisionError), metrics.step("verify"):
        raise ZeroDivisionError
    with metrics.step("elsewhere"):
        pass
    assert value(metrics, "footnote_step_seconds_count", step="verify") == 1
    assert value(metrics, "footnote_step_seconds_count", step="elsewhere") is None


def test_what_verification_rejects_is_counted() -> None:
    metrics = Metrics()
    rejected = (Rejection("It is 4.", "no such figure"), Rejection("It is 5.", "no such figure"))
    for rejections, status in (((), "answered"), (rejected, "partial")):
        metrics.verified(Verified((), (), (), status, None, "", rejections, (), "lookup"))
    assert value(metrics, "footnote_rejections_total") == 2
    assert value(metrics, "footnote_drafts_verified_total", status="partial") == 1


def test_a_models_tokens_and_cost_are_counted() -> None:
    metrics = Metrics()
    use = ModelUse(
        answer="a1", model="openai:small", tokens_in=900, tokens_out=40, millionths=250_000, seconds=1.5,
        outcome="answered",
    )  # fmt: skip
    metrics.used(use)
    metrics.used(use.model_copy(update={"outcome": "TooLate"}))
    assert value(metrics, "footnote_model_tokens_total", model="openai:small", direction="in") == 1800
    assert value(metrics, "footnote_model_tokens_total", model="openai:small", direction="out") == 80
    assert value(metrics, "footnote_model_cost_dollars_total", model="openai:small") == 0.5
    assert value(metrics, "footnote_model_calls_total", model="openai:small", outcome="TooLate") == 1
    assert value(metrics, "footnote_model_seconds_sum", model="openai:small") == 3


def test_requests_are_counted_by_route_and_a_made_up_method_is_one_of_many() -> None:
    metrics = Metrics()
    for method in ("GET", "XYZZY", "PLUGH"):
        exchange = Exchange("r1", method, "/v1/reports", Headers({}))
        with metrics.request(exchange):
            exchange.route, exchange.status, exchange.seconds = "/v1/reports", 200, 0.5
    assert value(metrics, "footnote_requests_total", method="GET", route="/v1/reports", status="200") == 1
    assert value(metrics, "footnote_requests_total", method="other", route="/v1/reports", status="200") == 2
    assert value(metrics, "footnote_request_seconds_sum", route="/v1/reports") == 1.5
    assert b"XYZZY" not in metrics.page()


def test_open_streams_are_counted_while_they_are_open() -> None:
    metrics = Metrics()
    exchange = Exchange("r1", "POST", "/v1/ask", Headers({}), route="/v1/ask")
    with metrics.streaming(exchange):
        assert value(metrics, "footnote_streams_open", route="/v1/ask") == 1
    assert value(metrics, "footnote_streams_open", route="/v1/ask") == 0


def test_questions_that_wait_are_told_where_somebody_counts_them() -> None:
    metrics = Metrics()
    assert value(metrics, "footnote_questions_waiting") is None
    metrics.follow(lambda: 7)
    assert value(metrics, "footnote_questions_waiting") == 7


def test_sizes_are_those_last_counted_and_not_there_before() -> None:
    counts = [Count((1, 1), reports=2, passages=30, quantities=40, vectors=29)]
    metrics = Metrics(SimpleNamespace(count=lambda: counts[-1] if counts else None))
    sizes = ("library_reports", "library_passages", "library_quantities", "index_vectors")
    assert [value(metrics, f"footnote_{size}") for size in sizes] == [2, 30, 40, 29]
    counts.clear()
    assert value(metrics, "footnote_library_reports") is None


def test_two_servers_of_a_process_count_apart() -> None:
    first, second = Metrics(), Metrics()
    first.answered("How big?", FIGURE)
    assert value(second, "footnote_answers_total", status="answered", answerer="lookup") is None


def test_the_page_is_prometheus_text_with_units_in_the_names() -> None:
    families = list(text_string_to_metric_families(Metrics().page().decode()))
    assert {family.name for family in families if family.type == "histogram"} == {
        "footnote_answer_seconds", "footnote_step_seconds", "footnote_request_seconds", "footnote_model_seconds",
    }  # fmt: skip
    assert all(re.fullmatch(r"(footnote|process)_[a-z_]+", family.name) for family in families)
    assert all(family.documentation for family in families)


def test_leads_are_counted_and_what_waits_by_its_channel() -> None:
    metrics = Metrics()
    metrics.lead()
    waiting = {"webhook": 2}
    metrics.follow_deliveries(lambda: waiting)
    assert value(metrics, "footnote_leads_total") == 1
    assert value(metrics, "footnote_deliveries_waiting", channel="webhook") == 2
    waiting.clear()
    assert value(metrics, "footnote_deliveries_waiting", channel="webhook") is None


def test_records_that_cannot_be_read_leave_the_other_metrics() -> None:
    def broken() -> dict[str, int]:
        raise OperationalError("select", {}, Exception("locked"))

    metrics = Metrics()
    metrics.follow_deliveries(broken)
    assert b"footnote_leads_total 0.0" in metrics.page()
