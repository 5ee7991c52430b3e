"""What a question says of which report it means: its publisher, its edition, several, all; and the question without."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.routing.catalogue import Catalogue
from ingest.places import find_places
from ingest.words import STOPWORDS, Word, stem, words

Edition = int | str
"""The year an edition is called by, "newest", "previous", "earlier", "oldest", "every", or its name: "fourth"."""

House = tuple[str, ...]
"""A publisher, by the stems that tell it from others."""

_MARK = "\x01"
_NOUN = r"(?:editions?|eds?\b\.?|reports?|versions?|stud(?:y|ies)|issues?|releases?|publications?)"
_YEAR = r"(?:FY\s?)?(?P<{0}>(?:19|20)\d\d)(?:\s?[/–-]\s?\d\d(?:\d\d)?)?(?:['’]s)?"
_JOINS = r"(?:and|&|vs?\.?|versus|or|to|with|,)"
_PAIR = re.compile(
    rf"\b{_YEAR.format('a')}(?:\s+{_NOUN})?\s*{_JOINS}\s+(?:the\s+)?{_YEAR.format('b')}\s+{_NOUN}\b", re.IGNORECASE
)
_YEARED = re.compile(
    rf"\b(?:{_YEAR.format('a')}\s+(?:{_NOUN}|(?<!\ba \d\d\d\d\s)one\b)"
    rf"|editions?\s+(?:of\s+|from\s+)?{_YEAR.format('b')}"
    rf"|(?:report|study|version|edition)\s+(?:of|from|dated)\s+(?:[A-Z][a-z]+\s+)?{_YEAR.format('c')})",
    re.IGNORECASE,
)
_FUNCTION = r"(?:according|as|in|of|by|from|to|this|that|the|your|its|for|per|with|and|or|an?|is|was|which)"
_YEARED_APART = re.compile(
    rf"\b{_YEAR.format('a')}(?P<between>\s+(?:(?!{_FUNCTION}\b)[\w&-]+\s+){{1,4}})(?:editions?|issue)\b", re.IGNORECASE
)
"""The year of an edition that is named in between: "the 2024 kite edition"."""
_BETWEEN = rf"\s+(?:(?!{_FUNCTION}\b)[\w&.'’-]+\s+){{1,5}}"
_YEARED_REPORT = re.compile(
    rf"(?P<before>\bthe|['’]s)\s+{_YEAR.format('a')}(?P<between>{_BETWEEN})(?=(?:report|study)\b)", re.IGNORECASE
)
"""The same of a report: "Acme's 2023 kite report"."""
_EARLIER_APART = re.compile(
    rf"\b(?:(?P<earlier>earlier|older)|(?:previous|prior|last year['’]?s?))(?P<between>{_BETWEEN})"
    r"(?=(?:report|study|edition)\b)",
    re.IGNORECASE,
)
"""An earlier edition that is named in between: "last year's kite report"."""
_RELATIVE: Mapping[str, re.Pattern[str]] = {
    "newest": re.compile(
        rf"\b(?:newest|latest|current|most recent|this year['’]?s?)\s+{_NOUN}(?!\w)"
        rf"|\b(?:newest|latest|most recent)\b(?=\s+(?:[\w&-]+\s+){{0,4}}(?:numbers|figures|data|{_NOUN})\b)",
        re.IGNORECASE,
    ),
    "previous": re.compile(
        r"\b(?:(?:previous|prior|preceding|old|last|former|superseded|(?:last|previous) year['’]?s?)"
        rf"\s+{_NOUN}(?!\w)|(?:last[- ]but[- ]one|second[- ]to[- ]last|penultimate)(?:\s+{_NOUN}(?!\w))?"
        rf"|{_NOUN}\s+before(?:\s+(?:the\s+)?(?:current|latest|newest|last|this)(?:\s+(?:one|{_NOUN})\b)?)?(?!\s+\d))",
        re.IGNORECASE,
    ),
    "earlier": re.compile(rf"\b(?:earlier|older)\s+{_NOUN}(?!\w)", re.IGNORECASE),
    "oldest": re.compile(rf"\b(?:oldest|original|earliest)\s+{_NOUN}(?!\w)", re.IGNORECASE),
    "first": re.compile(rf"\bfirst\s+{_NOUN}(?!\w)", re.IGNORECASE),
}
_SHORT_YEAR = re.compile(rf"['’‘](?P<year>[0-3]\d)(?=\s+(?:[\w&-]+\s+){{0,3}}{_NOUN}\b)", re.IGNORECASE)
"""A year of this century by its last digits: "the '24 edition"."""

_FEW = r"(?:two|three|four|five|\d)"
_EDITIONS = r"(?:editions|issues)\b"
_EVERY = re.compile(
    rf"\b(?:all|both|each)(?: of)?(?: (?:the|your|its|their))?(?: {_FEW})?(?: (?:different|available))? {_EDITIONS}"
    rf"|\b(?:the|your|its|their)(?: last)? {_FEW}(?: (?:different|available))? {_EDITIONS}"
    rf"|\b(?:all|the|your|its|their)(?: last)? {_FEW}(?= (?:[\w&.'’-]+ ){{1,5}}{_EDITIONS})"
    r"|\b(?:from )?(?:edition|issue) (?:to|by|after) (?:edition|issue)\b|\bacross editions\b",
    re.IGNORECASE,
)
"""Means every edition."""
_NTH = r"(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))"
_ORDINAL = re.compile(rf"\b(?:{_NTH}\s*{_JOINS}\s+(?:the\s+)?)?{_NTH}\s+ed(?:itions?\b|s?\b\.?)", re.IGNORECASE)
_SINCE_LAST = re.compile(
    r"\bwhat(?:['’]s| is| has| have)?(?: been)? (?:chang\w+|new|different|revised)\b"
    r".*\b(?:since|from|against|over|vs|than|compared (?:to|with)) (?:the )?(?:last|previous|prior)"
    r" (?:year|time|one)\b",
    re.IGNORECASE,
)
"""Asks what changed since an edition that it calls by its year only."""

_MOVED = (
    r"(?:chang\w*|revis\w*|restat\w*|rais\w*|lower\w*|upgrad\w*|downgrad\w*|cut|adjust\w*|updat\w*|differ\w*|compar\w*"
    r"|went up|gone up|go up|went down|gone down|go down|mov(?:e|ed|ing)|evolv\w+|develop(?:ed)?|new)"
)
_REVISED = re.compile(rf"(?<!\bas )\b{_MOVED}\b|\bsince the\b|\bversus\b|\bvs\b", re.IGNORECASE)
_REASON = re.compile(r"\bwhy\b|\bhow come\b|\breasons?\b", re.IGNORECASE)
_ASKS_REVISED = re.compile(
    r"\A\W*(?:(?:was|were|has|have|had|did|does|do|is|are|how|what|much|by|so|far)\s+|what['’]s\s+)*"
    rf"|\b(?:been|be)\s+(?={_MOVED})"
    rf"|\b{_MOVED}\b(?:\s+(?:up|down|since|from|in|between|by how much))*|\bsince\b\s*(?=\W*\Z)",
    re.IGNORECASE,
)
"""The words of a question that ask whether a figure was revised, and not for it."""

_ALL_HOUSES = re.compile(
    r"\b(?:(?:all|both|each of|your|our|the(?: different| various)?|different|various|other|every) )*"
    r"(?:reports|publishers|sources|studies|research houses|houses|analysts|publications)\b"
    r"|\b(?:each|every) (?:report|publisher|source|study)\b",
    re.IGNORECASE,
)
_MANY = r"(?:reports|markets|industries|sectors)"
_ACROSS = re.compile(
    "|".join(
        (
            rf"\b(?:which|what)(?: one)? of (?:all )?(?:the|your|our|these|those)(?: \w+)? {_MANY}\b",
            rf"\b(?:rank|order|sort|compare|list) (?:all |the |your |our |these |of )*{_MANY}\b",
            r"\b(?:across|among|amongst|of|in|out of|over|between) (?:all )?(?:of )?(?:your|our|these|all|all the) "
            rf"(?:(?:current|present|newest|latest) )?(?:{_MANY}|library|portfolio)\b",
            r"\bwhat(?:['’]s| is| are)? (?:your|our|the) (?:\w+[- ])?"
            r"(?:biggest|largest|smallest|fastest|slowest|top|quickest)(?:[- ]\w+)? (?:\d+ )?(?:markets?|reports?)\b"
            r"(?!\s+(?:for|of|in)\b(?!\s+\d))",
            r"\b(?:biggest|largest|smallest|fastest|slowest)(?:[- ]growing)? markets?(?: that)?"
            r" (?:you|we) (?:cover|have)\b",
            r"\b(?:every|each|all) (?:the )?(?:markets?|industries|industry|reports?)\b(?: that)?"
            r" (?:you|we) (?:cover|have)\b",
            rf"\bwhich (?:{_FEW} )?(?:markets?|industry|industries) (?:(?:that )?you cover|in (?:your|the) library"
            r"|do you cover|is|are|has|grows?|will)\b",
        )
    ),
    re.IGNORECASE,
)
"""Asks of the whole library."""

_SHELF = re.compile(
    "|".join(
        (
            r"\b(?:which|what|list|show)(?: me)?(?: all| other| the| of| your| our)*"
            r" (?:reports?|markets|studies|publications?|editions?)\b.{0,40}"
            r"\b(?:do you (?:have|cover|know|hold)|have you|you have|are there|available|exist"
            r"|(?:in|on|from) (?:the|your) library|can i ask|can you answer)\b",
            r"\b(?:do you have|have you|is there|are there|got) (?:an?y? )?(?:other |more )*"
            r"(?:reports?|stud(?:y|ies)|editions?)\b",
            r"\A\W*(?:list|show)(?: me)?(?: all| the| your)* (?:reports|editions)\W*\Z",
        )
    ),
    re.IGNORECASE,
)
"""Asks which reports there are."""

_MEASURED = re.compile(
    r"\b(?:gr[eo]w\w*|cagr|biggest|largest|smallest|fastest|slowest|size|worth|value)\b", re.IGNORECASE
)
"""Asks for a figure of them."""

_ANEW = re.compile(
    r"\A\W*(?:\w+[.,!]?\s+){0,3}?(?:(?:an? )?(?:different|new|other|another) (?:topic|question|subject)"
    r"|(?:changing|change of) (?:the )?(?:subject|topic)|something else)\b\s*[.,!;:–-]",
    re.IGNORECASE,
)
"""Says that it is about something else than what was spoken of."""

_THANKS = re.compile(
    r"\A\W*(?:(?:thx|thanks|thank you|cheers|ok(?:ay)?|great|cool|hi|hello|hey|sorry)\b[\s.,!;:–-]+"
    r"|(?:(?:an? )?(?:different|new|other|another) (?:topic|question|subject)"
    r"|(?:changing|change of) (?:the )?(?:subject|topic)|next question|something else|by the way|btw)"
    r"\b\s*[.,!;:–-]+\s*)"
    r"(?:(?:and|now|then|so)\b\s*)?(?=\w+\W+\w+)",
    re.IGNORECASE,
)
"""Greets or thanks before it asks."""

_BY = r"(?:according to|acc\.? to|as per|per|as (?:\w+ )?by|in the (?:view|opinion|words|eyes) of|from|by|via|with)"
_BEFORE_HOUSE = rf"(?:,?\s*\b{_BY}\s+(?:the\s+|both\s+)*(?:{_NOUN}\s+(?:of|by|from)\s+)?)"
_ATTRIBUTED = re.compile(
    r"\b(?i:according to|acc\.? to|as per|in the (?:view|words|opinion) of|the (?:one|report|figure) by) (?:the )?"
    r"(?P<who>[A-Z][\w&.'’-]*(?: (?:(?:of|and|&) )?[A-Z][\w&.'’-]*)*)"
)


@dataclass(frozen=True)
class Cues:
    """What a question says of the report it means.

    ``text`` is the question without it, empty where nothing else is asked. ``houses`` are publishers of the library,
    ``strangers`` names it is attributed to that are none. ``each``: of all that are named; ``revised``: how editions
    differ; ``compares``: it says so by the word; ``across``: of the whole library; ``shelf``: which reports there are.
    """

    text: str
    houses: tuple[House, ...] = ()
    strangers: tuple[str, ...] = ()
    editions: tuple[Edition, ...] = ()
    each: bool = False
    revised: bool = False
    compares: bool = False
    across: bool = False
    shelf: bool = False


def begins_anew(question: str) -> bool:
    """Whether a question says that it is on another subject."""
    return _ANEW.match(question) is not None


def read_cues(question: str, catalogue: Catalogue, short: bool = True) -> Cues:
    """Reads them; ``short``: publishers may be named by their first word or initials."""
    editions, text = _editions(_THANKS.sub("", _THANKS.sub("", question)))
    revised = bool(editions and _REVISED.search(text) and not _REASON.search(text)) or bool(
        _SINCE_LAST.search(question)
    )
    if revised and not editions:
        editions, text = ("previous",), ""
    houses, text = _houses(text, catalogue, short)
    many = len(houses) > 1 or len(editions) > 1 or "every" in editions
    each = many or bool(_ALL_HOUSES.search(text) and not _SHELF.search(question))
    across = bool(_ACROSS.search(question))
    shelf = bool(_SHELF.search(question)) and not _MEASURED.search(question)
    across = across or (bool(_SHELF.search(question)) and not shelf)
    if each and not across:
        text = _ALL_HOUSES.sub("the report", text)
        text = without_comparing(text)
    text = _SAID_TWICE.sub("the ", text)
    if revised:
        text = _ASKS_REVISED.sub(" ", text)
    compares = bool(_COMPARE.search(question))
    return Cues(_tidy(text), houses, _strangers(question, catalogue), editions, each, revised, compares, across, shelf)


def _editions(text: str) -> tuple[tuple[Edition, ...], str]:
    """The editions named, and the text without them."""
    found: list[tuple[int, Edition]] = []

    def take(match: re.Match[str], *editions: Edition) -> str:
        found.extend((match.start(), each) for each in editions)
        return _MARK.rjust(len(match[0]))  # of the same length, so that places stay comparable

    text = _SHORT_YEAR.sub(r"20\g<year>", text)
    text = _EVERY.sub(lambda match: take(match, "every"), text)
    text = _PAIR.sub(lambda match: take(match, int(match["a"]), int(match["b"])), text)
    text = _YEARED.sub(lambda match: take(match, int(match["a"] or match["b"] or match["c"])), text)
    text = _YEARED_APART.sub(lambda match: f"{take(match, int(match['a']))}{match['between']}", text)
    text = _YEARED_REPORT.sub(
        lambda match: f"{match['before']} {take(match, int(match['a'])).lstrip()}{match['between']}", text
    )
    text = _EARLIER_APART.sub(
        lambda match: f"{take(match, 'earlier' if match['earlier'] else 'previous').lstrip()}{match['between']}", text
    )
    for name, pattern in _RELATIVE.items():
        text = pattern.sub(lambda match, name=name: take(match, name), text)  # type: ignore[misc]
    text = _ORDINAL.sub(lambda match: take(match, *(each.lower() for each in match.groups() if each)), text)
    if not found:
        return (), text
    text = _AS_PUBLISHED.sub(" ", text)
    named = dict.fromkeys(each for _, each in sorted(found, key=lambda pair: pair[0]))
    return tuple(named), _EDITION_AROUND.sub(" ", _SAYS.sub(" the report ", text))


_AS_PUBLISHED = re.compile(r",?\s*\bas (?:re)?(?:stated|published|given|printed|revised)\b", re.IGNORECASE)

_SAYS = re.compile(
    rf"(?<=\bdid\s)(?:the\s+|your\s+)?\s*{_MARK}(?=\s)|(?<=\bdo\s)\s*{_MARK}(?=\s)|(?<=\bdoes\s)(?:the\s+|your\s+)?\s*{_MARK}(?=\s)",
    re.IGNORECASE,
)
"""An edition that is asked what it says: "what did the 2024 edition say about ..."."""


_EDITION_AROUND = re.compile(
    r"(?:,?\s*\b(?:in|of|from|per|according to|by|for|and|vs?\.?|versus|with|to|since|than in|than|between|over|across"
    r"|say in|compared (?:to|with))\s+)?(?:(?:the|your|its|their|this|both|an?)\s+)*\s*" + _MARK + r"(?:['’]s)?",
    re.IGNORECASE,
)


def _houses(text: str, catalogue: Catalogue, short: bool) -> tuple[tuple[House, ...], str]:
    """The publishers named, and the text without them."""
    found, spans = [], []
    for house, start, end in _named_houses(words(text), text, catalogue, short):
        found.append(house)
        spans.append((start, end))
    for start, end in reversed(spans):
        text = text[:start] + _MARK + text[end:]
    if not found:
        return (), text
    text = re.sub(rf"{_MARK}(?:['’]s?)?(?:\s*(?:,|and|or|&|vs?\.?|versus|with)\s*(?:by |the )*{_MARK})+", _MARK, text)
    text = re.sub(rf"\b(?:in|of)\s+{_MARK}['’]s?\s*(?=[?.!,;]|and\b|\Z)", " ", text, flags=re.IGNORECASE)
    text = re.sub(rf"{_BEFORE_HOUSE}{_MARK}(?:['’]s)?(?:\s+{_NOUN})?", " ", text, flags=re.IGNORECASE)
    text = re.sub(rf"(?:\bthe\s+)?(?:\breport\s+of\s+)?{_MARK}['’]s?(?=\s)", "the", text)
    text = re.sub(rf"(?:\bthe\s+)?{_MARK}(?:\s+{_NOUN})?", " the report ", text, flags=re.IGNORECASE)
    return tuple(dict.fromkeys(found)), text


def _named_houses(
    asked: Sequence[Word], text: str, catalogue: Catalogue, short: bool = True
) -> Iterator[tuple[House, int, int]]:
    """Publishers that a question names, with their place in it, in order."""
    at = 0
    while at < len(asked):
        house = _house_at(asked, at, text, catalogue)
        if house is None and short and not find_places(asked[at].text.title()):
            house = catalogue.house_called(asked[at].stem)
        if house is None:
            at += 1
            continue
        end = max(_end_of(house, asked, at), at + 1)
        whole = {word.stem for word in words(catalogue.houses[house])}
        while end < len(asked) and asked[end].stem in whole and text[asked[end - 1].end : asked[end].start].isspace():
            end += 1
        while end > at + 1 and asked[end - 1].stem in _JOINING:
            end -= 1
        yield (
            house,
            asked[at].start,
            asked[end - 1].start + len(asked[end - 1].text.removesuffix("'s").removesuffix("’s")),
        )
        at = end


def _house_at(asked: Sequence[Word], at: int, text: str, catalogue: Catalogue) -> House | None:
    """The longest publisher's name that begins at a word. One that is a word of some market is meant only as a name."""
    for house in sorted(catalogue.houses_from(asked[at].stem), key=len, reverse=True):
        end = _end_of(house, asked, at)
        if end == at:
            continue
        is_word = all(catalogue.spread(each) or each in STOPWORDS for each in house)
        if not is_word or _is_attributed(asked, at, end, text, catalogue.houses[house]):
            return house
    return None


def _end_of(house: House, asked: Sequence[Word], at: int) -> int:
    """Where a publisher's name that begins at a word ends, "&" and the like left out; where it begins if it is not."""
    end = at
    for each in house:
        while end > at and end < len(asked) and asked[end].stem in _JOINING:
            end += 1
        if end == len(asked) or asked[end].stem != each:
            return at
        end += 1
    return end


_JOINING = frozenset(map(stem, "and of the for".split()))


def _is_attributed(asked: Sequence[Word], at: int, end: int, text: str, house: str) -> bool:
    before, after = text[: asked[at].start].lower(), text[asked[end - 1].end :]
    whole = {word.stem for word in words(house)} - {word.stem for word in asked[at:end]}
    follows = end < len(asked) and asked[end].stem in whole
    return (
        follows or before.rstrip().endswith(("according to", " by", "acc to", "acc. to")) or after[:2] in ("'s", "’s")
    )


def without_attribution(text: str) -> str:
    """A question without whom its answer is attributed to; empty where nothing else is asked."""
    return _tidy(_ATTRIBUTED.sub(" ", text))


def _strangers(question: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Names a question attributes its answer to that are no publisher of the library."""
    matches = _ATTRIBUTED.finditer(question)
    return tuple(
        match["who"] for match in matches if not list(_named_houses(words(match["who"]), match["who"], catalogue))
    )


_AGREE = re.compile(
    r"\A\W*(?:do|does|did|are|is|where|how far|to what extent|how)?\s*(?:do |does |did )?(?:the report)?\s*"
    r"(?:dis)?(?:agree|differ|contradict)\w*(?: each other)?(?: with)?(?: the report)?"
    r"(?: (?:on|about|over|in|regarding|as to))?\b",
    re.IGNORECASE,
)
_SAY = re.compile(
    r"\A\W*what (?:do|does|did) (?:the report|they|each) (?:say|think|tell us) (?:about|on|of)\s+", re.IGNORECASE
)
_COMPARE = re.compile(
    r"\b(?:compar(?:e|ing|ison)|contrast|side by side|both|each|respectively)\b(?:\s+(?:of|between))?"
    r"(?:\s+the report)?(?:\s+(?:on|about|for|of|over))?",
    re.IGNORECASE,
)


_SAID_TWICE = re.compile(r"(?:\bthe report\s+)+(?=(?:(?!the\b|say\b|says\b)[\w-]+\s+){1,4}reports?\b)", re.IGNORECASE)
"""The report of which the market is named behind: "the report the report kite report"."""


def without_comparing(text: str) -> str:
    """A question to several reports as it is put to each."""
    text = _SAY.sub("", _COMPARE.sub(" ", _AGREE.sub(" ", text)))
    return re.sub(
        r"\bthe report(?:\s*(?:,|and|or|vs?\.?|versus)\s*the report)+", "the report", text, flags=re.IGNORECASE
    )


_BARE = re.compile(
    r"\A\W*(?:(?:and|or|but|so|what|how|about|the|report|in|of|for|from|by|with|according|to|say|says|said|does|did|do"
    r"|was|were|then|now|ok|okay|one|show|me|give|use|take|please|i|mean|meant|no|same|is|it|that|there|a|tell|tells"
    r"|put)\b\W*)*\Z",
    re.IGNORECASE,
)
"""Nothing is left that asks for anything: "and according to ...?"."""


def _tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text.replace(_MARK, " ")).strip()
    text = re.sub(r"\s+([,.?!;:])", r"\1", text)
    text = _AROUND.sub("", re.sub(r",(?:\s*,)+", ",", text)).strip()
    return "" if _BARE.fullmatch(text) else text


_AROUND = re.compile(
    r"^(?:[\s,;:.–-]|(?:(?:of|in|from|for|by|per)\s+)?the report\b|(?:of|by|per)\s+(?=the\b))+"
    r"|(?:,\s*the report|[,;:])+(?=\W*$)",
    re.IGNORECASE,
)
"""What may be left around a question of what said whom it asks."""
