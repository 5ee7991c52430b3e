"""The sources of an answer by number, as faces of plain text list them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from bot.answer import Answer, Citation
from bot.marks import ranges


@dataclass(frozen=True, slots=True)
class Source:
    """A place in a report with the numbers of its citations ("1, 3"); ``quote`` where the answer does not show it."""

    numbers: str
    title: str
    place: str
    quote: str


def sources_of(answer: Answer) -> Iterator[Source]:
    """Each source; neighbours of one place whose words the answer already shows are one."""
    shown = [(c.title, _place(c), "" if c.quote in answer.text else c.quote) for c in answer.citations]
    for (title, place, quote), run in groupby(zip(shown, answer.citations, strict=True), key=itemgetter(0)):
        yield Source(ranges(citation.number for _, citation in run), title, place, quote)


def _place(citation: Citation) -> str:
    cell = (part for part in (citation.row, citation.column) if part)
    return ", ".join((citation.table or " > ".join(citation.heading) or citation.title, *cell))
