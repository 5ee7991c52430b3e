"""Routes the questions of conversations: remembers what was asked back about, and what was spoken of."""

import re
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.desk import NotReady
from bot.routing.catalogue import GENRE, Catalogue, Entry
from bot.routing.comparing import plainly
from bot.routing.cues import begins_anew, read_cues, without_comparing
from bot.routing.route import Route, picked, route
from bot.shelf import Shelf
from ingest.errors import UnknownReport
from ingest.words import STOPWORDS, words

TWO = 2
"""Reports spoken of last that "these two" are."""

_THESE = re.compile(
    r"\b(?:these|those|the) two(?: (?:reports|publishers|houses|editions|markets))?\b"
    r"|\bboth(?: of (?:them|these|those))?\b"
    r"|\b(?:do|did|does|are|how do|where do|compare|between) (?:they|them)\b",
    re.IGNORECASE,
)
"""The reports spoken of last, side by side."""

CONVERSATIONS = 10_000
"""Conversations whose open question is remembered."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question, without what said which report it meant, and the reports it was put to."""

    text: str
    reports: tuple[str, ...]


class Router:
    """Finds the reports that questions are put to."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._asked_back: OrderedDict[str, tuple[str, tuple[str, ...]]] = OrderedDict()

    def route(self, conversation: str, question: str, report: str | None, turns: Sequence[Turn]) -> Route:
        """Where a question goes. Raises NotReady without reports and UnknownReport for a wrong id."""
        catalogue = self._shelf.catalogue
        if report is not None:
            if (entry := catalogue.get(report)) is None:
                raise UnknownReport(report)
            return scoped(question, entry, catalogue)
        if not len(catalogue):
            raise NotReady("There is no report yet. Put one into corpus/ and run python -m ingest.")
        if len(catalogue) == 1:
            return alone(question, catalogue.entries[0], catalogue)
        if (answered := self._picked(conversation, question, catalogue)) is not None:
            return answered
        if (before := went_back(question, turns, catalogue)) is not None:
            return before
        current = turns[-1].reports[0] if turns and not begins_anew(question) else None
        found = route(question, catalogue, current, self._shelf.telling)
        found = self._of_those(question, found, turns, catalogue)
        if turns and not found.text:
            found = replace(found, text=turns[-1].text, repeats=True)
        if found.how == "one" and len(last := turns[-1].reports if turns else ()) > 1 and found.goes_on:
            entries = tuple(entry for each in last if (entry := catalogue.get(each)))
            found = replace(found, how="each", entries=entries)
        return replace(found, text=found.text or question)

    def _of_those(self, question: str, found: Route, turns: Sequence[Turn], catalogue: Catalogue) -> Route:
        """The route of a question that asks the reports spoken of last side by side, with those that it names."""
        spoken = dict.fromkeys(each for turn in reversed(turns) for each in turn.reports)
        if len(spoken) < TWO or found.how not in ("one", "each") or not _THESE.search(question):
            return found
        last = reversed(list(spoken)[:TWO])
        named = () if found.goes_on else (entry.id for entry in found.entries)
        entries = (catalogue.get(each) for each in dict.fromkeys((*last, *named)))
        text = plainly(_of_each(_THESE.sub("the report", question), catalogue))
        return replace(found, how="each", entries=tuple(e for e in entries if e), text=text, said="", mentions=())

    def asked_back(self, conversation: str, question: str, offered: Sequence[Entry]) -> None:
        """Remember that a question was asked back about."""
        self._asked_back[conversation] = question, tuple(entry.id for entry in offered)
        while len(self._asked_back) > CONVERSATIONS:
            self._asked_back.popitem(last=False)

    def forget(self, conversation: str) -> None:
        """Forget what was asked back in a conversation."""
        self._asked_back.pop(conversation, None)

    def _picked(self, conversation: str, reply: str, catalogue: Catalogue) -> Route | None:
        """The question that was asked back about, put to the report that a reply picks; None where it picks none."""
        question, ids = self._asked_back.pop(conversation, ("", ()))
        offered = [entry for each in ids if (entry := catalogue.get(each))]
        entry = picked(reply, offered, catalogue) if offered else None
        return Route("one", (entry,), question) if entry else None


def _of_each(question: str, catalogue: Catalogue) -> str:
    """A question without the publishers that it names, and without the words that compare."""
    cues = read_cues(question, catalogue)
    return " ".join((cues.text if cues.each else without_comparing(question)).split())


def alone(question: str, entry: Entry, catalogue: Catalogue) -> Route:
    """The route of a question where there is one report: there, unless it asks which there are, or for editions."""
    cues = read_cues(question, catalogue)
    if cues.shelf or cues.revised or any(isinstance(each, str) and each != "newest" for each in cues.editions):
        return route(question, catalogue, entry.id, lambda text: None)
    return Route("one", (entry,), question, strangers=cues.strangers)


_BACK = re.compile(
    r"\A\W*(?:(?:ok(?:ay)?|so|and|but|now|let['’]?s|going|go|coming|come)\W+)*back to (?:the )?"
    r"(?P<what>[^:,;?–]{2,60}?)(?:\W+(?P<rest>\w.*))?\Z",
    re.IGNORECASE,
)


def went_back(question: str, turns: Sequence[Turn], catalogue: Catalogue) -> Route | None:
    """The route of "back to X: and in 2030?" to the report on X that was spoken of; None where none was."""
    match = _BACK.match(question)
    named = {word.stem for word in words(match["what"])} - STOPWORDS - GENRE if match else set()
    if match is None or not named or not match["rest"]:
        return None
    spoken = dict.fromkeys(entry for turn in reversed(turns) for each in turn.reports if (entry := catalogue.get(each)))
    entry = next((each for each in spoken if any(named <= set(name) for name in each.names)), None)
    return Route("one", (entry,), match["rest"], goes_on=True, back=True) if entry else None


def scoped(question: str, entry: Entry, catalogue: Catalogue) -> Route:
    """The route of a question to a chosen report: there, unless it names another publisher or edition."""
    cues = read_cues(question, catalogue, short=False)
    others = [house for house in cues.houses if house != entry.publisher]
    if cues.houses and others:
        names = " and ".join(catalogue.houses[house] for house in others)
        why = f"The report chosen is by {entry.house}; {names} is not asked." if entry.house else ""
        return Route("none", (entry,), question, why=why or f"The report chosen is not by {names}.")
    if cues.revised:
        why = f"The report chosen is {entry.version.title}; other editions are not asked beside it."
        return Route("none", (entry,), question, why=why)
    years = [each for each in cues.editions if isinstance(each, int)]
    if years and entry.named_years and not set(years) <= entry.named_years | entry.years:
        why = f"The report chosen is the edition {entry.edition}; others are not asked."
        return Route("none", (entry,), question, why=why)
    return Route("one", (entry,), question, strangers=cues.strangers)
