"""Reads what a unit of a sentence speaks about: its subject below the market, and its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.places import Place, contains
from ingest.quantity.clauses import Unit
from ingest.quantity.frame import Frame
from ingest.quantity.phrase import Phrase, Role, unit_tokens
from ingest.quantity.phrases import phrases
from ingest.quantity.residue import dimension, own_name, residue, tags_of
from ingest.quantity.tokens import Token
from ingest.quantity.vocabulary import (
    AUXILIARIES,
    EXCLUDING,
    FUNCTION,
    MARKET,
    MEASURES,
    NEGATIONS,
    PARTS,
    POINTERS,
    VERBS,
    VOICES,
    word_set,
)
from ingest.words import stem


@dataclass(frozen=True, slots=True)
class Reading:
    """What one unit says of its subject, before its neighbours are heard.

    ``opening`` narrows the whole sentence ("By component,", "In Europe,"), ``head`` is the grammatical subject,
    ``whole`` what the number is a part of. ``place`` and ``outer`` are where: the inner place and what is around it;
    ``around`` is the place named behind the number ("80% of the European market").
    ``market``: it names the market as such. ``whole_market``: and clearly the whole of it. ``pointer``: "it", "this
    segment" or the like stands for the subject.
    """

    opening: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    opening_place: Place | None = None
    place: Place | None = None
    outer: str | None = None
    around: Place | None = None
    market: bool = False
    whole_market: bool = False
    world: bool = False
    said: str = ""
    pointer: str | None = None
    negated: bool = False
    tags: tuple[str, ...] = ()

    @property
    def is_silent(self) -> bool:
        """Whether the unit names no subject of its own."""
        return not (self.head or self.place or self.market or self.pointer)


def read_subject(unit: Unit, frame: Frame) -> Reading:
    """The subject and place as this unit alone gives them."""
    tokens = unit_tokens(unit)
    own = own_name(tokens, frame)
    parts = phrases(unit, frame)
    spoken = [part for part in parts if part.role != "aside"]
    as_text = _places_kept_as_text(tokens)
    opening, head, whole = (_texts(tokens, spoken, roles, (own, as_text)) for roles in _ROLES)
    head = (
        ()
        if _is_own_list(unit.left) or _is_part_more(unit.left)
        else tuple(text for text in head if not (_is_voice(text, frame) or _is_verb(text, tokens)))
    )
    if own:
        head = tuple(text for text in head if text.lower() != "retail")  # "retail sales of" a market are its own
    opening_places = _places(tokens, spoken, ("opening", "dimension"), as_text)
    places = _places(tokens, spoken, ("head", "object"), as_text)
    behind = [place for place in _places(tokens, spoken, ("whole",), as_text) if place.kind != "world"]
    heads = [token for part in spoken if part.role == "head" for token in tokens[part.start : part.end]]
    world = any(place.kind == "world" for place in opening_places + places)
    around, _, strewn = _nested(behind)
    inner, outer, loose = _nested([place for place in places if place.kind != "world"])
    return Reading(
        said=_said(unit, parts, own),
        opening=opening,
        head=(*head, *loose),
        whole=(*whole, *strewn),
        opening_place=next((place for place in opening_places if place.kind != "world"), None),
        place=inner,
        outer=outer,
        around=around,
        market=_names_market(heads, own) or _speaks(heads, head, frame),
        whole_market=bool(own) or world or _speaks(heads, head, frame),
        world=world,
        pointer=_pointer(heads),
        negated=any(_denies(unit.left, at) for at in range(len(unit.left))),
        tags=tuple(tag for part in parts if part.role == "aside" for tag in tags_of(tokens[part.start : part.end])),
    )


def _said(unit: Unit, parts: Sequence[Phrase], own: frozenset[int]) -> str:
    """The words left of the number that may say what is measured: no reasons, openings or market's name."""
    left = len(unit.left)
    silent = set(own)
    for part in parts:
        titled = part.end < left and unit.left[part.end].low == ":"
        if part.role in {"aside", "opening", "dimension"} and part.end <= left and not titled:
            silent.update(range(part.start, part.end))
    return " ".join(token.text for at, token in enumerate(unit.left) if at not in silent and token.kind != "time")


_ROLES: tuple[tuple[Role, ...], ...] = (("opening", "dimension"), ("head",), ("object", "whole"))


def _texts(
    tokens: Sequence[Token],
    parts: Sequence[Phrase],
    roles: tuple[Role, ...],
    marks: tuple[frozenset[int], frozenset[int]],
) -> tuple[str, ...]:
    """What the phrases of some roles leave when common words are taken out; the outermost first."""
    left = [_text(tokens, part, marks) for part in parts if part.role in roles]
    texts = [text for text in left if text]
    return tuple(texts if "opening" in roles else reversed(texts))


def _text(tokens: Sequence[Token], part: Phrase, marks: tuple[frozenset[int], frozenset[int]]) -> str:
    start = part.start
    if part.role == "dimension":
        return dimension(tokens[start : part.end], marks[0], marks[1], start)
    if part.role == "object":
        while start < part.end and tokens[start].low in VERBS | AUXILIARIES:
            start += 1
    return residue(tokens[start : part.end], marks[0], marks[1], start)


def _places_kept_as_text(tokens: Sequence[Token]) -> frozenset[int]:
    """Places that do not say where: "excluding China", and the members of "Europe and Asia"."""
    at_places = [at for at, token in enumerate(tokens) if token.kind == "place" and token.place]
    kept = {at for at in at_places if _is_excluded(tokens, at)}
    for group in _listed(tokens, at_places):
        kept |= set(group)
    return frozenset(kept)


def _listed(tokens: Sequence[Token], at_places: Sequence[int]) -> list[list[int]]:
    """Groups of places named in one list: "Europe and Asia", "the U.S., Canada, and Mexico"."""
    groups: list[list[int]] = []
    joined: set[int] = set()
    for at in at_places:
        between = [token.low for token in tokens[groups[-1][-1] + 1 : at]] if groups else []
        if groups and between and all(low in _LISTING for low in between):
            groups[-1].append(at)
            joined |= {len(groups) - 1} if set(between) - {",", "the"} else set()
        else:
            groups.append([at])
    return [group for number, group in enumerate(groups) if number in joined]


_LISTING = word_set(", and or & / the as well plus along with")


def _is_excluded(tokens: Sequence[Token], at: int) -> bool:
    return any(token.low in EXCLUDING for token in tokens[max(0, at - 3) : at])


def _places(
    tokens: Sequence[Token], parts: Sequence[Phrase], roles: tuple[Role, ...], as_text: frozenset[int]
) -> list[Place]:
    found = [
        token.place
        for part in parts
        if part.role in roles
        for at, token in enumerate(tokens[part.start : part.end], part.start)
        if token.place and at not in as_text
    ]
    return list(dict.fromkeys(found))


def _nested(places: Sequence[Place]) -> tuple[Place | None, str | None, tuple[str, ...]]:
    """The inner place, the place around it, and places that do not nest, as text."""
    if not places:
        return None, None, ()
    inner = max(places, key=lambda place: len(place.within))
    if not all(contains(place.name, inner.name) for place in places):
        return None, None, tuple(place.name for place in places)
    around = [place.name for place in places if place.name != inner.name]
    return inner, around[0] if around else None, ()


def _names_market(heads: Sequence[Token], own: frozenset[int]) -> bool:
    return bool(own) or any(token.low in MARKET for token in heads)


def _speaks(heads: Sequence[Token], head: tuple[str, ...], frame: Frame) -> bool:
    """Whether the subject is the report itself, its authors or its publisher."""
    return any(token.low in VOICES or stem(token.low) in frame.publisher for token in heads) and not head


def _denies(left: Sequence[Token], at: int) -> bool:
    """Whether a word denies what follows: "failed to reach", but not "a failed delivery"."""
    low = left[at].low
    if low in {"fail", "fails", "failed"}:
        return at + 1 < len(left) and left[at + 1].low == "to"
    return low in NEGATIONS


def _is_own_list(left: Sequence[Token]) -> bool:
    """Whether the subject is a list of the report's own: "the list of tables"."""
    words = [token.low for token in left if token.kind == "word" and token.low not in _BEFORE_LIST]
    return words[:2] == ["list", "of"]


_BEFORE_LIST = word_set("the a its and")


def _is_part_more(left: Sequence[Token]) -> bool:
    """Whether a fraction only says how much more it was: "a quarter more than in 2023"."""
    words = [token.low for token in left if token.kind == "word" and token.low not in _BEFORE_LIST]
    return len(words) > 1 and words[0] in _FRACTIONS and words[1] in _MORE


_FRACTIONS = word_set("half third quarter fifth sixth tenth")
_MORE = word_set("more less fewer higher lower up down above below")


def _is_voice(text: str, frame: Frame) -> bool:
    return all(word.lower() in VOICES or stem(word) in frame.publisher for word in text.split())


def _is_verb(text: str, tokens: Sequence[Token]) -> bool:
    """Whether a word says what a pronoun before it does, "we project", "which works out at", or is the authors' work:
    "our model"."""
    said = text.lower()
    before = {before.low for before, word in pairwise(tokens) if word.low == said}
    return ("our" in before and said in _WORK) or (said in _DONE and not before.isdisjoint(_DOERS))


_WORK = word_set(
    "model models estimate estimates forecast forecasts projection projections calculation count survey view"
)
_DOERS = word_set("we i it they which")
_DONE = VERBS | word_set(
    """
    project projects projected look looks see sees count counts works worked model models peg pegs put puts reckon
    reckons foresee foresees forecast forecasts estimate estimates expect expects calculate calculates assume assumes
    place places value values translates corresponds amounts equals comes makes means rate rates
    """
)
"""What authors do with a figure, and what a figure does, some by words that are names too."""


def _pointer(heads: Sequence[Token]) -> str | None:
    """The word that points back, with the noun it points with: "it", "this segment"; "the segment" points too."""
    if len(heads) > 1 and heads[1].low in PARTS and heads[0].low in {"the", "this", "that", "these", "such"}:
        names = len(heads) > 2 and heads[2].kind == "word" and heads[2].low not in FUNCTION | MEASURES | PARTS | MARKET
        return None if names else heads[1].low
    if heads and heads[0].low in POINTERS:
        demonstrative = heads[0].low in {"this", "these", "such"} and len(heads) > 1
        return None if demonstrative and heads[1].low not in PARTS | MARKET else heads[0].low
    if len(heads) > 1 and heads[0].low == "the" and heads[1].low in {"former", "latter"}:
        return heads[1].low
    return None
