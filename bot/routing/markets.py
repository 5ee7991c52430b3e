"""Which markets of a library a question names, and where."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from bot.routing.catalogue import ASKING, GENRE, Catalogue, Entry, Name
from bot.spelling import is_english
from ingest.places import find_places
from ingest.words import STOPWORDS, stem, words

ALIKE = 88
"""Similarity (0 to 100) from which a word that names nothing is taken for one of a market's name."""

SHORTENED = 4
"""Letters of a word that one of a market's name is called by for short: "industrial refrig"."""

LONG = 5
"""Letters of a word that is compared so."""

LONGEST = 8
"""Words of a market's name at most."""

PARTLY = 0.5
"""Weight (by inverse frequency) of a market's name that a question must have of it where it has no name whole."""

NEARLY = 0.9
"""Names of which it has this share of what it has of the best are as likely."""

SHORTEST_TURNED = 2
"""Words of a name whose last may stand first only before "for" or "of"; longer ones may anyhow: "services for overhead
cranes"."""

WHOLE, SCATTERED = 2.0, 1.0
"""How a name stands in a question: in one piece, in pieces; less than this is the weight of the part that does."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a question as names of markets have it; ``as_typed``: it stands there as it is;
    ``is_of``: behind "for" or "of"."""

    stem: str
    start: int
    end: int
    as_typed: bool = True
    is_of: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A report whose market a question names, by which name, how well, and where in its text."""

    entry: Entry
    name: Name
    score: float
    spans: tuple[tuple[int, int], ...]
    as_typed: bool = True


def mentions(text: str, catalogue: Catalogue) -> list[Mention]:
    """The reports whose market a question names best; names that stand inside longer ones left out."""
    said = list(_tokens(text, catalogue))
    found = _best(said, catalogue)
    mended = [_mended(token, text, catalogue) for token in said]
    if found and mended != said:  # a longer name may stand there with a slip: "ski lift sofware"
        other = _best(mended, catalogue)
        return other if _longest(other) > _longest(found) else found
    return found or _best(mended, catalogue)


def _longest(found: Sequence[Mention]) -> int:
    """Words of the longest name that stands in one piece."""
    return max((len(each.name) for each in found if each.score >= WHOLE), default=0)


def beside(text: str, here: Entry, catalogue: Catalogue) -> list[Mention]:
    """The reports whose market's name is made of that spoken of and of words of a question: "and the software?"."""
    if not here.names:
        return []
    own = [Token(each, 0, 0) for each in here.names[0]]
    asked = list(_tokens(text, catalogue))
    more = {token.stem for token in asked} - {token.stem for token in own}
    found = (_mention([*own, *asked], entry, catalogue) for entry in catalogue.having(more))
    wider = [each for each in found if each.score >= SCATTERED and not set(each.name) <= set(here.names[0])]
    longest = max((len(each.name) for each in wider), default=0)
    return [replace(each, spans=tuple(s for s in each.spans if s[1])) for each in wider if len(each.name) == longest]


def partly(text: str, catalogue: Catalogue, called: bool = False) -> list[Entry]:
    """The reports whose market's name has a word of a question, where no name stands in it; ``called``: a word that it
    calls a market by, "the rail market"."""
    if called:
        text = " ".join(_CALLED.findall(text))
    said = list(_tokens(text, catalogue))
    found = [_mention(said, entry, catalogue) for entry in catalogue.having(token.stem for token in said)]
    weights = [_weight_of(each, said, catalogue) for each in found]
    return [each.entry for each, weight in zip(found, weights, strict=True) if weight >= NEARLY * max(weights)]


def nearest(names: Sequence[Name], entries: Iterable[Entry], catalogue: Catalogue) -> list[Entry]:
    """Those of some entries whose names have most of other names: what one publisher calls "Paddleboards" another calls
    "Stand-Up Paddleboards"."""
    scored = [
        (max((_alike(own, name, catalogue) for own in e.names for name in names), default=0.0), e) for e in entries
    ]
    best = max((score for score, _ in scored), default=0.0)
    return [entry for score, entry in scored if score >= max(PARTLY, NEARLY * best)]


def is_named(text: str, entry: Entry, catalogue: Catalogue) -> Name:
    """The longest name of a report's market that stands in a text; empty where none does."""
    tokens = list(_tokens(text, catalogue))
    stems = {token.stem for token in tokens}
    return max((name for name in entry.names if stems.issuperset(name)), key=len, default=())


def text_for(entry: Entry, text: str, found: Sequence[Mention]) -> str:
    """A question as it is put to one of the reports it names: its market as the report writes it, and no other's."""
    own = next((each for each in found if each.entry.id == entry.id), None)
    whole = [each for each in found if each.score >= WHOLE]
    if own is None:
        return _renamed(text, entry, whole) if len({each.spans for each in whole}) == 1 else text
    if any(each.score == SCATTERED for each in found):
        return _without_others(text, entry, found)
    if own.score < WHOLE:
        return _without_genre(text, own)
    text = _without_genre(text, own)
    changes = [(span, " ") for each in found if each.score >= WHOLE for span in each.spans if not _overlap(span, own)]
    changes = list(dict.fromkeys(changes))
    if not own.as_typed:
        changes += [(span, entry.market if at == 0 else "") for at, span in enumerate(own.spans)]
    for (start, end), instead in sorted(changes, reverse=True):
        text = f"{text[:start]}{_GONE if instead == ' ' else instead}{text[end:]}"
    text = _WITHOUT.sub(" ", text)
    return re.sub(r"\s+(?=[,.?!;])", "", re.sub(r"\s+", " ", text)).strip(" ,;:–-")


def _renamed(text: str, entry: Entry, found: Sequence[Mention]) -> str:
    """A question about a market as a report writes it that calls it otherwise."""
    for at, (start, end) in sorted(enumerate(found[0].spans), reverse=True):
        text = f"{text[:start]}{entry.market if at == 0 else ''}{text[end:]}"
    return " ".join(text.split())


def _without_others(text: str, entry: Entry, found: Sequence[Mention]) -> str:
    """A question with one market's name instead of several that share words: "cranes: equipment vs services"."""
    start = min(start for each in found for start, _ in each.spans)
    end = max(end for each in found for _, end in each.spans)
    return _COMPARES.sub("", f"{text[:start]}{entry.market}{text[end:]}")


_COMPARES = re.compile(r"\A\W*(?:compar\w+|contrast)\s+", re.IGNORECASE)


def sharing(text: str, found: Sequence[Mention], catalogue: Catalogue) -> list[Mention]:
    """The reports named with those that share words of their names: "crane services vs software" names two."""
    said = list(_tokens(text, catalogue))
    of = {each for mention in found for each in mention.name}
    near = (_mention(said, entry, catalogue) for entry in catalogue.having(of))
    scattered = [each for each in near if each.score == SCATTERED and len(each.name) > 1]
    longest = [m for m in scattered if not any(set(m.name) < set(other.name) for other in scattered)]
    return [*found, *(m for m in longest if m.entry not in [each.entry for each in found])]


def alike(entries: Sequence[Entry], catalogue: Catalogue) -> list[Entry]:
    """What other publishers call otherwise: names with more words between the first and the last, "Inflatable Stand-Up
    Paddleboards"."""
    names = {name for entry in entries for name in entry.names[:1] if len(name) > 1}
    houses = {entry.publisher for entry in entries}
    near = catalogue.having(each for name in names for each in name[-1:])
    return [e for e in near if e.publisher not in houses and any(_is_one(n, o) for n in names for o in e.names[:1])]


def _is_one(one: Name, other: Name) -> bool:
    """Whether a name has all words of another in order, and ends alike."""
    short, long = sorted((one, other), key=len)
    left = iter(long)
    return len(short) < len(long) and short[0] == long[0] and short[-1] == long[-1] and all(s in left for s in short)


def unnamed(text: str, catalogue: Catalogue) -> str:
    """A question without the names of markets and the places these are of: what it asks of another's market."""
    found = [each for each in mentions(text, catalogue) if each.score >= WHOLE]
    spans = {span for each in found for span in each.spans}
    own = frozenset().union(*(each.entry.places for each in found))
    spans |= {(place.start, place.end) for place in find_places(text) if place.value.name in own}
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}{text[end:]}"
    return _OF_NOTHING.sub(" ", " ".join(text.split()))


_OF_NOTHING = re.compile(r"\s+(?:in|of|for)\s*(?=[,.?!;]|\Z)", re.IGNORECASE)
"""A preposition behind which a name was taken out."""


def _without_genre(text: str, own: Mention) -> str:
    """A question without the word behind a market's name that says it is of a report: "... outlook"."""
    end = max((end for _, end in own.spans), default=0)
    return text[:end] + _GENRE_BEHIND.sub(r"\1", text[end:], count=1) if end else text


_CALLED = re.compile(r"\b[\w-]+(?= (?:market|industry|sector|business)\b)", re.IGNORECASE)
_GENRE_BEHIND = re.compile(r"\A(\s+market)?\s+(?:outlook|report|study|review|edition)s?\b", re.IGNORECASE)
_GONE = "\x02"
_JOINS = r"(?:,|\band\b|\bor\b|\bvs\b\.?|\bversus\b|\bwith\b|\bthan\b|&)"
_WITHOUT = re.compile(
    rf"\s*{_JOINS}\s*(?:the\s+)?{_GONE}(?:\s*\b(?:markets?|industry)\b)?|{_GONE}(?:\s*\b(?:markets?|industry)\b)?\s*{_JOINS}?",
    re.IGNORECASE,
)
"""What is taken out with a market that is not asked of a report: the word that joins it to the one that is."""


def _overlap(span: tuple[int, int], own: Mention) -> bool:
    return any(start < span[1] and span[0] < end for start, end in own.spans)


def _tokens(text: str, catalogue: Catalogue) -> Iterator[Token]:
    """The words of a question without function words; two that names have as one are one, and one that they have as
    two are two."""
    asked = [word for word in words(text) if word.stem not in STOPWORDS or catalogue.spread(word.stem)]
    at = 0
    while at < len(asked):
        word = asked[at]
        joined = stem(word.text.lower() + asked[at + 1].text.lower()) if at + 1 < len(asked) else ""
        if joined and catalogue.spread(joined) and not catalogue.spread(word.stem):
            yield Token(joined, word.start, asked[at + 1].end, as_typed=False)
            at += 2
            continue
        if not catalogue.spread(word.stem) and (parts := catalogue.parts_of(word.text.lower())):
            yield from (Token(each, word.start, word.end, as_typed=False) for each in parts)
        else:
            yield Token(word.stem, word.start, word.end, is_of=_OF.search(text, 0, word.start) is not None)
        at += 1


_OF = re.compile(r"\b(?:for|of)(?: the| all)? \Z", re.IGNORECASE)


def _best(said: Sequence[Token], catalogue: Catalogue) -> list[Mention]:
    """Names in one piece, which are looked up; else those in pieces, else those of which it has most."""
    if whole := [_mention(said, entry, catalogue) for entry in _in_one_piece(said, catalogue)]:
        return [each for each in whole if not any(_is_inside(each, other) for other in whole)]
    found = [_mention(said, entry, catalogue) for entry in catalogue.having(token.stem for token in said)]
    best = max((each.score for each in found), default=0.0)
    if best >= SCATTERED:
        kept = [each for each in found if each.score >= SCATTERED]
        return [each for each in kept if not any(_is_inside(each, other) for other in kept)]
    if best < PARTLY:
        return []
    weights = [_weight_of(each, said, catalogue) for each in found]
    return [each for each, weight in zip(found, weights, strict=True) if weight >= NEARLY * max(weights)]


def _in_one_piece(said: Sequence[Token], catalogue: Catalogue) -> list[Entry]:
    stems = tuple(token.stem for token in said)
    spans = [(at, end) for at in range(len(stems)) for end in range(at + 1, min(at + LONGEST, len(stems)) + 1)]
    runs = [stems[at:end] for at, end in spans]
    runs += [(*stems[at + 1 : end], stems[at]) for at, end in spans if _may_be_turned(said[at:end])]
    return list(dict.fromkeys(entry for run in runs for entry in catalogue.called(run)))


def _may_be_turned(said: Sequence[Token]) -> bool:
    """Whether words may be a name whose last word stands first."""
    return len(said) > SHORTEST_TURNED or (len(said) == SHORTEST_TURNED and said[1].is_of)


def _mention(said: Sequence[Token], entry: Entry, catalogue: Catalogue) -> Mention:
    """How well a report's market stands in what is said, by the one of its names that does best."""
    everything = {token.stem for token in said}
    best = Mention(entry, (), 0.0, ())
    for name in entry.names:
        if everything.isdisjoint(name):
            continue
        at = _run(name, said)
        own = said[at : at + len(name)] if at is not None else [token for token in said if token.stem in name]
        score = WHOLE if at is not None else SCATTERED if everything.issuperset(name) else 0.0
        score = score or 0.99 * _share(name, everything, catalogue)
        if (score, len(name)) > (best.score, len(best.name)):
            best = Mention(entry, name, score, _spans(own), all(t.as_typed for t in own) and name in entry.names[:1])
    return best


def _run(name: Name, said: Sequence[Token]) -> int | None:
    """Where a name stands in one piece."""
    stems = [token.stem for token in said]
    turned = (name[-1], *name[:-1])
    for at in range(len(said) - len(name) + 1):
        stand = tuple(stems[at : at + len(name)])
        if stand == name or (stand == turned and _may_be_turned(said[at : at + len(name)])):
            return at
    return None


def _spans(own: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """The stretches of a text that words take, those next to each other as one."""
    spans: list[tuple[int, int]] = []
    for token in own:
        if spans and token.start - spans[-1][1] <= 1:
            spans[-1] = spans[-1][0], max(spans[-1][1], token.end)
        else:
            spans.append((token.start, token.end))
    return tuple(spans)


def _share(name: Name, said: set[str], catalogue: Catalogue) -> float:
    weights = {each: math.log(1 + len(catalogue) / max(catalogue.spread(each), 1)) for each in name}
    return sum(weight for each, weight in weights.items() if each in said) / sum(weights.values())


def _alike(one: Name, other: Name, catalogue: Catalogue) -> float:
    """The share that a name has of another, or that has of it, whichever is more."""
    return max(_share(one, set(other), catalogue), _share(other, set(one), catalogue))


def _weight_of(mention: Mention, said: Sequence[Token], catalogue: Catalogue) -> float:
    """What the words of a name weigh that are said."""
    stems = {token.stem for token in said}
    return sum(math.log(1 + len(catalogue) / max(catalogue.spread(s), 1)) for s in set(mention.name) & stems)


def _is_inside(one: Mention, other: Mention) -> bool:
    """Whether a name is a part of a longer one, and does not stand in the question beside it."""
    is_part = len(one.name) < len(other.name) and set(one.name) <= set(other.name)
    return is_part and (not one.spans or any(_overlap(span, other) for span in one.spans))


def _mended(token: Token, text: str, catalogue: Catalogue) -> Token:
    """A word, or the word of a market's name that it is a slip of."""
    word = text[token.start : token.end].lower()
    if len(word) >= SHORTENED and not catalogue.spread(token.stem) and token.stem not in GENRE | ASKING | STOPWORDS:
        begun = {stem(each) for each in catalogue.vocabulary if each.startswith(word)} - GENRE
        if len(begun) == 1:
            return replace(token, stem=begun.pop(), as_typed=False)
    if len(word) < LONG or catalogue.spread(token.stem) or token.stem in GENRE or is_english(word):
        return token
    match = process.extractOne(word, catalogue.vocabulary, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return replace(token, stem=stem(match[0]), as_typed=False) if match else token
