"""What a report has in it: its sections and tables by their headings and titles, those that need a licence marked."""

import re
from collections.abc import Sequence

from bot.book import CONTENTS, Book, ContentsLine, PartKind, contents_text
from bot.evidence import Draft, Evidence, Listing, Sentence
from bot.question import Question
from bot.retrieve import Found
from ingest.public import own_number
from ingest.words import STOPWORDS, words

MOST = 60
"""Parts named at most."""

_KINDS: dict[PartKind, frozenset[str]] = {
    "section": frozenset("section sections chapter chapters heading headings subsection subsections".split()),
    "table": frozenset("table tables".split()),
}
_PARTS = frozenset("part parts contents content toc index outline structure".split())
_REPORT = frozenset("report reports study document publication edition version research".split())
_HOLDS = frozenset(
    """
    has have having contain contains contained include includes included including cover covers covered comprise
    comprises consist consists hold holds inside offer offers provide provides
    """.split()
)
_DEALT = frozenset("buy buying bought purchase purchasing pay paying paid order ordering licence license".split())
_GOT = frozenset("get gets receive additional additionally more extra else beyond".split())
_LICENSED = frozenset(
    "licensed licenced licence license paid paywall paywalled paying locked restricted hidden closed".split()
)
_PUBLIC = frozenset("public free freely publicly unlicensed open readable".split())
_READ = frozenset("read see view access look open".split())
_ASIDE = frozenset(
    """
    please list name show tell give gives full whole entire complete available available there different main single
    various need needs require requires required requiring behind without licence license kind kinds sort
    sorts type types all divided structured organised organized made split table
    """.split()
)
_ASKS = _KINDS["section"] | _KINDS["table"] | _PARTS | _REPORT | _HOLDS | _DEALT | _GOT | _LICENSED | _PUBLIC | _READ
_OTHERWISE = re.compile(
    r"\b(?:how (?:many|much|long|often|can|do|could|would|to)|why|when|where|who|whose"
    r"|(?:which|what) (?:\w+ of )?licen[cs]es?)\b"
    r"|^\W*(?:and |so |but )?(?:is|are|does|do|did|was|were|has|have|should|would|will|may|must)\b"
    r"|\bnot\b(?! (?:free|public|licen[cs]ed|open|readable))|n['’]t\b",
    re.IGNORECASE,
)
"""Asks for a number, a reason or a way, or whether, or for what is left out."""
_NAMES = re.compile(r"\b(?:which|what|list|name|show|tell|give|see|read)\b", re.IGNORECASE)
"""Asks for tables by name; without it their number may be meant, as reports print it: "tables?"."""
_INSIDE = re.compile(r"\bwhat(?:['’]s| is| else is| all is) (?:there )?(?:in|inside)\b", re.IGNORECASE)
_I_READ = re.compile(
    r"\b(?:can|may|could|able|allowed|free|freely|public|publicly)\b|\bwithout (?:a |any )?(?:licen[cs]e|paying)\b",
    re.IGNORECASE,
)
_NEEDS = re.compile(r"\b(?:without|no) (?:a |any )?(?:licen[cs]e|paying|payment)\b", re.IGNORECASE)


def contents(found: Found) -> Draft | None:
    """The parts that are asked for where nothing narrower is; None for another question."""
    question, book = found.question, found.book
    kinds = _asked_kinds(question, book)
    if not kinds or (book.version.whole and question.kind == "contact"):
        return None
    intro, lines = _of_access(question, book, [line for line in book.contents if line.kind in kinds])
    if not lines:
        return None
    if len(lines) > MOST:
        intro = f"{intro.removesuffix(':')}, among others:"
    items = tuple(_item(book, line) for line in lines[:MOST])
    contact = book.report.contact if question.kind == "contact" else None
    return Draft((Listing(Sentence(intro), items),), contact=contact, answerer="contents")


def contents_evidence(book: Book, line: ContentsLine, marked: bool = False) -> Evidence:
    """A line of the contents list, which everybody may read; ``marked``: with what says that it is licensed."""
    report = book.report
    return Evidence(
        report.id, report.title, f"{report.id}:contents", CONTENTS, contents_text(report),
        line.start, line.marked_end if marked else line.end, url=report.url,
    )  # fmt: skip


def called(line: ContentsLine) -> str:
    """The heading or title of a part without its own number, which would read as a figure: "6. Buyers" are not six."""
    title = " ".join(line.title.split())
    return title[own_number(title) :].lstrip(" .:–—-)") or title


def _asked_kinds(question: Question, book: Book) -> frozenset[PartKind]:
    """The kinds of parts a question asks for, all of them where it asks for what the report has; none for others."""
    if question.places or question.periods or question.claims:
        return frozenset()
    said = (_kinds_in(ask, book) for ask in dict.fromkeys((question.ask, question.text)))
    return next((kinds for kinds in said if kinds), frozenset())


def _kinds_in(ask: str, book: Book) -> frozenset[PartKind]:
    own = frozenset(word.text.lower() for word in words(ask))
    if _OTHERWISE.search(ask):
        return frozenset()
    named = own & _REPORT
    market = book.market_stems | book.publisher_stems if named else frozenset[str]()
    rest = {word.text.lower() for word in words(ask) if word.stem not in market} - STOPWORDS
    if rest - _ASKS - _ASIDE - ({"market", "industry"} if named else frozenset()):
        return frozenset()
    kinds = frozenset(kind for kind, nouns in _KINDS.items() if own & nouns)
    if "table" in kinds and re.search(r"\btable of contents\b", ask, re.IGNORECASE):
        kinds = frozenset[PartKind]()
    elif kinds:
        return kinds if "section" in kinds or _NAMES.search(ask) else frozenset()
    about = bool(named and (own & _HOLDS or _INSIDE.search(ask))) or bool(
        own & _DEALT and own & (_GOT | _HOLDS) and named
    )
    parts = own & (_PARTS - {"part", "parts"}) or (own & _PARTS and own & (_REPORT | _LICENSED | _PUBLIC | _READ))
    access = own & (_LICENSED - {"licence", "license", "paid"}) or (own & _PUBLIC and own & _READ)
    return frozenset(_KINDS) if about or parts or access else frozenset()


def _of_access(question: Question, book: Book, lines: Sequence[ContentsLine]) -> tuple[str, Sequence[ContentsLine]]:
    """What the parts are introduced by, and those of them that may be read as it is asked for."""
    kinds = " and ".join(f"{kind}s" for kind in dict.fromkeys(line.kind for line in lines))
    if book.version.whole:
        return f"The report has these {kinds}:", lines
    own = frozenset(word.text.lower() for word in words(question.ask))
    licensed = [line for line in lines if line.is_licensed]
    public = [line for line in lines if not line.is_licensed]
    free = _NEEDS.search(question.ask) or own & _PUBLIC or (own & _READ and _I_READ.search(question.ask))
    if public and free and not own & {"full", "whole"}:
        return f"Without a licence you can read these {_plural(public)} of the report:", public
    if licensed and not free and own & (_LICENSED | _DEALT):
        return f"The full report, with a licence, also has these {_plural(licensed)}:", licensed
    if not licensed:
        return f"The report has these {kinds}:", lines
    return f"The report has these {kinds}; those marked “licensed” need a licence:", lines


def _plural(lines: Sequence[ContentsLine]) -> str:
    return " and ".join(f"{kind}s" for kind in dict.fromkeys(line.kind for line in lines))


def _item(book: Book, line: ContentsLine) -> Sentence:
    evidence = contents_evidence(book, line, marked=True)
    return Sentence(evidence.quote, (evidence,))
