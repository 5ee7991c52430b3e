"""Saying no: what is missing, what is near, and whom to ask."""

from dataclasses import replace

from bot.answerers.cover import enclosing_place
from bot.book import Book
from bot.cite import evidence_at
from bot.evidence import Draft, Evidence, Paragraph, Reason, Sentence
from bot.match import constraints, matching, stems
from bot.phrase import the
from bot.question import Question
from bot.retrieve import Found
from ingest.domain import Source, Span
from ingest.sentences import sentences

NAMES = {
    "size": "market size", "growth": "growth rate", "cagr": "growth rate (CAGR)", "share": "market share", "increase": "increase", "volume": "volume",
    "price": "price", "count": "number", "ratio": "ratio",
}  # fmt: skip


def decline(found: Found) -> Draft:
    """An answer that says the report does not say, names what it does say nearby, and hands over."""
    question, book = found.question, found.book
    reason: Reason = (
        "not_published"
        if question.kind in ("figure", "series", "superlative") and not question.unknown
        else "not_in_report"
    )
    if question.unknown and not any(k in book.surface for k in question.subject) and question.measure is None:
        reason = "out_of_scope" if found.similarity < 0.2 else "not_in_report"
    return Draft(
        (Paragraph((Sentence(missing(question, book)), *near(question, book))),),
        reason=reason, speaks=False, contact=book.report.contact, answerer="decline",
    )  # fmt: skip


def missing(question: Question, book: Book) -> str:
    """What the report does not say, in the question's own terms."""
    what = " ".join(question.words[:6])
    places = " and ".join(the(place) for place in question.places)
    absent = [p for p in question.places if p not in book.places]
    if question.kind in ("figure", "series") and (question.measure or question.periods):
        parts = [f"The report gives no {NAMES.get(question.measure or 'size', 'figure')}"]
        parts += [f"for “{what}”"] if what else []
        parts += [f"in {places}"] if places else []
        parts += [f"for {' or '.join(str(p) for p in question.periods)}"] if question.periods else []
        return " ".join(parts) + "."
    if absent:
        return f"The report does not speak of {' or '.join(the(p) for p in absent)}."
    if question.unknown:
        return f"The report does not speak of “{' '.join(question.unknown[:6])}”."
    return f"The report does not say anything on “{what or question.text[:80]}”."


def near(question: Question, book: Book) -> list[Sentence]:
    """What the report does say: the years it covers, the wider region, where it names the thing."""
    if question.periods and question.kind in ("figure", "series"):
        other = matching(replace(question, periods=()), book)
        periods = sorted({str(q.period) for q in other if q.period})
        if periods:
            first = next(q for q in other if q.period)
            return [
                Sentence(
                    f"It gives one for {', '.join(periods[:8])}.",
                    tuple(dict.fromkeys(evidence_at(book, q.quote) for q in other if q.period))
                    or (evidence_at(book, first.quote),),
                )
            ]
    wider = enclosing_place(question, book)
    if wider:
        mention = mention_of(frozenset(), wider, book)
        return [Sentence(f"It covers {the(wider)} as a whole.", (mention,))] if mention else []
    if question.subject:
        mention = mention_of(question.subject, None, book)
        if mention:
            return [
                Sentence(
                    "It does mention it elsewhere, without such a figure:"
                    if constraints(question).measures
                    else "It does mention it:",
                    (),
                ),
                Sentence(" ".join(mention.quote.removeprefix("- ").split()), (mention,)),
            ]
    return []


def mention_of(subject: frozenset[str], place: str | None, book: Book) -> Evidence | None:
    """The first sentence or list item that names all of it and holds no figure."""
    for source, text in mentions(book):
        named = subject <= stems([text]) and (place is None or place.lower() in text.lower())
        if named and not any(c.isdigit() for c in text):
            return evidence_at(book, source)
    return None


def mentions(book: Book) -> list[tuple[Source, str]]:
    """List items first, then every sentence."""
    items = [(source, text) for each in book.lists for text, source in each.items]
    return items + [
        (Span(number, start, end), section.text[start:end])
        for number, section in enumerate(book.report.sections)
        for start, end in sentences(section.text)
    ]
