"""How reports say why."""

import re

_NO_TIME = (
    r"(?! (?:(?:19|20)\d\d|the|then|last|its|early|mid|late|january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\b)"
)
CAUSE = re.compile(
    rf"\b(?:because|since{_NO_TIME}|owing to|due to|thanks to|driven by|led by|fuel(?:l)?ed by|supported by|helped by"
    r"|boosted by|held back by|hampered by|on account of|on the back of|as a result of|result(?:s|ed|ing) from"
    r"|caused by|attribut\w+ to|explained by|on the strength of|reflect(?:s|ing|ed)|reasons? (?:is|are|for)|that is why"
    r"|which is why|stems? from)\b|, (?:as|for) (?!well\b|of\b|the (?:first|second|third)\b|a whole\b|against\b)",
    re.IGNORECASE,
)
"""Says why."""
