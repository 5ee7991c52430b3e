"""Tells what a report expects from what it says has happened."""

import re

from ingest.quantity.patterns import either

_AHEAD = re.compile(
    r"\b(?:"
    + either(
        r"""
        expected projected forecast(?:ed|s)? anticipated predicted poised slated set_to will would likely_to going_to
        on_track envisaged envisioned estimated_to expects? anticipates? predicts? projection could may might
        should_reach to_reach to_hit to_grow to_surpass to_exceed to_attain to_cross to_expand to_register by_20[3-9]\d
        outlook headed_for foreseen tipped
        """
    )
    + r")\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:"
    + either(
        """
        was were stood accounted held had reached grew rose fell recorded generated totall?ed amounted dominated led
        captured contributed represented increased declined posted registered valued is are stands accounts holds
        """
    )
    + r")\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:to|will|would|could|may|might|should)?\s*\bbe\s+\w+", re.IGNORECASE)
"""What is still to come, though its participle looks past: "expected to be valued at"."""


def looks_ahead(left: str, before: bool) -> bool:
    """Whether the words before a number say it is expected; what says nothing goes on as ``before`` it."""
    ahead = _latest(_AHEAD, left)
    if ahead < 0:
        return before and not _PAST.search(left)
    said = _PASSIVE.sub(" ", left[ahead:].partition(" ")[2])
    return not _PAST.search(said) or "estimated to" in left


def _latest(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)
