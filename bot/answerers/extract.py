"""Explanations: the few sentences of the report that speak of what was asked, verbatim, in reading order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot import vocabulary
from bot.asked import AskedWord, all_stand_in
from bot.book import Book
from bot.cite import evidence_at
from bot.evidence import Draft, Paragraph, Sentence
from bot.phrase import verbatim
from bot.question import Question
from bot.readings import sentence_spans
from bot.retrieve import Found
from bot.sense import stems
from bot.unexplained import is_unadvised
from ingest.domain import Span
from ingest.places import contains, find_places
from ingest.planted import is_in_planted

MOST = 3
"""Sentences in an explanation at most."""

COVERED = 0.5
"""Share of the question's weight (inverse passage frequency of its words) that the best sentence must speak of."""

HEADED = 0.7
"""What a word counts that stands in the heading only."""

NEARLY = 0.6
"""Further sentences score at least this part of the best one's score."""

REPEATED = 0.6
"""Sentences that share more of their stems than this say the same."""

SHORTEST = 5
"""Stems of a sentence at least: less is a name or a label."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence of the report and how well it answers: the share of what was asked it speaks of, and all counted."""

    span: Span
    stems: frozenset[str]
    covered: float
    score: float


def extract(found: Found) -> Draft | None:
    """Up to three sentences that speak of what was asked, or None when the report's words do not cover it."""
    question, book = found.question, found.book
    if question.aspect == "definition":
        return _definition(found)
    if (not question.words and not question.places) or (question.kind == "list" and question.measure):
        return None
    ranked = sorted(_scored(found), key=lambda s: -s.score)
    if question.kind == "explanation" and not question.is_wordy:
        ranked = [s for s in ranked if _has_all(s, question, book)]
    if _HOW_MUCH.search(question.ask) and question.kind == "explanation":
        return None
    if _HOW_LONG.search(question.ask):
        ranked = [s for s in ranked if _DURATION.search(book.text_at(s.span))]
    chosen = _best(ranked)
    if not chosen or max(s.covered for s in chosen) <= COVERED or not _names_all(chosen, question, book):
        chosen = _nearest(found) if asks_topic(question) else []
        chosen = chosen if _names_all(chosen, replace(question, words=()), book) else []
    told = ((book.report.sections[s.span.section].heading, book.text_at(s.span)) for s in chosen)
    if not chosen or is_unadvised(question.ask, told):
        return None
    return Draft((Paragraph(tuple(_quoted(chosen, book))),), answerer="extract")


_HOW_MUCH = re.compile(r"^\W*(?:and |so )?how (?:many|much)\b", re.IGNORECASE)
"""Asks for a number: sentences about the matter do not answer it."""

_HOW_LONG = re.compile(r"\bhow (?:long|old)\b", re.IGNORECASE)
_DURATION = re.compile(
    r"\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?)\b", re.IGNORECASE
)
"""Asks for a time, which a sentence without one does not answer."""


def _has_all(scored: Scored, question: Question, book: Book) -> bool:
    """Whether a sentence with its heading has every word and year asked for: who asks for a thing wants no other."""
    text = book.text_at(scored.span)
    said = scored.stems | stems(book.report.sections[scored.span.section].heading)
    return all_stand_in(question.words, said) and all(str(year) in text for year in question.years)


def _definition(found: Found) -> Draft | None:
    """The first sentence that says what the market's goods are."""
    book = found.book
    for number, section in enumerate(book.report.sections):
        for start, end in sentence_spans(section.text):
            text = section.text[start:end]
            if book.market_stems <= stems((text[: len(book.market) + OPENING],)) and _DEFINES.search(text):
                return Draft(
                    (Paragraph(tuple(_quoted([Scored(Span(number, start, end), frozenset(), 1, 1)], book))),),
                    answerer="extract",
                )
    return None


_DEFINES = re.compile(
    r"\b(?:is|are|refers? to|means?|enables?|lets?|allows?|involves?|describes?|consists?|brings?|lifts?|covers?"
    r"|comprises?|has become)\b"
    r"(?!.*\d)"
)
OPENING = 30
"""Characters before or after the market's name within which a definition opens with it."""


def _nearest(found: Found) -> list[Scored]:
    """The first sentences of the nearest passages in meaning, for a topic that no sentence names by its word."""
    if found.similarity < NEAR:
        return []
    spans = [hit.passage.source for hit in found.hits if isinstance(hit.passage.source, Span)][:2]
    firsts = []
    for span in spans:
        text = found.book.report.sections[span.section].text
        inside = [(a, b) for a, b in sentence_spans(text) if span.start <= a and b <= span.end]
        firsts += [Scored(Span(span.section, a, b), stems((text[a:b],)), 0, 0) for a, b in inside[:1]]
    return sorted(firsts, key=lambda s: (s.span.section, s.span.start))


NEAR = 0.25
"""Cosine from which the nearest passages are taken to speak of a topic."""


def asks_topic(question: Question) -> bool:
    """Whether it asks for a topic of any report (drivers, methods): its word need not stand in the text."""
    return any(word.stems & group for word in question.words for group in vocabulary.TOPIC_STEMS)


def _weights(question: Question, book: Book) -> dict[AskedWord, float]:
    """What each word asked for weighs; one the report lacks weighs as much as its rarest."""
    rarest = max(book.idf.values(), default=1.0)
    return {word: min((book.idf[s] for s in word.stems if s in book.idf), default=rarest) for word in question.words}


def _scored(found: Found) -> Iterator[Scored]:
    """Every sentence of the found passages, and of the sections whose heading has a word asked for."""
    question, book = found.question, found.book
    weights = _weights(question, book)
    total = sum(weights.values())
    top = max((hit.score for hit in found.hits), default=1.0)
    for span, rank in _candidates(found):
        section = book.report.sections[span.section]
        text, own, heading = book.text_at(span), stems((book.text_at(span),)), stems(section.heading)
        if len(own) < SHORTEST:
            continue
        covered = sum(w * (word.stands_in(own) or HEADED * word.stands_in(heading)) for word, w in weights.items())
        share = covered / total if total else 0.0
        if question.places and _all_topics(question):
            share = _speaks_of_place(question, text)
        placed = _speaks_of_place(question, text)
        yield Scored(span, own, share if total else placed, share + placed + 0.5 * rank / top)


def _all_topics(question: Question) -> bool:
    """Whether it only asks why: what is said of the place is the answer."""
    return all(any(word.stems & group for group in vocabulary.TOPIC_STEMS) for word in question.words)


def _candidates(found: Found) -> Iterator[tuple[Span, float]]:
    """Spans of sentences with the score of the passage they were found in."""
    sections = found.book.report.sections
    hits = [(hit.passage.source, hit.score) for hit in found.hits if isinstance(hit.passage.source, Span)]
    ranks: dict[tuple[int, int, int], float] = {}
    for source, score in hits:
        for start, end in sentence_spans(sections[source.section].text[source.start : source.end]):
            ranks.setdefault((source.section, source.start + start, source.start + end), score)
    for number, section in enumerate(sections):
        if any(word.stands_in(stems(section.heading)) for word in found.question.words):
            for start, end in sentence_spans(section.text):
                ranks.setdefault((number, start, end), 0.0)
    told = {place: score for place, score in ranks.items() if not is_in_planted(sections[place[0]], place[1])}
    return ((Span(*place), score) for place, score in told.items())


def _speaks_of_place(question: Question, text: str) -> float:
    """1 when the sentence names a place asked for, or one inside it."""
    named = [f.value.name for f in find_places(text)] if question.places else []
    return 1.0 if any(contains(asked, name) for asked in question.places for name in named) else 0.0


def _best(ranked: Sequence[Scored]) -> list[Scored]:
    """The best sentence, and those nearly as good that add something, in reading order."""
    chosen: list[Scored] = []
    for candidate in ranked:
        if len(chosen) == MOST or (chosen and candidate.score < NEARLY * chosen[0].score):
            break
        if not any(_repeats(candidate, other) for other in chosen):
            chosen.append(candidate)
    return sorted(chosen, key=lambda s: (s.span.section, s.span.start))


def _repeats(one: Scored, other: Scored) -> bool:
    """Whether two sentences say the same, by their shared stems."""
    return len(one.stems & other.stems) > REPEATED * min(len(one.stems), len(other.stems))


def _names_all(chosen: Sequence[Scored], question: Question, book: Book) -> bool:
    """Whether the sentences, with their headings, have every place and every name with a capital asked for."""
    texts = [(book.text_at(s.span), *book.report.sections[s.span.section].heading) for s in chosen]
    said = stems(text for parts in texts for text in parts)
    places = {f.value.name for parts in texts for text in parts for f in find_places(text)}
    if not all(any(contains(asked, name) for name in places) for asked in question.places):
        return False
    return all(word.stands_in(said) for word in question.words if _is_name(word.text, question.ask))


def _is_name(word: str, ask: str) -> bool:
    """Whether a word is written with a capital where a sentence does not ask for one."""
    return (
        any(char.isupper() for char in word)
        and bool(re.search(rf"\w\W+{re.escape(word)}\b", ask))
        and not ask.isupper()
        and not ask.istitle()
    )


def _quoted(chosen: Iterable[Scored], book: Book) -> Iterator[Sentence]:
    """The sentences as cited statements; neighbours in the text stay in order."""
    for s in chosen:
        yield Sentence(verbatim(book.text_at(s.span)), (evidence_at(book, s.span, s.score),))
