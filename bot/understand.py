"""The first step: links a question to the report's own vocabulary."""

import re
import unicodedata
from dataclasses import replace

from bot import joined, lexicon, vocabulary
from bot.ask import asks, sentences_of
from bot.asked import AskedWord
from bot.book import Book
from bot.carry import SUBSTANTIAL, asks_nothing_new, carry_over, names_only_measures
from bot.focus import focused
from bot.initials import written_out
from bot.interchangeable import in_report_words
from bot.kinds import kind_of
from bot.latest_part import dated
from bot.measuring import OF_SEVERAL
from bot.orders import without_orders
from bot.publisher import errand
from bot.question import Kind, Question
from bot.resolved import resolved
from bot.shorthand import without_shorthand
from bot.spelling import is_foreign, mended
from bot.terms import Terms, read_terms
from bot.tongues.hear import hear
from bot.tongues.pieces import known_by
from bot.topics import in_one_word, why_of, with_companies, with_topics
from ingest.places import find_places, place_named
from ingest.quantity.spelled import SPELLED, spelled_value
from ingest.words import words

INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
SHORT = 3
"""Words of a question without a subject of its own: "how fast?"."""

BARE = 2
"""Words of a question that only says what is measured: "tonnes?"."""

MOST_ALSO = 2
"""Questions answered before the last one of a message at most."""

_EDITION = re.compile(r"\b(?:19|20)\d\d edition\b|\bedition (?:of |for )?(?:19|20)\d\d\b", re.IGNORECASE)
"""The year of an edition is not the year asked for."""

_AHEAD = re.compile(
    r"\b(?:will|forecast|project\w*|expect\w*|predict\w*|future|going to|by (?:the )?(?:end|year|(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
_NOT_AHEAD = re.compile(r"\bnot (?:the )?(?:forecast|project|expect)", re.IGNORECASE)
_BACK = re.compile(r"\b(?:histor\w+|past|so far|previously|earlier|did|has\b.*\bgrown|grew|was)\b", re.IGNORECASE)


def understand(text: str, book: Book, previous: Question | None = None) -> Question:
    """Reads what is asked: kind, measure, periods, places, subject, claims; what is left open comes from ``previous``.

    Of a message with several sentences the last that asks is the question; those before it are what it can lean on,
    and what else is asked.
    """
    clean = cleaned(text)
    asking = without_orders(clean)
    if clean and not asking:
        return replace(_understood(clean, clean, book, None), kind="personal", aspect="order")
    read: list[Question] = []
    for part in asks(asking):
        part = resolved(part, previous, book)
        previous = _understood(clean, part, book, focused(previous, book))
        read.append(previous)
    while len(read) > 1 and _is_bare(read[-1]):
        read.pop()
    *earlier, question = read
    return replace(
        question,
        items=_items(question, book),
        also=tuple(one for one in earlier if "?" in one.ask and one.kind in SUBSTANTIAL)[-MOST_ALSO:],
    )


def cleaned(text: str) -> str:
    """One line, without invisible characters, in compatibility form."""
    line = " ".join(INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).split())
    line = without_shorthand(line)
    line = _NOT_THAT.sub("", _YEAR_AND_PERCENT.sub(r"\1,", line))
    return _EDITION.sub("edition", _EMPLOYED.sub("how many employees", _in_digits(line)))


_NOT_THAT = re.compile(r"\s*\((?:but |and )?(?:not|rather than|instead of) [^()]{2,60}\)", re.IGNORECASE)
"""Says in brackets what is not asked for: "coaches (not city buses)"."""

_YEAR_AND_PERCENT = re.compile(r"\b((?:from|between|to|and|[-–])\s?(?:19|20)\d\d)(?= (?:%|per ?cent))", re.IGNORECASE)
"""Before the unit that is asked for, a year is no amount: "growth from 2019 to 2022 % revenue"."""

_EMPLOYED = re.compile(r"\bhow many (?:people|persons|men|hands) (?:work|are employed|are working)\b", re.IGNORECASE)
"""Asks for employees."""


_CENTURY = re.compile(r"\b(?P<century>nineteen|twenty)[- ](?=[a-z])", re.IGNORECASE)
_SHORT_SPAN = re.compile(r"(?<![\w.,–-])(?P<first>\d\d)\s?[-–/]\s?(?P<last>\d\d)(?![\w%.,–-])")
_OVER_YEARS = re.compile(r"\b(?:cagr|growth|grow|forecast|period|years?)\b", re.IGNORECASE)


def _in_digits(line: str) -> str:
    """Years in digits and in full: "twenty-twenty-four", "cagr 25-33"."""
    for century in reversed(list(_CENTURY.finditer(line))):
        rest = line[century.end() :]
        year = SPELLED.match(rest)
        if year and spelled_value(year) >= _EARLIEST:
            digits = f"{_CENTURIES[century['century'].lower()]}{spelled_value(year)}"
            line = line[: century.start()] + digits + rest[year.end() :]
    line = _SEASON.sub(_season_of, line)
    return _SHORT_SPAN.sub(_span_of, line) if _OVER_YEARS.search(line) else line


_SEASON = re.compile(r"(?<![\w.,/–-])(?P<first>\d\d)/(?P<last>\d\d)(?![\w%.,/–-]*\d)")
"""A fiscal year by the last digits of two that follow each other: "between 22/23 and 24/25"."""


def _season_of(match: re.Match[str]) -> str:
    first, last = int(match["first"]), int(match["last"])
    return f"20{first}/{last}" if _EARLIEST <= first == last - 1 else match[0]


def _span_of(match: re.Match[str]) -> str:
    first, last = int(match["first"]), int(match["last"])
    return f"20{first}-20{last}" if _EARLIEST <= first < last else match[0]


_EARLIEST = 10
"""The first year of a century that two digits, or a word behind its century, are taken for."""

_CENTURIES = {"nineteen": 19, "twenty": 20}


def _understood(text: str, part: str, book: Book, previous: Question | None) -> Question:
    heard = hear(part, lambda: known_by(book.vocabulary))
    part = heard.english if heard and not heard.unread else part
    foreign = is_foreign(part, book.vocabulary)
    spelled = mended(_without_attribution(part, book), book.vocabulary)
    ask = _with_places(in_one_word(written_out(in_report_words(spelled, book), book)), book)
    ask = dated(ask, book) if previous is None else ask
    terms = read_terms(ask, book)
    words_asked = terms.content
    kind: Kind
    kind, aspect = ("foreign", "") if foreign else kind_of(ask, terms)
    if kind not in ("foreign", "small talk", "contact") and (what := _errand_of(text)):
        kind, aspect = "contact", what
    words_asked = tuple(word for word in words_asked if not word.is_action or _may_be_named(word, kind, book))
    if kind in WORDY:
        words_asked = with_topics(words_asked)
    if kind == "list":
        words_asked = with_companies(words_asked)
    if kind == "superlative" and lexicon.CLAIMS_LARGEST.search(ask):
        words_asked, terms = (), replace(terms, places=())
    if kind == "coverage":
        words_asked = _named((*words_asked, *_coverable(ask)), terms.places)
    if kind == "explanation":
        words_asked = why_of(ask, words_asked)
    question = Question(
        text=text,
        ask=ask,
        report=book.report.id,
        kind=kind,
        aspect=aspect,
        measure=terms.measure,
        operation=terms.operation,
        periods=terms.periods,
        places=terms.places,
        words=words_asked,
        unknown=terms.unknown,
        stems=frozenset(word.stem for word in words(ask)),
        claims=terms.claims,
        forecast=bool(_AHEAD.search(ask)) and not _NOT_AHEAD.search(ask),
        historic=bool(_BACK.search(ask)),
        elliptic=is_elliptic(ask, terms),
    )
    filled = carry_over(question, previous)
    is_new = not asks_nothing_new(question, filled) or bool(question.stems & book.market_stems)
    return filled if is_new else replace(filled, kind="empty", aspect="")


def _errand_of(text: str) -> str | None:
    """What is asked of the publisher in a message of one sentence, with its "could you give us"."""
    return errand(text) if len(sentences_of(text)) == 1 else None


def _items(question: Question, book: Book) -> tuple[Question, ...]:
    """The several things asked for, each understood by itself."""
    if question.kind not in ("figure", "list", "explanation") or question.operation in OF_SEVERAL or question.claims:
        return ()
    if question.previous is not None or question.is_wordy:
        return ()
    read = [_understood(item, item, book, None) for item in joined.items(question.ask, book)]
    named = tuple(each for each in read if each.measure or not each.is_of_whole_market)
    return named if len(named) > 1 else ()


def _with_places(ask: str, book: Book) -> str:
    """The question with names of places large that are words too in small letters, where the report has the place:
    "turkey"."""
    return _SMALL.sub(lambda word: word[0].title() if _is_place_of(word[0], book) else word[0], ask)


def _is_place_of(word: str, book: Book) -> bool:
    place = place_named(word)
    return place is not None and place.name in book.places and not find_places(word)


_SMALL = re.compile(r"\b[a-z]{4,}\b")


def _is_bare(question: Question) -> bool:
    """Whether a sentence asks for nothing of its own: "Could you provide this?"."""
    nothing = question.is_of_whole_market and not (question.measure or question.periods or question.claims)
    return nothing and question.kind in ("empty", "small talk", "explanation") and question.aspect != "definition"


WORDY = ("explanation", "coverage", "list")
"""Kinds whose verbs may be looked for in the text; a figure has none."""


def _may_be_named(word: AskedWord, kind: Kind, book: Book) -> bool:
    """Whether a verb is looked for all the same: as part of a name ("printing inks"), a topic, a word of the text."""
    if word.stems & book.name_stems:
        return True
    topic = any(word.stems & group for group in vocabulary.TOPIC_STEMS)
    return kind in WORDY and (topic or bool(word.stems & book.surface.keys()))


def _coverable(ask: str) -> tuple[AskedWord, ...]:
    """What a report may or may not treat though every question asks with it: "does it include pricing?"."""
    return tuple(AskedWord(w.text, (frozenset([w.stem]),)) for w in words(ask) if w.stem in vocabulary.COVERABLE)


def _named(asked: tuple[AskedWord, ...], places: tuple[str, ...]) -> tuple[AskedWord, ...]:
    """What a coverage question asks for by name: "a chapter on AI" asks for AI."""
    named = tuple(word for word in asked if not word.stems & vocabulary.NOUN_STEMS)
    return named if named or places else asked


def _without_attribution(part: str, book: Book) -> str:
    """The question without "according to X" where X is somebody the report itself names."""
    match = _ATTRIBUTED.search(part)
    if match is None or not all(
        word.stem in book.surface or word.stem in book.frame.publisher for word in words(match[1])
    ):
        return part
    return f"{part[: match.start()]} {part[match.end() :]}".strip()


_ATTRIBUTED = re.compile(r"\baccording to ((?:[A-Z][\w&.'’-]*)(?: (?:of |and |& )?[A-Z][\w&.'’-]*)*),?")


_WHOLE = re.compile(
    r"\W*(?:who|whom|whose|why|where|when|is|are|was|were|do|does|did|can|give|tell|show|list|name|compare|describe|explain)\b",
    re.IGNORECASE,
)
"""Opens a question that stands alone, however short: "who owns it?" leans on its pronoun only."""


def is_elliptic(asked: str, terms: Terms) -> bool:
    """Whether a question leans on the one before: "and in 2032?", "what about Europe?", "who are they?"."""
    if lexicon.ELLIPSIS.search(asked):
        return True
    if terms.measure == "count" and not (terms.content or terms.places or terms.periods):
        return True
    is_bare = len(asked.split()) <= BARE and not (terms.places or terms.periods)
    if is_bare and terms.measure and names_only_measures(terms.content):
        return True
    if not (terms.content or terms.places or terms.periods) and len(asked.split()) <= SHORT:
        return True
    if _WHOLE.match(asked) and not lexicon.PRONOUN.search(asked):
        return False
    bare = terms.measure is None and len(terms.content) + len(terms.places) + len(terms.periods) <= 2
    return bool(lexicon.PRONOUN.search(asked)) or (bare and len(asked.split()) <= 4)
