"""Finds title, publisher, date and contact of a report where its text says them plainly."""

import re
from collections.abc import Iterator, Sequence

from ingest.domain import Contact, Section, Table
from ingest.read.contacts import contact_in, mailbox_in, person_in
from ingest.read.document import Metadata
from ingest.read.front_matter import parse_date

_PART = r"(?:[A-Z0-9(][\w&/+.()'’-]*|and|of|for|in|&|[a-z][\w/-]*)"
_STATED = "size|was|is|has|had|reached|stood|revenue|value|valuation|generated|accounted|will|grew|exceeded|surpassed"
_MARKET = re.compile(
    rf"(?:^|\.\s+|\n)(?:In \d{{4}}, )?(?:[Tt]he )?(?P<name>(?!The\b|This\b|In\b){_PART}"
    rf"(?:[ -]{_PART}){{0,8}}? [Mm]arket)(?= (?:{_STATED})\b)"
)
_LABELS = {
    "publisher": re.compile(r"^(?:Publisher|Published by|Prepared by)\s*:\s*(.{2,80})$", re.IGNORECASE | re.MULTILINE),
    "published": re.compile(
        r"^(?:Published(?: on)?|Publication date|Date of publication|Date)\s*:\s*(.{6,30})$", re.I | re.M
    ),
    "edition": re.compile(r"^Edition\s*:\s*(.{1,60})$", re.IGNORECASE | re.MULTILINE),
    "url": re.compile(
        r"^(?:URL|Web(?:site)?|Report page|Link)\s*:\s*((?:https?://|www\.)\S+)$", re.IGNORECASE | re.MULTILINE
    ),
}
_PUBLISHED_BY = re.compile(r"\b[Pp]ublished by ((?:[A-Z0-9][\w&'’.-]*\s?){1,6}?)(?=[,;(\n]|\.\s|\.?$|\s(?:in|on)\b)")
_CONTACT = re.compile(
    r"^(?:(?:Media |Sales |Press )?Contact(?: us| person)?|For (?:more|further) information"
    r"|(?:Speak|Talk) to (?:our|an) analyst)\s*:\s*(.{3,200})$",
    re.IGNORECASE | re.MULTILINE,
)


def title_in(sections: Sequence[Section]) -> str | None:
    """The market's name out of the first sentence that states it: "The Tea Market size was …" is "Tea Market"."""
    for section in sections[:6]:
        match = _MARKET.search(section.text[:2000])
        if match:
            name = match["name"]
            return name if name[0].isupper() and name.endswith("Market") else _raised(name)
    return None


def imprint_of(sections: Sequence[Section], tables: Sequence[Table]) -> Metadata:
    """What label lines ("Publisher: …", "Contact: …") and an invitation to talk to a person say of the publication."""
    texts = [section.text for section in sections]
    published = _label("published", texts)
    publisher = _label("publisher", texts) or _publisher_in(texts)
    cells = [cell for table in tables for row in table.rows for cell in row]
    return Metadata(
        publisher=publisher,
        published=parse_date(published) if published else None,
        edition=_label("edition", texts),
        url=_label("url", texts),
        contact=next((contact for text in _contact_lines(texts) if (contact := contact_in(text))), None)
        or next((person for section in reversed(sections) if (person := _person_of(section))), None)
        or mailbox_in([*texts, *cells], publisher),
    )


def _label(key: str, texts: Sequence[str]) -> str | None:
    return next((match[1].strip() for text in texts if (match := _LABELS[key].search(text))), None)


def _publisher_in(texts: Sequence[str]) -> str | None:
    return next((match[1].strip() for text in texts[:3] if (match := _PUBLISHED_BY.search(text))), None)


def _person_of(section: Section) -> Contact | None:
    return person_in(
        section.text, introduced=bool(section.heading and re.search(r"\bcontact\b", section.heading[-1], re.I))
    )


def _contact_lines(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        for match in _CONTACT.finditer(text):
            yield match[1]


_SMALL = frozenset({"and", "of", "for", "in"})


def _raised(name: str) -> str:
    """A name as a title: "global cold chain market" is "Global Cold Chain Market"."""
    return " ".join(
        word if word in _SMALL or not word[0].islower() else word[0].upper() + word[1:] for word in name.split()
    )
