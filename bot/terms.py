"""The parts of a question: what it measures, when, where, of what, and which figures it asserts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from bot import lexicon, measuring, vocabulary
from bot.asked import AskedWord
from bot.asked_unit import asked_unit
from bot.book import Book
from bot.evidence import Operation
from bot.grammar import agents, is_action
from bot.sense import stems
from bot.spelling import is_english, variants
from bot.table_cues import CHANGED
from ingest.domain import Measure, Period, Quantity, Span
from ingest.found import Found
from ingest.places import find_places
from ingest.quantity.dollars import says_us
from ingest.quantity.periods import read_mentions, read_periods
from ingest.quantity.reports import read_quantities
from ingest.words import STOPWORDS, Word, stem, words

Label = TypeVar("Label")


@dataclass(frozen=True, slots=True)
class Terms:
    """``content`` is what no other part explains."""

    measure: Measure | None
    operation: Operation | None
    periods: tuple[Period, ...]
    places: tuple[str, ...]
    content: tuple[AskedWord, ...]
    unknown: tuple[str, ...]
    claims: tuple[Quantity, ...]


def read_terms(asked: str, book: Book) -> Terms:
    """Splits a question into its parts."""
    periods = read_periods(asked, book.question_frame)
    places = [found for found in find_places(asked) if found.value.kind != "world"]
    decimal_comma = book.question_frame.decimal_comma and not _THOUSANDS.search(asked)
    as_written = replace(book.question_frame, decimal_comma=decimal_comma)
    written = [_in_dollars_of(q, book) for q in read_quantities(asked, as_written)]
    claims = tuple(claim for q in written if (claim := _claim(q, asked)))
    taken = [(found.start, found.end) for found in read_mentions(asked, book.question_frame)]
    taken += [(found.start, found.end) for found in places]
    taken += [(q.source.start, q.source.end) for q in claims if isinstance(q.source, Span)]
    if wanted := asked_unit(asked):
        taken.append((wanted.start, wanted.end))
    taken += [match.span() for match in _OWN_RESEARCH.finditer(asked)]
    taken += [match.span(1) for match in _OWN_KIND.finditer(asked) if not _names_a_part(match[1], book)]
    content = [
        word
        for word in words(asked)
        if (is_content(word, book) or _names_user(word, asked, book) or _OPERATING.match(asked, word.start))
        and not _covered(word, taken)
    ]
    if len(book.whole & {word.stem for word in content}) * 2 >= len(book.whole):
        content = [word for word in content if word.stem not in book.whole]
    content = sorted((*content, *_numbers_of_names(asked, taken)), key=lambda word: word.start)
    if places:
        content = [word for word in content if word.stem not in vocabulary.PLACE_STEMS]
    operation = first_match(measuring.OPERATIONS, asked)
    if operation == "difference" and measuring.A_RATE.search(asked):
        operation = None
    if operation is not None:
        content = [word for word in content if not measuring.COMPARED.fullmatch(word.text)]
    measure = first_match(measuring.MEASURES, asked)
    if measure == "size" and measuring.HOW_MUCH_MORE.search(asked):
        measure = None
    if (changed := CHANGED.search(asked)) and measure in _LEVELS and not periods and operation is None:
        content = [word for word in content if word.start != changed.start("verb")]
    return Terms(
        measure=None if operation == "multiple" and measure == "count" else measure,
        operation=operation,
        periods=tuple(
            dict.fromkeys(
                (
                    *(found.value for found in periods if not _is_base(found, asked)),
                    *_backwards(asked),
                    *_relative(asked, book),
                )
            )
        ),
        places=tuple(dict.fromkeys(p.value.name for p in places if p.value.name != book.frame.place)),
        content=tuple(AskedWord(word.text, spellings(word, book), is_action(word, asked)) for word in content),
        unknown=tuple(word.text for word in content if not _is_known(word, book) and not is_action(word, asked)),
        claims=claims,
    )


_LEVELS = (None, "size", "volume", "price", "count", "share")
"""What is told over time to who asks how it developed: "developed" is then no word of what is asked for."""

_OWN_RESEARCH = re.compile(
    r"\b(?:market|this|your|the) research\b|\bresearch (?:report|study|paper|firm|company)\b", re.IGNORECASE
)
"""The report itself, not what somebody spends on research."""


_OWN_KIND = re.compile(
    r"\b(?:the|this|your)\s+((?:press )?(?:note|bulletin|tracker|release|newsletter|briefing|paper|page|article"
    r"|brochure|broker|bank|association|bureau|institute|ministry|agency|authors?|analysts?|researchers?|publishers?))\b(?!['’]s)",
    re.IGNORECASE,
)
"""The report itself or who made it, unless the report has a part of that name."""


def _names_a_part(said: str, book: Book) -> bool:
    return any(word.stem in book.name_stems for word in words(said))


def _names_user(word: Word, asked: str, book: Book) -> bool:
    """Whether industry is who uses something, as a row of the report is called, and not the market: "gas used by
    industry"."""
    used = _USED_BY.search(asked[: word.start]) is not None
    return used and word.stem == _INDUSTRY and frozenset([_INDUSTRY]) in book.items.names


_OPERATING = re.compile(
    r"operating (?:profit|income|results?|margin|loss|costs?|expens\w+|expenditure|cash|earnings|surplus)\b",
    re.IGNORECASE,
)
"""Tells one profit from others, where it else only says what somebody does."""

_USED_BY = re.compile(r"\b(?:by|in|for|to|from) \Z", re.IGNORECASE)
_INDUSTRY = stem("industry")


def _numbers_of_names(asked: str, taken: Sequence[tuple[int, int]]) -> list[Word]:
    """Numbers that are a part of a name: the 13 of "size 13", but not that of "top 13" or "13 years"."""
    said = words(asked)
    return [
        word
        for before, word in pairwise(said)
        if word.text.isdigit()
        and len(word.text) < _LONGEST_NUMBER
        and not _covered(word, taken)
        and before.text[-1:].isalpha()
        and before.text.lower() not in STOPWORDS | _COUNTING
        and asked[before.end : word.start] in (" ", "-")
    ]


_LONGEST_NUMBER = 4
_COUNTING = frozenset("top first last next past than over about to and by least most all".split())
"""Words behind which a number counts."""


def _in_dollars_of(quantity: Quantity, book: Book) -> Quantity:
    """A figure, in a bare "$" in the report's own dollars."""
    bare = quantity.currency == "USD" and not says_us(quantity.text)
    return replace(quantity, currency=book.dollars) if bare else quantity


def _claim(quantity: Quantity, asked: str) -> Quantity | None:
    """A figure the question asserts: "13.70 billion" of a market is money, "1,000 tables, doesn't it?" a count."""
    if quantity.kind == "multiple":
        return None
    if isinstance(quantity.source, Span) and _REFERRED.search(asked[: quantity.source.start]):
        return None
    if quantity.kind != "number":
        return quantity
    if not quantity.unit and quantity.scale >= MILLION:
        return replace(quantity, kind="money", measure="size")
    return quantity if quantity.unit and lexicon.PREMISE.search(asked) else None


_THOUSANDS = re.compile(r"\b\d{1,3}(?:,\d{3})+(?![,\d])")
"""A number as English writes it, also where the report does not."""

MILLION = 10**6
_REFERRED = re.compile(
    r"\b(?:of|in|from|into|to|with) (?:the|these|those|that)\s+(?:\w{2,3}\s*)?$|\ball (?:of )?(?:the |these |those )?$",
    re.IGNORECASE,
)
"""Before a figure that is known to both: "part of the 287.6 million" asserts another thing than the figure."""

_QUARTER = re.compile(r"[qh][1-4]")
_LATER = re.compile(
    r"\b(one|two|three|four|five|six|seven|eight|nine|ten|\d+) years? (?:after|from|past|later than) ((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_FIRST_YEAR = re.compile(r"\bfirst (?:forecast )?year(?: of the forecast)?\b", re.IGNORECASE)
_BACKWARDS = re.compile(r"\b(?:between|from)\s+((?:19|20)\d\d)\s+(?:and|to)\s+((?:19|20)\d\d)\b", re.IGNORECASE)


def _backwards(asked: str) -> list[Period]:
    """The years of "between 2026 and 2025", which is no span."""
    years = [int(year) for match in _BACKWARDS.finditer(asked) for year in match.groups() if match[1] > match[2]]
    return [Period(year, year) for year in years]


def first_match(patterns: Sequence[tuple[re.Pattern[str], Label]], text: str) -> Label | None:
    """The label of the first pattern found in ``text``."""
    return next((label for pattern, label in patterns if pattern.search(text)), None)


def is_content(word: Word, book: Book) -> bool:
    """Whether a word names something, rather than asking or naming the report's own market."""
    lower = word.text.lower()
    if lower in STOPWORDS or vocabulary.is_frame(lower):
        return False
    if not any(char.isalpha() for char in lower) or _QUARTER.fullmatch(lower) or word.stem in book.publisher_stems:
        return False
    return word.stem not in book.market_stems and lower not in book.market_initials


def spellings(word: Word, book: Book) -> tuple[frozenset[str], ...]:
    """The stems a word is looked for by: its own, and those that say the same."""
    alike = {other for group in (*vocabulary.ALIKE_STEMS, *vocabulary.UNITS) if word.stem in group for other in group}
    agent = agents(word.text) if word.stem not in book.surface else frozenset[str]()
    alike |= {stem for stem in variants(word.text) | agent if stem in book.surface}
    own = (frozenset([word.stem]), *(frozenset([other]) for other in sorted(alike - {word.stem})))
    return (*own, written_out) if (written_out := _written_out(word, book)) and written_out not in own else own


def _written_out(word: Word, book: Book) -> frozenset[str] | None:
    """What a word in capitals, or one that is no word, abbreviates: "SMEs", "ct"."""
    short = word.text.removesuffix("s") if word.text[:-1].isupper() else word.text
    if not short.isupper() and is_english(short.lower()):
        return None
    name = book.initials.get(short.lower())
    return stems((name,)) if name else None


def _is_base(found: Found[Period], asked: str) -> bool:
    """Whether a year is only where another is counted from."""
    return any(match.start(2) == found.start for match in _LATER.finditer(asked))


def _relative(asked: str, book: Book) -> list[Period]:
    """The years of "the first year of the forecast" and "two years after 2026"."""
    later = ((match[1].lower(), int(match[2])) for match in _LATER.finditer(asked))
    years = [year + (measuring.NUMBERS.get(count) or int(count)) for count, year in later]
    if _FIRST_YEAR.search(asked) and book.base_year:
        years.append(book.base_year + 1)
    return [Period(year, year) for year in years]


def _covered(word: Word, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start <= word.start < end for start, end in taken)


def _is_known(word: Word, book: Book) -> bool:
    """Whether the report uses the word, abbreviates something so, or uses a word people use for it."""
    if any(spelling <= book.surface.keys() for spelling in spellings(word, book)):
        return True
    return any(word.stem in members for members in vocabulary.CLASS_STEMS)
