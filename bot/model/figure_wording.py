"""Whether the words beside figures say of them what the source says: expected or come, moved or stood, whose they are.

Verification reads each figure's unit, time, place and subject; this reads what it may miss in a sentence of many.
"""

import re
from collections.abc import Sequence

from bot.cited import occurs
from bot.evidence import Evidence
from bot.measuring import MOVES
from bot.model.tokens import Token, tokens_of, turned
from bot.model.worded import OTHERWISE, Wording, unended
from bot.model.wording import PLAIN, ROLES, UNSURE, WITH_FIGURES
from bot.readings import folded
from ingest.domain import Quantity
from ingest.words import Word, words


def figure_wording_fault(wording: Wording) -> str:
    """Why the words of a sentence with figures may not be shown; empty when they may."""
    return _unsure_fault(wording) or _move_fault(wording) or _crowd_fault(wording) or _order_fault(wording)


def _unsure_fault(wording: Wording) -> str:
    """What the report expects is not said as if it had come."""
    spelled = {word.text.casefold() for word in words(wording.text)}
    times = {q.period for q in wording.quantities}
    if spelled & UNSURE:
        return ""
    is_expected = any(q.forecast and (q.period is None or times & {q.period, None}) for q in wording.told)
    return (
        "the report only expects it: say so" if is_expected or any(_is_hedged(q, wording) for q in wording.told) else ""
    )


def _move_fault(wording: Wording) -> str:
    """By how much something moved is not said as what it stood at, nor a level as a move."""
    if any(quantity.measure in MOVES for quantity in wording.quantities) or _MOVING.search(wording.text):
        return ""
    told = [q for q in wording.told if q.measure in MOVES]
    saying = [unit for unit in wording.units if any(occurs(q.text, unit) for q in told)]
    return "it is a growth or a change: say so" if told and all(map(_MOVING.search, saying)) else ""


_MOVING = re.compile(
    r"\b(?:gr[eo]w\w*|ris(?:e[sn]?|ing)|rose|increas\w+|expan\w+|gain\w*|climb\w*|add(?:s|ed)?|jump\w*|surg\w+|declin\w+"
    r"|f[ae]ll\w*|drop\w*|decreas\w+|shr[aiu]nk\w*|contract\w+|los[et]\w*|slump\w*|change[sd]?|CAGR|rate|up|down|more|less"
    r"|higher|lower|faster|slower|fastest|slowest)\b",
    re.IGNORECASE,
)
"""Words that say that something moved, or how fast."""


def _is_hedged(quantity: Quantity, wording: Wording) -> bool:
    """Whether every sentence that tells a figure says, behind the figure before it, that it is not sure."""
    telling = [unit for unit in wording.units if occurs(quantity.text, unit)]
    before = (re.split(r"\d%?(?= )", unit[: folded(unit).find(folded(quantity.text))])[-1] for unit in telling)
    return bool(telling) and all({word.text.casefold() for word in words(text)} & UNSURE for text in before)


def _order_fault(wording: Wording) -> str:
    """A few words stand as well in another order; many say something else in it, and so do other years in all its
    words."""
    masked = _masked(wording.text)
    if any(_masked(unit) == masked for unit in wording.units):
        return "a number or a year in it is another than in what it cites"
    said = _beside_figures(wording.text, wording.titles)
    if len(said) <= FEW:
        return ""
    of_units = [_beside_figures(unit, wording.titles) for unit in wording.units]
    in_order = any(_is_part(said, way) for unit in of_units for way in (unit, *turned(unit)))
    return "" if in_order else OTHERWISE


FEW = 4
"""Words beside figures that may stand in any order."""


def _masked(text: str) -> str:
    return re.sub(r"\d", "0", unended(text))


def _beside_figures(text: str, titles: frozenset[str]) -> list[Token]:
    """The words of a sentence that neither tell figures nor name its report."""
    tokens = (token for token in tokens_of(text) if token.forms and not token.forms & (WITH_FIGURES | titles))
    return [token for token in tokens if token.spelled not in ROLES and not any(map(str.isdigit, token.spelled))]


def _is_part(said: Sequence[Token], unit: Sequence[Token]) -> bool:
    """Whether words stand in a unit in this order, with others between them."""
    rest = iter(unit)
    return all(any(token.forms & other.forms for other in rest) for token in said)


def _crowd_fault(wording: Wording) -> str:
    """Where names stand beside a figure that is of another, each figure must stand by its name as in the source."""
    named = frozenset[str]().union(*map(_scope, wording.sources))
    named |= frozenset(word.stem for unit in wording.units for word in _capitals(unit))
    named -= PLAIN | WITH_FIGURES | wording.titles
    sequence = _anchors(wording.text, named)
    own = [_scope(q) for q in wording.told]
    names = {anchor for anchor in sequence if not anchor[:1].isdigit()}
    if not names or (len(wording.quantities) == 1 and any(names <= each for each in own)):
        return ""
    if _is_woven(sequence, [_anchors(unit, named) for unit in wording.units]):
        return ""
    return "its names and figures stand otherwise than in what it cites: put each figure with its own name, in order"


def _scope(quantity: Quantity) -> frozenset[str]:
    """The stems of what a figure is of, and where."""
    return frozenset(word.stem for part in (*quantity.subject, quantity.place or "") for word in words(part))


def names_in(text: str, evidence: Sequence[Evidence]) -> frozenset[str]:
    """The stems of a sentence that name what its figures are of, and of what it writes with a capital."""
    named = frozenset[str]().union(*(_scope(q) for item in evidence for q in item.quantities))
    capitals = {word.stem for word in _capitals(text)}
    return frozenset(word.stem for word in words(text) if word.stem in named or word.stem in capitals)


def _capitals(unit: str) -> list[Word]:
    return [word for at, word in enumerate(words(unit)) if at and word.text[0].isupper() and word.text.isalpha()]


def _anchors(text: str, named: frozenset[str]) -> list[str]:
    """The names and numbers of a text in order; years are no figures."""
    anchors = [
        word.stem.rstrip("0").rstrip(".") if "." in word.stem and word.text[0].isdigit() else word.stem
        for word in words(text)
        if word.stem in named or (word.text[0].isdigit() and not re.fullmatch(r"(?:19|20)\d\d", word.text))
    ]
    return [anchor for at, anchor in enumerate(anchors) if at == 0 or anchors[at - 1] != anchor]


def _is_woven(sequence: Sequence[str], units: Sequence[Sequence[str]]) -> bool:
    """Whether a sequence is made of runs that each stand in one unit in this order, with a figure and, where the unit
    has names, a name."""
    reached = {0}
    for end in range(1, len(sequence) + 1):
        runs = (sequence[start:end] for start in reached)
        if any(_is_whole_run(run, unit) for run in runs for unit in units):
            reached.add(end)
    return len(sequence) in reached


def _is_whole_run(run: Sequence[str], unit: Sequence[str]) -> bool:
    has_figure = any(anchor[0].isdigit() for anchor in run)
    has_name = any(not anchor[0].isdigit() for anchor in run) or all(anchor[0].isdigit() for anchor in unit)
    rest = iter(unit)
    return has_figure and has_name and all(anchor in rest for anchor in run)
