"""Finds the part of a message that asks: without greetings, reasons for asking and thanks."""

import re

_SENTENCE = re.compile(r"(?<=[.!?;])[\"'”’)]*\s+(?=\S)|\n+")
_ABBREVIATED = re.compile(r"(?:\b(?:U\.S|U\.K|e\.g|i\.e|vs|approx|no|Inc|Ltd|Co|Corp|St|Dr|Mr|Ms|Mrs|p\.a)|\b[A-Z])\.$")
_ASKS = re.compile(
    r"\?|^\W*(?:(?:and|so|but|or|also|ok|okay|please|pls|then|now)\W+)*(?:how|what|whats|what's|which|who|whom|whose|"
    r"when|where|why|is|are|was|were|does|do|did|will|would|can|could|should|has|have|list|name|give|show|tell|compare|"
    r"explain|describe|summari[sz]e|calculate|compute|estimate|rank|plot|draw|chart|find|work out|check|enumerate"
    r"|provide)\b",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"^.*?\b(?:(?:tell|give|show|help|send) (?:me|us)|let (?:me|us) know|(?:like|want|need|love|wish|trying"
    r"|hoping) to (?:know|learn|"
    r"understand|find out|see|hear)|(?:i|we)(?: am|'m| was| are|'re| were)? (?:just )?wonder(?:ing)?|(?:i|we) wonder"
    r"|curious(?: about| to know)?|"
    r"interested (?:in (?:knowing|learning)?|to know)|(?:do|would|could) you (?:happen to )?know|any idea"
    r"|grateful (?:to know|for)|"
    r"be able to (?:say|tell)|(?<!as )(?<!since )(?<!because )(?:i|we)(?:'d| would| do)? (?:need|require)"
    r"(?:, if [^,]+,)?|(?:would|'d) (?:need"
    r"|require)(?:, if [^,]+,)?|can you (?:say|see|confirm|look up)|could you (?:say|look up"
    r"|confirm))\b[\s,:]*(?:please\b)?[\s,:]*(?:about\s+)?"
    r"(?=\S)",
    re.IGNORECASE | re.DOTALL,
)
_SUBSTANCE = re.compile(r"\w+\W+\w+|\d{4}|\b(?:cagr|players|companies|segments|regions|contact|price)\b", re.IGNORECASE)


def asks(text: str) -> list[str]:
    """The sentences of a message up to the last that asks, in order; the whole message when none does."""
    parts = [piece for part in sentences_of(text) for piece in _clauses(part)]
    parts = [part for part in parts if not _ONLY_ITS.fullmatch(part)] or parts
    last = max((at for at, part in enumerate(parts) if _ASKS.search(part)), default=None)
    if last is None:
        return [without_lead_in(" ".join(parts))]
    return [without_lead_in(part) for part in parts[: last + 1]]


def _clauses(sentence: str) -> list[str]:
    """ "Since it shrinks, how big is it?" as what is taken for granted and what is asked; "X, and who is Y?" as two."""
    premised = _PREMISED.match(sentence)
    if premised and _ASKS.search(rest := sentence[premised.end() :]):
        return [premised["premise"], *_clauses(rest)]
    sentence = _AND_ITS.sub("", sentence)
    second = _SECOND.search(sentence)
    if second and _ASKS.search(sentence[: second.start()]) and _SUBSTANCE.search(sentence[: second.start()]):
        return [sentence[: second.start()].rstrip(" ,") + "?", *_clauses(sentence[second.end() :])]
    return [sentence]


_PREMISED = re.compile(
    r"^\W*(?:so |and |but )?(?P<premise>(?:since|as|given(?: that)?|because|if|considering(?: that)?"
    r"|assuming(?: that)?)\b[^,?]+),\s*"
    r"(?=(?:how|what|which|who|where|when|why|is|are|can|could|does|do|will)\b)",
    re.IGNORECASE,
)
_SECOND = re.compile(r",?\s+and\s+(?=(?:how|what|which|who|where|when|why)\s+\w+\s+\w+)", re.IGNORECASE)
_AND_ITS = re.compile(
    r",?\s+(?:and|&)\s+(?:how (?:much|many|big|large|high|low) (?:was|is|were|are|did|does|will) (?:it|that|they|those)"
    r"(?: (?:be|cost|come to|amount to|total|make|sell))?|what (?:did|does|was|is) (?:it|that)(?: (?:cost|total))?"
    r"|how (?:much|many)|by how much"
    r"|(?:what|which) (?:was|is) (?:its|the) (?:value|amount|figure|size|number))(?=\s*[?.!]*\s*$)"
    r"|[,;]?\s+(?:please )?(?:give|state|name|tell me|include) (?:the|its|me the|me its) [a-z]+(?=\s*[?.!]*\s*$)",
    re.IGNORECASE,
)
"""Asks for the figure of what is asked for, which is said anyway: "Which event was it, and what did it cost?"."""
_ONLY_ITS = re.compile(r"\W*(?:please )?(?:give|state|tell me|include)(?: me)? (?:the|its) [a-z]+\W*", re.IGNORECASE)
_TAIL = re.compile(r",?\s+(?:as|because|since|for|so that|so)\s+(?:i|we|my|our)\b[^?]*", re.IGNORECASE)
"""Why somebody asks."""


def without_lead_in(text: str) -> str:
    """ "What it costs" of "Good morning, could you kindly tell me what it costs"."""
    lead = _LEAD_IN.match(text)
    rest = _TAIL.sub("", text[lead.end() :] if lead else text).replace("if possible, ", "")
    return rest if _SUBSTANCE.search(rest) else text


def sentences_of(text: str) -> list[str]:
    """The sentences of a message."""
    parts: list[str] = []
    for part in _SENTENCE.split(text):
        if parts and _ABBREVIATED.search(parts[-1]):
            parts[-1] = f"{parts[-1]} {part}"
        elif part and part.strip():
            parts.append(part.strip())
    return parts or [text]


def is_asked(text: str) -> bool:
    """Whether a part of a message asks for something."""
    return _ASKS.search(text) is not None
