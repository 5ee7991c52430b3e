"""What money is said to be when it is not the level of a market: bought, spent, earned, lost."""

import re

_CLASSES = {
    "a purchase": r"acqui(?:re[sd]?|ring|sitions?)|b(?:uys?|uying|ought)|purchas\w+|takeover|merge[rd]?s?",
    "a sale": r"sold|sells?|selling|divest\w*",
    "spending": r"spen[dt]\w*|pa(?:ys?|id|yments?)|expenditures?|outlays?",
    "an investment": r"invest(?:s|ed|ing|ments?)?|capex",
    "funding": r"raised|fund(?:s|ed|ing)|financ\w+|grants?",
    "profit": r"profits?|ebitda|earnings|income|margins?",
    "a loss": r"los(?:t|es|ses|s|ing|e)",
    "debt": r"debts?|loans?|liabilit\w+",
    "savings": r"sav(?:ed|es|ings?)",
}
_PATTERNS = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _CLASSES.items()}


_ANY = re.compile("|".join(pattern.pattern for pattern in _PATTERNS.values()), re.IGNORECASE)


def without_dealings(name: str) -> str:
    """A name without the verbs of dealing that a reader may have left in it: "Acme bought Bolt" names Acme and Bolt."""
    return _ANY.sub(" ", name)


def dealings(text: str) -> frozenset[str]:
    """The dealings a text names: "Acme paid USD 5 million for Bolt" is spending."""
    said = _MARKET.sub(" ", text)
    return frozenset(name for name, pattern in _PATTERNS.items() if pattern.search(said))


_MARKET = re.compile(r"(?:\b[A-Z][\w-]* (?:(?:and|of|for) )?)+(?:market|industry|sector)\b")
"""A market's name, which says nothing of money: "the Embedded Finance market"."""
