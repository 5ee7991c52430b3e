"""Finds the sentences of a text by rules; a list item or a line of its own is a sentence too."""

import re
from collections.abc import Iterator

_GOING_ON = """
dr mr mrs ms prof vs v eg ie e.g i.e approx ca cf fig figs eq vol pp viz resp incl excl ref refs sec ch dept est st mt
ft gen gov sen rev hon messrs rs
"""
_ALWAYS_GOES_ON = frozenset(_GOING_ON.split())
"""Abbreviations that a sentence does not end with."""

_ENDING = """
pvt pte pty bros intl assn jr sr ph.d al mn bn mio tn avg max min jan feb mar apr jun jul aug sep sept oct nov dec
"""
_MAY_END = frozenset(_ENDING.split())
"""Abbreviations after which only a word that opens sentences starts a new one."""

_COMPANY = """
inc ltd limited co corp llc llp plc cos n.v s.a b.v s.p.a s.r.l s.a.s l.l.c l.p a.s d.o.o s.e holdings holding group
company international
"""
_LEGAL_FORMS = frozenset(_COMPANY.split())
"""Ends of company names: what follows with a capital is a new sentence, unless the name itself goes on with one."""

_NUMBERING = frozenset({"No", "no", "Nos", "nos", "Art", "art", "p", "para"})
"""Abbreviations that go on with a number: "No. 1", but not "The answer is no. We know"."""

_OPENING = """
the a an this these that those it its in on at by for from with within over under between among as after before during
since while when where if although though however moreover furthermore meanwhile additionally also but and or so thus
hence therefore according we our they their he she his her there here such some many most both each every all other
another not how what which who why is are was were will can based given due despite through throughout
"""
_OPENERS = frozenset(_OPENING.split())
"""Words that open a sentence more often than they go on with a name."""

_END = re.compile(
    r"""(?P<mark>[.!?…。！？]+)
        (?P<close>["'”’»)\]]*(?:\[\d{1,3}\]|[¹²³⁰-⁹*†‡]+)?)
        (?:(?P<space>\s+)|(?=$)|(?<=[a-z\d%]\.)(?=(?:The|This|These|It|In|However)\s)|(?<=[。！？]))""",
    re.VERBOSE,
)
_LAST_TOKEN = re.compile(r"[^\s(\[\"'“‘«/]+$")
_MARKER = re.compile(r"[ \t]*(?:[-*•●▪‣◦–—][ \t]+)?")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,4})\Z")
_LINE = re.compile(r"[^\n]+")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_NEXT_WORD = re.compile(r"[\"'“‘«(\[¿¡]*([^\W_]+(?:['’][^\W_]+)?)?")


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence, in order, without the space around it.

    A line end ends a sentence (except a wrapped line, which goes on in lower case), so list items, "Label: value"
    lines and paragraphs never run together. A list item's span leaves its marker out.
    """
    return [span for start, end in _lines(text) for span in _cut(text, start, end)]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line's content after its list marker; a wrapped line is joined to the one before."""
    pending: tuple[int, int] | None = None
    for match in _LINE.finditer(text):
        marker = _MARKER.match(text, match.start(), match.end())
        start = marker.end() if marker else match.start()
        if pending and start < match.end() and _wraps(text, pending, match.start(), start):
            pending = (pending[0], match.end())
            continue
        if pending:
            yield pending
        pending = (start, match.end())
    if pending:
        yield pending


def _wraps(text: str, before: tuple[int, int], line: int, content: int) -> bool:
    """Whether the line at ``line`` goes on with the sentence of the line before it."""
    adjoins = text[before[1] : line] == "\n"
    marked = any(not char.isspace() for char in text[line:content])
    return adjoins and not marked and text[content].islower() and text[before[1] - 1] not in ".!?:;"


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    opened = start
    for match in _END.finditer(text, start, end):
        if match.end() < end and _ends(text, opened, match, end):
            cut = match.start("space") if match["space"] else match.end()
            yield from _trimmed(text, opened, cut)
            opened = match.end()
    yield from _trimmed(text, opened, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _ends(text: str, opened: int, match: re.Match[str], end: int) -> bool:
    """Whether a mark with more text behind it ends the sentence that opened at ``opened``."""
    if _FIGURE_IN_BRACKETS.match(text, match.end(), end):
        return False
    following = _NEXT_WORD.match(text, match.end(), end)
    word = following[1] if following else None
    if word is None:
        return match["mark"] != "." or not match["close"]
    goes_on_small = word[0].islower() and not any(char.isupper() for char in word)
    if goes_on_small:
        return False
    if match["mark"] == "." and match["close"].startswith(")") and _is_short(text, opened, match.start()):
        return word.casefold() in _OPENERS
    if match["mark"] != "." or match["close"]:
        return True
    return _full_stop_ends(text, opened, match.start(), word)


def _is_short(text: str, opened: int, stop: int) -> bool:
    """Whether what stands before a stop is an abbreviation: a name goes on behind "Parcelwell (U.S.)"."""
    token = _LAST_TOKEN.search(text, opened, stop)
    last = token[0] if token else ""
    return bool(_ACRONYM.fullmatch(last)) or last.casefold() in _LEGAL_FORMS | _MAY_END


_FIGURE_IN_BRACKETS = re.compile(r"\s*\((?:[~<>$€£₹]\s?)?\d[\d.,]*\s?%?\)")
"""What goes on with a name: "Acme Ltd. (17.2%), Bolt AG"."""


def _full_stop_ends(text: str, opened: int, stop: int, word: str) -> bool:
    token = _LAST_TOKEN.search(text, opened, stop)
    last = token[0] if token else ""
    small = last.casefold()
    if small in _ALWAYS_GOES_ON:
        return False
    if last in _NUMBERING:
        return not word[0].isdigit()
    if text[opened:stop].strip() == last and _ENUMERATOR.match(last):
        return False  # "1. Market overview" is one
    if small in _LEGAL_FORMS:
        return word.casefold() not in _LEGAL_FORMS
    if small in _MAY_END or _ACRONYM.fullmatch(last) or (len(last) == 1 and last.isupper()):
        return word.casefold() in _OPENERS
    return True
