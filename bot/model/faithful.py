"""Whether a sentence says in other words what its source says: verification reads its figures, this its words.

A model has the order of a sentence, its small words and some that mean the same. What a sentence is about, and what it
says of that, are words of the report.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.model.figure_wording import figure_wording_fault
from bot.model.tokens import Token, forms_of, tokens_of, turned
from bot.model.worded import OTHERWISE, Wording, unended
from bot.model.wording import CONDITIONS, LIMITS, MARKUP, NEGATIONS, PLAIN, ROLES, WITH_FIGURES
from bot.readings import folded
from ingest.words import Word, words

LEAD_IN = re.compile(
    r"(?:according to|as stated in|as described in|in) the (?:report|study),? "
    r"|(?:as )?the (?:report|study) (?:also )?(?:says|states|notes|adds|explains)(?: that|,|:)? ",
    re.IGNORECASE,
)
"""Opens a sentence and says nothing: all that is answered is of the report."""
_REFERS_BACK = re.compile(
    r"(?:it|its|they|their|them|this|these|those|such|the (?:same|latter|former))\b(?! (?:report|study|market)\b)", re.I
)


def wording_fault(wording: Wording) -> str:
    """Why a sentence may not be shown, in words that its author can act on; empty when it may."""
    if MARKUP.search(wording.text) and not any(folded(wording.text) in folded(unit) for unit in wording.units):
        return "it has a link, an address or markup"
    if not _is_whole(wording):
        return "it is not one whole sentence"
    if _REFERS_BACK.match(wording.text):
        return "it begins with a word that refers to another sentence: name what it is about"
    if any(unended(wording.text) == unended(unit) for unit in wording.units):
        return ""
    if denied := next(_denials(wording), None):
        return f"'{denied}' is not said in what it cites"
    if stranger := next(_strangers(wording), None):
        return f"'{stranger}' is not a word of what it cites: use the words of the report"
    if wording.quantities:
        return figure_wording_fault(wording)
    said = _is_said_again(wording.text, wording) or all(_is_said_again(p, wording) for p in _parts(wording.text))
    return "" if said else OTHERWISE


def _is_whole(wording: Wording) -> bool:
    """Whether it begins as a sentence does, ends with a full stop, and not in the middle of something."""
    said = words(wording.text)
    if len(said) < 2 or not _ENDS.search(wording.text) or not wording.text[0].isalnum():
        return False
    if wording.text[0].islower() and not any(unit.startswith(said[0].text) for unit in wording.units):
        return False
    if not set(_SIGNED.findall(wording.text)) <= {sign for unit in wording.units for sign in _SIGNED.findall(unit)}:
        return False
    if wording.text.count("(") != wording.text.count(")"):
        return False
    if _TWICE.search(wording.text) and not any(_TWICE.search(unit) for unit in wording.units):
        return False
    return said[-1].text.casefold() not in _UNFINISHED or any(_ends_alike(wording.text, unit) for unit in wording.units)


def _ends_alike(text: str, unit: str) -> bool:
    return [word.stem for word in words(text)][-2:] == [word.stem for word in words(unit)][-2:]


_ENDS = re.compile(r"[^\W_]['’”\")%]*[.!]$")
_UNFINISHED = frozenset(
    "a an one the of in on at to for from by with within among as into and or both is are was were be been which who"
    " whose that has have had than between over up down against due because followed compared driven ahead set"
    " expected forecast projected anticipated usd eur gbp inr jpy cny".split()
)
_TWICE = re.compile(r"\b([^\W\d_]+(?: [^\W\d_]+){0,2}) \1\b|[$€£¥₹] ?[A-Z]{3}\b", re.IGNORECASE)
"""A word or a currency said twice."""

_SIGNED = re.compile(r"(?<![\w)])[-−–] ?[$€£¥₹]?\d[\d.,]*")
"""A number behind a minus, or what a reader may take for one."""


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r";\s*", text) if part.strip()]


def in_own_words(wording: Wording) -> str:
    """The text with the report's word in place of each that is only like it."""
    said = {word.text.casefold(): word.text for unit in wording.units for word in words(unit)}
    text, end = "", 0
    for word in words(wording.text):
        others = (said[form] for form in sorted(forms_of(word)) if form in said)
        is_own = {word.stem, word.text.casefold()} & (wording.known | PLAIN | ROLES)
        text += wording.text[end : word.start] + (word.text if is_own else next(others, word.text))
        end = word.end
    return text + wording.text[end:]


def _strangers(wording: Wording) -> Iterator[str]:
    """Words that neither say nothing by themselves nor stand, as themselves or as one alike, in what is cited."""
    plain = PLAIN | ROLES | (WITH_FIGURES if wording.quantities else frozenset())
    for at, word in enumerate(words(wording.text)):
        spelled = word.text.casefold()
        if not any(map(str.isalpha, word.text)) or _in_number(wording.text, word):
            continue
        is_name = word.text[0].isupper() and at > 0 and spelled not in WITH_FIGURES
        if is_name or spelled in NEGATIONS | LIMITS or spelled.endswith(("n't", "n’t")):
            if not {word.stem, spelled} & wording.known and word.text != "May":
                yield word.text
        elif not ({word.stem, spelled} & plain or forms_of(word) & wording.known):
            yield word.text


def _denials(wording: Wording) -> Iterator[str]:
    """Words that deny, with what they deny, where no sentence of the source denies that; and headings, sources and
    shares that it does not have."""
    source = {pair for unit in wording.units for pair in pairwise([word.stem for word in words(unit)])}
    for word, denied in pairwise(words(wording.text)):
        negates = word.text.casefold() in NEGATIONS or word.text.casefold().endswith(("n't", "n’t"))
        if negates and (word.stem, denied.stem) not in source:
            yield f"{word.text} {denied.text}"
    for match in _CLAIMED.finditer(wording.text):
        if not any(folded(match[0]) in folded(unit) for unit in wording.units):
            yield match[0]


_CLAIMED = re.compile(r"^[^,;:.]+:|\baccording to \w+|\bshare of (?:[A-Z]{3} |[$€£¥₹])", re.IGNORECASE)


def _in_number(text: str, word: Word) -> bool:
    """Whether letters are the scale of a number, "4.2bn", which verification reads."""
    return word.text[0].isdigit() or (word.start > 0 and text[word.start - 1].isdigit())


def _is_said_again(part: str, wording: Wording) -> bool:
    said = [token for token in tokens_of(part) if token.forms]
    return any(_says_again(said, unit, wording.titles) for unit in wording.units)


def _says_again(said: Sequence[Token], unit: str, titles: frozenset[str]) -> bool:
    """Whether words are those of a unit, or of all of it but a tail, in order; its two halves may change places, and
    who does something may be said behind what is done."""
    tokens = tokens_of(unit)
    of_unit = frozenset[str]().union(*(token.forms for token in tokens))
    said = [token for token in said if token.forms & of_unit or not token.forms & titles]
    for end in _ends(tokens):
        kept = [token for token in tokens[:end] if token.forms]
        ways = [kept, *turned(kept), *_done_by(kept)]
        if any(_same(said, way) for way in ways) or any(_same(way, kept) for way in _done_by(said)):
            return True
    return False


def _ends(tokens: Sequence[Token]) -> Iterator[int]:
    yield len(tokens)
    for at, token in enumerate(tokens):
        left_out = {each.spelled for each in tokens[at:]}
        if at and token.opens_tail and not left_out & (CONDITIONS | NEGATIONS):
            yield at


def _done_by(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """ "Demand is driven by falling numbers" as "falling numbers drive demand"."""
    for at, token in enumerate(tokens):
        if token.spelled == "by" and at > 1:
            yield [*tokens[at + 1 :], tokens[at - 1], *tokens[: at - 1]]


def _same(one: Sequence[Token], other: Sequence[Token]) -> bool:
    return len(one) == len(other) and bool(one) and all(a.forms & b.forms for a, b in zip(one, other, strict=True))
