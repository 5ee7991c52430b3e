"""How a number stands in its sentence: what it is compared with, per what it counts, of what it is a part."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.readings import cleaned, sentence_spans, stems_in
from ingest.domain import Quantity, Span
from ingest.places import find_places
from ingest.words import STOPWORDS, stem


@dataclass(frozen=True, slots=True)
class Standing:
    """What the words right around a number make of it.

    ``base``: something else is compared with it ("up from 39%"). ``per``: the stem of what it counts for ("a year").
    ``part``: it is said to be a part of something named, and not of "it"; ``part_of`` are the stems, ``around`` the
    places of that whole, without the words for any market.
    ``step``: "by" or "to" before it. ``compared``: "more" or "less" behind it. ``known``: whether there are such words;
    a cell has none.
    """

    base: bool = False
    per: str = ""
    part: bool = False
    part_of: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    step: str = ""
    compared: bool = False
    known: bool = True


_FILLER = r"(?:(?:about|around|nearly|over|some|just|only|almost|the|its|a|an|base of|level of|usual) )*"
_BASE = re.compile(
    rf"\b(?:from|against|versus|vs\.?|after|(?:compared|relative) (?:with|to)"
    rf"|(?<!more )(?<!less )(?<!fewer )(?<!greater )(?<!higher )(?<!lower )than) {_FILLER}\Z",
    re.IGNORECASE,
)
_STEP = re.compile(rf"\b(by|to) {_FILLER}\Z", re.IGNORECASE)
_COMPARED = re.compile(r" (?:more|higher|larger|bigger|greater|less|lower|smaller|fewer|above|below)\b", re.IGNORECASE)
_PER = re.compile(r" ?(?:per|/) ?(?P<noun>[a-z]+)| (?P<yearly>annually|yearly)\b", re.IGNORECASE)
_EACH = re.compile(
    r" (?:a|an|each|every) (?P<noun>year|quarter|month|week|day|hour|kilogram|tonne|ton|unit|barrel)\b", re.IGNORECASE
)
_SAME_NOUN = {stem(short): stem(long) for short, long in (("annum", "year"), ("yr", "year"), ("kg", "kilogram"))}
_PART = re.compile(r",? ?(?:share |stake |portion )?(?:of|to(?= the\b)) (?P<whole>[^,;:.()]+)", re.IGNORECASE)
_WHOLE_ENDS = re.compile(
    r"\b(?:in|for|by|from|with|at|on|over|during|between|through|until|and|or|while|whereas|is|was|are|were|has"
    r"|had|will|"
    r"followed|compared|against|before|after|up|down|since|as|which|that|to|\d\S*)\b",
    re.IGNORECASE,
)
_ANY_MARKET = """
market markets industry industries revenue revenues sales share shares value total global overall world worldwide whole
entire sector turnover
"""
_COMMON = frozenset(map(stem, _ANY_MARKET.split())) | STOPWORDS


def standing(text: str, quantity: Quantity) -> Standing:
    """How a quantity of a text stands in its sentence."""
    at = quantity.source
    return _standing(text, at.start, at.end) if isinstance(at, Span) else Standing(known=False)


@lru_cache(maxsize=4096)
def _standing(text: str, start: int, end: int) -> Standing:
    first, last = next(((a, b) for a, b in sentence_spans(text) if a <= start < b), (0, len(text)))
    behind = (" " if text[end : end + 1].isspace() else "") + cleaned(text[end:last])
    before = cleaned(text[first:start]) + " "
    part, part_of, around = _whole(behind)
    step = _STEP.search(before)
    return Standing(
        base=bool(_BASE.search(before)),
        per=_per(behind),
        part=part,
        part_of=part_of,
        around=around,
        step=step[1].lower() if step else "",
        compared=bool(_COMPARED.match(behind)),
    )


def _per(behind: str) -> str:
    match = _PER.match(behind) or _EACH.match(behind)
    if match is None:
        return ""
    noun = stem(match.groupdict().get("noun") or "year")
    return _SAME_NOUN.get(noun, noun)


def _whole(behind: str) -> tuple[bool, frozenset[str], frozenset[str]]:
    """Whether it is named, the stems and the places of "of new installations in 2023" or "to the growth of Europe"."""
    match = _PART.match(behind)
    whole = _WHOLE_ENDS.split(match["whole"])[0] if match else ""
    named = bool(stems_in(whole) - STOPWORDS)
    places = find_places(whole)
    for place in reversed(places):
        whole = whole[: place.start] + whole[place.end :]
    return (
        named,
        stems_in(whole) - _COMMON,
        frozenset(place.value.name for place in places if place.value.kind != "world"),
    )
