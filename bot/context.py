"""Says whether a drafted number stands in its sentence as its source does, beyond being the same number."""

import re
from dataclasses import dataclass, replace

from bot.dealings import dealings
from bot.direction import contradicts, moves, told
from bot.readings import sentence_spans
from bot.standing import Standing, standing
from bot.support import Setting
from ingest.domain import Quantity, Span
from ingest.words import STOPWORDS, stem, words


@dataclass(frozen=True, slots=True)
class Said:
    """A number and the text it stands in; ``others`` are those said beside it."""

    quantity: Quantity
    text: str
    others: tuple[Quantity, ...] = ()


def as_said(source: Said, drafted: Said) -> Quantity:
    """The source in the draft's way of speaking: "-3.2%" is "declined by 3.2%", a CAGR is growth "at 5% a year"."""
    quantity, said = source.quantity, drafted.quantity
    if quantity.measure != said.measure and _is_yearly_rate(source) and _is_yearly_rate(drafted):
        quantity = replace(quantity, measure=said.measure)
    if quantity.value >= 0 or said.value < 0 or not moves(quantity):
        return quantity
    if told(drafted.text, said, moving=True) != "down":
        return quantity
    return replace(quantity, value=-quantity.value, upper=-quantity.upper if quantity.upper is not None else None)


_AT = re.compile(r"\bat (?:[a-z]+ ){0,2}\Z", re.IGNORECASE)


def _is_yearly_rate(said: Said) -> bool:
    quantity, at = said.quantity, said.quantity.source
    if quantity.measure != "growth" or not isinstance(at, Span):
        return quantity.measure == "cagr"
    yearly = standing(said.text, quantity).per == stem("year")
    return yearly or bool(_AT.search(said.text[max(0, at.start - 30) : at.start]))


def context_fault(drafted: Said, source: Said, setting: Setting) -> str:
    """Why the source's own sentence does not bear out the draft's; empty when it does."""
    moving = moves(drafted.quantity) or moves(source.quantity)
    here, there = standing(drafted.text, drafted.quantity), standing(source.text, source.quantity)
    return (
        contradicts(told(drafted.text, drafted.quantity, moving), told(source.text, source.quantity, moving), moving)
        or _comparison_fault(drafted, source, here, there)
        or _step_fault(drafted.quantity, source.quantity, here, there)
        or _per_fault(drafted, source, setting)
        or _dealing_fault(drafted, source)
        or _whole_fault(source.quantity, here, there, setting)
        or _narrowing_fault(source, setting)
        or _neighbour_fault(drafted.quantity, source)
    )


def _comparison_fault(drafted: Said, source: Said, here: Standing, there: Standing) -> str:
    """ "The top three hold 46%, up from 39%": neither do they hold 39%, nor is it down from 46%."""
    if drafted.quantity.period and drafted.quantity.period == source.quantity.period:
        return ""
    if there.base and not here.base:
        return "the source only compares with it"
    compares = any(standing(source.text, other).base for other in source.others if other.kind == drafted.quantity.kind)
    return "the source compares with another number" if here.base and not there.base and compares else ""


def _step_fault(drafted: Quantity, source: Quantity, here: Standing, there: Standing) -> str:
    """ "It rose to 8%" is not "it rose by 8%", and "USD 5 billion more" is not USD 5 billion."""
    if there.known and drafted.kind in ("money", "number") and here.compared != there.compared:
        return "the source compares otherwise"
    if here.step and there.step and here.step != there.step and moves(drafted) != moves(source):
        return f"the source says {there.step}, not {here.step}"
    return "the source says where it went to" if there.step == "to" and moves(drafted) and not moves(source) else ""


def _per_fault(drafted: Said, source: Said, setting: Setting) -> str:
    here, there = standing(drafted.text, drafted.quantity), standing(source.text, source.quantity)
    if here.per == there.per:
        return ""
    if stem("year") in (here.per, there.per) and moves(source.quantity):
        period = drafted.quantity.period or source.quantity.period
        same = _is_yearly_rate(drafted) == _is_yearly_rate(source) or period is None or period.first == period.last
        return "" if same else "the source does not give it for the same time"
    labelled = not there.known and here.per in setting.cited
    return "" if not here.per or labelled else "the source does not give it per that"


def _dealing_fault(drafted: Said, source: Said) -> str:
    """Money that is a profit, a price paid or a loss must be that in the source too."""
    at = drafted.quantity.source
    if drafted.quantity.kind != "money" or not isinstance(at, Span):
        return ""
    here, there = dealings(_leading(drafted)), dealings(_leading(source))
    if here - there:
        return f"the source does not say it is {min(here - there)}"
    level = drafted.quantity.measure == "size" and source.quantity.measure == "other"
    return f"the source says it is {min(there)}" if level and there - here else ""


def _leading(said: Said) -> str:
    """The words before a number that speak of it: of its sentence, behind what another measure was said with."""
    at = said.quantity.source
    if not isinstance(at, Span):
        return said.text
    opens = next((start for start, end in sentence_spans(said.text) if start <= at.start < end), 0)
    ends = [
        other.source.end
        for other in said.others
        if isinstance(other.source, Span) and other.source.end <= at.start and other.measure != said.quantity.measure
    ]
    return said.text[max(opens, *ends) if ends else opens : at.start]


def _whole_fault(source: Quantity, here: Standing, there: Standing, setting: Setting) -> str:
    """A part must be said to be of the whole the source names, and of no other."""
    if source.kind != "percent" or moves(source):
        return ""
    said = here.part_of if here.part else setting.stems
    if not there.part_of - setting.market <= said or not there.around <= setting.places | setting.home:
        return "the source gives it as a part of something else"
    known = setting.cited if not there.known else there.part_of | _described(source) | setting.market
    return "" if here.part_of <= known else "the source does not give it as a part of that"


def _narrowing_fault(source: Said, setting: Setting) -> str:
    """What the source says behind the number to narrow it must be said too: "compared with USD 4 for dairy"."""
    at = source.quantity.source
    if not isinstance(at, Span):
        return ""
    end = source.quantity.quote.end if isinstance(source.quantity.quote, Span) else len(source.text)
    behind = _content(source.text[at.end : end])
    for name in source.quantity.subject:
        said = _content(name)
        if said and said <= behind and not said <= setting.stems and name not in setting.places | setting.home:
            return f"the source gives it for {name}"
    return ""


def _neighbour_fault(drafted: Quantity, source: Said) -> str:
    """What narrows another number of the quote must not narrow this one: revenue is not subscription revenue."""
    own = _content(" ".join((*source.quantity.subject, source.quantity.label)))
    for other in source.others:
        taken = (_content(" ".join(other.subject)) - own) & _content(" ".join(drafted.subject))
        if taken and other.kind == source.quantity.kind:
            return f"the source says {' '.join(other.subject)} of another number"
    return ""


def _described(quantity: Quantity) -> frozenset[str]:
    return _content(" ".join((*quantity.subject, quantity.label, *quantity.tags)))


def _content(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in words(text)) - STOPWORDS
