"""Keeps raised digits apart from the number they stand behind: 4,213 with note 1 is no 42131."""

import re

from ingest.raised import LETTERS

_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")


def raised(text: str) -> str:
    """A text that is printed raised, its digits as raised characters; several note numbers run together. A letter that
    marks a note is raised too; E, F and P mark estimates."""
    if text.strip() in LETTERS:
        return LETTERS[text.strip()]
    if not re.fullmatch(r"[\d+\-,;\s]+", text):
        return text
    return re.sub(r"[,;\s]", "", text).translate(_RAISED)
