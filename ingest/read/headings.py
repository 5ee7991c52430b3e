"""Tells which lines of a plain page are headings, by their look and by what follows."""

import re
from collections.abc import Sequence

from ingest.enumeration import LEGAL_FORM
from ingest.read.blocks import SECTION_LEVEL, Heading
from ingest.read.lines import MAX_HEADING, Line
from ingest.read.outline import is_question
from ingest.read.textgrids import grid_at
from ingest.words import words

_GENERIC = frozenset(
    {
        "market",
        "overview",
        "summary",
        "executive",
        "introduction",
        "key",
        "insights",
        "highlights",
        "takeaways",
        "abstract",
    }
    | {"report", "description", "snapshot", "background", "contents", "table", "of", "and", "the", "global", "industry"}
)
"""Words of headings that say nothing of a report's subject: a title has others too."""


MAX_WORDS = 6
"""Words of a heading in sentence case over names of firms."""


def title_line(lines: Sequence[Line]) -> bool:
    """Whether the first line is the page's title: it stands apart, or other short lines of a title page follow."""
    if not lines:
        return False
    first, following = lines[0], lines[1] if len(lines) > 1 else None
    if first.marked:
        return first.marked[0] == 1
    if first.is_prose or not first.is_plain or first.text.endswith((".", ":", "?")) or len(first.text) > MAX_HEADING:
        return False
    says = {word.text.casefold() for word in words(first.text)}
    if says <= _GENERIC or following is None:
        return False
    return following.gap or following.is_rule or not (following.is_prose or following.bullet)


def heading_at(lines: Sequence[Line], at: int) -> Heading | None:
    """The heading that the line at ``at`` is, None when it is none. Level 2, or deeper by its number ("2.1")."""
    line = lines[at]
    following = lines[at + 1] if at + 1 < len(lines) else None
    if line.marked:
        return Heading(line.marked[0], line.marked[1], line.number)
    if following and following.is_rule and not following.gap and not line.bullet and len(line.text) <= MAX_HEADING:
        return Heading(SECTION_LEVEL, line.text, line.number)
    if line.bullet or line.is_rule or line.is_label or line.is_closed or line.is_prose or is_question(line.text):
        return None
    if line.numbered is not None:
        return _numbered(lines, at)
    stands = line.is_shouted or line.is_chapter or _by_what_follows(lines, at)
    return Heading(SECTION_LEVEL, line.text.removesuffix(":"), line.number) if stands and following else None


def is_name_run(lines: Sequence[Line], start: int, led: bool) -> int:
    """How many lines from ``start`` on are names below each other, 0 for fewer than three.

    ``led``: a heading or a lead-in stands before them; without one they are lines of an address or a title page.
    """
    end = start
    while led and end < len(lines) and _is_name(lines[end]) and (end == start or not lines[end].gap):
        end += 1
    return end - start if end - start >= 3 else 0


def is_first_name(lines: Sequence[Line], at: int) -> bool:
    """Whether a line behind a heading is of the names below it, not a heading of theirs: it is written as they are.

    By a country in brackets or a legal form, which headings do not have.
    """
    run = lines[at : at + is_name_run(lines, at, led=True)]
    marks = (_is_bracketed, _is_firm)
    return any(marked(run[0]) and sum(map(marked, run)) * 2 > len(run) for marked in marks if run)


def _is_bracketed(line: Line) -> bool:
    return line.text.rstrip().endswith(")")


def _is_firm(line: Line) -> bool:
    return bool(_FIRM.search(line.text))


_FIRM = re.compile(rf"\b{LEGAL_FORM}\.?(?:\s*\(|,|\s*$)")


def _is_name(line: Line) -> bool:
    return line.is_plain and len(line.text.split()) <= 10 and len(line.text) <= 80 and not _is_sentence(line)


def _is_sentence(line: Line) -> bool:
    return (line.is_prose and len(line.text.split()) > 6) or line.text.endswith((":", "?", ";", ","))


def _numbered(lines: Sequence[Line], at: int) -> Heading | None:
    """A numbered line is a heading when a text follows it, an item when the next number does."""
    line = lines[at]
    if at + 1 == len(lines) or is_question(line.numbered or ""):
        return None
    following = lines[at + 1]
    is_item = following.numbered is not None and not following.gap
    before = lines[at - 1] if at else None
    ends_list = before is not None and before.numbered is not None and not line.gap
    return None if is_item or ends_list else Heading(1 + line.depth, line.text, line.number)


def _by_what_follows(lines: Sequence[Line], at: int) -> bool:
    """Whether a line without marks is the heading of what follows it."""
    if at + 1 == len(lines):
        return False
    line, following = lines[at], lines[at + 1]
    if line.text.endswith(":"):
        return _colon_heads(lines, at)
    if line.gap and line.text[0].isupper() and len(line.text.split()) <= MAX_WORDS and is_first_name(lines, at + 1):
        return not is_first_name(lines, at)
    if not (line.is_titled or _is_brief(lines, at)):
        return False
    if following.bullet or following.is_prose or grid_at(lines, at + 1):
        return not _captions(lines, at)
    if following.is_label or following.numbered is not None:
        return line.gap
    heads_more = is_question(following.text) or is_name_run(lines, at + 1, led=True) > 0
    return line.gap and (heads_more or following.gap or following.is_titled)


def _captions(lines: Sequence[Line], at: int) -> bool:
    """Whether a line before a table is its caption: it names a unit or stands right after another heading's text."""
    return bool(grid_at(lines, at + 1)) and ("(" in lines[at].text or lines[at].text.lower().startswith("table"))


def _is_brief(lines: Sequence[Line], at: int) -> bool:
    """Whether a line in sentence case is set apart and much shorter than the text below it."""
    line, following = lines[at], lines[at + 1]
    apart = line.gap or (at > 0 and (lines[at - 1].is_prose or lines[at - 1].bullet is not None))
    longer = (
        following.bullet is not None or is_question(following.text) or len(following.text) > max(60, len(line.text))
    )
    return apart and longer and line.text[0].isupper() and len(line.text.split()) <= 8


def _colon_heads(lines: Sequence[Line], at: int) -> bool:
    """Whether "Market Drivers:" is a heading: before text always, before a list when set apart."""
    line, following = lines[at], lines[at + 1]
    if len(line.text.split()) > 10 or not (line.is_titled or len(line.text.split()) <= 4):
        return False
    if following.bullet:
        return line.gap and line.is_titled
    return following.is_prose or following.numbered is not None or is_question(following.text)
