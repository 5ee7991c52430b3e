"""The pieces a page is made of, whatever its format: headings, paragraphs, bullet lists, grids.

``line`` is the 1-based line of the file, or the block's number where a format has no lines; ``page`` the printed page.
"""

from dataclasses import dataclass

QUESTION_LEVEL = 9
"""Level of a question that stands as a heading: below every other, so that any heading ends its answer."""

SECTION_LEVEL = 2
"""Level of a heading that nothing sets above or below others."""

STRONG_LEVEL = 8
"""Level of a bold line that stands as a heading: below the format's own headings."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the highest."""

    level: int
    text: str
    line: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a line feed stands only between lines of their own. ``strong``: all of it is bold."""

    text: str
    line: int
    strong: bool = False
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Bullets:
    """A bullet list: each item's depth (0 is the outermost) and text."""

    items: tuple[tuple[int, str], ...]
    line: int
    page: int | None = None

    @property
    def text(self) -> str:
        """The items as lines, two spaces for each depth."""
        return "\n".join(f"{'  ' * depth}- {text}" for depth, text in self.items)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells; every row is as long as the header.

    ``caption`` and ``notes`` are those that stand in the table's own first and last rows. ``depths`` and ``pages`` are
    as those of a ``Table``.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    line: int
    caption: str | None = None
    notes: tuple[str, ...] = ()
    depths: tuple[int, ...] = ()
    pages: tuple[int, ...] = ()


Block = Heading | Paragraph | Bullets | Grid
