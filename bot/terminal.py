"""An answer as plain text for a terminal: the text, then its sources by number."""

import textwrap
import unicodedata
from collections.abc import Iterator

from bot.answer import Answer, Block, HandoffBlock, TableBlock
from bot.notices import notice
from bot.plain import marked, plain_text
from bot.source_list import Source, sources_of

_WIDEST = 88
_BOLD, _FAINT, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def render(answer: Answer, width: int = 80, colour: bool = False) -> str:
    """The answer in lines of at most ``width`` characters where words allow."""
    width = max(30, min(width, _WIDEST))
    parts = [_styled(notice(answer) or "", _BOLD, colour), *(_block(block, answer, width) for block in answer.blocks)]
    parts += [_sources(answer, width, colour), _suggestions(answer.suggestions, width)]
    return "\n\n".join(part for part in parts if part)


def _block(block: Block, answer: Answer, width: int) -> str:
    match block:
        case TableBlock():
            return "\n".join(_table(block, width))
        case HandoffBlock():
            ways = "\n".join(f"  {way}" for way in (block.email, block.phone, block.url) if way)
            named = f"{block.name}, {block.role}" if block.role else block.name
            person = textwrap.fill(named, width, initial_indent="  ", subsequent_indent="  ")
            parts = (_wrapped(block.text, width), "" if block.name in block.text else person, ways)
            return _printable("\n".join(part for part in parts if part))
        case _:
            return _wrapped(plain_text((block,), answer.calculations), width)


def _wrapped(text: str, width: int) -> str:
    lines = (
        textwrap.fill(line, width, subsequent_indent="  " if line.startswith("- ") else "", break_on_hyphens=False)
        for line in _printable(text).splitlines()
    )
    return "\n".join(lines)


def _table(table: TableBlock, width: int) -> Iterator[str]:
    """Columns where they fit the width, else a line per row."""
    rows = [table.header, *(row.cells for row in table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=False)]
    yield _wrapped(table.title, width)
    aligned = sum(widths) + 2 * len(widths) + 6 <= width
    for row, citations in zip(rows, [(), *(r.citations for r in table.rows)], strict=True):
        cells = (
            [_aligned(c, w, first=not i) for i, (c, w) in enumerate(zip(row, widths, strict=False))] if aligned else row
        )
        yield _printable(marked("  ".join(cells) if aligned else " | ".join(cells), citations))


def _aligned(cell: str, width: int, first: bool) -> str:
    return cell.ljust(width) if first else cell.rjust(width)


def _sources(answer: Answer, width: int, colour: bool) -> str:
    if not answer.citations:
        return ""
    listed = (_source(source, width, colour) for source in sources_of(answer))
    return "\n".join((_styled("Sources", _BOLD, colour), *listed))


def _source(source: Source, width: int, colour: bool) -> str:
    mark = f"[{source.numbers}] "
    indent = " " * len(mark)
    line = textwrap.fill(_printable(source.place), width, initial_indent=mark, subsequent_indent=indent)
    if not source.quote:
        return line
    words = f'"{_printable(" ".join(source.quote.split()))}"'
    said = textwrap.fill(words, width, initial_indent=indent, subsequent_indent=indent)
    return f"{line}\n{_styled(said, _FAINT, colour)}"


def _suggestions(suggestions: tuple[str, ...], width: int) -> str:
    return "\n".join(["Ask next", *(_wrapped(f"- {s}", width) for s in suggestions)]) if suggestions else ""


def _styled(text: str, style: str, colour: bool) -> str:
    return f"{style}{text}{_PLAIN}" if colour and text else text


def _printable(text: str) -> str:
    """Without control characters: a report must not drive the reader's terminal."""
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) != "Cc")
