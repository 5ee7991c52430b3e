"""A scale says whether its goal is met."""

import json
from dataclasses import replace

import pytest

from evals.scale.building import Built
from evals.scale.measuring import Aim, Measured, Times
from evals.scale.run import Sized
from evals.scale.table import as_json, table


def sized(reports: int, first: float, again: float) -> Sized:
    same = Times(1.0, 2.0)
    measured = Measured(
        routed={"market": Aim(9, 10, 10)}, route_ms={"market": same}, found=Aim(8, 9, 10),
        search_first_ms=same, search_again_ms=same, embed_ms=same, right=9, wrong=0, questions=10,
        first_ms=Times(first, first), again_ms=Times(again, again), open_s=0.5, memory_mb=None,
    )  # fmt: skip
    return Sized(reports, Built(reports, 3.2, None, 1.0), measured)


@pytest.mark.parametrize(
    ("first", "again", "says"), [(19.0, 11.0, "1.90 times"), (10.0, 20.1, "MISSED"), (20.0, 10.0, "at most 2, met")]
)
def test_the_largest_library_is_held_against_the_smallest(first: float, again: float, says: str) -> None:
    written = table([sized(10, 10.0, 10.0), sized(10_000, first, again)])
    assert says in written and "| 10 | 10,000 |" in written


def test_what_was_not_asked_is_not_told_as_a_number() -> None:
    written = table([sized(10, 10.0, 10.0)])
    assert "| routing by an older edition, ms | - |" in written and "times as long" not in written
    assert "| memory after all questions, MB | not known here |" in written


def test_programs_get_every_measurement() -> None:
    found = json.loads(as_json([replace(sized(10, 10.0, 10.0), reports=11)]))
    assert found[0]["reports"] == 11 and found[0]["measured"]["found"] == {"first": 8, "among_five": 9, "of": 10}
