"""Currencies, scales and units as the trade writes them."""

import re
from decimal import Decimal

_CODES = """
USD EUR GBP INR JPY CNY RMB AUD CAD CHF SEK NOK DKK PLN CZK HUF RUB TRY AED SAR QAR KWD BHD OMR ZAR NGN KES EGP BRL MXN
ARS CLP COP KRW TWD HKD SGD THB VND IDR MYR PHP PKR BDT LKR NZD ILS UAH RON BGN MAD GHS
"""
_ANY_CASE = "USD EUR GBP INR JPY CNY RMB AUD CAD CHF"

_SYMBOLS = {
    "US$": "USD", "U.S.$": "USD", "US $": "USD", "U.S. $": "USD", "USD$": "USD", "USD $": "USD", "$US": "USD",
    "$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "SG$": "SGD", "NT$": "TWD", "R$": "BRL", "MX$": "MXN", "€": "EUR", "£": "GBP", "CN¥": "CNY",
    "RMB¥": "CNY", "¥": "JPY", "￥": "JPY", "₹": "INR", "Rs.": "INR", "Rs": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY",
    "₫": "VND", "₱": "PHP", "₦": "NGN", "₪": "ILS", "₴": "UAH", "฿": "THB", "RM": "MYR", "Rp": "IDR", "zł": "PLN",
}  # fmt: skip
DOLLARS = {
    r"u\.?s\.?": "USD", "american": "USD", "united states": "USD", "australian": "AUD", "canadian": "CAD",
    "singapore": "SGD", "hong kong": "HKD", "new zealand": "NZD", r"(?:new )?taiwan(?:ese)?": "TWD",
}  # fmt: skip
"""Whose dollars, as patterns, and their codes."""
_NAMES = {rf"{nation} ?dollars?": code for nation, code in DOLLARS.items()} | {
    r"dollars?": "USD", r"euros?": "EUR", r"pounds? sterling": "GBP",
    r"british pounds?": "GBP", r"(?:japanese )?yen": "JPY", r"(?:chinese )?yuan": "CNY", r"renminbi": "CNY",
    r"(?:indian )?rupees?": "INR", r"(?:south )?korean won": "KRW", r"swiss francs?": "CHF",
}  # fmt: skip

_EXACT = {code: "CNY" if code == "RMB" else code for code in _CODES.split()} | _SYMBOLS
_LOWER = {code.lower(): _EXACT[code] for code in _ANY_CASE.split()}


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s?") for word in sorted(words, key=len, reverse=True))


_BEFORE = re.compile(
    rf"(?:(?<![A-Za-z0-9.])(?P<exact>{_either(list(_EXACT))})|(?<![A-Za-z0-9])(?P<code>(?i:{_either(list(_LOWER))})))"
    r"[^\S\n]{0,2}\Z"
)
_AFTER = re.compile(
    rf"[^\S\n]{{0,2}}(?:(?P<exact>{_either(list(_EXACT))})(?![A-Za-z0-9])"
    rf"|(?P<code>(?i:{_either(list(_LOWER))}))(?![A-Za-z0-9])"
    rf"|(?P<name>(?i:{'|'.join(_NAMES)}))(?![A-Za-z]))"
)
_SIGNS = _either([symbol for symbol in _SYMBOLS if not symbol[-1].isalpha()])
CURRENCY = re.compile(
    rf"(?<![A-Za-z])(?:(?:{_either(list(_EXACT))}|(?i:{_either(list(_LOWER))}))(?![A-Za-z])"
    rf"|(?:{_SIGNS})(?=(?i:bn|mn|mm|m|b|k|million|billion|trillion)\b))"
)
"""A currency's code or symbol anywhere."""
_NAMED = [(re.compile(rf"(?:{pattern})\Z", re.IGNORECASE), code) for pattern, code in _NAMES.items()]


def currency_before(text: str, start: int) -> tuple[str, int] | None:
    """The currency that stands right before ``start``, and where it starts."""
    offset = max(0, start - 10)
    match = _BEFORE.search(text[offset:start])
    if not match:
        return None
    return _code(match), offset + match.start()


def currency_after(text: str, end: int) -> tuple[str, int] | None:
    """The currency that stands right behind ``end``, and where it ends."""
    match = _AFTER.match(text, end)
    if not match:
        return None
    name = match["name"]
    code = next(code for pattern, code in _NAMED if pattern.match(name)) if name else _code(match)
    return code, match.end()


def currency_of(text: str) -> str | None:
    """The code of a currency symbol or code such as ``CURRENCY`` finds."""
    return _EXACT.get(text) or _LOWER.get(text.lower()) or _EXACT.get(text.replace(" ", ""))


def _code(match: re.Match[str]) -> str:
    printed = match["exact"]
    if printed is None:
        return _LOWER[match["code"].lower()]
    return _EXACT.get(printed) or _EXACT[re.sub(r"\s", "", printed)]


_SCALES = {
    "hundred million": 10**8, "hundred-million": 10**8, "ten-thousand": 10**4, "hundred": 10**2,
    "thousand": 10**3, "thousands": 10**3, "k": 10**3, "lakh": 10**5, "lakhs": 10**5, "lac": 10**5,
    "lacs": 10**5, "million": 10**6, "millions": 10**6, "mn": 10**6, "mln": 10**6, "mil": 10**6, "mio": 10**6,
    "mm": 10**6, "m": 10**6, "crore": 10**7, "crores": 10**7, "cr": 10**7, "billion": 10**9, "billions": 10**9,
    "bn": 10**9, "bln": 10**9, "bil": 10**9, "mrd": 10**9, "b": 10**9, "trillion": 10**12, "trillions": 10**12,
    "tn": 10**12, "trn": 10**12, "t": 10**12, "millionen": 10**6, "millones": 10**6, "milhões": 10**6, "milioni": 10**6,
    "milliards": 10**9, "milliard": 10**9, "milliarden": 10**9, "bilhões": 10**9, "miliardi": 10**9, "mld": 10**9,
}  # fmt: skip
SCALE_WORD = (
    r"hundred[ -]million|ten-thousand"
    r"|hundred|thousands?|lakhs?|lacs?|millions?|mn|mln|mio|crores?|billions?|bn|bln|mrd|trillions?|trn|tn|mld|millionen"
    r"|millones|milhões|milioni|milliard(?:s|en)?|bilhões|miliardi"
)
_SCALE = re.compile(rf"(?:[^\S\n]{{0,2}}|\n|-)(?P<word>(?i:{SCALE_WORD}))(?P<dot>\.(?=[\s,;)]))?(?![A-Za-z])")
_MONEY_SCALE = re.compile(
    r"[^\S\n]{0,2}(?P<word>(?i:k|mm|m|mil|b|bil|t|cr))(?P<dot>\.(?=[^\S\n][a-z]))?(?![A-Za-z0-9])"
)
_BARE_SCALE = re.compile(r"(?P<word>[KMB])(?=[^\S\n]+[a-z])|(?P<small>[km])(?=[^\S\n]+[a-z]{3,}s\b)")
"""A scale's letter hung on its number: "31.9M users", "31.9m users"."""
_FAKE_BARE = re.compile(r"(?:2K|3M|4K|8K)\Z")


def scale_after(text: str, end: int, money: bool, start: int = 0) -> tuple[Decimal, int] | None:
    """The scale right behind a number that ends at ``end`` and where it ends; "m" and "b" only count for money."""
    match = _SCALE.match(text, end)
    if not match and money:
        match = _MONEY_SCALE.match(text, end)
    if not match and not _FAKE_BARE.match(text[start : end + 1]):
        match = _BARE_SCALE.match(text, end)
    if not match:
        return None
    group = "word" if match["word"] else "small"
    return Decimal(_SCALES[match[group].lower()]), match.end(group)


def scale_named(word: str) -> Decimal | None:
    """The scale a word or letter stands for, 10**9 for "Bn."."""
    found = _SCALES.get(word.lower().rstrip("."))
    return None if found is None else Decimal(found)


_SYMBOL_UNITS = """
kg|g|mg|kt|Mt|Mtpa|lbs?|L|mL|ml|hl|hL|km|km²|km2|cm|mm|nm|MW|GW|kW|TW|MWh|GWh|kWh|TWh|MWp|GWp|m²|m2|m³|m3|sqm|
sq\\.?\\ ?ft|sq\\.?\\ ?km|sq\\.?\\ ?m|bbl|boe|bcm|bcf|°C|°F|Hz|kHz|MHz|GHz|Gbps|Mbps|TB|GB|PB|EB|ZB|MB|dB|TEUs?|bpd|
ha|MTPA|MMT|MT|mAh|hp|oz|koz|Moz|g/t|kg/t|ktpa|kboe|mmboe|MMboe|boepd|kboepd|Mlbs?|CO2e?|tCO2e?|ktCO2e?|MtCO2e?
"""
_WORD_UNITS = """
metric\\ tons|metric\\ tonnes|short\\ tons|long\\ tons|kilo\\ ?tons?|kilotonnes|tonnes?|tons?|kilograms?|grams?|pounds?|
ounces?|litres?|liters?|kilolitres|hectolitres|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|megawatts?|gigawatts?|kilowatts?|
megawatt-hours?|gigawatt-hours?|kilowatt-hours?|square\\ (?:feet|foot|met(?:re|er)s?|kilomet(?:re|er)s|miles?)|
cubic\\ (?:feet|met(?:re|er)s?)|hectares?|acres?|bushels?|barrels?|gallons?|hours?|minutes?|seconds?|days?|weeks?|
months?|years?|units?|degrees?
"""
_SYMBOL = re.compile(rf"[^\S\n]{{0,2}}(?P<unit>{''.join(_SYMBOL_UNITS.split(chr(10)))})(?![A-Za-z0-9])")
_WORDED = re.compile(rf"(?:[^\S\n]{{1,2}}|-)(?P<unit>(?i:{''.join(_WORD_UNITS.split(chr(10)))}))(?![A-Za-z])")
PHYSICAL = re.compile(
    rf"(?:{''.join(_SYMBOL_UNITS.split(chr(10)))}|(?i:{''.join(_WORD_UNITS.split(chr(10)))}))(?![A-Za-z0-9])"
)
"""A unit of measurement at the start of a text."""


def unit_after(text: str, end: int) -> tuple[str, int] | None:
    """The unit of measurement right behind ``end`` as printed, and where it ends."""
    match = _SYMBOL.match(text, end) or _WORDED.match(text, end)
    return (match["unit"], match.end()) if match else None
