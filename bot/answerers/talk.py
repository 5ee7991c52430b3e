"""What is said without the report: small talk, and questions that cannot be read."""

from bot.answerers.contact import front_evidence
from bot.book import Book
from bot.evidence import Draft, Paragraph, Sentence
from bot.retrieve import Found


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
    line = lines[found.question.aspect]
    return said(line, found, cites_title=found.book.report.title in line)


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


def said(text: str, found: Found, declined: bool = False, cites_title: bool = False) -> Draft:
    """A line that says nothing of the report's subject matter, at most its title."""
    evidence = (front_evidence(found.book),) if cites_title else ()
    return Draft(
        (Paragraph((Sentence(text, evidence),)),),
        reason="unclear" if declined else None,
        speaks=False,
        suggestions=examples(found.book),
        answerer="talk",
    )
