"""Over a real connection, whatever the provider does: each question is answered in time, and no thread is left."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.chain import Inquiry, answer_chain
from bot.model.breaker import FAILURES
from bot.model.calls import NAME as CALLS
from bot.model.open import model_writer
from bot.records import Records
from bot.settings import BotSettings
from bot.verify import Verified
from tests.bot.beehives import answer, beehives, retrieval
from tests.bot.model.fakes import sent, sentence
from tests.bot.model.faulty_server import FAULTS, Server, server

QUESTION = "How big was the market in 2024?"
WORDED = "In 2024, the beehive monitoring market was valued at USD 468.0 million."
SECONDS = 0.25
SLACK = 4.0
"""Seconds for all that is done beside waiting, on a machine with other work."""

ENOUGH = 10.0
"""Seconds in which a server that works has answered on any machine."""


def good(request: dict[str, Any]) -> str:
    return sent(sentence(WORDED, 1))


@contextmanager
def asking(
    faulty: Server,
    folder: Path,
    seconds: float = ENOUGH,
    **settings: Any,  # noqa: ANN401
) -> Iterator[tuple[Any, Records]]:
    """The whole chain with a model at a server."""
    given = BotSettings(model="openai:small", model_url=faulty.url, model_seconds=seconds).model_copy(update=settings)
    records = Records(f"sqlite:///{folder / 'records.sqlite'}")
    with model_writer(given, records) as writer:
        chain = answer_chain(retrieval(), writer)
        yield lambda: chain.invoke(Inquiry(QUESTION, beehives(), answer="a1")), records
    records.close()


def own_threads() -> list[str]:
    """Threads that are neither this one, nor the server's, nor a pool's that another test keeps."""
    names = (thread.name for thread in threading.enumerate())
    return [name for name in names if name == CALLS or name.startswith(("asyncio_", "ThreadPoolExecutor"))]


def test_a_server_that_works_words_the_answer_and_is_recorded(tmp_path: Path) -> None:
    with (
        server("none", good) as faulty,
        asking(faulty, tmp_path, model_price_in=1.0, model_price_out=2.0) as (ask, records),
    ):
        verified: Verified = ask()
        (use,) = records.uses("a1")
        request = faulty.requests[0]
    assert verified.answerer == "model"
    assert verified.text == f"{WORDED[:-1]} [1]."
    assert (use.model, use.tokens_in, use.tokens_out, use.millionths) == ("openai:small", 900, 100, 1100)
    assert request["response_format"]["type"] == "json_schema"
    assert "tools" not in request


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_it_does_the_answer_comes_in_time(fault: str, tmp_path: Path) -> None:
    before = own_threads()
    with server(fault, good) as faulty, asking(faulty, tmp_path, SECONDS) as (ask, records):
        for _ in range(FAILURES + 1):
            started = time.perf_counter()
            assert ask() == answer(QUESTION)
            assert time.perf_counter() - started < SECONDS + SLACK
        outcomes = [use.outcome for use in records.uses("a1")]
    assert len(outcomes) == FAILURES, outcomes  # after these it was left alone
    assert "answered" not in outcomes
    assert own_threads() == before


def test_of_a_reply_that_ends_at_its_longest_what_is_whole_is_read_and_all_is_counted(tmp_path: Path) -> None:
    with server("cut at its longest", good) as faulty, asking(faulty, tmp_path) as (ask, records):
        assert ask().answerer == "model"
        faulty.reply = lambda _: "no "
        assert ask() == answer(QUESTION)
        assert [(use.outcome, use.tokens_out) for use in records.uses("a1")] == [("answered", 100), ("Unreadable", 100)]
        assert len(faulty.requests) == 2


def test_many_that_ask_at_once_are_all_answered_in_time(tmp_path: Path) -> None:
    before = own_threads()
    with server("hangs", good) as faulty, asking(faulty, tmp_path, SECONDS) as (ask, _):
        took: list[float] = []

        def one() -> None:
            started = time.perf_counter()
            assert ask() == answer(QUESTION)
            took.append(time.perf_counter() - started)

        asking_at_once = [threading.Thread(target=one) for _ in range(20)]
        for thread in asking_at_once:
            thread.start()
        for thread in asking_at_once:
            thread.join(10)
    assert len(took) == 20
    assert max(took) < SECONDS + 4 * SLACK  # twenty of them share the processor; what hangs does so for 20 s
    assert own_threads() == before


def test_a_server_without_structured_output_is_asked_for_text(tmp_path: Path) -> None:
    with server("400", good) as faulty, asking(faulty, tmp_path) as (ask, _):
        assert ask() == answer(QUESTION)
        faulty.fault = "none"
        assert ask().answerer == "model"


@pytest.mark.parametrize("takes", ["json_schema or text", "json_object or text", "text"])
def test_a_server_is_asked_in_the_strictest_form_it_takes_and_from_then_on_in_no_other(
    takes: str, tmp_path: Path
) -> None:
    with server(f"takes {takes}", good) as faulty, asking(faulty, tmp_path) as (ask, _):
        assert ask().answerer == "model"
        before = len(faulty.requests)
        assert ask().answerer == "model"
        assert len(faulty.requests) == before + 1
        form = faulty.requests[-1].get("response_format", {"type": "text"})
    assert form["type"] == takes.split()[0]
    assert form["type"] != "json_object" or form["schema"]["properties"]["sentences"]["type"] == "array"


def test_a_server_is_told_the_longest_reply(tmp_path: Path) -> None:
    with server("takes text", good) as faulty, asking(faulty, tmp_path, model_reply_tokens=300) as (ask, _):
        assert ask().answerer == "model"
        assert all(request["max_tokens"] == 300 for request in faulty.requests)


def test_a_writer_that_is_opened_again_words_its_first_answer(tmp_path: Path) -> None:
    with server("none", good) as faulty:
        for _ in range(2):
            with asking(faulty, tmp_path) as (ask, _):
                assert ask().answerer == "model"


def test_a_used_up_day_is_not_reset_by_a_restart(tmp_path: Path) -> None:
    with server("none", good) as faulty:
        for worded in (True, False):
            with asking(faulty, tmp_path, model_tokens_per_day=1000) as (ask, _):
                assert (ask().answerer == "model") is worded
        assert len(faulty.requests) == 1


def test_the_key_that_was_not_named_for_a_server_is_not_sent_to_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "of-another")
    with server("none", good) as faulty, asking(faulty, tmp_path) as (ask, _):
        ask()
    assert "Bearer none" in faulty.headers[0]
    assert "of-another" not in str(faulty.headers)
