"""Doubts what a rule chose: the rules go by the ledger's few fields, the odds by all that is said around a figure."""

import re

from bot.evidence import Draft
from bot.odds import printed_alike
from bot.question import Question
from bot.retrieve import Found

LEAST = 0.5
"""Probability that the figures cited must have together. Of 1,852 questions on reports that nothing was fitted to, this
and a likeliest figure's least probability raised from 0.7 to 0.8 left 84 answers with a wrong figure instead of 113,
and 1,215 right ones instead of 1,218; lookups of a time asked for are not read closer since."""

RULES = frozenset({"lookup", "quote"})
"""Answerers that choose one published figure by rules."""


def is_doubted(proposal: Draft, found: Found) -> bool:
    """Whether the figures that a rule chose were read closer, and are hardly the ones asked for."""
    if proposal.answerer not in RULES or _is_named(proposal, found.question):
        return False
    cited = {printed_alike(quantity) for evidence in proposal.cited for quantity in evidence.quantities}
    chances = [each.probability for each in found.likely if printed_alike(each.quantity) in cited]
    return bool(chances) and sum(chances) < LEAST


def _is_named(proposal: Draft, question: Question) -> bool:
    """Whether the market's own compound rate was looked up by its name: nothing else is called so."""
    is_rate = question.measure == "cagr" or _BARE_RATE.match(question.ask)
    return proposal.answerer == "lookup" and bool(is_rate) and question.is_of_whole_market


_BARE_RATE = re.compile(
    r"\W*(?:(?:and|so|please|what(?:'s| is| was| will be)?|tell me|the|its|expected|forecast(?:ed)?|projected"
    r"|annual|overall|market|industry)\W+)*(?:growth rate|rate of growth|growth)"
    r"(?: (?:of|for) (?:the|this) (?:market|industry))?\W*$",
    re.IGNORECASE,
)
"""Asks for a rate and says nothing of what: it is the market's."""
