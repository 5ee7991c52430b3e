"""Whether the report treats something: from its lists and contents, else from its text, else an honest no."""

import re

from bot.answerers.contents import called, contents_evidence
from bot.asked import all_stand_in
from bot.book import Book
from bot.cite import evidence_at
from bot.evidence import Draft, Evidence, Paragraph, Sentence
from bot.lexicon import ONLY
from bot.phrase import verbatim
from bot.question import Question
from bot.readings import sentence_spans
from bot.retrieve import Found
from bot.sense import stems
from ingest.domain import Source, Span
from ingest.places import contains, find_places
from ingest.public import HIDDEN

Mention = tuple[str, Evidence, tuple[Sentence, ...]]


def cover(found: Found) -> Draft | None:
    """Yes with the place it is named at, no where the report says that it leaves it out, or None when nothing in the
    report names it."""
    question, book = found.question, found.book
    if ONLY.search(question.ask) or _RANKED.search(question.ask):
        return None
    if left := left_out(question, book):
        return left
    if answer := asked_itself(question, book):
        return answer
    mention = (
        named_in_list(question, book)
        or named_in_heading(question, book)
        or named_in_contents(question, book)
        or named_in_text(question, book)
    )
    if mention is None:
        return None
    what, evidence, said = mention
    return Draft((Paragraph((Sentence(f"Yes: {what}.", (evidence,)), *said)),), answerer="coverage")


_RANKED = re.compile(
    r"^\W*(?:so |and |but )?(?:is|are|was|were)\b.*\b(?:(?:the|its) (?:(?:second|third|fourth)[- ])?"
    r"(?:largest|biggest|leading|top|main|dominant|smallest|fastest|slowest|highest|lowest|strongest|weakest|oldest|newest|cheapest|best|worst|most"
    r"|least|first|last|leader)|number one|no\.? ?1|(?:larger|bigger|smaller|faster|slower|older|cheaper) than)\b",
    re.IGNORECASE,
)
"""Asks whether a thing is first of its kind, or beats another: that it is named is no "yes" to that."""

_LEFT_OUT = re.compile(
    r"\b(?:exclud(?:e[sd]?|ing)|outside (?:the|our|its) scope|out of scope|left out|leaves? out"
    r"|(?:does|do|did|is|are|was|were) not (?:cover|treat|includ|consider|count|deal|part|contain|look)\w*"
    r"|not (?:covered|included|treated|considered|counted))\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\b(?:but|while|whereas)\b|;", re.IGNORECASE)
MOST = 2
"""Sentences of an answer that the report gives to the very question."""


def left_out(question: Question, book: Book) -> Draft | None:
    """No, with the sentence that says the report leaves it out."""
    for span, text in book.sentences:
        clauses = _CLAUSE.split(text) if _LEFT_OUT.search(text) else []
        if any(_LEFT_OUT.search(clause) and names(clause, question) for clause in clauses):
            evidence = (evidence_at(book, span),)
            no = Sentence("No: the report says that it leaves this out.", evidence)
            return Draft((Paragraph((no, Sentence(verbatim(text), evidence))),), answerer="coverage")
    return None


def asked_itself(question: Question, book: Book) -> Draft | None:
    """What the report answers where it asks this itself, as its list of frequent questions does."""
    for number, section in enumerate(book.report.sections):
        heading = section.heading[-1] if section.heading else ""
        if heading.rstrip().endswith("?") and _COVERS.search(heading) and names(heading, question):
            spans = sentence_spans(section.text)[:MOST]
            quoted = (Sentence(verbatim(section.text[a:b]), (evidence_at(book, Span(number, a, b)),)) for a, b in spans)
            said = tuple(quoted)
            return Draft((Paragraph(said),), answerer="coverage") if said else None
    return None


_COVERS = re.compile(r"^\W*(?:is|are|does|do)\b.*\b(?:cover|treat|includ|consider|part of|study|report)", re.IGNORECASE)


def named_in_list(question: Question, book: Book) -> Mention | None:
    """The shortest list item or table row that names what was asked."""
    best: tuple[int, str, Source, str] | None = None
    for each in book.lists:
        for text, source in each.items:
            if names(text, question) and (best is None or len(text) < best[0]):
                best = (len(text), text, source, (each.heading or (each.label,))[-1] or each.label)
    if best is None:
        return None
    _, text, source, where = best
    return (
        f"the report lists “{text}”" + (f" under “{where.rstrip(':.')}”" if where else ""),
        evidence_at(book, source),
        (),
    )


def named_in_heading(question: Question, book: Book) -> Mention | None:
    """The section whose heading names it, shown by its first sentence."""
    for number, section in enumerate(book.report.sections):
        if section.heading and names(section.heading[-1], question) and section.text.strip():
            start, end = sentence_spans(section.text)[0]
            evidence = evidence_at(book, Span(number, start, end))
            first = Sentence(verbatim(section.text[start:end]), (evidence,))
            return f"the report has a section “{section.heading[-1]}”", evidence, (first,)
    return None


def named_in_contents(question: Question, book: Book) -> Mention | None:
    """The licensed part whose heading or title names it."""
    for line in book.licensed_contents:
        if HIDDEN not in line.title and names(line.title, question):
            return f"the full report has a {line.kind} “{called(line)}”", contents_evidence(book, line), ()
    return None


def named_in_text(question: Question, book: Book) -> Mention | None:
    """The first sentence that names it."""
    for span, text in book.sentences:
        if names(text, question):
            evidence = evidence_at(book, span)
            return "the report speaks of it", evidence, (Sentence(verbatim(text), (evidence,)),)
    return None


def names(text: str, question: Question) -> bool:
    """Whether a text has every word and place asked for."""
    if question.words and not all_stand_in(question.words, stems((text,))):
        return False
    places = {found.value.name for found in find_places(text)} if question.places else set()
    return all(place in places for place in question.places) and not question.is_of_whole_market


def enclosing_place(question: Question, book: Book) -> str | None:
    """A wider region the report names, for a place it does not."""
    for place in question.places:
        wider = [name for name in book.places if name not in (place, "World") and contains(name, place)]
        if wider:
            return min(wider)
    return None
