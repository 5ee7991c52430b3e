"""Whether sentences are of the sort that is asked for: who asks for advice wants some, and why a deal was made, a
reason or a purpose."""

import re
from collections.abc import Iterable

from bot.causes import CAUSE
from bot.market_topics import ADVICE

_WHY_DEAL = re.compile(
    r"\b(?:why|how come|what made|for what reason)\b.{0,60}?\b(?:b(?:uy|ought)|acquir\w+|tak(?:e|en) over|took over"
    r"|merg\w+|s(?:ell|old)|rais(?:e|ed|ing) (?:money|funds?|capital|cash|EUR|USD|GBP|[$€£\d])|w[io]n|chos\w+|choose"
    r"|pick(?:ed)?|sign(?:ed)?|invest(?:ed)?|la(?:y|id) off|open(?:ed)?|launch(?:ed)?|clos(?:e|ed)|cancel\w*"
    r"|recall(?:ed)?|hir(?:e|ed)|partner(?:ed)?|list(?:ed)?)\b",
    re.IGNORECASE,
)
"""Asks why somebody made a deal, opened or closed something."""

_REASONED = re.compile(
    r"\b(?:because|as|so|since|after|where|hence|thus|therefore|when|mean(?:s|t)?|ma(?:de|kes?|king)|lack\w*|shortage\w*"
    r"|reasons?|caused?|causes|blam\w+|due|owing|thanks|need\w*|forc\w+|help\w*|lift\w*|gain\w*|add(?:s|ed|ing)"
    r"|in order)\b|\b(?:to|for) (?!(?:the|an?|its|their)\b|\w{3} \d)[a-z]{2,}|(?<!\d): ",
    re.IGNORECASE,
)
"""Says why or what for, if only in passing: "raised EUR 18 million to enter Germany"."""


def is_unadvised(ask: str, told: Iterable[tuple[tuple[str, ...], str]]) -> bool:
    """Whether advice is asked for, and none of the sentences, each with its headings, gives any."""
    if not ADVICE.asked.search(ask):
        return False
    return not any(ADVICE.said.search(text) or _is_advice(heading) for heading, text in told)


def is_unreasoned(ask: str, told: Iterable[str]) -> bool:
    """Whether it is asked why a deal was made, and the sentences only say that it was."""
    return bool(_WHY_DEAL.search(ask)) and not any(_gives_reason(_LED.sub("", text)) for text in told)


def _gives_reason(text: str) -> bool:
    return bool(CAUSE.search(text) or _REASONED.search(text))


_LED = re.compile(r"\bled by\b")
"""Says of a round of funding whose it was."""


def _is_advice(heading: tuple[str, ...]) -> bool:
    return any(ADVICE.headed.search(title) for title in heading)
