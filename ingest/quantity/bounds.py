"""Reads how a report hedges a number: about, more than, less than."""

import re

from ingest.domain import Bound
from ingest.quantity.patterns import either

_ABOUT = either(
    r"""
    about around approximately approx\.? nearly roughly almost circa ca\. c\. some close_to near in_the_region_of
    in_the_range_of in_the_order_of an_estimated somewhere_around just_about ~ ≈ ∼
    """
)
_OVER = either(
    """
    over more_than greater_than higher_than above at_least exceeding exceeds? exceeded surpass(?:ing|es|ed)?
    upwards?_of in_excess_of not?_less_than no_fewer_than a_minimum_of beyond crossing crossed cross pass(?:es|ed|ing)?
    well_over as_low_as > ≥ >=
    """
)
_UNDER = either(
    """
    under less_than fewer_than lower_than up_to below at_most not?_more_than as_much_as as_many_as as_high_as
    a_maximum_of shy_of just_under short_of within < ≤ <=
    """
)
_FILLER = either("a an the just still value_of market_size_of level_of")
_TAIL = re.compile(
    rf"""
    (?: (?<!\w)(?<!turned\ )(?<!turns\ )(?<!turn\ )(?: (?P<about>{_ABOUT}) | (?P<over>{_OVER}) | (?P<under>{_UNDER}) )
      | \b(?P<filler>{_FILLER}) )
    \s*\Z
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BEHIND = re.compile(
    r"\s?(?:(?P<over>\+(?!\d)|or\s(?:more|higher|above)|plus\b|and\s(?:above|over))|(?P<under>or\s(?:less|lower|fewer|below)))",
    re.I,
)
_COMPARING = re.compile(r"(?:%|percent|points|bps)\s*\Z", re.IGNORECASE)
"""Behind it "below" compares: "9% below the USD 320 of 2023"."""
_WINDOW = 40


def bound_of(text: str, start: int, end: int) -> Bound:
    """The hedge around characters ``start`` to ``end``; "surpass around" is about."""
    before = _before(text[max(0, start - _WINDOW) : start])
    if before:
        return before
    behind = _BEHIND.match(text, end)
    if not behind:
        return "exact"
    return "over" if behind["over"] else "under"


def _before(tail: str) -> Bound | None:
    hedges: list[str] = []
    while match := _TAIL.search(tail):
        name = next(name for name in ("about", "over", "under", "filler") if match[name])
        if name == "about" or (name != "filler" and not _COMPARING.search(tail[: match.start()])):
            hedges.append(name)
        tail = tail[: match.start()]
    if "about" in hedges:
        return "about"
    if not hedges:
        return None
    return "over" if hedges[0] == "over" else "under"
