"""A question in the report's own words: "wage bill" as "personnel expense", where its labels call it so."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice, product

from bot.book import Book
from bot.cells import Name, Token, name_of, tokens
from bot.evidence import Draft
from bot.question import Kind, Question
from bot.thesaurus import groups, longest
from bot.understand import understand
from ingest.domain import Cell
from ingest.words import stem

MOST = 4
"""Wordings tried at most."""

_APART = frozenset(map(stem, "other non total net gross excluding ex adjusted before".split()))
"""Stems before a name with which a label names another thing: other operating income is none of the main one."""


Propose = Callable[[Question], Draft]
"""Proposes what answers a question."""


def reworded(question: Question, book: Book, propose: Propose) -> Draft | None:
    """What is proposed to a question in the report's own words; None where none of these leads to cells, or some lead
    to others."""
    drafts = [propose(understand(ask, book, question.previous)) for ask in rewordings(question, book)]
    told = [each for each in drafts if each.reason is None and not each.partial]
    return told[0] if told and all(_same_cells(told[0], each) for each in told) else None


KINDS: tuple[Kind, ...] = ("figure", "series", "list", "superlative", "explanation")
"""Kinds of question that cells answer."""


def rewordings(question: Question, book: Book) -> Iterator[str]:
    """The question with what the report's labels call things in place of names that none of them has."""
    if question.kind not in KINDS or question.is_wordy:
        return
    ask = question.ask
    said = tokens(ask)
    spots = [(first, last, names) for first, last in _names_in(said) if (names := _called(said[first:last], book))]
    if not spots:
        return
    ways = product(*(names for _, _, names in spots))
    for way in islice(ways, MOST):
        text = ask
        for (first, last, _), name in reversed(list(zip(spots, way, strict=True))):
            text = f"{text[: said[first].start]}{name}{text[said[last - 1].end :]}"
        yield text


def terms_in(ask: str) -> Iterator[tuple[tuple[str, ...], ...]]:
    """The groups of names of each term of several words that a question has."""
    said = tokens(ask)
    for first, last in _names_in(said):
        if last - first > 1:
            yield groups()[tuple(token.stem for token in said[first:last])]


def _same_cells(one: Draft, other: Draft) -> bool:
    """Whether two drafts cite the same cells, and nothing but cells."""
    cells, others = ({q.source for each in draft.cited for q in each.quantities} for draft in (one, other))
    return cells == others and bool(cells) and all(isinstance(source, Cell) for source in cells)


def _names_in(said: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where the thesaurus's names stand in a text, the longest first at each place, none in another."""
    at = 0
    while at < len(said):
        ends = range(min(len(said), at + longest()), at, -1)
        end = next((end for end in ends if tuple(t.stem for t in said[at:end]) in groups()), None)
        if end is not None and (at == 0 or said[at - 1].stem not in _APART):
            yield at, end
        at = end or at + 1


def _called(said: Sequence[Token], book: Book) -> list[str]:
    """What else the report's labels call a thing; nothing where they call it so."""
    own = tuple(token.stem for token in said)
    labels = book.items.label_names
    if _stands_in(own, labels):
        return []
    names = {name_of(name): name for group in groups()[own] for name in group}
    found = {stems: name for stems, name in names.items() if stems != own and _stands_in(stems, labels)}
    return [name for stems, name in found.items() if not any(stems in _parts_of(other) for other in found)]


def _parts_of(name: Name) -> frozenset[Name]:
    """What stands in a name and is shorter than it: "low" in "low case"."""
    ends = range(1, len(name) + 1)
    return frozenset(name[at:end] for end in ends for at in range(end)) - {name}


def _stands_in(name: Name, labels: frozenset[Name]) -> bool:
    """Whether some label has a name, and not as a part of another's."""
    length = len(name)
    for label in labels:
        for at in range(len(label) - length + 1):
            if label[at : at + length] == name and (at == 0 or label[at - 1] not in _APART):
                return True
    return False
