"""Explanations that a report has a section for: why the market grows, what holds it back, what is recommended."""

import re
from collections.abc import Iterator, Sequence

from bot import vocabulary
from bot.book import Book
from bot.carried_on import beside
from bot.cite import evidence_at
from bot.evidence import Draft, Paragraph, Sentence
from bot.leaning import announces, is_brief
from bot.market_topics import ADVICE, ASKING, DRIVERS, HURDLES, SCOPE, TOPICS, Topic
from bot.measuring import MOVES
from bot.phrase import verbatim
from bot.question import Question
from bot.readings import places_in, sentence_spans
from bot.retrieve import Found
from bot.sense import GENERIC, stems
from ingest.domain import Section, Span
from ingest.planted import is_in_planted, is_planted
from ingest.words import STOPWORDS, stem, words

MOST = 4
"""Sentences of an answer at most."""

NAMED = 3
"""Sentences at most that name a topic which no section is headed with."""

LABEL = 4
"""Words of a run-in label at most: "Cold-water swimming." before what is said of it."""

SHORT = 12
"""Words of a sentence at most that the next one is told with: "Skilled mechanics are the brake."."""

TITLE = 12
"""Words of a line at most that stands over a paragraph: "Driver: card-funded access"."""


def section(found: Found) -> Draft | None:
    """What the report's section says on what is asked, or what its sentences do that name it, where nothing narrows
    the question."""
    question, book = found.question, found.book
    asked = _asked(question)
    for topic in TOPICS:
        if topic.asked.search(asked):
            named = _named(question, asked, book)
            spans = _told(topic, book) if _is_of_whole(question, asked, topic, named, book) else []
            if spans := spans or _in_words(topic, named, book):
                quoted = (Sentence(verbatim(book.text_at(span)), (evidence_at(book, span),)) for span in spans)
                return Draft((Paragraph(tuple(quoted)),), answerer="section")
    return None


def _asked(question: Question) -> str:
    """What is asked, with what was said or told before it that a bare "why?" is about."""
    told = question.previous
    if told is None or not told.is_of_whole_market or not _BARE_WHY.fullmatch(question.ask):
        return question.ask
    is_of_growth = told.measure in MOVES and not HURDLES.asked.search(f"{question.ask} {told.ask}")
    return f"{question.ask} {told.ask}{' growth' if is_of_growth else ''}"


_BARE_WHY = re.compile(
    r"\W*(?:(?:and|but|so|ok) )?(?:why|how come)(?: (?:is|was) (?:that|it))?(?: so)?\W*", re.IGNORECASE
)


def _own_places(book: Book) -> frozenset[str]:
    """The place whose market it is; none where the title names several."""
    titled = places_in(book.title)
    return frozenset({book.frame.place} if book.frame.place else ()) | (titled if len(titled) == 1 else frozenset())


_DRIVER = re.compile(r"\bdrivers?\b", re.IGNORECASE)
"""Names what drives a market, or who drives a lorry."""


def _named(question: Question, asked: str, book: Book) -> frozenset[str]:
    """Stems of what a question names beside the topic, the market, its place and its publisher."""
    said = {word.stem for word in words(question.ask if question.aspect == "reason" else asked)}
    own = stems(_own_places(book))
    return frozenset(said - STOPWORDS - GENERIC - ASKING - book.market_stems - book.publisher_stems - own)


def _is_of_whole(question: Question, asked: str, topic: Topic, named: frozenset[str], book: Book) -> bool:
    """Whether a question asks for a topic of the whole market and of no time but the report's: it names no place and no
    part, and no other thing unless the report speaks of it."""
    timed = question.years and question.aspect != "reason"
    told = question.previous
    if question.aspect == "reason" and not (told and told.is_of_whole_market and told.measure in MOVES):
        return False
    if set(question.places) - _own_places(book) or timed or question.claims:
        return False
    if not named or topic is not DRIVERS or _PAST.search(asked) or not topic.asked.search(_DRIVER.sub("", asked)):
        return not named
    if any(word.text[:1].isupper() and word.start and word.stem in named for word in words(asked)):
        return False
    titles = [title for each in book.report.sections for title in each.heading if topic.headed.search(title)]
    named -= stems(titles)
    return named <= book.surface.keys() and not any(name <= named for name in book.names if name)


_PAST = re.compile(
    r"\b(?:did|was|were|had|fell|rose|grew|went|lost|gained|jumped|declined|dropped|slowed|last|ago|\w{3,}ed)\b",
    re.IGNORECASE,
)
"""Asks for something that happened once."""


def _in_words(topic: Topic, named: frozenset[str], book: Book) -> list[Span]:
    """The sentences that advise those who are named, or that say what is left out, of no class of things by itself."""
    if topic is ADVICE:
        told = (span for span, text in book.sentences if ADVICE.said.search(text) and named & stems((text,)))
        clean = (span for span in told if not is_in_planted(book.report.sections[span.section], span.start))
        return [span for _, span in zip(range(NAMED), clean, strict=False)]
    narrowed = named & vocabulary.NOUN_STEMS - _GOODS
    return _naming(SCOPE, book) if topic is SCOPE and not narrowed else []


_GOODS = frozenset(map(stem, vocabulary.CLASSES["product"]))


def _told(topic: Topic, book: Book) -> list[Span]:
    """The sentences on a topic, in reading order."""
    paragraphs = _headed(topic, book) or _run_in(topic, book)
    return _opening(paragraphs, book) if paragraphs else _naming(topic, book)


def _opening(paragraphs: Sequence[Sequence[Span]], book: Book) -> list[Span]:
    """Of one paragraph its first sentences; of several the first of each and, where there is room, the next: first of
    those that only announce it."""
    if len(paragraphs) == 1:
        return list(paragraphs[0][:MOST])
    told = paragraphs[:MOST]
    order = sorted(range(len(told)), key=lambda at: not _only_opens(book.text_at(told[at][0])))
    more = set([at for at in order if len(told[at]) > 1][: MOST - len(told)])
    return [span for at, spans in enumerate(told) for span in spans[: 1 + (at in more)]]


def _only_opens(text: str) -> bool:
    return announces(text) or is_brief(text)


def _headed(topic: Topic, book: Book) -> list[list[Span]]:
    """The paragraphs and sub-sections under the topic's heading."""
    headed = [
        (number, each)
        for number, each in enumerate(book.report.sections)
        if any(topic.headed.search(heading) for heading in each.heading) and each.text.strip()
    ]
    if not headed:
        return []
    first = headed[0][1].heading
    if len(headed) == 1 and _is_of_one(headed[0][1].heading, topic, book):
        return []
    depth = next(at for at, heading in enumerate(first) if topic.headed.search(heading))
    same = [(number, each) for number, each in headed if each.heading[: depth + 1] == first[: depth + 1]]
    if all(topic.headed.search(each.heading[-1]) for _, each in headed) and len(same) == 1:
        same = headed  # "Driver: ...", "Driver: ..."
    found = [list(_labelled(number, part)) for number, each in same for part in _parts(each.text)]
    return [spans for spans in found if spans]


def _is_of_one(heading: tuple[str, ...], topic: Topic, book: Book) -> bool:
    """Whether the only heading with the topic names one thing of its kind: "Driver: public money for stays abroad"."""
    title = next(each for each in heading if topic.headed.search(each))
    more = {word.stem for word in words(title)} - STOPWORDS - GENERIC - ASKING - book.market_stems
    return len(more) > 1


def _run_in(topic: Topic, book: Book) -> list[list[Span]]:
    """The paragraphs that open with the topic as a label, "Restraints. Moulds last.", or stand under a line that
    does."""
    found = []
    for number, each in enumerate(book.report.sections):
        under = False
        for at, text in _parts(each.text):
            labelled = bool((label := _LABEL.match(text)) and topic.headed.search(label[1]))
            if (labelled or under) and not _is_title(text):
                found.append(list(_labelled(number, (at, text))))
            under = labelled and _is_title(text)
    return found


def _is_title(text: str) -> bool:
    return not text.rstrip().endswith((".", "!", "?", "”", '"')) and len(text.split()) <= TITLE


_LABEL = re.compile(r"\W*((?:[Mm]arket |[Gg]rowth |[Kk]ey |[Mm]ain )?[\w-]+(?: \(\d\))?)[.:] (?=[A-Z\d(])")


def _naming(topic: Topic, book: Book) -> list[Span]:
    """The first sentences that name the topic, of no place and under no heading of a part."""
    found = (
        span
        for span, text in book.sentences
        if topic.said.search(text)
        and not text.rstrip().endswith("?")
        and not places_in(text) - {book.frame.place}
        and not _is_of_a_part(book.report.sections[span.section], book)
        and not is_in_planted(book.report.sections[span.section], span.start)
    )
    spans = [span for _, span in zip(range(NAMED), found, strict=False)]
    return spans if topic is SCOPE else _carried_on(spans, book)


def _carried_on(spans: list[Span], book: Book) -> list[Span]:
    """Sentences with the next one of each that is short, where there is room."""
    short = [span for span in spans if len(book.text_at(span).split()) <= SHORT]
    behind = [each for span in short if (each := beside(span, book)[1])]
    return sorted(dict.fromkeys([*spans, *behind][:MOST]), key=lambda span: (span.section, span.start))


def _is_of_a_part(of: Section, book: Book) -> bool:
    """Whether a section is headed with a place or a part of the market."""
    title = of.heading[-1] if of.heading else ""
    return bool(places_in(title) - {book.frame.place}) or any(name <= stems((title,)) for name in book.listed if name)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Paragraphs and list items, with where they begin; lines that only introduce a list left out."""
    for match in re.finditer(r"(?:^|(?<=\n))(?:- )?([^\n]+)", text):
        if not match[1].rstrip().endswith(":") and not is_planted(match[1]):
            yield match.start(1), match[1]


def _labelled(number: int, part: tuple[int, str]) -> Iterator[Span]:
    """The sentences of a paragraph, a run-in label together with what is said of it."""
    at, text = part
    spans: Sequence[tuple[int, int]] = sentence_spans(text)
    label: int | None = None
    for start, end in spans:
        if (start, end) == spans[0] and len(text[start:end].split()) <= LABEL and len(spans) > 1:
            label = start
            continue
        yield Span(number, at + (start if label is None else label), at + end)
        label = None
