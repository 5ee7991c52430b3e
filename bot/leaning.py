"""Sentences that say half of it: those that lean on the one before, and those that only announce the next."""

import re

_LEANS = re.compile(
    r"\A\W*(?:it|its|they|them|their|this|these|those|he|she|his|her|both|another|others?|neither|such"
    r"|the (?:former|latter)"
    r"|that(?= (?:is|was|has|had|would|will|shift|change|makes?|means?|leaves?|gap|drop|fall|rise|share|figure)\b)"
    r"|the (?:reasons?|causes?|culprit|explanation)(?! (?:for|of|why|behind)\b)|instead|even so|hence|therefore|so|yet"
    r"|the second|a second|then|as a result|in consequence)\b(?!-)",
    re.IGNORECASE,
)
"""Says of something that the sentence before names."""

_ANNOUNCES = re.compile(
    r"\b(?:two|three|four|five|several|some|different) (?:\w+ )?(?:things|reasons|factors|causes|forces|ways|changes)\b"
    r"|\b(?:reasons?|causes?|explanation) (?:is|are) (?:\w+ )?(?:plain|simple|clear|obvious|known|manifold)\W*\Z"
    r"|:\W*\Z",
    re.IGNORECASE,
)

FEW = 5
"""Words of a sentence at most that only opens what the next one says: "Renovation carries the market."."""


def leans(text: str) -> bool:
    """Whether a sentence cannot be understood without the one before it."""
    return bool(_LEANS.match(text))


def announces(text: str) -> bool:
    """Whether a sentence only says that something follows."""
    return bool(_ANNOUNCES.search(text))


def is_lead_in(text: str) -> bool:
    """Whether a sentence says nothing without the list behind it: "The drivers are:"."""
    return text.rstrip().endswith(":")


def is_brief(text: str) -> bool:
    """Whether a sentence is so short that, at the head of a paragraph, the next one says what it means."""
    return len(text.split()) <= FEW
