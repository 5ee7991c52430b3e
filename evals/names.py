"""Compares words and names the way a reader would: case, punctuation and legal forms do not matter, digits do."""

import re
from collections.abc import Iterable

_SPACE = re.compile(r"\s+")
_DROPPED = re.compile(r"[.'’‘\"“”®™]")
_APART = re.compile(r"[^\w&]+|_")
_LEGAL_FORMS = {
    "limited": "ltd", "incorporated": "inc", "corporation": "corp", "company": "co", "private": "pvt", "pte": "pvt",
    "aktiengesellschaft": "ag",
}  # fmt: skip


def plain(text: str) -> str:
    """Without case, runs of white space as one space."""
    return _SPACE.sub(" ", text).strip().casefold()


def stands_in(wanted: str, text: str) -> bool:
    """Whether a string stands in a text; "25" stands neither in "125" nor in "2.5", nor in "25.4"."""
    found = re.escape(plain(wanted))
    before = r"(?<!\d)(?<!\d[.,])" if wanted.strip()[:1].isdigit() else ""
    after = r"(?!\d|[.,]\d)" if wanted.strip()[-1:].isdigit() else ""
    return bool(re.search(before + found + after, plain(text)))


def says(wanted: str, text: str) -> bool:
    """Whether a string stands in a text as whole words: "yes" does not stand in "dyes"."""
    found = plain(wanted)
    before = r"(?<!\w)" if found[:1].isalnum() else ""
    after = r"(?!\w)" if found[-1:].isalnum() else ""
    return stands_in(wanted, text) and bool(re.search(before + re.escape(found) + after, plain(text)))


def name(text: str) -> str:
    """A name as it is compared: "Foo & Bar, Inc." and "Foo and Bar Incorporated" are "foo and bar inc"."""
    tokens = _APART.sub(" ", _DROPPED.sub("", plain(text))).replace("&", " and ").split()
    return " ".join(_LEGAL_FORMS.get(token, token) for token in tokens)


def names_any(spellings: Iterable[str], text: str) -> bool:
    """Whether a text has one of a name's spellings, as whole words."""
    within = f" {name(text)} "
    return any(f" {name(spelling)} " in within for spelling in spellings)
