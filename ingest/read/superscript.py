"""Keeps raised digits apart from the number they stand behind: 4,213 with note 1 is no 42131."""

import re

_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")


def raised(text: str) -> str:
    """A text that is printed raised, its digits as raised characters; several note numbers run together."""
    if not re.fullmatch(r"[\d+\-,;\s]+", text):
        return text
    return re.sub(r"[,;\s]", "", text).translate(_RAISED)
