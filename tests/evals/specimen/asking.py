"""Drafts of one asker over many throws of the dice, and the figures they may be checked against."""

import random
from collections import defaultdict
from decimal import Decimal

from evals.specimen.contradiction import Planted
from evals.specimen.draft import Asker, Draft
from evals.specimen.facts import Facts


def drafts(asker: Asker, printed: Planted, throws: int = 60) -> list[Draft]:
    """What an asker drafts."""
    facts = Facts(printed)
    found = [asker(facts, random.Random(f"{asker.__name__} {throw}")) for throw in range(throws)]
    return [draft for draft in found if draft is not None]


def values(printed: Planted) -> dict[str, set[Decimal]]:
    """The values behind each printed text."""
    found: dict[str, set[Decimal]] = defaultdict(set)
    for fact in Facts(printed).known.values():
        found[fact.text].add(fact.value)
    return found


def expected(draft: Draft) -> list[dict[str, str]]:
    """Every figure that a draft would accept."""
    figures = draft.expect["figure"]
    assert isinstance(figures, list)
    return [gold for golds in figures for gold in golds]
