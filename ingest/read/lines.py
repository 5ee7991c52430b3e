"""The lines of a plain page, and what each looks like on its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.read.markup import is_label_line
from ingest.sentences import sentences
from ingest.words import STOPWORDS

MAX_HEADING = 220
"""Characters; sales pages have headings of 200."""

_BULLET = re.compile(r"(?:[-*•●▪■‣◦·–—]|o(?=\s{2,}|\t))[ \t]+(?=\S)")
_NUMBER = re.compile(
    r"(?:Q\s?)?(?:\(?(\d{1,2})[.):]|(\d{1,2}(?:\.\d{1,2})+)\.?(?=\s+[^\W\da-z]))\s+(?=\S)|(?:Q|Question)[.:]\s+"
)
_CHAPTER = re.compile(r"(?:chapter|section|part|appendix)\s+(?:\d{1,2}|[IVX]+|[A-Z])\b", re.IGNORECASE)
_MARK = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_COLUMNS = re.compile(r"\S(?: {2,}|\t| \| )\S")
_RULE = re.compile(r"={3,}|-{3,}|~{3,}|_{3,}|\*{3,}|\+[-=+]+\+|[-=]+(?:\s+[-=]+)+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its text without the space around it. ``gap``: a blank line stands before it."""

    text: str
    number: int
    indent: int
    gap: bool

    @property
    def bullet(self) -> str | None:
        """What stands behind a bullet."""
        match = _BULLET.match(self.text)
        return self.text[match.end() :] if match else None

    @property
    def numbered(self) -> str | None:
        """What stands behind a number such as "1." or "2.3" or "Q1:"."""
        match = _NUMBER.match(self.text)
        return self.text[match.end() :] if match else None

    @property
    def depth(self) -> int:
        """How deep a number goes: "2.3" is 2."""
        match = _NUMBER.match(self.text)
        return match[2].count(".") + 1 if match and match[2] else 1

    @property
    def marked(self) -> tuple[int, str] | None:
        """Level and text of a heading written with number signs."""
        match = _MARK.fullmatch(self.text)
        return (len(match[1]), match[2]) if match else None

    @property
    def is_rule(self) -> bool:
        return bool(_RULE.fullmatch(self.text))

    @property
    def is_label(self) -> bool:
        return is_label_line(self.text) and not self.text.endswith(":")

    @property
    def is_chapter(self) -> bool:
        return bool(_CHAPTER.match(self.text)) and not self.is_closed

    @property
    def is_closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.text.endswith((".", "!", ";", ",", "…"))

    @property
    def is_prose(self) -> bool:
        """Whether it reads as a paragraph: a closed sentence, or too long for a heading."""
        ends = self.is_closed or (self.text.endswith(":") and len(self.text) > 80)
        return len(self.text) > MAX_HEADING or (len(self.text) > 40 and ends) or len(sentences(self.text)) > 1

    @property
    def is_shouted(self) -> bool:
        letters = [char for char in self.text if char.isalpha()]
        return len(letters) >= 4 and self.text.isupper() and len(self.text.split()) <= 14

    @property
    def is_titled(self) -> bool:
        """Whether its words start with capitals, function words aside."""
        words = [word for word in re.findall(r"[^\W_][\w'’&./-]*", self.text) if word.casefold() not in STOPWORDS]
        raised = sum(not word[0].islower() for word in words)
        return bool(words) and self.text[0].isupper() | self.text[0].isdigit() and raised >= 0.75 * len(words)

    @property
    def is_columns(self) -> bool:
        """Whether runs of spaces, tabs or bars part it into columns."""
        return bool(_COLUMNS.search(self.text)) and not self.text.endswith(".")

    @property
    def is_plain(self) -> bool:
        """Whether it is neither bullet, nor numbered, nor label, nor rule."""
        return not (self.bullet or self.numbered or self.is_label or self.is_rule or self.marked)


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a text that are not blank, numbered from 1."""
    gap = True
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.expandtabs(4)
        stripped = raw.strip(" \t\u00a0\u200b")
        if stripped:
            yield Line(stripped, number, len(line) - len(line.lstrip()), gap)
        gap = not stripped


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """The lines with those that an editor broke at its right margin joined again."""
    width = _margin(lines)
    joined: list[Line] = []
    filled = 0
    for line in lines:
        if joined and _goes_on(joined[-1], filled, line, width):
            last = joined[-1]
            joined[-1] = Line(f"{last.text} {line.text}", last.number, last.indent, last.gap)
        else:
            joined.append(line)
        filled = line.indent + len(line.text)
    return joined


def _margin(lines: Sequence[Line]) -> int | None:
    """The right margin of a page of broken lines, None where each paragraph is one line."""
    ends = sorted(line.indent + len(line.text) for line in lines)
    if not ends or ends[-1] > 130:
        return None
    margin = ends[-1]
    full = sum(1 for line, following in pairwise(lines) if _is_broken(line, following, margin))
    return margin if full >= 2 else None


def _is_broken(line: Line, following: Line, margin: int) -> bool:
    ends = line.indent + len(line.text)
    if line.is_columns or following.is_columns:
        return False
    return not following.gap and following.is_plain and ends >= 0.75 * margin and not line.text.endswith((".", ":"))


def _goes_on(last: Line, filled: int, line: Line, width: int | None) -> bool:
    """Whether ``line`` goes on with ``last``, whose last part ended at column ``filled``."""
    if line.gap or not line.is_plain or last.is_rule or last.marked or line.is_columns or last.is_columns:
        return False
    small = line.text[0].islower() and not last.text.endswith((".", ":", "?", "!"))
    if width is None:
        return small and len(last.text) >= 40
    is_full = filled + 1 + len(line.text.split()[0]) > 0.95 * width
    is_open = filled >= 0.6 * width and not last.text.endswith((".", ":", "?", "!")) and not last.is_titled
    return small or is_full or is_open
