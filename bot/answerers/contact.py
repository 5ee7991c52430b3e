"""The person to ask, after what the report itself says of prices, licences, formats and delivery."""

import re
from collections.abc import Iterator

from bot.book import Book
from bot.cite import evidence_at
from bot.evidence import Draft, Evidence, Paragraph, Reason, Sentence
from bot.phrase import verbatim
from bot.publisher import OF_SALE, is_of_sale
from bot.reach import Way, ways_told
from bot.readings import sentence_spans
from bot.retrieve import Found
from bot.sense import stems
from ingest.domain import Cell, Contact, Source, Span
from ingest.words import stem

_SALES = re.compile(
    r"\b(?:licen[cs]es?|single[- ]user|multi[- ]user|enterprise|pdf|excel|spreadsheet|e-?mail(?:ed)?|delivered"
    r"|delivery|hard copy|"
    r"sample|discount|customi[sz]\w*|refund|invoice|working days|price of the (?:report|study)|this report costs?)\b",
    re.IGNORECASE,
)
"""How a report speaks of its own sale."""
_MONEY = re.compile(r"[$€£¥₹]\s?\d|\b(?:USD|EUR|GBP|INR|JPY)\s?\d", re.IGNORECASE)
_OWN = re.compile(r"\b(?:report|study|licen[cs]es?|cop(?:y|ies)|edition|pdf)\b", re.IGNORECASE)
"""Names the report itself, or a way it is sold."""

_TOPICS = tuple(
    frozenset(stem(word) for word in group.split())
    for group in (
        "price cost costs pricing fee expensive pay license licence user buy purchase order",
        "discount rebate reduction",
        "format formats pdf excel word powerpoint spreadsheet",
        "deliver delivery delivered receive get arrive soon when days hours",
        "sample free",
        "customise customize customisation customization tailor",
        "share team colleagues licence license users present presentation reuse cite",
        "refund return payment invoice",
    )
)
_PRICES = frozenset(map(stem, "price cost pricing fee expensive pay buy purchase order".split()))
_GETTING = frozenset(map(stem, "get receive".split()))
_MOST = 2


def contact(found: Found) -> Draft | None:
    """What the report says of its sale, if it says what was asked, and the person to ask, if it names one."""
    book, aspect = found.book, found.question.aspect
    person = book.report.contact
    reached = person is not None and any(asks.search(found.question.ask) for asks, _ in _ways(person).values())
    asks_person = reached or aspect == "person"
    said = tuple(_asked_ways(found) if asks_person else _terms_of_sale(found))[:_MOST]
    if person is None and not said:
        line = Sentence(_NOT_SAID if aspect != "person" else "The report does not name a person to ask.")
        return Draft((Paragraph((line,)),), reason="not_in_report", speaks=False, answerer="contact")
    if person is None or said:
        return Draft((Paragraph(said),), contact=person, answerer="contact")
    missing = [way for way, (asks, value) in _ways(person).items() if asks.search(found.question.ask) and not value]
    if missing:
        line = Sentence(f"The report gives no {missing[0]} for {person.name}.", (_named_at(book),))
        return Draft((Paragraph((line,)),), reason="not_in_report", speaks=False, contact=person, answerer="contact")
    lead, reason = "", None
    if aspect == "price":
        lead, reason = "I found no price of the report in it. ", _UNSAID
    elif aspect == "delivery" or (aspect == "sale" and _ASKS_WHETHER.match(found.question.ask)):
        lead, reason = "The report itself does not say. ", _UNSAID
    line = Sentence(f"{lead}Please ask the contact named in the report.", (_named_at(book),))
    return Draft((Paragraph((line,)),), reason=reason, speaks=False, contact=person, answerer="contact")


_NOT_SAID = "The report does not say this itself."
_UNSAID: Reason = "not_in_report"
_ASKS_WHETHER = re.compile(r"\W*(?:and |so )?(?:do|does|is|are|will|would|what|which)\b", re.IGNORECASE)
"""Asks for a fact of the sale, and not only for whoever can help."""


def _asked_ways(found: Found) -> Iterator[Sentence]:
    """The sentences that tell how the very person is reached who is asked for: any where the report names no contact;
    else those of the way that the contact lacks, and those that name whose contact is meant ("press")."""
    question, book = found.question, found.book
    person = book.report.contact
    ways = _ways(person) if person else {}
    lacking = [way for way, (asks, value) in ways.items() if asks.search(question.ask) and not value]
    told = [*ways_told(book, lacking[0])] if lacking else [*ways_told(book)]
    whose = stems((question.ask,)) & _WHOSE
    for source, text in told:
        if person is None or lacking or whose & stems((text,)):
            yield Sentence(verbatim(text), (evidence_at(book, source),))


_WHOSE = frozenset(map(stem, "press media journalist reporter technical editor statistician subscription".split()))
"""Whom a contact is for."""


def _ways(person: Contact) -> dict[Way, tuple[re.Pattern[str], str | None]]:
    """The ways to reach a person: how each is asked for, and what the report has of it."""
    return {
        "e-mail address": (re.compile(r"\be-?mail\b(?! (?:me|us|it)\b)", re.IGNORECASE), person.email),
        "phone number": (_BY_PHONE, person.phone),
    }


_BY_PHONE = re.compile(
    r"\b(?:phone|telephone|mobile)\b(?! (?:me|us)\b)|\bcall (?:you|her|him|them|someone|somebody)\b", re.IGNORECASE
)


def _terms_of_sale(found: Found) -> Iterator[Sentence]:
    """The sentences and rows on the report's own sale that share a topic with the question; prices only with money."""
    asked = [topic for topic in _TOPICS if topic & found.question.stems]
    if len(asked) > 1:  # "get" is said of anything
        asked = [topic for topic in asked if topic & found.question.stems - _GETTING]
    priced = found.question.aspect == "price"
    for source, text, around, heading in _statements(found.book):
        headed = bool(OF_SALE.match(heading))
        of_sale = bool(_MONEY.search(text) and (headed or _OWN.search(text))) if priced else bool(_SALES.search(text))
        if not priced and _MONEY.search(text) and not _PRICES & found.question.stems:
            continue  # a price answers no other question
        own = stems((text, heading)) if priced else stems((text,))
        if of_sale and is_of_sale(text, around, heading) and any(topic & own for topic in asked):
            yield Sentence(verbatim(text), (evidence_at(found.book, source),))


def _statements(book: Book) -> Iterator[tuple[Source, str, str, str]]:
    """Each sentence and row, with the sentences that it stands between, and the heading or title over it."""
    for number, section in enumerate(book.report.sections):
        spans = sentence_spans(section.text)
        said = ["", *(section.text[start:end] for start, end in spans), ""]
        for at, (start, end) in enumerate(spans, start=1):
            if not said[at].rstrip().endswith("?"):
                heading = section.heading[-1] if section.heading else ""
                yield Span(number, start, end), said[at], f"{said[at - 1]} {said[at + 1]}", heading
    for number, table in enumerate(book.report.tables):
        for row in range(len(table.rows)):
            heading = table.title or (table.heading[-1] if table.heading else "")
            yield Cell(number, row, -1), book.text_at(Cell(number, row, -1)), "", heading


def _named_at(book: Book) -> Evidence:
    """The sentence of the report that says how its contact is reached, else that names it, else its front matter."""
    person = book.report.contact
    names = [each for each in (person.email, person.phone, person.name) if each] if person else []
    for name in names:
        for source, text, *_ in _statements(book):
            if isinstance(source, Span) and name in text:
                return evidence_at(book, source)
    return front_evidence(book)


def front_evidence(book: Book) -> Evidence:
    """What the report's front matter says, as text that can be quoted."""
    report, text = book.report, book.front_matter
    return Evidence(
        report.id, report.title, f"{report.id}:front", ("About this report",), text, 0, len(text), url=report.url
    )
