"""Several hundred questions about an edition, with their gold."""

import random
from collections.abc import Iterator

from evals.specimen.ask_absent import ask_absent_segment, ask_coverage, ask_uncovered_place, ask_uncovered_year
from evals.specimen.ask_figures import ask_cell, ask_series
from evals.specimen.ask_names import ask_fastest, ask_largest, ask_top_three, ask_when_passed
from evals.specimen.ask_sums import ask_difference, ask_growth, ask_rate, ask_share, ask_sum
from evals.specimen.contradiction import Planted
from evals.specimen.draft import Asker, Draft
from evals.specimen.facts import Facts, NothingToAsk

QUOTAS: tuple[tuple[Asker, int], ...] = (
    (ask_cell, 110),
    (ask_series, 24),
    (ask_largest, 26),
    (ask_top_three, 22),
    (ask_fastest, 16),
    (ask_when_passed, 10),
    (ask_share, 22),
    (ask_difference, 20),
    (ask_sum, 20),
    (ask_growth, 22),
    (ask_rate, 16),
    (ask_uncovered_year, 14),
    (ask_uncovered_place, 14),
    (ask_absent_segment, 12),
    (ask_coverage, 8),
)
TRIES = 60
"""For each question wanted; small editions have few crossings and long rankings."""


def questions(printed: Planted, seed: int) -> list[dict[str, object]]:
    """The questions of an edition, no two worded alike; the same for the same seed."""
    facts = Facts(printed)
    chance = random.Random(f"{seed} questions")
    report = printed.edition.name
    drafts = [draft for asker, quota in QUOTAS for draft in _drafts(asker, quota, facts, chance)]
    unlike = {draft.asked.text: draft for draft in drafts}
    return [draft.numbered(report, number) for number, draft in enumerate(unlike.values(), start=1)]


def _drafts(asker: Asker, quota: int, facts: Facts, chance: random.Random) -> Iterator[Draft]:
    seen: set[str] = set()
    for _ in range(quota * TRIES):
        if len(seen) == quota:
            return
        try:
            draft = asker(facts, chance)
        except NothingToAsk:
            return
        if draft is not None and draft.asked.text not in seen:
            seen.add(draft.asked.text)
            yield draft
