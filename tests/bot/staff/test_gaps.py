"""What the reports do not say is found aside, kept for a while, and counted whole."""

from collections.abc import Sequence
from datetime import timedelta

import numpy as np
import pytest

from bot.records import Records
from bot.staff.gaps import FRESH, Gaps
from bot.staff.insights import Insights
from bot.staff.selection import Selection
from ingest.index import Vectors
from tests.bot.serving import becomes_true
from tests.bot.staff.turns import Clock, turn

ALL = Selection()


def alike(texts: Sequence[str]) -> Vectors:
    """Vectors by which questions with "tariff" are of one matter."""
    return np.array([[1.0, 0.0] if "tariff" in text else [0.0, 1.0] for text in texts], dtype=np.float32)


@pytest.fixture
def gaps(timed: Records, clock: Clock) -> Gaps:
    for question, status in (
        ("Which tariffs apply?", "declined"), ("Which tariffs apply?", "declined"), ("tariffs", "partial"),
        ("Who won?", "declined"), ("How big?", "answered"),
    ):  # fmt: skip
        turn(timed, question, status)  # type: ignore[arg-type]
    turn(timed, "tariffs", "declined", "bees")
    return Gaps(Insights(timed.engine), lambda: {"tidal-energy": "Tidal Energy"}, alike, clock)


def test_matters_are_counted_with_their_wordings_and_apart_by_report(gaps: Gaps) -> None:
    found = [(each.report, each.question, each.times, each.declined) for each in gaps.wait(ALL).gaps]
    assert found == [
        ("tidal-energy", "Which tariffs apply?", 3, 2),
        ("tidal-energy", "Who won?", 1, 1),
        ("bees", "tariffs", 1, 1),
    ]
    assert gaps.wait(ALL).gaps[0].wordings == (("Which tariffs apply?", 2), ("tariffs", 1))


def test_only_what_is_within_reach_is_found(gaps: Gaps) -> None:
    assert [each.report for each in gaps.wait(Selection(reach=frozenset(["bees"]))).gaps] == ["bees"]


def test_it_is_found_aside_and_again_when_it_is_old(gaps: Gaps, timed: Records, clock: Clock) -> None:
    assert gaps.of(ALL) is None
    assert becomes_true(lambda: gaps.of(ALL) is not None)
    turn(timed, "Who lost?", "declined")
    first = gaps.of(ALL)
    clock.now += FRESH
    assert gaps.of(ALL) == first
    assert becomes_true(lambda: gaps.of(ALL) != first)


def test_without_a_model_only_the_same_words_are_one_matter(timed: Records, clock: Clock) -> None:
    for question in ("Tariffs?", "tariffs?", "Duties?"):
        turn(timed, question, "declined")
    found = Gaps(Insights(timed.engine), dict, None, clock).wait(ALL)
    assert [each.times for each in found.gaps] == [2, 1]


def test_a_failure_is_not_kept(timed: Records, clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    turn(timed, "a?", "declined")
    turn(timed, "b?", "declined")
    broken = True

    def encode(texts: Sequence[str]) -> Vectors:
        if broken:
            raise RuntimeError("no model")
        return alike(texts)

    gaps = Gaps(Insights(timed.engine), dict, encode, clock)
    with pytest.raises(RuntimeError):
        gaps.wait(ALL)
    assert becomes_true(lambda: "could not be found" in caplog.text)
    broken = False
    assert len(gaps.wait(ALL).gaps) == 1
    clock.now += timedelta(seconds=1)
