"""docs/operating.md says what is so: every metric, every field of the log, every part that is looked at."""

import logging
import re
from pathlib import Path
from types import SimpleNamespace
from typing import get_args

import pytest
from starlette.datastructures import Headers

from bot.health import Part
from bot.log import Log
from bot.metrics import STEPS, Metrics
from bot.settings import BotSettings
from bot.stock import Count
from bot.watch import Exchange
from tests.bot.fakes import FIGURE

PAGE = (Path(__file__).parent.parent / "docs" / "operating.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """The text under a heading."""
    return PAGE.split(f"\n## {title}\n")[1].split("\n## ")[0]


def first_column(text: str) -> set[str]:
    """What stands in backticks in the first column of a section's tables."""
    cells = re.findall(r"^\| (`[^|]+) \|", text, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}


def test_every_metric_is_described_with_its_sort_and_no_other() -> None:
    metrics = Metrics(SimpleNamespace(count=lambda: Count((1, 1))))
    metrics.follow(lambda: 0)
    metrics.follow_deliveries(dict)
    there = {
        f"{family.name}_total" if family.type == "counter" else family.name: family.type
        for family in metrics.registry.collect()
    }
    described = dict(re.findall(r"^\| `(\w+)` \| (counter|gauge|histogram) \|", section("Metrics"), re.MULTILINE))
    assert described == there


def test_every_step_is_named() -> None:
    for step in STEPS:
        assert re.search(rf"[├└]─ {step}\b", section("Traces"))
        assert re.search(rf"`footnote_step_seconds`.*\b{step}\b", section("Metrics"))


def test_queries_are_of_metrics_that_there_are() -> None:
    queried = set(re.findall(r"\b(?:footnote|process)_\w+", section("Metrics").split("Queries for")[1]))
    assert queried
    described = first_column(section("Metrics"))
    assert {re.sub(r"_(bucket|sum|count)$", "", name) for name in queried} <= described


def test_every_field_of_the_log_is_described(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "bot")
    log = Log(questions=True)
    with log.request(Exchange("r1", "GET", "/v1/reports", Headers({}))):
        log.answered("How big?", FIGURE)
    ordinary = vars(logging.makeLogRecord({})).keys() | {"message", "asctime"}
    written = {name for record in caplog.records for name in vars(record)} - ordinary
    assert first_column(section("Logs")) == written | {"request_id"}


def test_every_part_of_readiness_is_described() -> None:
    assert set(get_args(Part)) <= first_column(section("Health"))


def test_every_setting_of_it_is_named() -> None:
    watching = [name for name in BotSettings.model_fields if name.startswith(("log_", "traces_", "trusted_"))]
    for name in watching:
        assert f"BOT_{name.upper()}" in PAGE
