"""Finds the dateline a press release opens with: "PUNE, India, Jan. 15, 2025 (NEWSLINE) -- "."""

import re

from ingest.quantity.masks import MONTH

_DATELINE = re.compile(
    rf"""
    (?=[A-Z])[^.;:\n]{{2,60}}?,?\s
    (?:\d{{1,2}}\s{MONTH}\.?,?\s|{MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s)(?:19|20)\d\d
    \s?(?:[(/][^()\n]{{2,60}}?[)/])?\s?(?:--?|[–—])\s
    """,
    re.VERBOSE,
)


def dateline_end(sentence: str) -> int:
    """Where the dateline of a sentence ends: neither its city nor its date is what the sentence is about; 0 without."""
    match = _DATELINE.match(sentence)
    return match.end() if match else 0
