"""Puts the blocks of an HTML page in order: its title first, lists in one piece, questions as headings, numbered."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.read.blocks import QUESTION_LEVEL, SECTION_LEVEL, Block, Bullets, Heading, Paragraph
from ingest.read.outline import is_question

_QUESTIONS = re.compile(
    r"\bFAQs?\b|frequently asked|häufig(?:e|\s+gestellte) fragen|foire aux questions", re.IGNORECASE
)
_ANSWER = re.compile(r"(?:A|Ans|Answer)\s?\d{0,2}[.:)]\s+(?=\S)")
_PART = re.compile(r"PART\s+[IVX]+\b", re.IGNORECASE)
_ITEM = re.compile(r"ITEM\s+\d{1,2}[A-C]?\b", re.IGNORECASE)
_PAGE_NUMBERS = 5
"""So many numbers alone on a line, each one more than the last, are those of printed pages."""


def in_order(blocks: Iterable[Block], title: str | None) -> list[Block]:
    """The blocks below the page's title, numbered from 1."""
    page = _titled(list(_with_questions(_merged(_without_page_numbers(list(blocks))))), title)
    return [replace(block, line=number) for number, block in enumerate(_shifted(page), start=1)]


def _merged(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with lists that follow each other, as in columns, made one."""
    last: Block | None = None
    for block in blocks:
        if isinstance(last, Bullets) and isinstance(block, Bullets) and _asks(last) == _asks(block):
            last = Bullets((*last.items, *block.items), 1)
            continue
        if last is not None:
            yield last
        last = block
    if last is not None:
        yield last


def _asks(bullets: Bullets) -> bool:
    return all(is_question(text) for _, text in bullets.items)


def _with_questions(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with plain lines that ask, below a heading for questions, as headings; answers without "A:"."""
    asking = 0
    answers = False
    for block in blocks:
        if isinstance(block, Heading):
            block = _as_question(block, asking)
            asking = block.level if _QUESTIONS.search(block.text) else asking * (block.level == QUESTION_LEVEL)
        elif isinstance(block, Paragraph) and asking and is_question(block.text):
            block = Heading(QUESTION_LEVEL, block.text, 1)
        elif isinstance(block, Paragraph) and answers:
            block = replace(block, text=_ANSWER.sub("", block.text, count=1))
        answers = isinstance(block, Heading) and is_question(block.text)
        yield block


def _as_question(heading: Heading, below: int) -> Heading:
    """A heading below that of the questions on the level of questions, whatever level its page gives it."""
    asks = 0 < below < heading.level and is_question(heading.text)
    return replace(heading, level=QUESTION_LEVEL) if asks else heading


def _titled(blocks: Sequence[Block], title: str | None) -> list[Block]:
    """The blocks with the page's title before them, however much stood above it."""
    if title is None:
        return _by_items(blocks)
    is_title = (isinstance(block, Heading) and block.text == title for block in blocks)
    at = next((number for number, found in enumerate(is_title) if found), None)
    rest = [block for number, block in enumerate(blocks) if number != at]
    return [Heading(1, title, 1), *rest]


def _shifted(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with no heading beside the title: where others are of its level, all go down one."""
    down = sum(isinstance(block, Heading) and block.level == 1 for block in blocks) > 1
    for number, block in enumerate(blocks):
        shifts = isinstance(block, Heading) and down and number and block.level < QUESTION_LEVEL - 1
        yield replace(block, level=block.level + 1) if isinstance(block, Heading) and shifts else block


def _by_items(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a filing, whose only headings are bold lines, with its parts and items as headings."""
    if any(isinstance(block, Heading) for block in blocks):
        return list(blocks)
    return [_as_item(block) if isinstance(block, Paragraph) and block.strong else block for block in blocks]


def _as_item(block: Paragraph) -> Block:
    if "\n" in block.text or len(block.text) > 150:
        return block
    if _PART.match(block.text):
        return Heading(SECTION_LEVEL, block.text, 1)
    return Heading(SECTION_LEVEL + 1, block.text, 1) if _ITEM.match(block.text) else block


def _without_page_numbers(blocks: Sequence[Block]) -> list[Block]:
    numbers = [
        (at, int(block.text))
        for at, block in enumerate(blocks)
        if isinstance(block, Paragraph) and len(block.text) < 4 and block.text.isascii() and block.text.isdigit()
    ]
    values = [value for _, value in numbers]
    steps = sum(after - before == 1 for before, after in pairwise(values))
    printed = {at for at, _ in numbers} if steps >= max(_PAGE_NUMBERS, len(values) // 2) else set()
    return [block for at, block in enumerate(blocks) if at not in printed]
