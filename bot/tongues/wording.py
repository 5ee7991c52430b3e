"""Words the English question that the parts of another language's question make."""

from collections.abc import Callable, Iterable, Sequence

from bot.tongues.pieces import Piece

LINEAR = frozenset(("why", "how", "where", "when", "who"))
"""Asking words whose question is kept in the order of its words."""

PLAIN_LISTS = {
    "companies": "Which companies are covered",
    "regions": "Which regions does the report cover",
    "countries": "Which countries does the report cover",
    "chapters": "Which chapters does the report have",
}
TOPICS = ("drivers", "challenges", "opportunities", "trends", "risks", "factors", "recommendations")
"""Lists that are told in words."""


def worded(pieces: Sequence[Piece]) -> str:
    """The question in English: by what it asks for where its parts make one of the usual questions, else in order."""
    parts = _Parts(pieces)
    for make in _MAKERS:
        if text := make(parts):
            return text
    return _in_order(pieces)


class _Parts:
    """The parts of a question by what they do."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces

    def of(self, *roles: str) -> list[str]:
        """What the parts of some roles say, once each, in order."""
        return list(dict.fromkeys(piece.english for piece in self.pieces if piece.role in roles and piece.english))

    def has(self, *said: str) -> bool:
        """Whether one of the parts says it."""
        return any(piece.english in said for piece in self.pieces)

    def only(self, *roles: str) -> bool:
        """Whether all parts that say something are of these roles."""
        return all(piece.role in (*roles, "small", "tense") for piece in self.pieces)

    @property
    def is_told_in_words(self) -> bool:
        """Whether it asks for words, or claims a number."""
        return bool(self.of("explain", "number")) or bool(LINEAR & set(self.of("ask")))

    @property
    def names(self) -> str:
        """What it asks about, with its adjectives, as "hospitals and clinics"."""
        return _joined(self.pieces, ("term", "name", "adjective"))

    @property
    def where(self) -> str:
        """The places: " in Europe"."""
        places = _joined(self.pieces, ("place",))
        return f" in {places}" if places else ""

    @property
    def time(self) -> str:
        """The times: " in 2025", " from 2025 to 2030"."""
        years, told = self.of("year"), self.of("time")
        parts = [each for each in told if each not in ("year", "per year")]
        ahead = f" in the {' and '.join(parts)}" if parts else ""
        if parts and not years and parts[0] not in _PARTS_OF_YEAR:
            ahead = f" {parts[0]}"
        if not years:
            return ahead
        link = " of " if ahead else " in "
        if len(years) == 2 and self.has("to", "between", "from", "by") and not ahead:
            return f" from {years[0]} to {years[1]}"
        if len(years) == 1 and self.has("by", "to") and not ahead:
            link = " by "
        if len(years) == 1 and "-" in years[0]:
            link = " over "
        return f"{ahead}{link}{' and '.join(years)}"

    @property
    def verb(self) -> str:
        """Is, was or will be."""
        tenses = self.of("tense")
        return tenses[0] if tenses else "is"


_PARTS_OF_YEAR = frozenset(
    "first quarter, second quarter, third quarter, fourth quarter, first half, second half, "
    "Q1, Q2, Q3, Q4, H1, H2".split(", ")
)


def _joined(pieces: Iterable[Piece], roles: tuple[str, ...]) -> str:
    """The parts of some roles, with "and" or "or" between those that have it between them."""
    text, link = "", ""
    for piece in pieces:
        if piece.role in roles and piece.english and piece.english not in text.split(" and "):
            text += f"{f' {link} ' if link and text else ' ' if text else ''}{piece.english}"
            link = ""
        elif piece.english in ("and", "or"):
            link = piece.english
        elif piece.role not in roles and piece.role != "small":
            link = ""
    return text


def _greeting(parts: _Parts) -> str:
    said = parts.of("greeting")
    return said[0] if said and parts.only("greeting") else ""


def _whole(parts: _Parts) -> str:
    said = parts.of("whole")
    allowed = ("whole", "report", "ask", "time", "cover", "measure")
    return said[0] if said and parts.only(*allowed) and not parts.of("place", "year") else ""


def _in_words(parts: _Parts) -> str:
    return _in_order(parts.pieces) if parts.is_told_in_words else ""


def _superlative(parts: _Parts) -> str:
    most, lists = parts.of("most"), parts.of("list")
    if not most:
        return ""
    if most[0] == "leading" and lists:
        about = f" of {parts.names}" if parts.names else ""
        return f"What are the leading {lists[0]}{about}{parts.where}{parts.time}?"
    if len(most) > 1 or not lists or parts.names:
        return ""
    one = _ONE.get(lists[0], lists[0])
    measures = [each for each in parts.of("measure") if each != "market size"]
    if most[0] == "fastest growing":
        return f"Which {one}{parts.where} is the fastest growing{parts.time}?"
    if measures:
        return f"Which {one}{parts.where} has the {most[0]} {measures[0]}{parts.time}?"
    return f"Which {one}{parts.where} {parts.verb.replace('will be', 'is')} the {most[0]}{parts.time}?"


_ONE = {
    "companies": "company", "regions": "region", "countries": "country", "segments": "segment", "types": "type",
    "applications": "application", "products": "product", "technologies": "technology", "customers": "customer",
    "manufacturers": "manufacturer", "suppliers": "supplier", "end users": "end user", "competitors": "competitor",
}  # fmt: skip


def _figure(parts: _Parts) -> str:
    measures = [each for each in parts.of("measure") if each not in _WIDER or not parts.has(*_WIDER[each])]
    lists = parts.of("list")
    if parts.of("most", "cover", "whole") or not measures:
        return ""
    if set(lists) & set(TOPICS):
        return ""
    names = _joined(parts.pieces, ("term", "name", "adjective", "list"))
    of = f" of {names}" if names else ""
    return f"What {parts.verb} the {' and '.join(measures)}{of}{parts.where}{parts.time}?"


_WIDER = {
    "growth": ("growth rate", "annual growth rate", "compound annual growth rate", "CAGR"),
    "growth rate": ("CAGR",),
    "annual growth rate": ("CAGR", "compound annual growth rate"),
    "compound annual growth rate": ("CAGR",),
    "market value": ("market size",),
    "percentage": ("share", "market share", "growth", "growth rate"),
}
"""Measures that say no more beside others."""


def _count(parts: _Parts) -> str:
    if "how many" not in parts.of("ask") or parts.of("measure", "most"):
        return ""
    counted = _joined(parts.pieces, ("list", "term", "name", "adjective"))
    return f"How many {counted} are there{parts.where}{parts.time}?" if counted else ""


def _list(parts: _Parts) -> str:
    lists = parts.of("list")
    if len(lists) != 1 or parts.of("measure", "most", "whole", "year") or not parts.only(*_AROUND_LIST):
        return ""
    if parts.of("cover") and parts.where and not parts.of("ask"):
        return ""
    if not (parts.names or parts.where) and lists[0] in PLAIN_LISTS:
        return f"{PLAIN_LISTS[lists[0]]}?"
    about = f" of {parts.names}" if parts.names else " of the market" if lists[0] in TOPICS else ""
    return f"What are the {lists[0]}{about}{parts.where}?"


_AROUND_LIST = ("list", "ask", "market", "report", "term", "name", "place", "adjective", "cover", "measure")


def _coverage(parts: _Parts) -> str:
    names = _joined(parts.pieces, ("term", "name", "place", "list"))
    if not (parts.of("cover") and names) or parts.of("measure", "most", "whole", "year", "ask"):
        return ""
    return f"Does the report cover {names}?"


def _bare_amount(parts: _Parts) -> str:
    """ "Wie hoch ist der Markt 2025?" asks for the market's size."""
    if not parts.of("market") or not set(parts.of("ask")) & {"what", "how much"} or not parts.time:
        return ""
    if not parts.only("market", "ask", "place", "year", "time", "name", "term", "adjective", "report"):
        return ""
    of = f" of {parts.names}" if parts.names else ""
    return f"What {parts.verb} the market size{of}{parts.where}{parts.time}?"


_MAKERS: tuple[Callable[[_Parts], str], ...] = (
    _greeting, _whole, _in_words, _superlative, _figure, _count, _list, _coverage, _bare_amount,
)  # fmt: skip


def _in_order(pieces: Sequence[Piece]) -> str:
    """The parts as they follow each other."""
    text = " ".join(piece.english for piece in pieces if piece.english and piece.role != "greeting")
    text = text.replace(" %", "%")
    return f"{text[:1].upper()}{text[1:]}?" if text else ""
