"""Tells what a report expects from what it says has happened."""

import re

_AHEAD = re.compile(
    r"\b(?:expected|projected|forecast(?:ed|s)?|anticipated|predicted|poised|slated|set to|will|would|likely to|going to|on track"
    r"|envisaged|envisioned|estimated to|expects?|anticipates?|predicts?|projection|could|may|might|should reach|to reach|to hit"
    r"|to grow|to surpass|to exceed|to attain|to cross|to expand|to register|by 20[3-9]\d|outlook|headed for|foreseen|tipped)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|stood|accounted|held|had|reached|grew|rose|fell|recorded|generated|totall?ed|amounted|dominated|led|captured"
    r"|contributed|represented|increased|declined|posted|registered|valued|is|are|stands|accounts|holds)\b",
    re.IGNORECASE,
)


def looks_ahead(left: str, before: bool) -> bool:
    """Whether the words before a number say it is expected; what says nothing goes on as ``before`` it."""
    ahead = _latest(_AHEAD, left)
    if ahead < 0:
        return before and not _PAST.search(left)
    return not _PAST.search(left[ahead:].partition(" ")[2]) or "estimated to" in left


def _latest(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)
