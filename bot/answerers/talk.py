"""What is said without the report: small talk, the person to ask, and how the last answer came about."""

from bot.book import Book
from bot.cite import evidence_at
from bot.evidence import Draft, Evidence, Paragraph, Sentence
from bot.retrieve import Found
from ingest.domain import Span
from ingest.sentences import sentences


def examples(book: Book) -> tuple[str, ...]:
    """Questions this very report can answer, from what its ledger and lists hold."""
    measures = {q.measure for q in book.quantities if not q.subject and not q.place}
    asked = [("size", f"How big is the {book.market} market?"), ("cagr", "How fast is it growing?")]
    questions = [text for measure, text in asked if measure in measures]
    labels = [each for each in book.lists if len(each.items) >= 4]
    if labels:
        questions.append(
            "Who are the key players?"
            if any("compan" in e.label.lower() or "player" in e.label.lower() for e in labels)
            else "What are the segments?"
        )
    return (*questions, "Which regions does the report cover?")[:4]


def small_talk(found: Found) -> Draft | None:
    """One friendly line, and examples of what to ask."""
    lines = {
        "greeting": f"Hello! I answer questions about the report “{found.book.report.title}” and show where each figure stands.",
        "thanks": "You are welcome.",
        "farewell": "Goodbye.",
        "about": f"I am a program that answers questions about the report “{found.book.report.title}”; I cite the place of every figure, and say so when the report is silent.",
    }
    return said(lines[found.question.aspect], found)


def foreign(found: Found) -> Draft | None:
    """One line in English: other languages are not read."""
    return said("Sorry, I read questions in English only. Please ask again in English.", found, declined=True)


def empty(found: Found) -> Draft | None:
    """Nothing was named to look for."""
    return said(
        "Please name what you would like to know of the report, for instance one of the questions below.",
        found,
        declined=True,
    )


def said(text: str, found: Found, declined: bool = False) -> Draft:
    """A line that says nothing of the report's subject matter."""
    return Draft(
        (Paragraph((Sentence(text),)),),
        reason="unclear" if declined else None,
        speaks=False,
        suggestions=examples(found.book),
        answerer="talk",
    )


def contact(found: Found) -> Draft | None:
    """The person to ask, after what the report itself says of the matter."""
    book, aspect = found.book, found.question.aspect
    contact = book.report.contact
    quote = contact_quote(book)
    if contact is None:
        return None
    role = f", {contact.role}" if contact.role else ""
    lead = {"price": "The report does not state its price. ", "delivery": "The report itself does not say. "}.get(
        aspect, ""
    )
    line = Sentence(f"{lead}Please ask {contact.name}{role}.", (quote,) if quote else ())
    declined = aspect in ("price", "delivery")
    return Draft(
        (Paragraph((line,)),),
        reason="not_in_report" if declined else None,
        speaks=False,
        contact=contact,
        answerer="contact",
    )


def contact_quote(book: Book) -> Evidence | None:
    """The sentence of the report that names its contact."""
    person = book.report.contact
    for number, section in enumerate(book.report.sections):
        for start, end in sentences(section.text):
            if person and person.name in section.text[start:end]:
                return evidence_at(book, Span(number, start, end))
    return None
