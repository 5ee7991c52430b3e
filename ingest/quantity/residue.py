"""Takes the market's own name and the trade's common words out of a phrase; what is left narrows it."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from ingest.quantity.frame import Frame
from ingest.quantity.tokens import Token
from ingest.quantity.vocabulary import FUNCTION, LOOKED_AT, MARKET, MEASURES, PARTS, PLACES, PLAIN, VERBS, word_set
from ingest.words import STOPWORDS, stem

_ALWAYS = FUNCTION | word_set(
    """
    global globally worldwide overall total entire whole today currently now also still already expected
    projected estimated forecasted anticipated predicted usd eur gbp inr million billion trillion mn bn
    approximately nearly roughly almost respectively alone itself together historic historical meanwhile
    however moreover furthermore additionally notably significantly growing increasing rising
    """
)
_UNTAGGED = _ALWAYS | MARKET | PARTS | MEASURES | PLAIN | VERBS | word_set("report study research")
_SUPERLATIVES = word_set(
    """
    largest biggest highest leading dominant dominating fastest-growing fastest major main lead key second
    third smallest
    """
)
_SOFT = MARKET | PARTS | MEASURES | PLAIN | word_set("report study research")
_DIMENSIONAL = word_set(
    """
    by based on the basis of in terms with respect to from perspective segmented when into
    """
)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])\Z")
_SPAN_OF_YEARS = re.compile(r"(?:\w+|\d+)-years?")
"""How long a rate runs ("five-year CAGR") narrows nothing."""
_CONNECTORS = word_set("and & or / -")


def own_name(tokens: Sequence[Token], frame: Frame) -> frozenset[int]:
    """Indices of the tokens that are the market's own name, whole and in order; "the X segment" is not the market."""
    names = _names(frame)
    if not names:
        return frozenset()
    flat = [(index, one) for index, token in enumerate(tokens) if token.kind in _NAMING for one in _stems(token.low)]
    found: set[int] = set()
    for name in names:
        for at in range(len(flat) - len(name) + 1):
            run = flat[at : at + len(name)]
            if tuple(one for _, one in run) == name or (not frame.names and {one for _, one in run} == set(name)):
                found |= _unless_a_part(tokens, run)
    return frozenset(found)


@lru_cache(maxsize=256)
def _names(frame: Frame) -> tuple[tuple[str, ...], ...]:
    names = frame.names or ((tuple(sorted(frame.market)),) if frame.market else ())
    return tuple(tuple(one.rstrip("e") for one in name) for name in names)


_NAMING = frozenset({"word", "place"})


@lru_cache(maxsize=65536)
def _stems(word: str) -> tuple[str, ...]:
    pieces = [piece for piece in word.replace("/", "-").split("-") if piece and piece not in STOPWORDS]
    return tuple(stem(piece).rstrip("e") for piece in pieces)  # "buses" stems to "buse", "bus" to "bus"


def _unless_a_part(tokens: Sequence[Token], run: Sequence[tuple[int, str]]) -> set[int]:
    first, last = run[0][0], run[-1][0]
    follows = tokens[last + 1].low if last + 1 < len(tokens) else ""
    return set() if follows in PARTS else set(range(first, last + 1))


def residue(tokens: Sequence[Token], own: Collection[int] = (), kept: Collection[int] = (), offset: int = 0) -> str:
    """The words of a phrase that narrow it, as printed; "" when nothing does.

    ``own`` are indices of the market's own name and ``kept`` those of places that stay text, both counted from
    ``offset`` before the phrase.
    """
    content = [
        _is_content(token, offset + at in own, offset + at in kept) and not _is_looked_at(tokens, at)
        for at, token in enumerate(tokens)
    ]
    named = any(token.low in MARKET | PARTS | MEASURES for token in tokens)
    left = [
        at
        for at in range(len(tokens))
        if _stays(tokens, content, at, offset, own) and not (named and tokens[at].low in _SUPERLATIVES)
    ]
    return _printed(tokens, _trimmed(tokens, left))


def _is_content(token: Token, own: bool, kept: bool) -> bool:
    if own or token.kind == "time" or _SPAN_OF_YEARS.fullmatch(token.low):
        return False
    if token.kind == "place":
        return kept
    if token.kind == "numeral":
        counts = token.numeral and token.numeral.kind == "number" and token.numeral.unit
        return bool(counts) and token.low.split()[-1] not in PLACES
    return token.kind == "word" and token.low not in _ALWAYS and token.low not in _SOFT


def _is_looked_at(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word says that places are those of the report: "in the eight countries covered"."""
    return at > 0 and tokens[at].low in LOOKED_AT and tokens[at - 1].low.split()[-1] in PLACES


def _stays(tokens: Sequence[Token], content: Sequence[bool], at: int, offset: int, own: Collection[int]) -> bool:
    """Whether a token is content, or a common word that is part of a name ("growth hormone", "large enterprises")."""
    token = tokens[at]
    if content[at] or token.low in _CONNECTORS:
        return True
    if offset + at in own or token.kind != "word" or token.low in _ALWAYS or token.low not in _SOFT:
        return False
    if token.text.endswith(("'s", "’s")):
        return False
    following = at + 1
    skipped = _SOFT | _CONNECTORS if token.low in PLAIN else _SOFT
    while following < len(tokens) and tokens[following].low in skipped and not content[following]:
        following += 1
    return following < len(tokens) and content[following] and tokens[following].kind == "word"


def _trimmed(tokens: Sequence[Token], left: list[int]) -> list[int]:
    while left and tokens[left[0]].low in _CONNECTORS:
        left = left[1:]
    while left and tokens[left[-1]].low in _CONNECTORS:
        left = left[:-1]
    return [at for at in left if tokens[at].low not in _CONNECTORS or (at - 1 in left and at + 1 in left)]


def _printed(tokens: Sequence[Token], left: Sequence[int]) -> str:
    pieces: list[str] = []
    for place, at in enumerate(left):
        joined = place > 0 and left[place - 1] == at - 1 and tokens[at - 1].end == tokens[at].start
        text = tokens[at].text
        if at == left[-1]:
            text = _POSSESSIVE.sub("", text)
        pieces.append(text if joined or not pieces else f" {text}")
    return "".join(pieces)


def dimension(tokens: Sequence[Token], own: Collection[int], kept: Collection[int], offset: int) -> str:
    """What "based on component" or "in terms of end use" breaks the market down by."""
    start = 0
    while start < len(tokens) and tokens[start].low in _DIMENSIONAL:
        start += 1
    return residue(tokens[start:], own, kept, offset + start)


def tags_of(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The content words of tokens, lower case, without repeats."""
    words = (token.low for token in tokens if token.kind == "word")
    return tuple(dict.fromkeys(word for word in words if word not in _UNTAGGED and len(word) > 1))
