"""Rewrites how units are spelled into one spelling: "en millions d’euros", "M€", "Mio. Fr.", "$000s", "10³ t".

Reports write scales and currencies in their own language and by many short forms; what reads units knows the English
words and the codes only.
"""

import re
from functools import lru_cache

_SIGNS = {"€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "$": "$", "US$": "US$", "HK$": "HK$", "S$": "S$"} | {
    "A$": "A$", "C$": "C$", "NT$": "NT$", "R$": "R$"
}  # fmt: skip
_CODES = "EUR|USD|GBP|CHF|SEK|NOK|DKK|JPY|CAD|AUD|INR|PLN|CZK|HUF|CNY|RMB|HKD|SGD|BRL|ZAR|KRW"
CURRENCY = rf"(?:{'|'.join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))}|{_CODES})"
"""A currency, by its sign or its code."""

_SHORT = {
    "k": "thousand", "t": "thousand", "m": "million", "mn": "million", "mm": "million", "mio": "million",
    "bn": "billion", "b": "billion", "md": "billion", "mrd": "billion", "tn": "trillion",
}  # fmt: skip
_WORDS = {
    "thousand": r"milliers?|tausend|tsd\.?|miles(?=\s+de\b)|migliaia|milhares|duizend(?:en)?|tusen|tuhat",
    "million": r"mio\.?|mill\.|millionen|millones|milioni|milhões|milhão|miljoen(?:en)?|miljoner|millioner|millón",
    "billion": r"mrd\.?|mld\.?|milliarden?|milliards?|miliardi|miljard(?:en)?|miljarder|milliarder|bilhões|bilhão",
}
_NAMES = {
    "units": r"Stück|Stk\.?|unités|unidades|stuks",
    "EUR": r"d['’]euros?",
    "CHF": r"(?:Schweizer )?Franken|francs suisses|Swiss francs|Fr\.(?=\s|$|[,;)])",
    "BRL": r"(?:Brazilian )?reais",
    "KRW": r"(?:South )?Korean won",
    "USD": r"U\.?S\.? dollars?|United States dollars?|American dollars?",
    "CAD": r"Canadian dollars?|C(?:dn|AD) dollars?",
    "AUD": r"Australian dollars?",
    "NZD": r"New Zealand dollars?|NZ dollars?",
    "GBP": r"pounds? sterling|British pounds?",
    "JPY": r"Japanese yen",
    "SGD": r"Singapore dollars",
    "HKD": r"Hong Kong dollars",
    "TWD": r"New Taiwan dollars",
    "SEK": r"Swedish kron(?:or|a)|svenska kronor",
    "NOK": r"Norwegian kron(?:er|e)|norske kroner",
    "DKK": r"Danish kron(?:er|e)|danske kroner",
    "INR": r"Rs\.?(?=\s?(?:in\s)?(?:lakhs?|crores?|cr\b|million|billion|thousand|'000))",
}

_MONEY_WORD = r"(?:yen|won|yuan|RMB|renminbi|JPY|KRW|CNY|TWD|NT\$|dollars?|rupees?|baht|pesos?)"
_HUNDRED = re.compile(
    rf"(?<![\d.,])(?:100[ -]?million|hundred[ -]millions?|100 ?mn)\s+(?:of )?(?={_MONEY_WORD}\b)", re.IGNORECASE
)
_MYRIAD = re.compile(
    rf"(?<![\d.,])(?:10,000|10[ -]thousand|ten[ -]thousands?)\s+(?:of )?(?={_MONEY_WORD}\b)", re.IGNORECASE
)
"""The scales in which East Asia counts: "100 million yen", "10,000 yuan"."""

_BEFORE = re.compile(rf"(?<![A-Za-z])(?P<short>[kKmMTB]|Md|Mrd\.?|Mio\.?|[MB]n)\s?(?P<money>{CURRENCY})(?![A-Za-z])")
_BEHIND = re.compile(rf"(?<![A-Za-z])(?P<money>{CURRENCY})(?P<short>[kKMB]|mn|Mn|bn|Bn|mm|m|b|tn)(?![A-Za-z])(?!\s?\d)")
_ZEROS = re.compile(rf"(?<![A-Za-z])(?P<money>{CURRENCY})\s?['’]?000(?:['’]?s)?(?!\d)")
_PEOPLE = (
    r"customers|users|members|subscri(?:bers|ptions)|passengers|visitors|guests|people|persons|households|accounts"
    r"|downloads|transactions|orders|deliveries|units|tests|viewers|listeners|vehicles|cards"
)
_MILLIONS = re.compile(
    rf"(?P<what>(?<!\w)(?:{_PEOPLE}) )\((?:mn?|mln)\)"
    rf"|\((?:mn?|mln)(?P<of>\s(?:sq\.? ?ft|square feet|tonnes|{_PEOPLE})\))",
    re.IGNORECASE,
)
"""Millions of what is counted, and no metres: "Active customers (m)", "Trading space (m sq ft)"."""
_TIMES = re.compile(rf"(?<![A-Za-z])x\s(?P<money>{CURRENCY})\s1(?:[.,]000(?P<more>[.,]000)?|\s(?P<word>\w+))", re.I)
_POWER = re.compile(r"(?<![\d.,])10(?:\^|(?=[³⁶⁹]))(?P<power>[369³⁶⁹])(?![\d.,])")
_BARE_ZEROS = re.compile(r"(?<![\d.,'’])(?<!\d\s)['’]?000s?(?=\s+[A-Za-z]|\s*(?:$|[),;]))")
_BLANK = r"\s\u00a0\u2009\u202f"
_THOUSAND = re.compile(rf"(?<![\d.,'’])(?<!\d\s)1[.,'’{_BLANK}]?000(?![\d]|[.,{_BLANK}]\d|\s*(?:to|and|[-–—])\s*\d)")
_BOUND = re.compile(r"(?:\b(?:over|above|under|below|up to|than|least|most|about|to|of)|[<>≥≤~–—-])\s*$", re.IGNORECASE)
"""Before a number that bounds something: "firms with over 1,000 employees"."""
_SCALES = [(english, re.compile(rf"(?<![\w.])(?:{words})(?!\w)", re.IGNORECASE)) for english, words in _WORDS.items()]
_MONEY = [(code, re.compile(rf"(?<!\w)(?:{words})(?!\w)")) for code, words in _NAMES.items()]
_SCALE = r"thousands?|millions?|billions?|trillions?"
_OF = re.compile(rf"(?<!\w)(?P<scale>{_SCALE})\s+(?:de|di|des|da|van|von)\s+", re.IGNORECASE)
_IN = re.compile(rf"(?<!\w)(?:en|em|i)\s+(?=(?:{_SCALE}|{_CODES}|euros?)\b)", re.IGNORECASE)
_SAID = re.compile(r"^(\W*)(?:Angaben|Beträge|importi|valores|montants|chiffres|cifras|datos|dati)\s+(?=in\b)", re.I)
_POWERS = {"3": "thousand", "6": "million", "9": "billion", "³": "thousand", "⁶": "million", "⁹": "billion"}
_TENS_ONLY = frozenset({"EUR", "CHF", "€"})
"""Currencies before which a "T" is a thousand: "TEUR"; "TUSD" is no spelling in use."""


@lru_cache(maxsize=16384)
def spelled_out(text: str) -> str:
    """A text with its scales and currencies spelled "EUR million", "in thousands of euros"; the rest as it is."""
    text = _MYRIAD.sub("ten-thousand ", _HUNDRED.sub("hundred-million ", text))
    text = _MILLIONS.sub(lambda match: f"{match['what'] or ''}(million{match['of'] or ')'}", text)
    text = _POWER.sub(lambda match: f"{_POWERS[match['power']]} ", text)
    text = _TIMES.sub(_times, text)
    text = _ZEROS.sub(r"\g<money> thousand", text)
    text = _BARE_ZEROS.sub("thousand", _THOUSAND.sub(_thousand, text))
    text = _BEFORE.sub(lambda match: _short(match, text), text)
    text = _BEHIND.sub(lambda match: f"{match['money']} {_SHORT[match['short'].lower()]}", text)
    for code, name in _MONEY:
        text = name.sub(code, text)
    for english, words in _SCALES:
        text = words.sub(english, text)
    text = _IN.sub("in ", _OF.sub(r"\g<scale> of ", text))
    return re.sub(r" {2,}", " ", _SAID.sub(r"\1", text))


def _short(match: re.Match[str], text: str) -> str:
    short = match["short"].rstrip(".").lower()
    if short == "t" and match["money"] not in _TENS_ONLY:
        return match[0]
    return f"{match['money']} {_SHORT[short]}"


def _thousand(match: re.Match[str]) -> str:
    return match[0] if _BOUND.search(match.string[: match.start()]) else "thousand"


def _times(match: re.Match[str]) -> str:
    if match["word"]:
        return f"{match['money']} {match['word']}"
    return f"{match['money']} {'million' if match['more'] else 'thousand'}"
