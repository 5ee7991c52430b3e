"""Explanations: the few sentences of the report that speak of what was asked, verbatim, in reading order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.asked import AskedWord
from bot.book import Book
from bot.cite import evidence_at
from bot.evidence import Draft, Paragraph, Sentence
from bot.phrase import verbatim
from bot.question import Question
from bot.retrieve import Found
from bot.sense import stems
from ingest.domain import Span
from ingest.places import contains, find_places
from ingest.sentences import sentences

MOST = 3
"""Sentences in an explanation at most."""

COVERED = 0.5
"""Share of the question's weight (inverse passage frequency of its words) that the chosen sentences must speak of."""

REPEATED = 0.6
"""Sentences that share more of their stems than this say the same."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence of the report and how well it answers."""

    span: Span
    stems: frozenset[str]
    score: float


def extract(found: Found) -> Draft | None:
    """Two or three sentences that together speak of what was asked, or None when the report's words do not cover it."""
    question, book = found.question, found.book
    wanted = weights(question, book)
    if not wanted and not question.places:
        return None
    ranked = sorted(scored(found, wanted), key=lambda s: -s.score)
    chosen = best(ranked)
    if not chosen or not covers(chosen, wanted, question, book):
        return None
    return Draft((Paragraph(tuple(quoted(chosen, book))),), answerer="extract")


def weights(question: Question, book: Book) -> dict[str, float]:
    """Stem → weight of each thing the question names; a word the report lacks weighs as much as its rarest."""
    rarest = max(book.idf.values(), default=1.0)
    return {stem: book.idf.get(stem, rarest) for word in question.words for stem in _likeliest(word, book)}


def _likeliest(word: AskedWord, book: Book) -> frozenset[str]:
    """The spelling of a word that the report uses."""
    return next((spelling for spelling in word.spellings if spelling <= book.idf.keys()), word.spellings[0])


def scored(found: Found, wanted: dict[str, float]) -> Iterable[Scored]:
    """Every sentence of the found passages: weight of the question's words in it, in its heading, and its passage's rank."""
    top = max((hit.score for hit in found.hits), default=1.0)
    total = sum(wanted.values()) or 1.0
    for hit in found.hits:
        source = hit.passage.source
        if not isinstance(source, Span):
            continue
        section = found.book.report.sections[source.section]
        heading = stems(section.heading)
        for start, end in sentences(section.text[source.start : source.end]):
            span = Span(source.section, source.start + start, source.start + end)
            own = stems([section.text[span.start : span.end]])
            said = sum(w for stem, w in wanted.items() if stem in own) / total
            headed = sum(w for stem, w in wanted.items() if stem in heading and stem not in own) / total
            placed = place_bonus(found.question, section.text[span.start : span.end])
            yield Scored(span, own, said + 0.4 * headed + placed + 0.5 * hit.score / top)


def place_bonus(question: Question, text: str) -> float:
    """1 when the sentence names a place asked for, or one inside it."""
    named = [f.value.name for f in find_places(text)] if question.places else []
    return 1.0 if any(asked == name or contains(asked, name) for asked in question.places for name in named) else 0.0


def best(ranked: Sequence[Scored]) -> list[Scored]:
    """The best sentence, and those nearly as good that add something, in reading order."""
    chosen: list[Scored] = []
    for candidate in ranked:
        if len(chosen) == MOST or (chosen and candidate.score < 0.55 * chosen[0].score):
            break
        if len(candidate.stems) > 3 and not any(repeats(candidate, other) for other in chosen):
            chosen.append(candidate)
    return sorted(chosen, key=lambda s: (s.span.section, s.span.start))


def repeats(one: Scored, other: Scored) -> bool:
    """Whether two sentences say the same, by their shared stems."""
    return len(one.stems & other.stems) > REPEATED * min(len(one.stems), len(other.stems))


def covers(chosen: Sequence[Scored], wanted: dict[str, float], question: Question, book: Book) -> bool:
    """Whether the chosen sentences, with their headings, speak of the places and of enough of the words asked for."""
    spoken = {stem for s in chosen for stem in s.stems | stems(book.report.sections[s.span.section].heading)}
    texts = " ".join(
        book.text_at(s.span) + " " + " ".join(book.report.sections[s.span.section].heading) for s in chosen
    )
    places = {f.value.name for f in find_places(texts)}
    if any(not (asked in places or any(contains(asked, name) for name in places)) for asked in question.places):
        return False
    total = sum(wanted.values())
    return not total or sum(w for stem, w in wanted.items() if stem in spoken) / total >= COVERED


def quoted(chosen: Sequence[Scored], book: Book) -> Iterable[Sentence]:
    """The sentences as cited statements; neighbours in the text stay in order."""
    for s in chosen:
        yield Sentence(verbatim(book.text_at(s.span)), (evidence_at(book, s.span, s.score),))
