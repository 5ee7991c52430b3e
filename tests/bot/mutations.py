"""Makes false sentences of true ones: one digit, unit, currency, place, direction or subject is another."""

import re
import unicodedata
from collections.abc import Iterator

_SWAPS: dict[str, tuple[str, ...]] = {
    "million": ("billion", "trillion", "crore"),
    "billion": ("million", "trillion", "lakh"),
    "crore": ("lakh", "million", "billion"),
    "trillion": ("billion", "million"),
    "USD": ("EUR", "INR", "GBP"),
    "EUR": ("USD", "GBP"),
    "INR": ("USD", "EUR"),
    "$": ("€", "£"),
    "€": ("$", "£"),
    "%": (" percentage points", " basis points", "x"),
    "percentage points": ("%", "basis points"),
    "basis points": ("%", "percentage points"),
    "tonnes": ("kilograms", "units"),
    "units": ("tonnes", "barrels"),
    "FY24": ("2024", "FY25", "Q1 2024"),
    "Q3": ("Q1", "H1"),
    "North America": ("Europe", "Japan"),
    "Germany": ("France", "Brazil"),
    "Europe": ("Asia-Pacific", "Canada"),
    "India": ("China", "Nigeria"),
    "rose": ("fell", "declined"),
    "declined": ("grew", "rose"),
    "fall": ("rise", "grow"),
    "Hospitals": ("Clinics", "Schools"),
    "hospitals": ("clinics", "schools"),
    "residential": ("industrial", "commercial"),
}


def digits_changed(sentence: str) -> Iterator[str]:
    """The sentence with one digit another, for each digit and each other digit; a leading zero is no number."""
    for match in re.finditer(r"\d", sentence):
        at = match.start()
        leads = not (at and (sentence[at - 1].isdigit() or sentence[at - 1] in ".,"))
        for digit in "0123456789":
            if digit != str(unicodedata.decimal(match[0])) and not (leads and digit == "0"):
                yield sentence[:at] + digit + sentence[at + 1 :]


def words_changed(sentence: str) -> Iterator[str]:
    """The sentence with one unit, scale, currency, period, place, direction or subject another."""
    for word, others in _SWAPS.items():
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", sentence):
            for other in others:
                yield sentence[: match.start()] + other + sentence[match.end() :]


def mutations(sentence: str) -> list[str]:
    """Every such change of a sentence."""
    return list(dict.fromkeys((*digits_changed(sentence), *words_changed(sentence))))
