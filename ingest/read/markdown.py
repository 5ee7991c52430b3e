"""Reads Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.read.blocks import Block, Bullets, Grid, Heading, Paragraph
from ingest.read.decode import decode
from ingest.read.document import Document
from ingest.read.front_matter import split_front_matter
from ingest.read.markup import html_text, inline_text, is_strong
from ingest.read.outline import outline, title_of_page
from ingest.read.plain import plain_blocks


def read_markdown(data: bytes, name: str) -> Document:
    """Read a Markdown file. Raises UnreadableFile."""
    decoded = decode(data, name)
    front = split_front_matter(decoded.text, name)
    tokens = _MARKDOWN.parse(front.body)
    blocks = list(_Page(tokens, front.lines).blocks()) if _is_marked(tokens) else _unmarked(front.body, front.lines)
    sections, tables = outline(blocks, name)
    return Document(sections, tables, front.metadata, title_of_page(blocks), (*decoded.notices, *front.notices))


_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _is_marked(tokens: Sequence[Token]) -> bool:
    """Whether headings are written as Markdown's, or there is HTML to take out."""
    return any(token.type in ("heading_open", "html_block") for token in tokens)


def _unmarked(text: str, lines_before: int) -> list[Block]:
    """A page pasted without heading marks, read as plain text is; marks within its lines are still reduced."""
    lines = (_MARKDOWN.parseInline(line)[0].children or () for line in text.split("\n"))
    return plain_blocks("\n".join(inline_text(line) for line in lines), lines_before)


@dataclass(frozen=True, slots=True)
class _Page:
    """The tokens of a page; ``lines`` stand before it in its file."""

    tokens: Sequence[Token]
    lines: int

    def blocks(self) -> Iterator[Block]:
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            end = self._closing(at)
            yield from self._block(token, self.tokens[at + 1 : end])
            at = end + 1 if token.type in _WHOLE else at + 1

    def _block(self, token: Token, inside: Sequence[Token]) -> Iterator[Block]:
        line = self._line(token)
        match token.type:
            case "heading_open":
                text = inline_text(inside[0].children or ()).replace("\n", " ")
                if text:
                    yield Heading(int(token.tag[1]), text, line)
            case "paragraph_open":
                children = inside[0].children or []
                text = inline_text(children)
                if text:
                    yield Paragraph(text, line, is_strong(children))
            case "bullet_list_open" | "ordered_list_open":
                items = tuple(_items([token, *inside]))
                if items:
                    yield Bullets(items, line)
                yield from self._grids_in(inside)
            case "table_open":
                yield _grid(inside, line)
            case "fence" | "code_block":
                if token.content.strip():
                    yield Paragraph(token.content.strip("\n"), line)
            case "html_block":
                text = html_text(token.content)
                if text:
                    yield Paragraph(text, line)
            case _:
                pass

    def _grids_in(self, inside: Sequence[Token]) -> Iterator[Block]:
        """Tables that stand inside a list item."""
        page = _Page(inside, self.lines)
        for at, token in enumerate(inside):
            if token.type == "table_open":
                yield _grid(inside[at + 1 : page._closing(at)], self._line(token))

    def _closing(self, at: int) -> int:
        """The index of the token that closes the one at ``at`` (itself when it opens nothing)."""
        opening = self.tokens[at]
        if opening.nesting != 1:
            return at
        closing = opening.type.removesuffix("_open") + "_close"
        return next(
            index
            for index in range(at + 1, len(self.tokens))
            if self.tokens[index].type == closing and self.tokens[index].level == opening.level
        )

    def _line(self, token: Token) -> int:
        return self.lines + (token.map[0] if token.map else 0) + 1


_WHOLE = frozenset({"heading_open", "paragraph_open", "bullet_list_open", "ordered_list_open", "table_open"})
"""Tokens that are read together with all they hold; others (a block quote) are looked into."""


def _items(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """Depth and text of each item of a list and the lists in it; an item's paragraphs run on in one line."""
    depth = -1
    texts: list[str] | None = None
    table = 0
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open", "list_item_close") and texts:
            yield max(depth, 0), " ".join(texts)
            texts = None
        if token.type in ("bullet_list_open", "ordered_list_open"):
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
        elif token.type == "list_item_open":
            texts = []
        table += (token.type == "table_open") - (token.type == "table_close")
        text = "" if table else _item_text(token)
        if text:
            texts = [*(texts or []), text]
    if texts:
        yield max(depth, 0), " ".join(texts)


def _item_text(token: Token) -> str:
    match token.type:
        case "inline":
            return inline_text(token.children or ()).replace("\n", " ")
        case "fence" | "code_block":
            return " ".join(token.content.split("\n")).strip()
        case "html_block":
            return html_text(token.content).replace("\n", " ")
        case _:
            return ""


def _grid(tokens: Sequence[Token], line: int) -> Grid:
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(inline_text(token.children or ()).replace("\n", " "))
    header, *body = (tuple(row) for row in rows)
    return Grid(header, tuple(row for row in body if any(row)), line)
