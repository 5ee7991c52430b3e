"""What watches a server, joined."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.app import Service, joined_bot
from bot.monitoring import bare_monitoring, open_monitoring
from bot.records import Records
from bot.settings import BotSettings
from bot.traces import Traces
from ingest.embed import Encoder
from ingest.settings import IngestSettings
from tests.bot.fakes import FIGURE
from tests.bot.model.fakes import sent
from tests.bot.model.faulty_server import server
from tests.bot.stores import MODEL, store

ENCODER = SimpleNamespace(model=MODEL, is_loaded=True)


def test_metrics_and_health_see_the_same_library(tmp_path: Path, records: Records) -> None:
    with (
        open_monitoring(BotSettings(), records, ENCODER) as monitoring,
        store(IngestSettings(data_dir=tmp_path), "kites") as (library, index),
        monitoring.watch.opened(library, index),
    ):
        assert monitoring.health is not None
        assert not [check for check in monitoring.health.checks() if check.fault]
        monitoring.watch.answered("How big?", FIGURE)
        page = monitoring.metrics.page().decode()
    assert "footnote_library_reports 1.0" in page
    assert 'footnote_answers_total{answerer="lookup",status="answered"} 1.0' in page


def test_traces_are_not_even_imported_without_a_collector() -> None:
    code = (
        "import sys, bot.app, bot.__main__\n"
        "from bot.monitoring import bare_monitoring\n"
        "from bot.settings import BotSettings\n"
        "bare_monitoring(BotSettings())\n"
        "assert 'bot.traces' not in sys.modules and 'ingest.pipeline' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_with_one_there_are_traces(records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []
    monkeypatch.setattr(Traces, "answered", lambda self, question, answer: begun.append(question))
    with open_monitoring(BotSettings(traces_url="http://127.0.0.1:9"), records, ENCODER) as monitoring:
        monitoring.watch.answered("How big?", FIGURE)
    assert begun == ["How big?"]


def test_over_any_bot_there_are_log_and_metrics() -> None:
    monitoring = bare_monitoring(BotSettings())
    monitoring.watch.answered("How big?", FIGURE)
    assert b"footnote_answers_total" in monitoring.metrics.page()
    assert monitoring.health is None


def test_the_whole_chain_and_a_models_calls_are_watched(corpus_data: Path, records: Records) -> None:
    with server("none", lambda request: sent()) as faulty:
        settings, encoder = BotSettings(model="openai:small", model_url=faulty.url), Encoder()
        with (
            open_monitoring(settings, records, encoder) as monitoring,
            joined_bot(
                settings, IngestSettings(data_dir=corpus_data), records, encoder, Service(monitoring.watch)
            ) as bot,
        ):
            answer = bot.ask("How big was the market in 2025?")
            assert monitoring.health is not None
            encoder.encode_query("warm")
            assert not [check for check in monitoring.health.checks() if check.fault]
            registry = monitoring.metrics.registry
            for step in ("understand", "retrieve", "draft", "write", "verify"):
                assert registry.get_sample_value("footnote_step_seconds_count", {"step": step}) == 1
    (use,) = records.uses(answer.id)
    tokens = {"model": "openai:small", "direction": "in"}
    assert registry.get_sample_value("footnote_model_tokens_total", tokens) == use.tokens_in > 0
