"""Puts together a table that goes on over pages."""

import re
from collections.abc import Sequence

from ingest.read.captions import is_unit_line
from ingest.read.pdf.cells import Laid
from ingest.read.pdf.words import Box
from ingest.read.tabular import RawRow

_CONTINUED = re.compile(
    r"[\s,;:–-]*[(\[]?\b(?:cont(?:inued|inuation|'d|d|\.)?|ctd|fortsetzung|suite)\b\.?(?:\s+from.*?)?[)\]]?\s*",
    re.IGNORECASE,
)
_SHORT = 24
"""Words of a line that may say so."""

_ASIDE = 6.0
"""Points by which the columns of the next page may stand aside."""


def is_continuation(text: str, caption: str) -> bool:
    """Whether a line above a table says that it goes on: "Table 3 (continued)", or the same caption again."""
    said = says_continued(text)
    if said and _numbers(text) <= _numbers(caption):
        return True
    bare = _CONTINUED.sub("", text).strip().casefold()
    own = caption.strip().casefold()
    if not bare or is_unit_line(text):
        return True
    return bare == own or (said and bool(own) and (own.startswith(bare) or bare.startswith(own)))


def says_continued(text: str) -> bool:
    """Whether a short line says that a table goes on."""
    return (_CONTINUED.search(text) is not None and len(text.split()) <= _SHORT) or bool(_CONTINUED.fullmatch(text))


def _numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+", text))


def continued(before: Laid, after: Laid, captioned: bool) -> Laid | None:
    """Both parts as one; None where they are different tables: the columns stand elsewhere or have other headers.

    Without a caption that says so, a part goes on when it repeats the header, or has none and its columns stand alike.
    """
    if len(before.columns) != len(after.columns):
        return None
    header = _header(before.rows)
    again = _header(after.rows)
    body = after.rows[len(again) :]
    if again and [_texts(row) for row in again] != [_texts(row) for row in header]:
        return None
    if not again and not captioned and not _alike(before.columns, after.columns):
        return None
    return Laid((*before.rows, *body), before.columns)


def _header(rows: Sequence[RawRow]) -> Sequence[RawRow]:
    count = 0
    while count < len(rows) and any(cell.heads for cell in rows[count].cells):
        count += 1
    return rows[:count]


def _texts(row: RawRow) -> list[str]:
    return [_CONTINUED.sub("", cell.text) for cell in row.cells]


def _alike(one: Sequence[Box], other: Sequence[Box]) -> bool:
    return all(
        min(abs(a.left - b.left), abs(a.right - b.right), abs(a.middle - b.middle)) < _ASIDE
        for a, b in zip(one, other, strict=True)
    )
