"""Reduces inline Markdown and HTML to the plain text a reader sees."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

from markdown_it.token import Token

_LABEL_LINE = re.compile(r"[^\W\d_][^:.?!\n]{0,58}[^\s:.?!]\s?:(?:\s+\S|\s*$)")
_FOOTNOTE = re.compile(r"\[\^([\w-]{1,20})\]")
_BREAK_TAG = re.compile(r"</?(?:br|p|div|li|tr|h[1-6])\b", re.IGNORECASE)
_BLOCK_TAGS = frozenset(
    {
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "tr",
        "table",
        "br",
        "section",
        "article",
        "blockquote",
        "details",
        "summary",
        "figure",
    }
    | {f"h{level}" for level in range(1, 7)}
)
_UNSEEN_TAGS = frozenset({"script", "style", "template", "head"})


def is_label_line(line: str) -> bool:
    """Whether a line reads "Base Year: 2024": a short label that starts with a capital, a colon, and the rest."""
    match = _LABEL_LINE.match(line)
    return bool(match) and line[0].isupper() and len(line.split(":")[0].split()) <= 7


def inline_text(tokens: Sequence[Token]) -> str:
    """The text of inline tokens: links by their words, images by their description; own lines stay lines."""
    return join_lines("".join(_piece(token) for token in tokens).split("\n"))


def join_lines(lines: Sequence[str]) -> str:
    """Join the source lines of a paragraph with spaces, except before a line that is one of its own.

    A hard break (a vertical tab here) and a run of "Label: value" lines keep their line ends.
    """
    kept: list[str] = []
    for line in lines:
        text = line.strip(" \t")
        if kept and not (is_label_line(text) and (is_label_line(kept[-1]) or kept[-1].endswith((".", ":", "?", "!")))):
            kept[-1] = f"{kept[-1]} {text}" if text else kept[-1]
        else:
            kept.append(text)
    own_lines = "\n".join(kept).split("\v")
    return "\n".join(line.strip(" \t\n") for line in own_lines).strip()


def is_strong(tokens: Sequence[Token]) -> bool:
    """Whether all of a paragraph stands between one pair of bold marks."""
    marks = [token.type for token in tokens if token.type != "text" or token.content.strip(" :")]
    return (
        len(marks) > 2 and marks[0] == "strong_open" and marks[-1] == "strong_close" and marks.count("strong_open") == 1
    )


def _piece(token: Token) -> str:
    match token.type:
        case "text":
            return _FOOTNOTE.sub(r"[\1]", token.content)
        case "code_inline" | "text_special":
            return token.content
        case "softbreak":
            return "\n"
        case "hardbreak":
            return "\v"
        case "image":
            return "".join(_piece(child) for child in token.children or ())
        case "html_inline":
            return "\v" if _BREAK_TAG.match(token.content) else ""
        case _:
            return ""


class _Text(HTMLParser):
    """Collects the text of HTML; block tags end lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in _UNSEEN_TAGS
        if tag in _BLOCK_TAGS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in _UNSEEN_TAGS and self.unseen > 0
        if tag in _BLOCK_TAGS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.pieces.append(re.sub(r"[ \t\n]+", " ", data))


def html_text(html: str) -> str:
    """The text of an HTML block, its tags dropped, one line for each block tag."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    lines = (line.strip(" ") for line in "".join(parser.pieces).split("\n"))
    return "\n".join(line for line in lines if line)
