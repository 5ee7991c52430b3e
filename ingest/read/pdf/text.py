"""Makes headings, paragraphs and lists of the rows of a page that are no table."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.read.blocks import Bullets, Heading, Paragraph
from ingest.read.captions import is_note, is_numbered, is_unit_line
from ingest.read.markup import is_label_line, join_lines
from ingest.read.pdf.rows import Row
from ingest.unit_words import CURRENCY

_LARGER = 1.1
"""Times the size of the running text: larger is a heading."""

_LEADING = 1.75
"""Times the size of the font that lines of one paragraph are apart at most."""

_LOOSER = 1.3
"""Times the usual distance of a text's lines; a paragraph ends where it is more."""

_INDENT = 9.0
"""Points a line may be further in than the one above it in one paragraph."""

_CAPTION = 1.45
"""Times the size of the font that lines of one caption are apart at most."""

_MIDDLE = 3.0
"""Points by which the middles of centred lines differ at most."""

_LINE_OF_TEXT = 7
"""Words of a line of running text, at least."""

MAX_HEADING = 220
"""Characters; a longer text in large type is a paragraph."""

MAX_LEVEL = 6

_BULLET = re.compile(r"^(?:[•●▪■◦‣·○►➢✓✔❖\uf0b7\uf0a7]|[-–—o](?=\s))\s*(?=\S)")
_NUMBERED = re.compile(r"^\(?(?:\d{1,2}|[a-z])[.)]\s+(?=\S)")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_CLOSED = (".", "!", "?", ":", ";", "”", '"')
_HYPHEN = re.compile(r"(?<=[^\W_])[-‐]$")


@dataclass(frozen=True, slots=True)
class Type:
    """How a report is set: the size of its running text, and those of its headings from the largest down."""

    body: float
    headings: tuple[float, ...]

    def level(self, row: Row) -> int | None:
        """The level of a row that is a heading by its size."""
        if row.size < _LARGER * self.body or not _WORDS.search(row.text):
            return None
        rank = next((at for at, size in enumerate(self.headings) if row.size >= size - 0.3), len(self.headings))
        return min(rank + 1, MAX_LEVEL)


def type_of(pages: Sequence[Sequence[Row]]) -> Type:
    """How a report is set, by all its rows."""
    body = _body_size([row for rows in pages for row in rows])
    larger = {row.size for rows in pages for row in rows if row.size >= _LARGER * body and _WORDS.search(row.text)}
    steps: list[float] = []
    for size in sorted(larger, reverse=True):
        if not steps or steps[-1] - size > 0.6:
            steps.append(size)
    return Type(body, tuple(steps))


def _body_size(rows: Sequence[Row]) -> float:
    """The size that most of the running text is set in; tables, which may be the most of a report, are smaller."""
    for least in (_LINE_OF_TEXT, 1):
        sizes: Counter[float] = Counter()
        for row in rows:
            words = _WORDS.findall(row.text)
            sizes[row.size] += len(words) if len(words) >= least else 0
        if sizes.total():
            return sizes.most_common(1)[0][0]
    return 10.0


def text_blocks(rows: Sequence[Row], how: Type, page: int, line: int) -> Iterator[Heading | Paragraph | Bullets]:
    """The blocks of rows that follow each other on a page."""
    at = 0
    while at < len(rows):
        end = _end(rows, at, how)
        run = rows[at:end]
        yield from _block(run, how, page, line + at)
        at = end


def _block(run: Sequence[Row], how: Type, page: int, line: int) -> Iterator[Heading | Paragraph | Bullets]:
    text = " ".join(row.text for row in run)
    if len(run) == 1 and len(run[0].stretches) == 2 and is_unit_line(run[0].stretches[1].text):
        caption, unit = (stretch.text for stretch in run[0].stretches)
        yield Paragraph(caption, line, run[0].stretches[0].words[0].bold, page)
        yield Paragraph(unit, line, False, page)
        return
    level = how.level(run[0])
    if _BULLET.match(run[0].text):
        yield Bullets(((0, _BULLET.sub("", unbroken([row.text for row in run]), count=1)),), line, page)
    elif level and len(text) <= MAX_HEADING and not _is_sentence(text):
        yield Heading(level, text, line, page)
    else:
        yield Paragraph(_paragraph(run), line, all(row.bold for row in run) and bool(_WORDS.search(text)), page)


def _is_sentence(text: str) -> bool:
    """Whether a text is as long as no heading that ends with a full stop is."""
    return text.endswith(".") and len(text.split()) >= _WORDS_OF_SENTENCE


_WORDS_OF_SENTENCE = 12


def _paragraph(run: Sequence[Row]) -> str:
    texts = [row.text for row in run]
    if _is_centred(run):
        return "\n".join(texts)
    if sum(is_label_line(text) for text in texts) > 1:
        return join_lines(texts)
    return unbroken(texts)


def _is_centred(run: Sequence[Row]) -> bool:
    """Whether lines are set to one middle and not to one edge, as the title of a statement is."""
    middles = [row.box.middle for row in run]
    lefts = [row.box.left for row in run]
    return len(run) > 1 and max(middles) - min(middles) < _MIDDLE and max(lefts) - min(lefts) > 2 * _MIDDLE


def unbroken(lines: Sequence[str]) -> str:
    """Lines as one, words that were broken at a line's end put together."""
    text = ""
    for line in lines:
        if not text:
            text = line
        elif _HYPHEN.search(text):
            broken = line[:1].islower() and _is_broken(text, line)
            text = _HYPHEN.sub("", text) + line if broken else text + line
        else:
            text = f"{text} {line}"
    return text


_PREFIXES = frozenset(
    {"non", "self", "multi", "cross", "long", "short", "high", "low", "cost", "year", "on", "end", "well", "co"}
)


def _is_broken(text: str, line: str) -> bool:
    """Whether a hyphen at a line's end only breaks a word: it does not after a word that often opens compounds, nor
    where the word has another hyphen."""
    last = text.rsplit(maxsplit=1)[-1].rstrip("-‐")
    return "-" not in last and last.lower() not in _PREFIXES and "-" not in line.split(maxsplit=1)[0]


def _end(rows: Sequence[Row], start: int, how: Type) -> int:
    """One behind the last row of the block that begins at a row."""
    end = start + 1
    while end < len(rows) and _goes_on(rows, start, end, how):
        end += 1
    return end


def _goes_on(rows: Sequence[Row], start: int, at: int, how: Type) -> bool:
    first, above, row = rows[start], rows[at - 1], rows[at]
    distance = row.base - above.base
    if abs(row.size - first.size) > 0.6 or not 0 < distance <= _LEADING * max(row.size, above.size):
        return False
    if how.level(first):
        return distance <= 1.45 * row.size and row.bold == first.bold and not _BULLET.match(row.text)
    if is_note(row.text) or is_numbered(row.text):
        return False
    if is_numbered(first.text):
        said = " ".join(one.text for one in rows[start:at])
        runs_on = row.text[:1].islower() and row.bold == first.bold and distance <= _CAPTION * row.size
        return runs_on or said.count("(") > said.count(")")
    if _BULLET.match(row.text) or (_NUMBERED.match(row.text) and above.text.endswith(_CLOSED)):
        return False
    if _BULLET.match(first.text):
        return row.box.left > first.box.left + 2
    if row.bold != above.bold and (row.bold or first.bold):
        return False
    if at - start > 1 and distance > _LOOSER * (rows[start + 1].base - first.base):
        return False
    if is_label_line(above.text) and is_label_line(row.text):
        return True
    return not _ends_paragraph(rows, start, at)


def _ends_paragraph(rows: Sequence[Row], start: int, at: int) -> bool:
    """Whether a paragraph ends above a row: its last line is short and closed, or the next one is set in."""
    above, row = rows[at - 1], rows[at]
    right = max(one.box.right for one in rows[start : at + 1])
    closed = above.text.endswith(_CLOSED)
    room = right - above.box.right
    next_word = row.words[0].box.width
    if closed and room > next_word + 2 * row.size:
        return True
    further = row.box.left - above.box.left
    return closed and _INDENT < further < 4 * row.size


def text_joined(last: object, first: object) -> Paragraph | None:
    """A paragraph that goes on at the top of the next column or page, as one; None where it is at its end.

    It goes on with a small letter, with the figure that its last words lead to, or where its last word ends none.
    """
    if not isinstance(last, Paragraph) or not isinstance(first, Paragraph) or is_note(first.text):
        return None
    if last.text.endswith(_CLOSED[:4]) or last.strong or first.strong:
        return None
    led = first.text[:1].isdigit() and min(len(last.text.split()), len(first.text.split())) >= _LINE_OF_TEXT
    open_ended = len(last.text.split()) >= _LINE_OF_TEXT and _ENDS_OPEN.search(last.text)
    if not (first.text[:1].islower() or led or open_ended):
        return None
    return replace(last, text=unbroken([last.text, first.text]))


_ENDS_OPEN = re.compile(
    r"(?:,|\b(?:a|an|the|of|in|at|to|from|by|with|and|or|is|was|were|are|for|over|than|which|that|per|as|its|their"
    rf"|a CAGR)|(?<![A-Za-z]){CURRENCY})$"
)
"""How a paragraph ends that goes on, with whatever letter: "which is a"."""


def bulleted_together(blocks: Sequence[Heading | Paragraph | Bullets]) -> Iterator[Heading | Paragraph | Bullets]:
    """Neighbouring items of a list as one list."""
    held: Bullets | None = None
    for block in blocks:
        if isinstance(block, Bullets):
            held = Bullets((*held.items, *block.items), held.line, held.page) if held else block
            continue
        if held:
            yield held
            held = None
        yield block
    if held:
        yield held
