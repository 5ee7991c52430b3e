"""The words in which a visitor agrees that a lead is kept and passed on."""

from functools import cache
from pathlib import Path

USUAL = "en"
"""Language of who asks in one that has no wording."""


@cache
def wordings() -> dict[str, str]:
    """Every wording by its language's ISO code."""
    lines = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    return {language: text for language, _, text in (line.partition(": ") for line in lines)}


def wording(language: str) -> str:
    """The words for a language tag, "de" or "de-AT"; in English for one that has none."""
    known = wordings()
    return known.get(language.partition("-")[0].lower(), known[USUAL])


def is_wording(text: str) -> bool:
    """Whether these are words that visitors are shown."""
    return text.strip() in wordings().values()
