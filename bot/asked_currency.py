"""The currency that a question wants a figure in, and whether what is proposed is in another."""

import re

from bot.evidence import Draft
from bot.question import Question

_NAMES: dict[str, frozenset[str]] = {
    "dollar": frozenset({"USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD"}),
    "euro": frozenset({"EUR"}),
    "pound": frozenset({"GBP"}),
    "sterling": frozenset({"GBP"}),
    "quid": frozenset({"GBP"}),
    "yen": frozenset({"JPY"}),
    "yuan": frozenset({"CNY"}),
    "renminbi": frozenset({"CNY"}),
    "rupee": frozenset({"INR", "PKR", "LKR"}),
    "franc": frozenset({"CHF"}),
    "krona": frozenset({"SEK"}),
    "krone": frozenset({"NOK", "DKK"}),
    "won": frozenset({"KRW"}),
}
_CODES = "USD EUR GBP JPY CNY INR CHF AUD CAD NZD SEK NOK DKK KRW".split()
_IN = re.compile(
    rf"\bin (?:us |american )?(?:(?P<name>{'|'.join(_NAMES)})s?|(?P<code>{'|'.join(_CODES)}))\b", re.IGNORECASE
)


def asked_currency(text: str) -> frozenset[str]:
    """The ISO codes of the currency that a question names behind "in"; empty where it names none."""
    match = _IN.search(text)
    if match is None:
        return frozenset()
    return _NAMES[match["name"].lower()] if match["name"] else frozenset({match["code"].upper()})


def is_in_another(proposal: Draft, question: Question) -> bool:
    """Whether a follow-up wants a currency, and no money that is cited is in it."""
    wanted = asked_currency(question.ask) if question.previous else frozenset[str]()
    money = {q.currency for each in proposal.cited for q in each.quantities if q.kind == "money"}
    return bool(wanted and money) and not wanted & money
