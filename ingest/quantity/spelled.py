"""Reads numbers written as words: "five countries", "two million", "ten percent"."""

import re
from decimal import Decimal

_UNITS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {word: number for number, word in enumerate(_UNITS, 1)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_NINE = "|".join(_UNITS[:9])
SPELLED = re.compile(
    rf"(?<![\w-])(?:(?P<tens>{'|'.join(_TENS)})(?:[ -](?P<ones>{_NINE}))?|(?P<single>{'|'.join(reversed(_UNITS))}))"
    r"(?![\w]|[-\s](?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|half|hundredth|fold)s?\b)",
    re.IGNORECASE,
)


def spelled_value(match: re.Match[str]) -> Decimal:
    """The value of a match of ``SPELLED``."""
    if match["single"]:
        return Decimal(_VALUES[match["single"].lower()])
    return Decimal(_VALUES[match["tens"].lower()] + (_VALUES[match["ones"].lower()] if match["ones"] else 0))
