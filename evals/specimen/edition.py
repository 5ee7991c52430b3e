"""An edition before it takes a format: headings, sentences, lists, questions with answers, and tables in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from evals.specimen.layout import Layout
from evals.specimen.market import Market
from evals.specimen.table import Meaning, SpecimenTable

MARK = "Fictional specimen – all names and figures are invented"
"""Stands on every page and in every format."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 opens a chapter."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure a sentence states, as said ("USD 4.2 million") and as a number."""

    said: str
    value: Decimal
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the figures it states."""

    text: str
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences in a row; ``footnote`` stands at the bottom of the page."""

    sentences: tuple[Sentence, ...]
    footnote: str = ""

    @property
    def text(self) -> str:
        """As one line."""
        return " ".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list under the line that leads to it."""

    lead: str
    items: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A frequently asked question with its answer."""

    question: str
    answer: Sentence


Block = Heading | Paragraph | Bullets | Asked | SpecimenTable


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a fictional report."""

    name: str
    title: str
    market: Market
    layout: Layout
    blocks: tuple[Block, ...]

    @property
    def tables(self) -> tuple[SpecimenTable, ...]:
        """Its tables, in order."""
        return tuple(block for block in self.blocks if isinstance(block, SpecimenTable))

    @property
    def published(self) -> str:
        """The day it came out."""
        return f"{self.market.base}-11-14"

    @property
    def contact(self) -> tuple[tuple[str, str], ...]:
        """Whom a reader may write to."""
        host = self.market.publisher.lower().replace(" ", "-") + ".example"
        return (
            ("Publisher", self.market.publisher),
            ("Contact", "Rowan Ashdown, Client Service"),
            ("Email", f"service@{host}"),
            ("Phone", "+1 555 0100"),
            ("Web", f"https://{host}/reports/{self.market.slug}"),
        )

    def chapters(self) -> Iterator[tuple[str, tuple[Block, ...]]]:
        """Each chapter's heading and the blocks under it."""
        title, inside = "", list[Block]()
        for block in self.blocks:
            if isinstance(block, Heading) and block.level == 1:
                if title:
                    yield title, tuple(inside)
                title, inside = block.text, []
            else:
                inside.append(block)
        yield title, tuple(inside)


def sentences(blocks: tuple[Block, ...]) -> Iterator[tuple[str, int, Sentence]]:
    """Every sentence with the heading it stands under and the number of its block."""
    heading = ""
    for number, block in enumerate(blocks):
        match block:
            case Heading():
                heading = block.text
            case Paragraph():
                yield from ((heading, number, sentence) for sentence in block.sentences)
            case Bullets():
                yield from ((heading, number, sentence) for sentence in block.items)
            case Asked():
                yield heading, number, block.answer
            case _:
                pass
