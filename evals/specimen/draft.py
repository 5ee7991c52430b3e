"""A question under way, and the gold figures it expects."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from evals.question import Question, QuestionKind
from evals.specimen.facts import Fact, Facts
from evals.specimen.gold import scale_text
from evals.specimen.numerals import rounded
from evals.specimen.wording import Wording

TOLERANCE = Decimal("0.005")
COARSEST = Decimal("0.05")
"""A calculated figure that may be farther off than this when rounded to a decimal is not asked for."""

Gold = dict[str, object]


@dataclass(frozen=True, slots=True)
class Draft:
    """A question without its number."""

    kind: QuestionKind
    asked: Wording
    expect: dict[str, object]
    must_cite: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    def numbered(self, report: str, number: int) -> dict[str, object]:
        """As a question file has it, checked."""
        record: dict[str, object] = {
            "id": f"{report}-{self.kind}-{number:03}",
            "report": report,
            "split": "dev",
            "kind": self.kind,
            "turns": [self.asked.text],
            "expect": self.expect,
            "must_cite": list(self.must_cite),
            "forbid": [],
            "tags": [*self.asked.tags, *self.tags],
        }
        Question.model_validate(record)
        return record


Asker = Callable[[Facts, random.Random], Draft | None]
"""Drafts one question; None when the dice gave nothing to ask."""


def published(fact: Fact) -> list[Gold]:
    """A printed figure; one that fell may also be told without its sign."""
    plain = _gold(fact, fact.value, fact.meaning.period)
    return [plain] if fact.value >= 0 else [plain, _gold(fact, -fact.value, fact.meaning.period)]


def calculated(value: Decimal, like: Fact) -> list[Gold]:
    """A figure worked out from others of the same kind as one."""
    return [{**_gold(like, value, ""), "calculated": True}]


def percentage(value: Decimal) -> list[Gold]:
    """A percentage worked out; it may be told to one decimal."""
    gold: Gold = {"value": str(rounded(value, 4)), "scale": "1", "kind": "percent", "currency": "", "unit": ""}
    return [{**gold, "period": "", "calculated": True, "tolerance": str(tolerance(value))}]


def tolerance(value: Decimal) -> Decimal:
    """How far off a percentage is that is told to one decimal, relatively; at least the usual."""
    return max(TOLERANCE, rounded(Decimal("0.051") / abs(value), 4)) if value else Decimal(1)


def is_askable(value: Decimal) -> bool:
    """Whether a calculated percentage keeps its meaning when rounded to one decimal."""
    return tolerance(value) <= COARSEST


def _gold(fact: Fact, value: Decimal, period: str) -> Gold:
    meaning = fact.meaning
    return {
        "value": str(value),
        "scale": scale_text(meaning.scale),
        "kind": meaning.kind,
        "currency": meaning.currency or "",
        "unit": meaning.unit if meaning.kind == "number" else "",
        "period": period,
    }
