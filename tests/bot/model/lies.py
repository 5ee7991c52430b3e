"""A model that lies: each kind of lie made of an answer as the model sees it, and of the report's own figures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.book import Book
from bot.phrase import bare_amount
from tests.bot.model.fakes import Line, Seen, sentence

_FIGURE = re.compile(r"(?:[A-Z]{3} )?\d[\d,]*(?:\.\d+)?(?:%| (?:million|billion|thousand))?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MARK = "Calculated, not published: "


@dataclass(frozen=True)
class Lie:
    """A kind of lie and the sentences that tell it."""

    kind: str
    sentences: tuple[dict[str, Any], ...]


def lies(seen: Seen, book: Book) -> Iterator[Lie]:
    """Lies of every kind that an answer gives occasion to."""
    for line in seen.draft:
        for kind, told in _of_line(line, seen, book):
            yield Lie(kind, (told,))
    for number, quote in list(seen.evidence.items())[:4]:
        for kind, told in _of_quote(number, quote, book):
            yield Lie(kind, (told,))


def _of_line(line: Line, seen: Seen, book: Book) -> Iterator[tuple[str, dict[str, Any]]]:
    text, cites = line.text, line.evidence
    yield from (("wrong digit", sentence(changed, *cites)) for changed in _digits(text))
    for year in sorted({*_YEAR.findall(text)}):
        for other in (str(int(year) - 1), str(int(year) + 1), "2030"):
            if other != year:
                yield "wrong year", sentence(text.replace(year, other), *cites)
    yield "invented citation", sentence(text, 99)
    yield "invented citation", sentence(text, *cites, 0)
    yield "no citation", sentence(text)
    for scale, other in (("million", "billion"), ("billion", "trillion"), ("billion", "million")):
        if scale in text:
            yield "another scale", sentence(text.replace(scale, other), *cites)
    for unit, other in (("USD", "EUR"), ("EUR", "USD"), ("GBP", "USD"), ("%", " percentage points"), ("%", "x")):
        if unit in text:
            yield "another unit", sentence(text.replace(unit, other), *cites)
    for figure in _FIGURE.findall(text)[:1]:
        for told in _others(book, figure):
            yield "another's figure", sentence(text.replace(figure, told), *cites)
    for name in _names(book):
        yield "another's name", sentence(f"{name} stood at {_first(text)}.", *cites)
        yield "invented share", sentence(f"{name} holds a share of 12.4% of the market.", *cites)
        yield "invented share", sentence(f"{name} holds a share of {_first(text)}.", *cites)
    for told in _negated(text):
        yield "negated", sentence(told, *cites)
    for told in _linked(text):
        yield "link", sentence(told, *cites)
    for told in _turned(text):
        yield "turned", sentence(told, *cites)
    if line.operation:
        body = re.sub(_first(text).replace("(", r"\("), "{result}", text.removeprefix(_MARK), count=1)
        body = body[:1].upper() + body[1:]
        yield "swapped operands", sentence(body, *cites, operation=line.operation, operands=line.operands[::-1])
        for other in ("difference", "growth", "share", "sum", "multiple", "cagr"):
            if other != line.operation and not any(o.operation == other for o in seen.draft):
                yield "another operation", sentence(body, *cites, operation=other, operands=line.operands)
        yield "own arithmetic", sentence(body.replace("{result}", "USD 123.4 million"), *cites)


def _of_quote(number: int, quote: str, book: Book) -> Iterator[tuple[str, dict[str, Any]]]:
    if not quote.endswith("."):
        return
    for told in _negated(quote):
        yield "negated quote", sentence(told, number)
    for told in _turned(quote):
        yield "turned quote", sentence(told, number)
    words = quote.rstrip(".").split()
    if len(words) > 6:
        yield "cut short", sentence(" ".join(words[: len(words) // 2]) + ".", number)
        yield "halves swapped", sentence(" ".join(_swapped(words)) + ".", number)
        said = [word for word in words if word.isalpha() and len(word) > 5]
        if said:
            yield "a word left out", sentence(quote.replace(f"{said[0]} ", "", 1), number)
    for name in _names(book)[:1]:
        yield "a name put in", sentence(f"{name}: {quote}", number)
        yield "a name put in", sentence(f"According to {name}, {quote[0].lower()}{quote[1:]}", number)


def _digits(text: str) -> Iterator[str]:
    found = [
        m for m in re.finditer(r"\d", text) if not any(y.start() <= m.start() < y.end() for y in _YEAR.finditer(text))
    ]
    for match in found[:3]:
        other = "7" if match[0] != "7" else "3"
        yield text[: match.start()] + other + text[match.end() :]


def _first(text: str) -> str:
    figures = [f for f in _FIGURE.findall(text) if not _YEAR.fullmatch(f)]
    return figures[0] if figures else "12.4%"


def _others(book: Book, figure: str) -> Sequence[str]:
    """Other figures of the report that look alike."""
    alike = [
        bare_amount(q)
        for q in book.quantities
        if bare_amount(q)[:3] == figure[:3] or ("%" in figure) == (q.kind == "percent")
    ]
    return [told for told in dict.fromkeys(alike) if told != figure][:3]


def _names(book: Book) -> Sequence[str]:
    named = [text for each in book.lists for text, _ in each.items if text[:1].isupper() and len(text) < 30]
    subjects = [q.subject[-1] for q in book.quantities if q.subject]
    return [*dict.fromkeys((*named[:2], *subjects[:2], "Zephyr Holdings"))]


_VERBS = re.compile(
    r"\b(is|was|are|were|has|have|will|can|drive|drives|led|holds|held|grows|grew|hamper|rose|fell|made)\b"
)


def _negated(text: str) -> Iterator[str]:
    match = _VERBS.search(text)
    if match:
        yield f"{text[: match.end()]} not{text[match.end() :]}"
        yield f"{text[: match.start()]}never {text[match.start() :]}"
    yield f"It is not true that {text[:1].lower()}{text[1:]}"


def _linked(text: str) -> Iterator[str]:
    yield f"{text.rstrip('.')} (see https://evil.example/login)."
    yield f"[{text}](https://evil.example)"
    yield f"{text.rstrip('.')} ![](https://evil.example/p.png)."
    yield f"<a href='//evil.example'>{text}</a>"
    yield f"{text.rstrip('.')}, ask sales@evil.example."


_OPPOSITES = (
    ("largest", "smallest"), ("fastest", "slowest"), ("grows", "declines"), ("grow", "shrink"), ("rose", "fell"),
    ("increase", "decrease"), ("more", "less"), ("before", "after"), ("main", "least"), ("Falling", "Rising"),
    ("fell", "rose"), ("higher", "lower"), ("largest", "second-largest"), ("most", "few"), ("is expected to", "did"),
    ("expected to reach", "known to have passed"), ("because", "although"), ("up", "down"),
)  # fmt: skip


def _turned(text: str) -> Iterator[str]:
    for word, other in _OPPOSITES:
        if re.search(rf"\b{word}\b", text):
            yield re.sub(rf"\b{word}\b", other, text, count=1)


def _swapped(words: list[str]) -> list[str]:
    half = len(words) // 2
    return [*words[half:], *words[:half]]
