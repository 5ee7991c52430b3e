"""Finds the countries and world regions a text names, and knows which lie in which."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

import pycountry

from ingest.found import Found
from ingest.regions import COUNTRY_ALIASES, NATIONS, REGION_ALIASES, STATES, region_members

PlaceKind = Literal["world", "region", "country", "state"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its canonical name; ``within`` are the names of the places that contain it, the smallest first."""

    name: str
    kind: PlaceKind
    within: tuple[str, ...] = ()


_CAPITAL_ONLY = frozenset(
    [
        "turkey",
        "chad",
        "jordan",
        "georgia",
        "us",
        "guinea",
        "polish",
        "niger",
        "mali",
        "jersey",
        "cuba",
        "america",
        "indiana",
        "oman",
        "togo",
    ]
)
"""Names that are words, or parts of other names, in lower case."""
_NOT_BEHIND = re.compile(r"\s?(?:\$|(?:dollar|franc|rupee|yen|yuan|pound|won\b|rand\b|real\b|peso))", re.IGNORECASE)
_WIDER_NAME = re.compile(r"\b(?:new(?: south)?|mid|bank of|(?:north|south|east|west)(?: of)?)\s\Z", re.IGNORECASE)
"""Before a nation's name it makes another of it: "New South Wales", "Bank of Scotland"."""
_NAMES_OTHER = re.compile(
    r"\s(?:columbia|virgin|airways|fries|nuts?|pigs?|fowl|pastr(?:y|ies)|treasur(?:y|ies)|depositary|express)\b",
    re.IGNORECASE,
)
"""Behind a nation's name it makes another of it: "British Columbia", "French fries", "U.S. Treasury securities"."""
_FIRST = re.compile(r"[^\W_]+")
_THE_US = re.compile(r"\b(?:the us|us(?= market))\b")


@cache
def _gazetteer() -> dict[str, Place]:
    """Every place by its canonical name."""
    members = region_members()
    by_size = sorted(members, key=lambda name: (len(members[name]), name))
    regions = {
        name: Place(name, "region", (*(o for o in by_size if o != name and members[name] < members[o]), "World"))
        for name in by_size
    }
    countries = {
        name: Place(name, "country", (*(region for region in by_size if code in members[region]), "World"))
        for code, name in _country_names().items()
    }
    us, uk = countries["United States"], countries["United Kingdom"]
    states = {name: Place(name, "state", (us.name, *us.within)) for name in STATES.split("|")}
    states |= {name: Place(name, "state", (uk.name, *uk.within)) for name in NATIONS}
    return {"World": Place("World", "world")} | states | regions | countries


def _country_names() -> dict[str, str]:
    """Two-letter code → canonical name: the first alias, else ISO's common or short name."""
    names = {}
    for country in pycountry.countries:
        plain = getattr(country, "common_name", country.name).split(",")[0]
        names[country.alpha_2] = COUNTRY_ALIASES.get(country.alpha_2, plain).split("|")[0]
    return names


@cache
def _spellings() -> dict[str, str]:
    """Spelling → canonical name."""
    spelled = {name: name for name in _gazetteer()}
    codes = _country_names()
    for name, aliases in REGION_ALIASES.items():
        spelled |= dict.fromkeys(aliases.split("|"), name)
    spelled |= {alias: name for name, alias in NATIONS.items() if alias}
    for code, aliases in COUNTRY_ALIASES.items():
        spelled |= dict.fromkeys(aliases.split("|"), codes[code])
    return spelled


@cache
def _folded() -> dict[str, str]:
    return {_fold(spelling): name for spelling, name in _spellings().items()}


def _fold(spelling: str) -> str:
    return re.sub(r"[\s\u00a0]+", " ", spelling).casefold()


@cache
def _openings() -> dict[str, re.Pattern[str]]:
    """First word of a spelling → the spellings that open with it, the longest first.

    A single pattern of all 700 spellings is six times slower.
    """
    opening: dict[str, list[str]] = {}
    for spelling in sorted(_spellings(), key=len, reverse=True):
        opening.setdefault(_FIRST.findall(_fold(spelling))[0], []).append(spelling)
    return {word: _compiled(spellings) for word, spellings in opening.items()}


def _compiled(spellings: list[str]) -> re.Pattern[str]:
    spelled = "|".join(re.escape(spelling).replace(r"\ ", r"\s+") for spelling in spellings)
    return re.compile(rf"(?:{spelled})(?![^\W_]|-\d|-class|-wide)", re.IGNORECASE)


def find_places(text: str) -> list[Found[Place]]:
    """The places a text names, in order. Pronouns ("us"), currencies ("US$", "Swiss francs") and lower-case words
    that are also names ("turkey") are none; "European" is Europe."""
    openings = _openings()
    places: list[Found[Place]] = []
    end = 0
    for word in _FIRST.finditer(text):
        pattern = openings.get(word[0].casefold())
        if pattern is None or word.start() < end:
            continue
        match = pattern.match(text, word.start())
        if match and (place := _place(match, text)):
            places.append(place)
            end = match.end()
    return places


def _place(match: re.Match[str], text: str) -> Found[Place] | None:
    printed = match[0]
    if printed.title() in NATIONS and _WIDER_NAME.search(text, max(0, match.start() - 12), match.start()):
        return None
    if _is_word(printed, match.start(), text) or _NOT_BEHIND.match(text, match.end()):
        return None
    if _NAMES_OTHER.match(text, match.end()) or _OUTSIDE.search(text, max(0, match.start() - 10), match.start()):
        return None
    return Found(_gazetteer()[_folded()[_fold(printed)]], match.start(), match.end())


_OUTSIDE = re.compile(r"\b(?:extra|non|ex)[-–]\Z", re.IGNORECASE)
"""Before a place, all but it: "Extra-EU exports"."""


def _is_word(printed: str, start: int, text: str) -> bool:
    small = printed.casefold()
    if printed == "us" or (small == "the us" and not printed[-2:].isupper()):
        return not _THE_US.match(text, max(0, start))
    if printed.islower():
        return small in _CAPITAL_ONLY
    return printed in {"Us", "It", "The us"}


def place_named(name: str) -> Place | None:
    """The place with a canonical name or another spelling of it; None for no place."""
    canonical = _folded().get(_fold(name.strip()))
    return _gazetteer()[canonical] if canonical else None


def contains(outer: str, inner: str) -> bool:
    """Whether one place, by any of its names, lies wholly within another; every place contains itself."""
    large, small = place_named(outer), place_named(inner)
    if large is None or small is None:
        return False
    return large.name == small.name or large.name in small.within
