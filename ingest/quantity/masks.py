"""Finds the digits that are no quantities: names, dates, references, addresses, numbering."""

import re

from ingest.quantity.patterns import either

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_IDENTIFIER = either(
    """
    chapter section figure fig table exhibit appendix annex step phase type tier level class grade stage category part
    article version page nos? question scenario version model generation gen industry web euro windows iso iec en astm
    ul ip vision agenda horizon zone vol issue route fortune s&p ftse nasdaq nikkei cac dax regulation directive rule
    act form schedule title covid wi-?fi bluetooth usb hdmi office ifrs ias basel solvency scope opec expo android ios
    """
)
"""Words whose number is a name: "Chapter 3", "Type 2"."""
_AMOUNTS = r"%|percent|per\scent|million|billion|trillion|bn|mn|crore|lakh|tables?|figures?|pages?|companies"
_FEW = r"two|three|four|five|six|seven|eight|nine|ten|\d{1,2}"
_MASKS = re.compile(
    rf"""
      (?:https?://|www\.)\S+
    | [\w.+-]+@[\w-]+\.[\w.]+
    | \b(?:[\w-]+\.)+(?:com|org|net|io|gov|edu|co\.uk)\b\S*
    | (?:tel|phone|call|fax|toll[- ]free|whatsapp)[^\w\n]{{0,4}}\+?[\d][\d\s().-]{{6,}}\d
    | \+\d[\d\s().-]{{7,}}\d
    | \(\d{{3}}\)\s?\d{{3}}[-.\s]\d{{4}}
    | \b\d{{3}}[-.]\d{{3}}[-.]\d{{4}}\b
    | \b\d-\d{{3}}-\d{{3}}-\d{{4}}\b
    | \[\d{{1,3}}(?:[,–-]\s?\d{{1,3}})*\]
    | \b{MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?=,|\s|\.|$)(?!\s*(?:%|percent|per\scent))
    | \b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}\b
    | \b\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}\b(?!%)
    | \b\d{{1,2}}:\d{{2}}\b
    | \b\d{{1,2}}\s?[ap]\.m\.
    | \b\d+/\d+\b
    | \b(?!\d{{1,3}}(?:\.\d{{3}})+(?![.\d]))\d+(?:\.\d+){{2,}}\b
    | \b\d+:\d+\b
    | \b(?:19|20)\d0s\b
    | \b\d+(?:st|nd|rd|th)\b
    | \bv\d+(?:\.\d+)*\b
    | (?i:\b(?:aged?|ages)\s\d{{1,3}}(?:\s?(?:[-–]|to|and)\s?\d{{1,3}})?\b(?![.,]?\d|\s?%))
    | \b(?!percent-|\w+illion-|[bm]n-|crore-)[A-Za-z]+-\d+(?:\.\d+)*(?:-[A-Za-z0-9]+)*\b(?!%)
    | \b(?:24|12)\s?x\s?7\b
    | \b\d+\s?[x×]\s?\d+\b
    | (?i:\b(?:{_IDENTIFIER})\b)\.?[ ]?\#?\d+(?:\.\d+)*[A-Za-z]?\b(?![.,]\d|\s*(?:{_AMOUNTS}))
    | (?i:\b(?:no\.|number|rank(?:ed|s)?|spot|position|place)\s\#?\d+\b(?![.,]\d|\s*(?:%|percent|million|billion)))
    | \#\s?\d+\b
    | (?i:(?<![\d,.$€£])\b(?:one|{_FEW})\s(?:in|out\sof)\s(?:every\s)?(?:{_FEW})\b(?![,.%]?\d|\s?%))
    | (?i:\bone\s(?:[a-z-]+\s){{1,3}}(?:in|out\sof)\s(?:every\s)?(?:{_FEW})\b(?![,.%]?\d|\s?%))
    | (?i:\btop(?:\s|-)\d+\b(?!%|\s?percent))
    | ^[^\S\n]*(?:[-*•][^\S\n]+)?(?:
          \d{{1,2}}[.)](?=\s)
        | \(\d{{1,2}}\)(?=\s)
        | \d{{1,2}}(?:\.\d{{1,2}})+\.?(?=\s+(?!(?:[BMTm]illion|[Tt]housand|Crore|Lakh|Percent)\b)[A-Z][a-z]{{2,}})
        )
    """,
    re.VERBOSE | re.MULTILINE,
)
_WORD_NAMES = re.compile(
    r"\b(?:top|big|first|last|next)[ -](?:two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty)\b"
    r"(?!\s(?:percent|per\scent|million|billion|years?))",
    re.IGNORECASE,
)


def masked(text: str) -> list[tuple[int, int]]:
    """Spans of characters no quantity may be read from, in order."""
    spans = [match.span() for match in _MASKS.finditer(text)]
    return sorted(spans + [match.span() for match in _WORD_NAMES.finditer(text)])
