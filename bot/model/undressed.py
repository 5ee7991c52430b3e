"""Takes off a sentence what models put around it: marks of lists and citations, emphasis, openings that say nothing."""

import re

from bot.model.faithful import LEAD_IN
from bot.model.reply import ProposedSentence
from bot.phrase import capitalised
from bot.readings import cleaned

_LISTED = re.compile(r"^(?:[-*•–]\s+|\d{1,2}[.)]\s+)?(?:\[[^\[\]\d][^\[\]]*\]\s+)?(?=\S)")
"""A mark of a list, and the heading that stands before a piece of evidence."""

_CITED = re.compile(r"\s*(?:\[(?:evidence )?|\(evidence )(\d{1,2}(?:, ?\d{1,2}|,? and \d{1,2})*)[\])]", re.IGNORECASE)
"""Evidence named in a sentence: the page has its own marks."""

_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_OPEN_ENDED = re.compile(r"[^\W_]['’”\")%]*$")


def undressed(proposed: ProposedSentence) -> ProposedSentence:
    """Cleaned, and without what the page has in its own way. Numbers of evidence that stand in a sentence which names
    none beside it are its evidence."""
    text = _EMPHASIS.sub(r"\2", cleaned(proposed.text))
    text = _LISTED.sub("", text, count=1)
    numbers = tuple(int(number) for found in _CITED.findall(text) for number in re.findall(r"\d+", found))
    text = _CITED.sub("", text).strip()
    if lead_in := LEAD_IN.match(text):
        text = capitalised(text[lead_in.end() :])
    if _OPEN_ENDED.search(text):
        text += "."
    return proposed.model_copy(update={"text": text, "evidence": proposed.evidence or numbers})
