"""Takes a question for what lies between several figures apart into a question for each: "the gap between A and B in
2025" asks for A's and for B's, "the share of A in total sales" for A's sales and for the total."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot import table_cues
from bot.asked_times import asked_times, blanked
from bot.book import Book
from bot.evidence import Operation
from bot.items import stems_of
from bot.joined import leading
from bot.joints import JOINT, cut_at
from ingest.places import find_places
from ingest.quantity.masks import MONTH

MOST = 5
"""Items of a sum at most."""

LONGEST = 4
"""Words of an item's name at most, where it stands beside other words."""


@dataclass(frozen=True, slots=True)
class Apart:
    """Questions for the operands of an operation, in its order; of a difference any may be the larger. ``part`` is what
    a share of a total is that of; a margin has none, as it is of the revenue that it is asked of."""

    operation: Operation
    asks: tuple[str, ...]
    part: str = ""


Ways = Iterator[tuple[str, ...]]

_REST = r"(?P<rest>,.*|\s+(?:in|for|at|on|during|by) .+|\W*)$"
_BETWEEN = re.compile(
    r"^(?P<before>.*?)\b(?:difference|gap|spread)(?P<of> (?:in|of) .+?)? between (?:the )?"
    rf"(?P<one>.+?) (?:and|vs\.?|versus) (?:the )?(?P<other>.+?){_REST}",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"^\W*(?:by )?how (?:much|many)(?P<unit>(?: [\w.%-]+){0,3}?) (?:(?:a|per) (?:month|year|week|day) )?"
    r"(?:more|less|fewer|higher|lower|larger|bigger|smaller|cheaper|dearer|greater|longer|better|worse)"
    r"(?P<noun>(?: [\w-]+){0,3}?) (?:was|were|is|are|did|does|do|has|have|had) (?:the )?(?P<one>.+?) than "
    rf"(?:(?:that|those) of |in |for |at )?(?:the )?(?P<other>.+?){_REST}",
    re.IGNORECASE,
)
"""By how much one thing is above another: "how much higher was A's price than B's in May"."""
_FROM_TO = re.compile(
    rf"\bfrom (?:the )?(?:(?P<month>{MONTH})|year[- ]end|end of the year) (?:to|until) (?:the end of )?"
    rf"(?P<other>{MONTH}(?: \d{{1,2}},)?) (?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""From one day to another of which only the second has its year."""
_MOVED = re.compile(
    r"\b(?:by how (?:much|many)|(?:a )?(?:reduc\w*|chang\w*|increas\w*|decreas\w*|declin\w*|rise|rose|fall|fell|drop\w*"
    r"|grow|grew|gain\w*|shrink\w*) ?(?:in|of|by)?|did|have|has)\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"%|\bper ?cent|\bpercentage\b", re.IGNORECASE)
_IN_PERCENT = re.compile(r",? \(?(?:in|as) (?:an? )?(?:%|per ?cent(?:age)?)\)?", re.IGNORECASE)
_SUM = re.compile(
    r"\b(?:combined|together|in total|altogether|in aggregate|(?:the )?(?:sum|total) of|added up|summed)\b",
    re.IGNORECASE,
)
_SHARE = r"(?:share|percentage|proportion|%|per ?cent)"
_AS_SHARE = re.compile(rf"^(?P<one>.+?) as (?:an? )?{_SHARE} of (?:the )?(?P<whole>.+?){_REST}", re.IGNORECASE)
_SHARE_FROM = re.compile(
    rf"^(?:what|which|how much) {_SHARE} of (?:the )?(?P<whole>.+?) (?:came from|comes? from|was|were|is|are|goes to"
    rf"|went to|falls? on|fell on) (?:the )?(?P<one>.+?){_REST}",
    re.IGNORECASE,
)
_OWN_SHARE = re.compile(rf"^(?P<one>.+?)(?:['’]s?)? {_SHARE} (?:of|in) (?:the )?(?P<whole>.+?){_REST}", re.IGNORECASE)
_SHARE_IN = re.compile(
    rf"^(?:the )?{_SHARE} of (?:the )?(?P<one>.+?) (?:in|of|among|within|on) (?:the )?(?P<whole>.+?){_REST}",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"^(?:total|all|overall|group|whole)\b", re.IGNORECASE)
_WORLD = re.compile(r"\b(?:world(?:wide)?|global)\b", re.IGNORECASE)
_OPENS = re.compile(
    r"^\W*(?:(?:what|which)(?:'s| is| was| were| are)?|how (?:much|many|big|large|high)(?: (?:is|was|were|are))?"
    r"|give me|show me|tell me|calculate|compute)\b\W*",
    re.IGNORECASE,
)
_THE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_HEAD_ENDS = re.compile(r"\b(?:of|in|for|from|at|by|on)(?: the)?\s+", re.IGNORECASE)


def taken_apart(ask: str, book: Book) -> Iterator[Apart]:
    """The ways in which a question may ask for something made of several figures, the likeliest first."""
    ask = ask.rstrip(" ?!.")
    if (moved := _FROM_TO.search(ask)) and _MOVED.search(ask) and not _PERCENT.search(ask):
        yield Apart("difference", _from_to(ask, moved))
        return
    text, when = _timeless(ask, book)
    found = (
        *(Apart("sum", asks) for asks in _summed(text, book)),
        *(Apart("difference", asks) for asks in _between(text)),
    )
    for each in (*found, *_shared(text), *_margin(text)):
        yield replace(each, asks=tuple(" ".join(f"{ask} {when}".split()) for ask in each.asks))


def _timeless(ask: str, book: Book) -> tuple[str, str]:
    """A question without its times, and these."""
    times = asked_times(ask, book)
    spans = [(time.start - len(leading(ask[: time.start])), time.end) for time in times]
    text = blanked(ask, spans)
    return " ".join(re.sub(r"\(\s*\)", " ", text).split()).strip(" ,"), " ".join(ask[a:b] for a, b in spans)


def _from_to(ask: str, moved: re.Match[str]) -> tuple[str, str]:
    """What is asked for at both ends; the end of a year is that of the year before."""
    what = " ".join(_bare(_MOVED.sub(" ", f"{ask[: moved.start()]} {ask[moved.end() :]}")).split())
    year = int(moved["year"])
    begins = f"{moved['month']} {year}" if moved["month"] else str(year - 1)
    return f"{what} at the end of {begins}", f"{what} at the end of {moved['other']} {year}"


def _summed(text: str, book: Book) -> Ways:
    """The items that are added, each with what stands before the first and behind the last."""
    if not (_SUM.search(text) or table_cues.SUM.search(text)):
        return
    bare = " ".join(_bare(_SUM.sub(" ", text).replace(" plus ", " and ").replace("+", " and ").strip()).split())
    parts = [part.strip() for part in cut_at(bare, [joint.span() for joint in JOINT.finditer(bare)])]
    if not 1 < len(parts) <= MOST or not all(parts):
        return
    head, first = _apart(parts[0].split(), book, last=True)
    tail, last = _apart(parts[-1].split(), book, last=False)
    yield tuple(f"{head} {_THE.sub('', item)} {tail}" for item in (first, *parts[1:-1], last))


def _apart(said: Sequence[str], book: Book, last: bool) -> tuple[str, str]:
    """The words beside an item that are of all items, and the item, which stands ``last`` or first: the longest that
    names a row or column, else what stands behind the last "of" or "in"."""
    for count in range(min(LONGEST, len(said)), 0, -1):
        item = said[-count:] if last else said[:count]
        if stems_of(item[0]) and _is_named(" ".join(item), book):
            return " ".join(said[:-count] if last else said[count:]), " ".join(item)
    text = " ".join(said)
    cuts = [match.end() for match in _HEAD_ENDS.finditer(text)]
    return (text[: cuts[-1]], text[cuts[-1] :]) if last and cuts else ("", text)


def _is_named(text: str, book: Book) -> bool:
    """Whether a row or column is named so, or a place is."""
    stems = stems_of(text)
    places = find_places(text)
    return bool(stems in book.items.names or (places and len(places[0].value.name.split()) == len(text.split())))


def _between(text: str) -> Ways:
    if found := _BETWEEN.search(text):
        of = (found["of"] or "").strip().removeprefix("in ").removeprefix("of ")
        yield from _both(f"{_bare(found['before'])} {of}", found)
    if found := _MORE.search(text):
        yield from _both(f"{found['unit']} {found['noun']}", found)


def _both(before: str, found: re.Match[str]) -> Ways:
    """Both things with what stands before and behind them; what one says behind its first word may be of the other
    too."""
    one, other, rest = found["one"], found["other"], found["rest"]
    ways = [(one, other)]
    ways += [(f"{one} {tail}", other) for tail in [other.partition(" ")[2]] if tail]
    ways += [(one, f"{other} {tail}") for tail in [one.partition(" ")[2]] if tail]
    yield from (tuple(f"{before} of {each} {rest}" for each in way) for way in ways)


def _shared(text: str) -> Iterator[Apart]:
    """The part and the whole."""
    for pattern in (_AS_SHARE, _SHARE_FROM, _SHARE_IN, _OWN_SHARE):
        if found := pattern.search(text):
            one, whole, rest = _bare(found["one"]), found["whole"], _IN_PERCENT.sub("", found["rest"])
            measure = _WHOLE.sub("", whole).strip()
            of_whole = whole if measure != whole or _WORLD.search(whole) else f"total {whole}"
            yield Apart("share", (f"{_unplaced(measure)} of {one} {rest}", f"{of_whole} {rest}"), one)
            return


def _margin(text: str) -> Iterator[Apart]:
    """The profit and the revenue that a margin is the one of the other of."""
    if found := _MARGIN.search(text):
        profit = found["profit"] + (" profit" if found["plain"] else "")
        rest = _IN_PERCENT.sub("", found["rest"])
        yield Apart("share", tuple(f"{_bare(found['of'])} {each} {rest}" for each in (profit, "total revenue")))


_MARGIN = re.compile(
    r"^(?P<of>.*?)\b(?P<profit>(?:adjusted |underlying )?(?:EBITD?AaL|EBITD?A?|EBIT|(?P<plain>gross|operating|net)))"
    r"(?: profit)? margin\b(?P<rest>.*)$",
    re.IGNORECASE,
)


def _unplaced(text: str) -> str:
    """A text without its places: what is measured in "EU production"."""
    for place in reversed(find_places(text)):
        text = f"{text[: place.start]} {text[place.end :]}"
    return " ".join(_WORLD.sub(" ", text).split())


def _bare(text: str) -> str:
    return _THE.sub("", _OPENS.sub("", text)).strip()
