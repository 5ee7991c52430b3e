"""An answer as the message of a chat: whole sentences with their marks, tables, and the sources at the end.

It is plain text that chat windows set well: lists and tables are written as Markdown writes them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.answer import Answer, Block, Citation, HandoffBlock, ParagraphBlock, TableBlock
from bot.notices import notice
from bot.plain import marked, plain_text
from bot.source_list import sources_of

_MARK = re.compile(r"\[(\d+)\]")
_LINK_OR_TAG = re.compile(r"\](?=\()|<(?=[a-zA-Z/!?])")


@dataclass(frozen=True, slots=True)
class Cited:
    """A mark in the text, from ``start`` to ``end`` in characters, with the source it stands for."""

    start: int
    end: int
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """The text in pieces, each a whole sentence or line and what divides it from the next."""

    pieces: tuple[str, ...]
    cited: tuple[Cited, ...]

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.pieces)


def message_of(answer: Answer, link: Callable[[Citation], str]) -> ChatMessage:
    """The answer as a message; ``link`` gives the address of a citation's source."""
    said = [list(_opening(answer)), *(list(_pieces(block, answer)) for block in answer.blocks)]
    ending = [list(_choices(answer)), list(_sources(answer))]
    pieces = tuple(_joined(said + ending))
    cited = _marks("".join(_joined(said)), answer, link)
    return ChatMessage(pieces, tuple(cited))


def _opening(answer: Answer) -> Iterator[tuple[str, str]]:
    """What kind of answer it is, where its own words do not say so: what is declined is declined in words."""
    told = notice(answer)
    if told and (answer.status == "partial" or not answer.blocks):
        yield told, "\n"


def _joined(paragraphs: list[list[tuple[str, str]]]) -> Iterator[str]:
    """The pieces of paragraphs, each with what follows it."""
    filled = [paragraph for paragraph in paragraphs if paragraph]
    for number, paragraph in enumerate(filled, 1):
        for text, divider in paragraph[:-1]:
            yield f"{_harmless(text)}{divider}"
        last = _harmless(paragraph[-1][0])
        yield last if number == len(filled) else f"{last}\n\n"


def _pieces(block: Block, answer: Answer) -> Iterator[tuple[str, str]]:
    """Sentences or lines, each with what divides it from the next."""
    match block:
        case ParagraphBlock():
            yield from ((marked(sentence.text, sentence.citations), " ") for sentence in block.sentences)
        case TableBlock():
            yield block.title, "\n\n"
            yield from ((line, "\n") for line in _table(block))
        case HandoffBlock():
            named = f"{block.name}, {block.role}" if block.role else block.name
            ways = (None if block.name in block.text else named, block.email, block.phone, block.url)
            yield block.text, "\n"
            yield from ((f"- {way}", "\n") for way in ways if way and way not in block.text)
        case _:
            yield from ((line, "\n") for line in plain_text((block,), answer.calculations).splitlines())


def _table(table: TableBlock) -> Iterator[str]:
    yield _row(table.header)
    yield _row(tuple("---" for _ in table.header))
    for row in table.rows:
        *cells, last = row.cells or ("",)
        yield _row((*cells, marked(last, row.citations)))


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(' '.join(cell.split()).replace('|', '/') for cell in cells)} |"


def _choices(answer: Answer) -> Iterator[tuple[str, str]]:
    """What a question back offers: without it there would be nothing to choose from."""
    if answer.reason == "unclear":
        yield from ((f"- {suggestion}", "\n") for suggestion in answer.suggestions)


def _sources(answer: Answer) -> Iterator[tuple[str, str]]:
    listed = list(sources_of(answer))
    titles = {source.title for source in listed}
    if not listed:
        return
    single = len(titles) == 1
    yield (f"Sources: {listed[0].title}" if single else "Sources"), "\n"
    for source in listed:
        where = [] if single else [source.title]
        where += [] if source.place == source.title else [source.place]
        quote = f"“{' '.join(source.quote.split())}”" if source.quote else ""
        said = ": ".join(part for part in (", ".join(where), quote) if part)
        yield f"- [{source.numbers}] {said or source.place}", "\n"


def _marks(text: str, answer: Answer, link: Callable[[Citation], str]) -> Iterator[Cited]:
    citations = {citation.number: citation for citation in answer.citations}
    for mark in _MARK.finditer(text):
        if citation := citations.get(int(mark[1])):
            title = " > ".join((citation.title, *citation.heading))
            yield Cited(mark.start(), mark.end(), title, link(citation))


def _harmless(text: str) -> str:
    """A report or a question must not put a link, a picture or a tag into somebody's chat window."""
    return _LINK_OR_TAG.sub(lambda found: f"{found[0]} ", text)
