"""The sources of an answer by number, as faces of plain text list them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from bot.answer import Answer, Citation
from bot.marks import ranges

_SET = re.compile(r"\s*(?:\[\d+\])+|^\s*[-*•] ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Source:
    """A place in a report with the numbers of its citations ("1, 3"); ``quote`` where the answer does not show it."""

    numbers: str
    title: str
    place: str
    quote: str


def sources_of(answer: Answer) -> Iterator[Source]:
    """Each source; neighbours of one place whose words the answer already shows are one."""
    said = _bare(answer.text)
    shown = [(c.title, _place(c), "" if _bare(c.quote) in said else c.quote) for c in answer.citations]
    for (title, place, quote), run in groupby(zip(shown, answer.citations, strict=True), key=itemgetter(0)):
        yield Source(ranges(citation.number for _, citation in run), title, place, quote)


def _bare(text: str) -> str:
    """A text without marks and bullets: an answer has them where its sources do not."""
    return " ".join(_SET.sub("", text).split())


def _place(citation: Citation) -> str:
    cell = (part for part in (citation.row, citation.column) if part)
    return ", ".join((citation.table or " > ".join(citation.heading) or citation.title, *cell))
