"""Facts about the report itself: publisher, edition, base year, forecast period, title."""

import re

from bot.answerers.contact import front_evidence
from bot.cite import evidence_at
from bot.evidence import Draft, Paragraph, Sentence
from bot.phrase import verbatim
from bot.readings import sentence_spans
from bot.retrieve import Found
from ingest.domain import Cell, Span

SAID = {
    "base year": re.compile(r"\bbase[- ]?year\b|\byear of estimation\b|\bestimated year\b", re.I),
    "forecast period": re.compile(
        r"\bforecast(?:ed|ing)?[- ](?:period|years?|horizon|time ?frame)\b|\bprojection period\b|\bstudy period\b", re.I
    ),
    "historical period": re.compile(r"\b(?:study|histor\w+|review) (?:period|years?|data|range)\b", re.I),
}

_DATED = re.compile(
    r"(?:\A|[|·•;]\s*)(?:date of publication|publication date|published|publishing date|release date|report date"
    r"|released|last updated|updated)\b(?: (?:on|in|date))?\s*[:|–-]?\s*"
    r"(?=(?:\d{1,2}\W{1,3})?[\w.]{2,9}\W{1,3}(?:\d{1,2}\W{1,3})?\d{4}\b)"
    r"|\b(?:this|the) (?:report|study|edition|analysis|publication) was (?:first |last )?"
    r"(?:published|released|updated)\b",
    re.IGNORECASE,
)
"""A report's own date, by its label or in a sentence on the report: much else was published at some time."""
_OF_REPORT = re.compile(
    r"\b(?:it|this|that|reports?|study|data|edition|publication|published|document|page)\b", re.IGNORECASE
)


def about(found: Found) -> Draft | None:
    """The fact asked for, with the place it is stated at; None when the report does not state it."""
    aspect, report = found.question.aspect, found.book.report
    if aspect in SAID:
        return stated(found, SAID[aspect]) or derived(found)
    if aspect == "published" and not (report.published or report.edition):
        return stated(found, _DATED) if _OF_REPORT.search(found.question.ask) else None
    front = front_evidence(found.book)
    match aspect:
        case "publisher" if report.publisher:
            text = f"The report is published by {report.publisher}."
        case "published" if report.published or report.edition:
            when = f" on {report.published.day} {report.published:%B %Y}" if report.published else ""
            text = f"The report was published{when}{f', edition {report.edition}' if report.edition else ''}."
        case "title":
            text = f"The report is “{report.title}”" + (f" by {report.publisher}." if report.publisher else ".")
        case _:
            return None
    return Draft((Paragraph((Sentence(text, (front,)),)),), answerer="about")


def stated(found: Found, said: re.Pattern[str]) -> Draft | None:
    """The first sentence or table row that says it and holds a year."""
    book = found.book
    for number, table in enumerate(book.report.tables):
        for row, cells in enumerate(table.rows):
            if said.search(cells[0]) and re.search(r"\d{4}", " ".join(cells[1:])):
                text = f"{cells[0]}: {'; '.join(c for c in cells[1:] if c)}."
                return Draft(
                    (Paragraph((Sentence(text, (evidence_at(book, Cell(number, row, -1)),)),)),), answerer="about"
                )
    for number, section in enumerate(book.report.sections):
        for start, end in sentence_spans(section.text):
            text = section.text[start:end]
            if said.search(text) and re.search(r"\d{4}", text):
                line = Sentence(verbatim(text), (evidence_at(book, Span(number, start, end)),))
                return Draft((Paragraph((line,)),), answerer="about")
    return None


def derived(found: Found) -> Draft | None:
    """Base year and forecast period as the report's own headline figures imply them."""
    book = found.book
    rates = [
        q for q in book.quantities if q.measure == "cagr" and not q.subject and q.period and q.period.kind == "span"
    ]
    if not rates or found.question.aspect == "historical period":
        return None
    span, quote = rates[-1].period, evidence_at(book, rates[-1].quote)
    if span is None:
        return None
    if found.question.aspect == "base year":
        text = f"The report names no base year as such; its stated growth runs from {span.first}."
    else:
        text = f"The report's stated growth runs over {span.first}–{span.last}."
    return Draft((Paragraph((Sentence(text, (quote,)),)),), answerer="about")
