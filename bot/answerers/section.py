"""Explanations that a report has a section for: why the market grows, what holds it back, what is recommended."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.book import Book
from bot.cite import evidence_at
from bot.evidence import Draft, Paragraph, Sentence
from bot.phrase import verbatim
from bot.question import Question
from bot.readings import sentence_spans
from bot.retrieve import Found
from bot.sense import GENERIC
from ingest.domain import Span
from ingest.planted import is_planted
from ingest.words import STOPWORDS, stem, words

MOST = 4
"""Sentences of an answer at most."""

LABEL = 4
"""Words of a run-in label at most: "Cold-water swimming." before what is said of it."""


@dataclass(frozen=True, slots=True)
class _Topic:
    """What a report has a section on: how it is asked for, and how the section is headed."""

    asked: re.Pattern[str]
    headed: re.Pattern[str]


def _topic(asked: str, headed: str) -> _Topic:
    return _Topic(re.compile(asked, re.IGNORECASE), re.compile(headed, re.IGNORECASE))


_RISING = (
    r"(?:gr[eo]w(?:s|ing|th|n)?|ris(?:e|es|ing)|rose|increas\w+|expand\w*|expansion|boom\w*|tak(?:e|es|ing) off|up\b"
    r"|upturn|climb\w*|surg\w+|recover\w*|picking up|popular\w*|demand)"
)
_FALLING = r"(?:shrink\w*|declin\w+|fall\w*|fell|drop\w*|slow\w*|stall\w*|down\b|weak\w*|contract\w+|decreas\w+)"
_WHY = (
    r"\b(?:why|how come|what makes|reasons? (?:for|why|behind)"
    r"|what(?:'s|s| is| are| was)? (?:the )?(?:behind|reasons?))\b"
)
_HURDLE = r"(?:restrain\w*|challeng\w+|barriers?|hurdles?|obstacles?|headwinds?|threats?|pitfalls?|brakes?|risks?)"
TOPICS = (
    _topic(
        rf"{_WHY}.*\b{_RISING}|\b(?:driv(?:er|ers|es|ing|en)|propel\w*|fuel(?:s|ling|led)?|push(?:es|ing)|boost\w*"
        r"|growth (?:factors?|engines?|reasons?))\b",
        rf"\bdriv(?:er|ers|es|ing)\b|\bwhy\b.*\b{_RISING}|\bgrowth (?:factors?|engines?)\b|\bwhat (?:is |are )?"
        r"(?:behind|push\w*|driv\w*|propel\w*|fuel\w*)\b|\breasons? for (?:the )?growth\b|\Ademand(?: drivers?)?\Z",
    ),
    _topic(
        rf"{_WHY}.*\b{_FALLING}|\b(?:{_HURDLE}|hold(?:s|ing)? (?:\w+ ){{0,3}}back|hamper\w*|hinder\w*|imped\w+"
        r"|slow(?:s|ing)? (?:\w+ ){0,3}down)\b",
        rf"\b(?:{_HURDLE}|constraints?|(?:what|could|may|might)\b.*\b(?:slow|hold|brake|hamper|stop|limit)\w*)\b"
        rf"|\bwhy\b.*\b{_FALLING}",
    ),
    _topic(r"\bopportunit(?:y|ies)\b", r"\bopportunit(?:y|ies)\b"),
    _topic(r"\btrends?\b", r"\btrends\b"),
    _topic(
        r"\b(?:recommend\w*|advi[sc]e\w*|what should (?:\w+ ){1,4}do)\b",
        r"\b(?:recommend\w*|advice|what (?:to do|\w+ should do)|implications for)\b",
    ),
    _topic(
        r"\b(?:methodolog(?:y|ies)|research method\w*|how (?:was|were) (?:the )?(?:data|research|figures|study)\b.*)",
        r"\b(?:methodolog(?:y|ies)|research method\w*|about (?:this|the) (?:study|research)"
        r"|how we (?:work|count)\w*)\b",
    ),
)
"""What market reports have sections on."""

_ASKS = frozenset(
    map(
        stem,
        "why how come makes make reason reasons behind driver drive driving push fuel boost growth grow rise boom"
        " increase expand take off pick up upturn climb surge recover popular demand shrink decline fall drop slow"
        " stall weak restrain restraint challenge barrier hurdle obstacle headwind hold back hamper hinder impede"
        " threat pitfall brake risk down opportunity trend recommend recommendation advice advise should"
        " methodology method data research figure study main key biggest major current currently explain describe"
        " tell say says report factor factors think believe expect keep keeps still again happening going sales"
        " revenue market business please could face faces facing see give engine propel underlying core principal"
        " view opinion strong fast quickly lately recently so much sector industry world global worldwide globally"
        " today now".split(),
    )
)
"""Stems that ask for a topic, and narrow it to nothing."""


def section(found: Found) -> Draft | None:
    """The first sentences of the section that a report has on what is asked, where nothing narrows the question."""
    question, book = found.question, found.book
    if not _is_of_whole(question, book):
        return None
    for topic in TOPICS:
        if topic.asked.search(question.ask):
            quoted = list(_sentences(topic, book))[:MOST]
            if quoted:
                return Draft((Paragraph(tuple(quoted)),), answerer="section")
    return None


def _is_of_whole(question: Question, book: Book) -> bool:
    """Whether a question asks for a topic of the whole market and of no time but the report's."""
    said = {word.stem for word in words(question.ask)} - STOPWORDS - GENERIC - _ASKS
    named = said - book.market_stems - book.publisher_stems - {stem(w) for w in (book.frame.place or "").split()}
    placed = set(question.places) - {book.frame.place}
    return not (named or placed or question.years or question.claims)


def _sentences(topic: _Topic, book: Book) -> Iterator[Sentence]:
    """The first sentence of each paragraph and sub-section under the topic's heading, or those of its one paragraph."""
    for spans in _paragraphs(topic, book):
        for start, end in spans:
            span = Span(start.section, start.start, end.end)
            yield Sentence(verbatim(book.text_at(span)), (evidence_at(book, span),))


def _paragraphs(topic: _Topic, book: Book) -> list[list[tuple[Span, Span]]]:
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
    found = [spans for spans in found if spans]
    return [found[0]] if len(found) == 1 else [spans[:1] for spans in found]


def _is_of_one(heading: tuple[str, ...], topic: _Topic, book: Book) -> bool:
    """Whether the only heading with the topic names one thing of its kind: "Driver: public money for stays abroad"."""
    title = next(each for each in heading if topic.headed.search(each))
    more = {word.stem for word in words(title)} - STOPWORDS - GENERIC - _ASKS - book.market_stems
    return len(more) > 1


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Paragraphs and list items, with where they begin; lines that only introduce a list left out."""
    for match in re.finditer(r"(?:^|(?<=\n))(?:- )?([^\n]+)", text):
        if not match[1].rstrip().endswith(":") and not is_planted(match[1]):
            yield match.start(1), match[1]


def _labelled(number: int, part: tuple[int, str]) -> Iterator[tuple[Span, Span]]:
    """The sentences of a paragraph, a run-in label together with what is said of it."""
    at, text = part
    spans: Sequence[tuple[int, int]] = sentence_spans(text)
    label: Span | None = None
    for start, end in spans:
        span = Span(number, at + start, at + end)
        if (start, end) == spans[0] and len(text[start:end].split()) <= LABEL and len(spans) > 1:
            label = span
            continue
        yield label or span, span
        label = None
