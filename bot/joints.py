"""Where commas and "and" join words: in questions several things, in labels the words of one name."""

import re
from collections.abc import Iterable, Sequence

from ingest.words import stem

Joint = tuple[str, str]
"""The stems of the words before and after."""

JOINT = re.compile(
    r"\s*(?:[,;]\s*(?:(?:and|plus)\b)?|&|\band\b|\bplus\b|\bas well as\b|\balong with\b)\s*", re.IGNORECASE
)
_BEFORE, _AFTER = re.compile(r"(?P<word>[\w'’-]+)\W*\Z"), re.compile(r"\W*(?P<word>[\w'’-]+)")


def joint_at(text: str, start: int, end: int) -> Joint:
    """The words that meet at a joint; empty where there is none."""
    before, after = _BEFORE.search(text[:start]), _AFTER.match(text, end)
    return _stem(before), _stem(after)


def _stem(match: re.Match[str] | None) -> str:
    return stem(match["word"].lower()) if match else ""


def joints(labels: Iterable[str]) -> frozenset[Joint]:
    """All that labels join: ("research", "development")."""
    return frozenset(joint_at(label, *found.span()) for label in labels for found in JOINT.finditer(label))


def cut_at(text: str, cuts: Sequence[tuple[int, int]]) -> list[str]:
    """What is left of a text between some cuts, from start to end."""
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]
