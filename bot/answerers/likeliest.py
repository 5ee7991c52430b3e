"""The figure that most likely is the one asked for, in the report's own sentence, when nothing else answers."""

import re

from bot.answerers.lookup import is_calculated
from bot.answerers.quote import said
from bot.conditions import unmet
from bot.evidence import Draft, Paragraph
from bot.inquest import Inquest
from bot.match import ACCEPTED
from bot.odds import Likely
from bot.retrieve import Found
from ingest.domain import Cell, Quantity, Span
from ingest.places import find_places

ENOUGH = 0.75
"""Least probability of an answer. On reports left out of the training, from here on 52% of the questions with a figure
are answered right and 1.5% wrong, and 5% of those without one get one; from 0.6 on it is 64%, 2% and 7%."""

SURE = 0.9
"""The same of a cell where the question has a word that the report never uses; chosen, not measured apart."""

LEAST = 0.4
"""Least probability of the likeliest figure itself, where others of its sentence may be meant as well."""

RATES = ("growth", "cagr")
"""Measures that a question for the change of something may find published: "how much did Acme grow?"."""


def likeliest(found: Found) -> Draft | None:
    """The report's own words for the likeliest figure."""
    if not found.likely:
        return None
    best = found.likely[0]
    published = best.quantity.measure in RATES and best.quantity.measure in ACCEPTED.get(found.question.measure, ())
    if is_calculated(found.question, found.quantities) and not published:
        return None
    if found.question.is_of_whole_market and best.quantity.place and not find_places(found.book.title):
        return None  # of a place that was not asked for
    if best.quantity.kind == "percent" and _asks_amount(found.question.ask):
        return None
    unknown = bool(found.question.unknown) and isinstance(best.quantity.source, Cell)
    if unknown and not best.quantity.subject:
        return None  # of a part that the report does not know, the whole's figure says nothing
    if _together(best, found) < (SURE if unknown else ENOUGH) or _is_of_another(best.quantity, found):
        return None
    return Draft((Paragraph((said(best.quantity, found.question, found.book),)),), answerer="likeliest")


def _together(best: Likely, found: Found) -> float:
    """The probability that its sentence answers, which is quoted whole: that of all its figures of one sort."""
    if best.probability < LEAST or not isinstance(best.quantity.quote, Span):
        return best.probability
    beside = (each for each in found.likely if each.quantity.quote == best.quantity.quote)
    return sum(each.probability for each in beside if each.quantity.kind == best.quantity.kind)


def _is_of_another(quantity: Quantity, found: Found) -> bool:
    """Whether a name or place asked for is said nowhere around it: "default rate of Acme" is not that of all, and "the
    honey market" not that of hives."""
    statement = next(each for each in found.book.statements if each.sense.quantity is quantity)
    called = _CALLED.findall(found.question.ask)
    market = [word for word in found.question.words if word.text in called]
    if not all(word.stands_in(statement.sense.everything) for word in market):
        return True
    return bool({"name", "place"} & next(unmet(Inquest(found.question, found.book), [statement])))


_CALLED = re.compile(r"\b([\w-]+) (?:market|industry|sector)\b", re.IGNORECASE)
"""What a question calls a market."""

_AMOUNT = re.compile(
    r"\bhow (?:many|expensive)\b|\b(?:in|how many) (?:dollars|euros?|pounds|rupees|yen|usd|eur|gbp|inr|jpy)\b"
    r"|\b(?:profit|earnings|price|cost|salary|wage|fee)s?\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"%|\b(?:per ?cent\w*|share|rate|ratio|margin|part|portion|proportion|fraction|slice|gr[eo]w\w*|ris\w+|rose|fall\w*"
    r"|fell|drop\w*|chang\w+|increas\w+|decreas\w+|declin\w+|rais\w+|cheaper|dearer|more|less|first|right|out of"
    r"|discount|points?)\b",
    re.IGNORECASE,
)


def _asks_amount(ask: str) -> bool:
    """Whether an amount is asked for and no part or change of one: "how many kegs did Acme sell?"."""
    return _AMOUNT.search(ask) is not None and _PART.search(ask) is None
