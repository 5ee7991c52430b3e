"""Decides which reports of a library a question is put to, or that it must be asked back."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot import lexicon
from bot.routing.catalogue import ASKING, GENRE, Catalogue, Entry
from bot.routing.comparing import plainly
from bot.routing.cues import Cues, Edition, read_cues, without_attribution
from bot.routing.markets import (
    SCATTERED,
    WHOLE,
    Mention,
    alike,
    beside,
    is_named,
    mentions,
    nearest,
    partly,
    sharing,
    text_for,
)
from ingest.domain import Span
from ingest.places import contains, find_places
from ingest.quantity.reports import read_quantities
from ingest.words import STOPWORDS, stem, words

How = Literal["one", "each", "ask", "changes", "rank", "shelf", "none"]

MOST = 4
"""Reports asked side by side or offered at most."""

_ORDINALS = {
    each: at
    for at, same in enumerate(
        (("first", "1", "1st"), ("second", "2", "2nd"), ("third", "3", "3rd"), ("fourth", "4", "4th"))
    )
    for each in same
}
_OF_MARKET = frozenset(map(stem, "market report industry sector study edition".split()))

Telling = Callable[[str], Sequence[str] | None]
"""The ids of the reports whose text has most of what a question names; None where it names nothing that tells."""


@dataclass(frozen=True)
class Route:
    """Where a question goes, and the question without what said so.

    how: ``one`` report; ``each`` of several side by side; ``ask`` back which of them; ``changes`` between editions;
    ``rank`` over the library; ``shelf``, which reports there are; ``none`` with the reason in ``why``. ``said`` is what
    the reader is told of the choice. ``strangers`` are names it is attributed to that are no publisher; ``goes_on``: it
    names neither market, publisher nor edition, and so is about what was spoken of, or where that is silent about
    ``or_else``; ``back``: to what was spoken of before the last turn; ``repeats``: it is the last question,
    put to others.
    """

    how: How
    entries: tuple[Entry, ...]
    text: str
    said: str = ""
    why: str = ""
    strangers: tuple[str, ...] = ()
    goes_on: bool = False
    mentions: tuple[Mention, ...] = ()
    or_else: tuple[Entry, ...] = ()
    back: bool = False
    repeats: bool = False

    @property
    def elsewhere(self) -> "Route":
        """The same for what it may be about instead."""
        only = len(self.or_else) == 1
        said = f"This is from {self.or_else[0].version.title}." if only else ""
        return replace(self, how="one" if only else "ask", entries=self.or_else, or_else=(), said=said)

    def text_for(self, entry: Entry) -> str:
        """The question as it is put to one of the reports."""
        return text_for(entry, self.text, self.mentions)


def route(question: str, catalogue: Catalogue, current: str | None, telling: Telling) -> Route:
    """The route of a question; ``current`` is the id of the report that the conversation is about."""
    cues = read_cues(question, catalogue)
    here = catalogue.get(current) if current else None
    found = _mentioned(cues.text, catalogue, here)
    if found and _SIDE_BY_SIDE.search(question) and not cues.houses:
        found = sharing(cues.text, found, catalogue)
    if (cues.each or _several(found)) and (text := plainly(cues.text)) != cues.text:
        cues, found = replace(cues, text=text), _mentioned(text, catalogue, here)
    named = [each.entry for each in found]
    if cues.shelf:
        return Route("shelf", tuple(sorted(named or catalogue.newest(), key=lambda each: each.id)), question)
    if cues.across and not named:
        return Route("rank", tuple(catalogue.newest()), question)
    if cues.strangers and (author := _author(cues.strangers, named or ([here] if here else []), catalogue, telling)):
        text = without_attribution(cues.text)
        return Route("one", (author,), text, f"This is from {author.version.title}.", goes_on=not text)
    entries, why = _of_house(named, cues, catalogue, here)
    if why:
        return Route("none", tuple(entries[:MOST]), question, why=why)
    if not entries and here is not None:
        entries = [here]
    if not entries:
        told = telling(_names_of(cues.text)) if len(catalogue.newest()) > 1 else None
        entries = partly(cues.text, catalogue, called=True)
        entries = entries or [entry for each in told or () if (entry := catalogue.get(each))]
        entries = entries or partly(cues.text, catalogue) or (catalogue.newest() if told is None else [])
        if not entries:
            return Route("none", (), question, why="No report in the library is on this.")
    if named and _WORLD.search(question) and all(entry.places for entry in entries):
        why = f"The library has no worldwide report on {entries[0].market}."
        return Route("none", tuple(_last(entries, catalogue)[:MOST]), question, why=why)
    of_all = cues.each or len({e.publisher for e in entries}) > 1
    if named and of_all and not cues.houses and not _several(found):
        entries = [*entries, *alike(entries, catalogue)]
    decided = _of_editions(
        _placed(entries, question) if named else entries,
        replace(cues, each=cues.each or _several(found)),
        catalogue,
        here,
    )
    goes_on = not (named or cues.houses or cues.editions)
    other = _other(cues.text, here, catalogue) if goes_on and here and cues.text else []
    if goes_on and here and not other and _stands_alone(cues.text):
        told = telling(_names_of(cues.text)) or ()
        other = [entry for each in told if len(told) == 1 and (entry := catalogue.get(each)) and entry is not here]
    return replace(
        decided,
        strangers=cues.strangers,
        goes_on=goes_on,
        mentions=tuple(found),
        or_else=tuple(_last(other, catalogue)),
    )


_SIDE_BY_SIDE = re.compile(
    r"\bvs?\b\.?|\bversus\b|\bcompar\w+|\bnext to\b|\bagainst\b|\bside by side\b|\bdifference between\b|\bthan\b",
    re.IGNORECASE,
)
"""Sets several side by side, of which later ones may be named in part."""


def _several(found: Sequence[Mention]) -> bool:
    """Whether several markets are named."""
    return len({each.name for each in found if each.score >= SCATTERED}) > 1


def _author(names: Sequence[str], spoken: Sequence[Entry], catalogue: Catalogue, telling: Telling) -> Entry | None:
    """The report on much the same market whose text alone has the name that an answer is attributed to."""
    told = [entry for name in names for each in telling(name) or () if (entry := catalogue.get(each))]
    near = nearest([name for each in spoken for name in each.names[:1]], dict.fromkeys(told), catalogue)
    return near[0] if len(near) == 1 else None


def _mentioned(text: str, catalogue: Catalogue, here: Entry | None) -> list[Mention]:
    """The reports whose market a question names; where one was spoken of, a part of a name is a word of it."""
    found = mentions(text, catalogue) if text else []
    whole = [each for each in found if each.score >= WHOLE]
    if here is None or whole:
        return whole or found
    said = {word.stem for word in words(text)}
    wider = beside(text, here, catalogue) if said & _OF_MARKET else []
    return wider or [each for each in found if each.score >= SCATTERED]


_WORLD = re.compile(r"\b(?:global(?:ly)?|world-?wide|in the world)\b", re.IGNORECASE)


def _names_of(text: str) -> str:
    """The words of a question that may tell one report from others: no report is called by an amount."""
    for claim in reversed(read_quantities(text)):
        if claim.kind in ("money", "percent") and isinstance(claim.source, Span):
            text = f"{text[: claim.source.start]} {text[claim.source.end :]}"
    named = (word for word in words(text) if word.stem not in ASKING | GENRE and not word.text.isdigit())
    return " ".join(_POSSESSIVE.sub("", word.text) for word in named)


_POSSESSIVE = re.compile(r"['’]s?\Z")


def _stands_alone(text: str) -> bool:
    """Whether a question asks for something by itself, and leans on nothing before it."""
    return len(text.split()) > REPLY // 2 and not (lexicon.ELLIPSIS.search(text) or lexicon.PRONOUN.search(text))


def _other(text: str, here: Entry, catalogue: Catalogue) -> list[Entry]:
    """What a question may be about that names no market whole, should the report spoken of be silent."""
    wider = [each.entry for each in beside(text, here, catalogue)]
    wider = wider or partly(text, catalogue, called=True)
    if not wider and (opening := _OPENS.match(text)):  # "refrigeration, size in 2024?"
        wider = partly(opening["what"], catalogue)
    if not wider and all(catalogue.spread(word.stem) for word in words(text) if word.stem not in STOPWORDS):
        wider = partly(text, catalogue)  # nothing is said but words of names: "and cranes?"
    return [entry for entry in wider if entry.series != here.series]


_OPENS = re.compile(r"\A\W*(?P<what>[\w-]+(?: [\w-]+){0,3})\s*[,:–-]\s", re.IGNORECASE)
"""A subject that a question opens with."""


def _last(entries: Sequence[Entry], catalogue: Catalogue) -> list[Entry]:
    return list(dict.fromkeys(catalogue.editions(entry)[-1] for entry in entries))


def picked(reply: str, offered: Sequence[Entry], catalogue: Catalogue) -> Entry | None:
    """Which of the reports offered a reply means: its label, title, number, publisher, year, market or place."""
    plain = reply.strip().casefold()
    exact = [each for each in offered if plain in (label(each, offered).casefold(), each.id)]
    exact = exact or [each for each in offered if plain == each.version.title.casefold()]
    if len(exact) == 1:
        return exact[0]
    said = [word.stem for word in words(reply)]
    if len(said) > REPLY:
        return None
    cues = read_cues(reply, catalogue)
    left = list(offered)
    if cues.houses:
        left = [each for each in left if each.publisher in cues.houses]
    if years := {int(s) for s in said if s.isdigit() and len(s) == len("2025")}:
        left = [each for each in left if each.years & years]
    if "newest" in cues.editions or {"newest", "latest"} & set(plain.split()):
        left = [max(left, key=lambda each: each.came_out)] if left else []
    if len(left) > 1 and (longest := max(len(is_named(reply, each, catalogue)) for each in left)):
        left = [each for each in left if len(is_named(reply, each, catalogue)) == longest]
    if len(left) > 1:
        left = [each for each in left if _alone_has(each, left, frozenset(said))] or left
    if len(left) == len(offered) and (at := [_ORDINALS[w] for w in plain.rstrip(".!").split() if w in _ORDINALS]):
        left = [offered[at[0]]] if at[0] < len(offered) else []
    return left[0] if len(left) == 1 else None


def _alone_has(entry: Entry, among: Sequence[Entry], said: frozenset[str]) -> bool:
    """Whether a reply has a word of a report's market that no other's has: "the palletizing one"."""
    others = {each for other in among if other is not entry for name in other.names for each in name}
    return bool(said & {each for name in entry.names for each in name} - others - GENRE)


REPLY = 8
"""Words of a reply at most that picks one of several reports; a longer one is a question of its own."""


def label(entry: Entry, among: Sequence[Entry]) -> str:
    """A report's title, with as much of publisher and edition as tells it from the others."""
    title, same = entry.version.title, [e for e in among if e.version.title == entry.version.title]
    parts = []
    if len({e.publisher for e in among}) > 1 and entry.house and entry.house not in title:
        parts.append(entry.house)
    editions = [e for e in same if e.publisher == entry.publisher]
    if len(editions) > 1 and entry.edition and entry.edition not in title:
        parts.append(entry.edition)
    return f"{title} ({', '.join(parts)})" if parts else title


def named_fully(entry: Entry) -> str:
    """A report with its publisher and edition, for an answer that others stand beside."""
    title = entry.version.title
    parts = [part for part in (entry.house, entry.edition) if part and part not in title]
    return f"{title} ({', '.join(parts)})" if parts else title


# Whose, where and when


def _of_house(named: Sequence[Entry], cues: Cues, catalogue: Catalogue, here: Entry | None) -> tuple[list[Entry], str]:
    """The reports named, of the publishers named; of the market spoken of where only a publisher is named."""
    if not cues.houses:
        close = [e for e in named if here is not None and e.publisher == here.publisher]
        return (list(named) if cues.each else close or list(named)), ""
    markets = list(named) or (_same_market(here, catalogue) if here else [])
    if not markets:
        return [e for e in catalogue.newest() if e.publisher in cues.houses], ""
    found = [e for e in markets if e.publisher in cues.houses]
    missing = [house for house in cues.houses if all(e.publisher != house for e in found)]
    for house in list(missing):
        theirs = [e for e in catalogue.newest() if e.publisher == house]
        if alike := nearest([name for e in markets for name in e.names[:1]], theirs, catalogue):
            found += [edition for e in alike for edition in catalogue.editions(e)]
            missing.remove(house)
    if missing:
        names = " or ".join(catalogue.houses[house] for house in missing)
        return list(markets), f"There is no report by {names} on {markets[0].market} in the library."
    return found, ""


def _same_market(here: Entry, catalogue: Catalogue) -> list[Entry]:
    own = set(here.names)
    return [entry for entry in catalogue.having(s for name in own for s in name) if own & set(entry.names)] or [here]


def _placed(entries: Sequence[Entry], question: str) -> list[Entry]:
    """Those of the place asked for, else those of no place where there are such."""
    asked = [found.value.name for found in find_places(question)]
    of_place = [e for e in entries if any(contains(own, name) for own in e.places for name in asked)]
    return of_place or [e for e in entries if not e.places] or list(entries)


def _of_editions(found: Sequence[Entry], cues: Cues, catalogue: Catalogue, here: Entry | None) -> Route:
    newest = _last(found, catalogue)
    if cues.revised:
        return _revised(newest, cues, catalogue, here if here in found else None)
    chosen: list[Entry] = []
    for last in newest:
        editions = catalogue.editions(last)
        asked = _asked(editions, cues)
        if cues.editions and None in asked:
            if len(newest) == 1:
                return Route("none", (last,), cues.text, why=_no_edition(cues.editions[asked.index(None)], editions))
            continue
        if cues.editions:
            chosen += [each for each in asked if each]
        else:
            chosen.append(here if here is not None and found == [here] else last)
    if not chosen:
        return Route("none", tuple(newest[:MOST]), cues.text, why="There is no such edition in the library.")
    if len(chosen) == 1:
        return Route("one", (chosen[0],), cues.text, said(chosen[0], catalogue))
    if cues.each and len(chosen) <= MOST * 2:
        return Route("each", tuple(chosen[:MOST]), cues.text)
    offered = sorted(chosen, key=lambda each: (-each.came_out[0].toordinal(), each.id))
    return Route("ask", tuple(offered), cues.text)


def _revised(newest: Sequence[Entry], cues: Cues, catalogue: Catalogue, here: Entry | None) -> Route:
    """How editions of one publication differ: those named, or one and that spoken of or the newest."""
    if len(newest) > 1:
        return Route("ask", tuple(newest), cues.text)
    editions = catalogue.editions(newest[0])
    asked = _asked(editions, cues)
    if None in asked:
        return Route("none", (newest[0],), cues.text, why=_no_edition(cues.editions[asked.index(None)], editions))
    chosen = {each for each in asked if each}
    if len(chosen) == 1 and "every" not in cues.editions:
        chosen |= {here if here is not None and here not in chosen else newest[0]}
    compared = tuple(sorted(chosen, key=lambda e: e.came_out))
    if len(compared) == 1:
        return Route("none", compared, cues.text, why="The library has one edition of this report only.")
    left = {word.stem for word in words(cues.text)} - STOPWORDS - GENRE - {s for name in newest[0].names for s in name}
    is_same_again = not cues.text and cues.compares and here is not None
    return Route("each" if left - _BARE or is_same_again else "changes", compared, cues.text)


_BARE = frozenset(map(stem, "figure figures number numbers main key headline data edition".split()))


def _asked(editions: Sequence[Entry], cues: Cues) -> list[Entry | None]:
    """The editions of a publication that a question names; None for one that there is not."""
    if "every" in cues.editions:
        return list(editions[-MOST:])
    if cues.editions == ("earlier",) and len(editions) > 1 and not cues.revised:
        return list(editions[:-1])
    return [_edition(editions, each) for each in cues.editions]


def _edition(editions: Sequence[Entry], asked: Edition) -> Entry | None:
    """An edition of a publication by what a question calls it."""
    match asked:
        case "newest":
            return editions[-1]
        case "oldest":
            return editions[0]
        case "first" if not any(_is_counted(each) for each in editions):
            return editions[0]
        case "previous" | "earlier":
            return editions[-2] if len(editions) > 1 else None
        case int():
            called = [e for e in editions if asked in e.named_years] or [e for e in editions if asked in e.years]
            published = [e for e in editions if e.version.published and e.version.published.year == asked]
            found = called or published
            return found[-1] if found else None
        case _:
            return next((e for e in editions if _counted(asked) in map(_counted, e.edition.lower().split())), None)


def _is_counted(entry: Entry) -> bool:
    """Whether an edition is called by its number: "Third edition"."""
    return any(_counted(word) in _ORDINAL_NUMBERS.values() for word in entry.edition.lower().split())


def _counted(word: str) -> str:
    """An ordinal by its number: "3rd" of "third"."""
    return _ORDINAL_NUMBERS.get(word, word)


_ORDINAL_NUMBERS = {
    word: number
    for number, word in zip(
        "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th".split(),
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        strict=True,
    )
}


def _no_edition(asked: Edition, editions: Sequence[Entry]) -> str:
    have = ", ".join(each.edition or each.version.title for each in editions)
    called = f"{asked} edition" if asked not in ("previous", "earlier") else "earlier edition"
    title = editions[-1].version.title
    it_has = f"it has {have}" if len(editions) > 1 or editions[0].edition else "it has this one only"
    return f"There is no {called} of {title} in the library; {it_has}."


def said(entry: Entry, catalogue: Catalogue) -> str:
    """What the reader is told of an edition that is one of several; empty where there is one."""
    editions = catalogue.editions(entry)
    if len(editions) == 1:
        return ""
    newest = editions[-1]
    name = entry.edition or entry.version.title
    if entry is newest:
        return f"This is from the newest edition, {name}."
    return f"This is from an earlier edition, {name}; the newest is {newest.edition or newest.version.title}."
