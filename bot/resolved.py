"""Writes out what a turn of a conversation points at: "the second one", "no, I meant 2030", "not the forecast"."""

import re
from dataclasses import replace

from bot import lexicon
from bot.answerers.ranking import part_name, ranked_parts
from bot.book import Book
from bot.match import matching
from bot.question import Question
from bot.sense import stems
from ingest.places import find_places

SHORT = 8
"""Words at most of a turn that corrects the one before; a longer one is a question of its own."""


def resolved(part: str, previous: Question | None, book: Book) -> str:
    """A turn with what it points at by its place in the conversation written out; as it is without one before."""
    if previous is None:
        return part
    if _DOUBTS.fullmatch(part):
        return "Are you sure?"
    return _with_time(_corrected(_with_names(part, previous, book), previous), previous, book)


_DOUBTS = re.compile(
    r"\W*(?:(?:hm+|oh|wait|ok(?:ay)?|and)\W+)*(?:really|seriously|for real"
    r"|(?:are )?(?:you |u )?(?:really |quite |so |100% )*(?:sure|certain|positive)(?: (?:about|of) (?:that|this|it))?"
    r"|is that (?:really )?(?:right|so|true|correct)(?: though)?|can (?:i|we) trust (?:that|this|it))\s*\?+\W*"
    r"|\W*(?:(?:what|how much|how many|which) (?:was|is) (?:that|it)(?: (?:figure|number|value|one))? again"
    r"|(?:please |can you |could you )*(?:repeat|say) (?:that|it|this|the (?:figure|number|answer))(?: again)?"
    r"(?: please)?|come again|pardon)\W*",
    re.IGNORECASE,
)
"""Asks whether the answer holds, or for it once more."""


# Corrections

_OPENS = re.compile(
    r"\A\W*(?:(?P<no>(?:no|nope|nah)(?=\s*[,;:!–-]|\s*\.(?! ?(?:of\b|\d))|\s+(?:i|in|for|the|not|but|make|by|at)\b)"
    r"|oops|ups|whoops|sorry|pardon|wait|my bad|my mistake|typo|correction|actually|rather)"
    r"|hm+|er+m*|uh+|ok(?:ay)?|well|alright)\b[\s,.!;:–-]*",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\A(?:(?:i|we)(?:['’]m| am| was| were)? (?:actually |really )?(?:mean|meant|(?:asking|talking) (?:about|for))"
    r"|make (?:that|it)|should (?:be|have been)|i should have said)\b[\s,:]*",
    re.IGNORECASE,
)
_MEANT_BEHIND = re.compile(r"[\s,]*\b(?:(?:i|we) (?:mean|meant)|is what (?:i|we) meant|instead)\W*\Z", re.IGNORECASE)
_PUT_ASIDE = r"(?:in |for |of |the )*(?P<aside>[\w&'’][\w &'’-]{1,40}?)"
_NOT_BEFORE = re.compile(rf"\Anot {_PUT_ASIDE}[,;–-]+\s*(?:but )?(?=\w)", re.IGNORECASE)
_NOT_BEHIND = re.compile(rf"[\s,;–-]+(?:and |but )?(?:not|rather than|instead of) {_PUT_ASIDE}\W*\Z", re.IGNORECASE)
_FORECAST = re.compile(
    r"(?:forecasts?|projections?|projected|estimates?|actuals?|forecast (?:one|figure|value))\Z", re.IGNORECASE
)


def _corrected(part: str, previous: Question) -> str:
    """What a correction puts in place of what was asked, as "and ...?"; any other turn as it is."""
    rest, corrects = part.strip(), False
    while (opens := _OPENS.match(rest)) and rest[opens.end() :].strip(" ?!."):
        rest, corrects = rest[opens.end() :], corrects or bool(opens["no"])
    for pattern in (_MEANT, _MEANT_BEHIND):
        if (match := pattern.search(rest)) and (left := f"{rest[: match.start()]}{rest[match.end() :]}".strip(" ?!.,")):
            rest, corrects = left, True
    for pattern in (_NOT_BEFORE, _NOT_BEHIND):
        match = pattern.search(rest)
        if match and (_FORECAST.fullmatch(match["aside"]) or _was_asked(match["aside"], previous)):
            rest, corrects = f"{rest[: match.start()]}{rest[match.end() :]}", True
    if rest == part.strip() or not rest.strip(" ?!.,") or _ASKS.match(rest):
        return part
    alone = lexicon.ELLIPSIS.search(rest) or len(rest.split()) > SHORT
    return rest if alone or not corrects else f"and {rest.strip(' ?!.')}?"


_ASKS = re.compile(
    r"\W*(?:who|whom|whose|what|which|why|where|when|how|is|are|was|were|do|does|did|can|give|tell|show|list)\b",
    re.IGNORECASE,
)


def _was_asked(name: str, previous: Question) -> bool:
    """Whether a name stands in the questions before."""
    asked: Question | None = previous
    while asked is not None:
        places = frozenset(found.value.name for found in find_places(name))
        if stems((name,)) <= stems((asked.ask,)) or (places and places <= set(asked.places)):
            return True
        asked = asked.previous
    return False


# Times


_ACTUAL = re.compile(
    r"\A\W*(?:and )?(?:the |an? )?(?:actual|real|historic(?:al)?|latest|last actual)s?"
    r"(?: (?:one|figure|value|number|size|data))?\W*\Z",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\A\W*(?:and |but )?(?:(?:what|how) about )?(?:now|today|currently|nowadays|at present|at the moment"
    r"|right now)\W*\Z",
    re.IGNORECASE,
)


def _with_time(part: str, previous: Question, book: Book) -> str:
    """ "And now?" and "the actual one" with the last year that is no forecast."""
    if not (_ACTUAL.match(part) or _NOW.match(part)):
        return part
    year = _last_actual(previous, book)
    return f"and in {year}?" if year else part


def _last_actual(question: Question, book: Book) -> int | None:
    """The last year for which what was asked is published and no forecast, else the report's base year."""
    found = matching(replace(question, periods=(), forecast=False), book)
    years = [q.period.last for q in found if q.period and q.period.kind in ("year", "fiscal year") and not q.forecast]
    ahead = [year for year in years if book.base_year is None or year <= book.base_year]
    return max(ahead or years, default=book.base_year)


# Names

_NTH = re.compile(
    r"\bthe (?P<nth>(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th)(?=(?: one\b|\W*\Z| of (?:them|these|those"
    r"|the two)\b))|former|latter|other one)(?: one)?(?: of (?:them|these|those|the two))?(?P<s>['’]s)?",
    re.IGNORECASE,
)
_AT = {
    "first": 0, "1st": 0, "former": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "fifth": 4,
    "last": -1, "latter": -1,
}  # fmt: skip


def _with_names(part: str, previous: Question, book: Book) -> str:
    """The turn with the name that "the second one", "the former" stands for, of those the questions before name."""
    match = _NTH.search(part)
    if match is None:
        return part
    names, nth = _named(previous, book), match["nth"].lower()
    at = _AT.get(nth, -2)
    if len(names) < 2 or not -len(names) <= at < len(names) or (nth == "other one" and len(names) != 2):
        return part
    return f"{part[: match.start()]}{names[at]}{match['s'] or ''}{part[match.end() :]}"


def _named(previous: Question, book: Book) -> list[str]:
    """What the question before names or its answer ranks, in that order; else what it and the one before it ask of."""
    if previous.kind == "superlative":
        ranked = [part_name(quantity) for quantity in ranked_parts(previous, book)]
        return ranked[::-1] if previous.aspect == "smallest" else ranked
    if len(previous.places) > 1:
        return list(previous.places)
    pair = [each for each in (previous.previous, previous) if each is not None]
    return list(dict.fromkeys(name for each in pair if (name := _subject(each))))


def _subject(question: Question) -> str:
    if len(question.places) == 1 and not question.words:
        return question.places[0]
    return " ".join(word.text for word in question.words) if question.words and not question.places else ""
