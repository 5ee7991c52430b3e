"""Reads how a report hedges a number: about, more than, less than."""

import re

from ingest.domain import Bound

_ABOUT = (
    "about|around|approximately|approx\\.?|nearly|roughly|almost|circa|ca\\.|c\\.|some|close to|near|in the region of"
    "|in the range of|in the order of|an estimated|somewhere around|just about|~|≈|∼"
)
_OVER = (
    "over|more than|greater than|higher than|above|at least|exceeding|exceeds?|exceeded|surpass(?:ing|es|ed)?|upwards? of"
    "|in excess of|no(?:t)? less than|no fewer than|a minimum of|beyond|crossing|crossed|cross|well over|as low as|>|≥|>="
)
_UNDER = (
    "under|less than|fewer than|lower than|up to|below|at most|no(?:t)? more than|as much as|as many as|as high as"
    "|a maximum of|shy of|just under|short of|within|<|≤|<="
)
_TAIL = re.compile(
    rf"(?:(?<![\w])(?:(?P<about>{_ABOUT})|(?P<over>{_OVER})|(?P<under>{_UNDER}))|(?P<filler>\b(?:a|an|the|just|still|value of|market size of|level of)))\s*\Z",
    re.IGNORECASE,
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
