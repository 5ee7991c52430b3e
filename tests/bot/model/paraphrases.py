"""A model that tells the truth in other words: templates for what the ledger says, and light rewording of sentences."""

import re
from collections.abc import Iterator
from typing import Any

from bot.book import Book
from tests.bot.model.fakes import Line, Seen, sentence

_PUT = re.compile(r"(?P<what>.+?) (?:was put at|is expected to reach) (?P<figure>[^,]+?) (?P<time>in .+|by \d{4})\.$")
_HELD = re.compile(r"(?P<what>.+?) held a (?P<share>.*?share) of (?P<figure>\S+) (?P<time>in .+)\.$")
_GROWS = re.compile(
    r"(?P<what>.+?) (?P<verb>is expected to|is stated to) grow at a compound annual rate \(CAGR\) of (?P<figure>\S+)"
    r" over (?P<first>\d{4})–(?P<last>\d{4})\.$"
)
_RESULT = re.compile(
    r"(?:about )?(?:[A-Z]{3} )?\d[\d,]*(?:\.\d+)?(?:%| times| percentage points| (?:million|billion|thousand))"
)
_CALCULATED = re.compile(r"Calculated, not published: (?P<body>.+)\.$")


def paraphrases(seen: Seen, book: Book) -> Iterator[dict[str, Any]]:
    """True sentences in other words than the draft's and the report's."""
    for line in seen.draft:
        yield from _of_line(line, seen)
    for number, quote in seen.evidence.items():
        if quote.endswith(".") and not any(
            number in line.evidence for line in seen.draft if re.search(r"\d", line.text)
        ):
            yield from _of_words(quote, number)


def _of_line(line: Line, seen: Seen) -> Iterator[dict[str, Any]]:
    cites = line.evidence
    if line.operation:
        body = _CALCULATED.match(line.text)
        figures = " ".join(seen.figures.values())
        found = [m for m in _RESULT.finditer(body["body"]) if m[0] not in figures] if body else []
        if body and len(found) == 1:
            told = body["body"][: found[0].start()] + "{result}" + body["body"][found[0].end() :]
            yield sentence(f"{told[:1].upper()}{told[1:]}.", *cites, operation=line.operation, operands=line.operands)
        return
    if match := _PUT.match(line.text):
        what, figure, time = match["what"], match["figure"], match["time"]
        if "expected" in line.text:
            yield sentence(
                f"{time[:1].upper()}{time[1:]}, {what[:1].lower()}{what[1:]} is expected to be worth {figure}.", *cites
            )
            yield sentence(f"{what} is forecast to reach {figure} {time}.", *cites)
        else:
            yield sentence(
                f"{time[:1].upper()}{time[1:]}, {what[:1].lower()}{what[1:]} was valued at {figure}.", *cites
            )
            yield sentence(f"{what} stood at {figure} {time}.", *cites)
            yield sentence(
                f"According to the report, {what[:1].lower()}{what[1:]} amounted to {figure} {time}.", *cites
            )
    elif match := _HELD.match(line.text):
        yield sentence(f"In {match['time'][3:]}, {match['what']} had a {match['share']} of {match['figure']}.", *cites)
    elif match := _GROWS.match(line.text):
        grows = "is expected to grow" if "expected" in match["verb"] else "grows"
        yield sentence(
            f"From {match['first']} to {match['last']}, {match['what'][:1].lower()}{match['what'][1:]} {grows} at a"
            f" CAGR of {match['figure']}.",
            *cites,
        )
    elif "“" not in line.text and not line.text.startswith(("Yes", "No")):
        yield from _of_words(line.text, *cites)


_ALIKE = (
    ("drive", "propel"), ("drives", "fuels"), ("because", "since"), ("hamper", "hinder"), ("main", "chief"),
    ("largest", "biggest"), ("companies", "firms"), ("rose", "increased"), ("fell", "declined"), ("needs", "requires"),
    ("rapidly", "quickly"), ("mainly", "chiefly"), ("expected", "forecast"), ("allows", "lets"), ("rising", "growing"),
)  # fmt: skip


def _of_words(text: str, *cites: int) -> Iterator[dict[str, Any]]:
    """A sentence of the report behind a word of its source, with words that mean the same, or its halves in turn."""
    if not re.match(r"(?:The|A|An|In) [a-z]", text) and not re.match(r"[A-Z][a-z]+ [a-z]", text):
        return
    if re.match(r"(?:It|Its|They|Their|These|This|Those|That|Such)\b", text):
        return
    lower = text[:1].lower() + text[1:] if re.match(r"(?:The|A|An|In) ", text) else text
    yield sentence(f"According to the report, {lower}", *cites)
    yield sentence(f"The report says that {lower}", *cites)
    for word, other in _ALIKE:
        if re.search(rf"\b{word}\b", text):
            yield sentence(re.sub(rf"\b{word}\b", other, text, count=1), *cites)
    halves = re.match(r"([^,;()]+), because ([^,;()]+)\.$", text)
    if halves:
        first = halves[1][:1].lower() + halves[1][1:]
        yield sentence(f"Because {halves[2]}, {first}.", *cites)
        yield sentence(f"{halves[1]}.", *cites)
