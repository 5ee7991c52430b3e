"""Reads numbers with their scale, currency, unit and hedge from free text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.domain import Kind
from ingest.quantity.bounds import bound_of
from ingest.quantity.masks import masked
from ingest.quantity.named_units import unit_named
from ingest.quantity.nouns import noun_after
from ingest.quantity.numeral import Numeral
from ingest.quantity.periods import read_mentions
from ingest.quantity.ranges import joined
from ingest.quantity.spelled import SPELLED, spelled_value
from ingest.quantity.units import currency_after, currency_before, scale_after, unit_after
from ingest.raised import MARKS

_OPEN = (
    r"(?:(?<![A-Za-z0-9_.,])|(?<=[A-Za-z0-9],)(?<![0-9],)|(?<=USD)|(?<=EUR)|(?<=GBP)|(?<=INR)|(?<=CNY)|(?<=RMB)|(?<=JPY)"
    r"|(?<=Rs)|(?<=Rs\.)|(?<=RM)|(?<=[a-z]\.))(?:(?<![A-Za-z]-)|(?<=percent-)|(?<=illion-)|(?<=bn-)|(?<=crore-))(?<!\d[/:])"
)
_SIGN = r"(?P<sign>(?<![\w%)\]])[-−–+](?=[\d.$€£¥₹]))?(?P<inner>(?:US)?[$€£¥₹]\s?)?(?P<sign2>(?<=[$€£¥₹])[-−])?"
_ENGLISH = (
    r"\d{1,3}(?:\.\d{3})+,\d+(?!,)|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?"
    r"|\d{1,3}(?:[\u00a0\u2009\u202f '’]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<![A-Za-z])\.\d+"
)
_EUROPEAN = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:[\u00a0\u2009\u202f ]\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_NOT_ON = r"(?![.,]?\d|[\u00a0\u2009\u202f'’]\d{3})"
_NOTE = re.compile(rf"(?:[{MARKS}]+|\[\d{{1,3}}\]|\*{{1,3}}|[†‡])(?!\d)")
_BOTH_MARKS = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+(?!\d)")


def _number_pattern(number: str) -> re.Pattern[str]:
    return re.compile(rf"{_OPEN}{_SIGN}(?:\((?P<negative>{number})\)(?=\s?%)|(?P<number>{number}){_NOT_ON})", re.ASCII)


_PATTERNS = {False: _number_pattern(_ENGLISH), True: _number_pattern(_EUROPEAN)}
_PERCENT = re.compile(
    r"(?:[^\S\n]{0,2}|-)(?:%|％|(?i:per\s?cent|pct)(?![A-Za-z]))(?:[-\s]?(?P<points>(?i:points?|pts?)))?(?![A-Za-z])"
)
_PERCENTAGE = re.compile(r"(?:[^\S\n]{0,2}|-)(?i:percentage[-\s]points?|ppts?|pps?|p\.p\.|pts?)(?![A-Za-z])")
_BASIS = re.compile(r"(?:[^\S\n]{0,2}|-)(?i:basis[-\s]points?|bps?)(?![A-Za-z])")
_MULTIPLE = re.compile(
    r"[^\S\n]?[x×](?![A-Za-z0-9])|[-\s]fold\b|fold\b|[^\S\n]times(?!\s+(?:a|an|per|each|every|daily|weekly|monthly|yearly|in)\b)(?![A-Za-z])"
)
_KINDS: list[tuple[re.Pattern[str], Kind]] = [
    (_PERCENTAGE, "percentage points"),
    (_PERCENT, "percent"),
    (_BASIS, "basis points"),
    (_MULTIPLE, "multiple"),
]
_LETTERS = re.compile(r"[A-Za-z_]|[-–](?=[A-Za-z])(?!to\b)")
_HAS_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b",
    re.IGNORECASE,
)
_UNIT_BEHIND = re.compile(r"\s?\(([^()]{1,20})\)")
"""A unit in brackets behind its number: "4.1 (USD billion)"."""
_UNIT_BEFORE = re.compile(r"\(([^()]{1,30})\)\s*[:=|]\s*\Z")
"""A label's unit: "Market size (USD billion): 4.31"."""
_RANK = re.compile(
    r"\b(?:one|number|no\.?|page|part|phase|tier|level|type|class|chapter|figure|table)\s\Z", re.IGNORECASE
)
_NAME_BEFORE = re.compile(r"(?P<lead>\S+\s+)?(?P<word>[A-Z][\w&.-]*)\s\Z")


def has_number(text: str) -> bool:
    """Whether a text may hold a number at all; quick."""
    return _HAS_NUMBER.search(text) is not None


def read_numerals(
    text: str, decimal_comma: bool = False, taken: Sequence[tuple[int, int]] | None = None
) -> list[Numeral]:
    """The numbers of a text in order: no years, dates, names with digits, numbering or references.

    ``decimal_comma``: the text writes 1.234,5. ``taken`` are the spans of its periods, read here when not given.
    """
    if not has_number(text):
        return []
    if taken is None:
        taken = [(mention.start, mention.end) for mention in read_mentions(text)]
    closed = sorted([*taken, *masked(text)])
    found = [*_digits(text, decimal_comma, closed), *_words(text, closed)]
    numerals = joined(sorted(found, key=lambda numeral: numeral.start), text)
    finished = (_finished(numeral, text) for numeral in numerals)
    return [numeral for numeral in finished if not _is_name(numeral, text)]


def _digits(text: str, decimal_comma: bool, closed: list[tuple[int, int]]) -> Iterator[Numeral]:
    for match in _PATTERNS[decimal_comma].finditer(text):
        group = "number" if match["number"] else "negative"
        start, end = match.span(group)
        if any(first < end and start < last for first, last in closed):
            continue
        value = _value(text[start:end], decimal_comma or bool(_BOTH_MARKS.fullmatch(text[start:end])))
        if group == "negative" or match["sign"] in {"-", "−", "–"} or match["sign2"]:
            value = -value
        numeral = _numeral(text, match, end if group == "number" else match.end(), value)
        if numeral:
            yield numeral


def _value(printed: str, decimal_comma: bool) -> Decimal:
    if decimal_comma:
        return Decimal(re.sub(r"[.\s]", "", printed).replace(",", "."))
    return Decimal(re.sub(r"[,'’\s]", "", printed))


def _numeral(text: str, match: re.Match[str], end: int, value: Decimal) -> Numeral | None:
    digits = match.start("number") if match["number"] else match.start("negative") - 1
    note = _NOTE.match(text, end)
    before = currency_before(
        text, match.end("inner") if match["inner"] else match.start("sign") if match["sign"] else digits
    )
    start = min([digits, *([match.start("sign")] if match["sign"] else []), *([before[1]] if before else [])])
    return _dressed(text, start, digits, value, (before[0] if before else None, note.end() if note else end))


def _dressed(text: str, start: int, digits: int, value: Decimal, read: tuple[str | None, int]) -> Numeral | None:
    """The number with its scale and unit; None when letters that are no unit hang on it ("5G", "4ways").

    ``read`` is the currency before it, if any, and where its digits end.
    """
    currency, end = read
    if currency is None and (pence := _PENCE.match(text, end)):
        end = pence.end()
        code = "GBP" if pence["pence"] else "USD"
        return Numeral(text[start:end], value, Decimal("0.01"), "money", start, end, code)
    scale, end = scale_after(text, end, currency is not None, digits) or (Decimal(1), end)
    kind: Kind = "money" if currency else "number"
    unit = ""
    if currency is None:
        if after := currency_after(text, end + (text[end : end + 1] == "." and scale > 1)):
            currency, end = after
            kind = "money"
            if scale == 1 and (behind := _SCALE_BEHIND.match(text, end)):  # "780.1 USD Mn"
                scale, end = scale_after(text, behind.start(), True, digits) or (scale, end)
        else:
            kind, unit, end = _unit(text, end)
            if kind == "number" and not unit and _LETTERS.match(text, end):
                return _hyphenated(text, start, end, value, scale)
    elif _LETTERS.match(text, end) and text[end] not in "-–":
        return None
    return Numeral(text[start:end], value, scale, kind, start, end, currency, unit)


_SCALE_BEHIND = re.compile(r"\s(?=(?:[Mm]illion|[Bb]illion|[Tt]housand|[Mm]n|[Bb]n)\b)")
_PENCE = re.compile(r"(?:\s(?P<pence>pence)|\sUS(?:D)? cents)\b")
_HYPHEN_UNIT = re.compile(r"-([a-z]{3,})(?![\w-])")


def _hyphenated(text: str, start: int, end: int, value: Decimal, scale: Decimal) -> Numeral | None:
    match = _HYPHEN_UNIT.match(text, end)
    if not match:
        return None
    return Numeral(text[start : match.end()], value, scale, "number", start, match.end(), unit=match[1])


def _unit(text: str, end: int) -> tuple[Kind, str, int]:
    for pattern, kind in _KINDS:
        if match := pattern.match(text, end):
            named = match.groupdict()
            return "percentage points" if named.get("points") else kind, "", match.end()
    if physical := unit_after(text, end):
        return "number", physical[0], physical[1]
    return "number", "", end


def _words(text: str, closed: list[tuple[int, int]]) -> Iterator[Numeral]:
    for match in SPELLED.finditer(text):
        start, end = match.span()
        if any(first < end and start < last for first, last in closed) or _RANK.search(text[max(0, start - 9) : start]):
            continue
        numeral = _dressed(text, start, start, spelled_value(match), (None, end))
        if numeral and not _is_compound(numeral, end, text) and not _is_loose(numeral, match[0], text):
            yield numeral


def _is_compound(numeral: Numeral, end: int, text: str) -> bool:
    """Whether a number word is part of a word: "two-wheeler", "five-year"."""
    return numeral.kind == "number" and numeral.scale == 1 and bool(_HYPHEN_UNIT.match(text, end))


def _is_loose(numeral: Numeral, word: str, text: str) -> bool:
    """Whether a number word counts nothing: "one of the", "Five Forces", "the two"."""
    if numeral.kind != "number" or numeral.scale != 1:
        return False
    if word.lower() == "one":
        return True
    noun = noun_after(text, numeral.end)
    if noun is None:
        return not numeral.unit
    return noun[0].lstrip()[:1].isupper()


def _finished(numeral: Numeral, text: str) -> Numeral:
    """The numeral with the unit named beside it, the noun it counts and its hedge."""
    if numeral.kind == "number" and not numeral.unit:
        numeral = _named_before(numeral, text) or _named_behind(numeral, text) or numeral
    numeral = replace(numeral, bound=bound_of(text, numeral.start, numeral.end))
    if numeral.kind != "number" or numeral.unit:
        return numeral
    noun = noun_after(text, numeral.end + (1 if text[numeral.end : numeral.end + 1] == "+" else 0))
    if noun is None:
        return numeral
    counted, end = noun
    return replace(numeral, unit=counted, end=end, text=text[numeral.start : end])


def _named_before(numeral: Numeral, text: str) -> Numeral | None:
    """With the unit its label has in brackets: "Market size (USD billion): 4.31"."""
    match = _UNIT_BEFORE.search(text, max(0, numeral.start - 36), numeral.start)
    named = unit_named(match[1]) if match else None
    if named is None or (named.kind == "number" and named.scale == 1):
        return None
    scale = numeral.scale * named.scale
    return replace(numeral, kind=named.kind, scale=scale, currency=named.currency, unit=named.unit)


def _named_behind(numeral: Numeral, text: str) -> Numeral | None:
    """With the currency in brackets behind it: "4.1 (USD billion)"."""
    match = _UNIT_BEHIND.match(text, numeral.end)
    named = unit_named(match[1]) if match else None
    if match is None or named is None or named.kind != "money":
        return None
    scale, end = numeral.scale * named.scale, match.end()
    printed = text[numeral.start : end]
    return replace(numeral, kind="money", scale=scale, currency=named.currency, end=end, text=printed)


def _is_name(numeral: Numeral, text: str) -> bool:
    """Whether a bare number is the end of a name: "Windows 11", "Model 3"."""
    if numeral.kind != "number" or numeral.scale != 1 or numeral.unit or numeral.bound != "exact":
        return False
    match = _NAME_BEFORE.search(text[max(0, numeral.start - 40) : numeral.start])
    if _GAPPED.search(text[: numeral.start]) and _ENDS.match(text, numeral.end):
        return False
    return bool(match and match["lead"] and not match["lead"].strip().endswith((".", ":", "|")))


_GAPPED = re.compile(r"\d[\d.,]*\s[a-z][^.;:]*?(?:,|\band|\bwhile|\bbut)\s+(?:the\s+)?(?:[A-Z][\w&.'’-]*\s+){1,4}\Z")
"""Before a number that has only the name of what it is of: "Europe took 38 units, Asia Pacific" 17."""
_ENDS = re.compile(r"\s*(?:[,;)]|\.(?!\d)|and\b|while\b|but\b|\Z)")

_CELL_MARKS = f" \t\u00a0*†‡{MARKS}()[]~≈<>≤≥+"
_WHOLE_NEGATIVE = re.compile(r"\(\s*(?P<inner>[^()]+)\)\s*(?P<percent>\s*(?:%|bps?|pp?ts?|pps?|x)?)")


_GROUP = r"[\u00a0\u2009\u202f '’]"
_PLAIN_ENGLISH = re.compile(rf"[-−–+]?(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,3}}(?:{_GROUP}\d{{3}})+|\d+)(?:\.\d+)?")
_PLAIN_EUROPEAN = re.compile(rf"[-−–+]?(?:\d{{1,3}}(?:\.\d{{3}})+|\d{{1,3}}(?:{_GROUP}\d{{3}})+|\d+)(?:,\d+)?")


def _plain(text: str, decimal_comma: bool) -> Numeral | None:
    """A cell that is nothing but a number, perhaps in percent. What can be read in one way only is read so, whatever
    the table's own marks: "1.011.166", "1,234.5"."""
    bare = text.removesuffix("%").rstrip()
    for comma in (decimal_comma, not decimal_comma):
        pattern = _PLAIN_EUROPEAN if comma else _PLAIN_ENGLISH
        if not pattern.fullmatch(bare):
            continue
        value = _value(re.sub(r"^[-−–+]", "", bare), comma)
        signed = -value if bare[0] in "-−–" else value
        return Numeral(text, signed, Decimal(1), "number" if bare == text else "percent", 0, len(text))
    return None


_SIGN_OUTSIDE = re.compile(r"^(?P<sign>(?:[A-Z]{1,3})?[$€£¥₹])\s*\((?P<inner>[\d.,'’\s]+)\)")
"""A currency's sign before the brackets of a negative amount: "$(124,437)"."""
_SUBUNIT = re.compile(r"(?P<number>[^a-z¢]*\d[^a-z¢]*)(?P<unit>p|¢)(?P<close>\)?)")
"""An amount in pence or cents: "34.6p", "(2.1p)"."""


def _of_subunit(cell: str, match: re.Match[str], decimal_comma: bool) -> Numeral | None:
    numeral = read_cell_number(match["number"] + match["close"], decimal_comma)
    if numeral is None or numeral.kind != "number":
        return None
    currency = "GBP" if match["unit"] == "p" else "USD"
    return replace(numeral, text=cell.strip(), kind="money", currency=currency, scale=Decimal("0.01"))


_NEGATIVE = re.compile(r"^(?:\(-\)|[▲△])\s?(?=[\d.$€£¥₹])")
"""Before what is less than nothing, as India and Japan set it."""


_WENT = re.compile(
    r"(?:(?P<less>down|decreased?(?: by)?|fell|lower)|up|increased?(?: by)?|rose|higher)\s+(?P<figure>\S.*)",
    re.IGNORECASE,
)
"""A figure with the word for which way it went: "down 23.7%"."""


def read_cell_number(cell: str, decimal_comma: bool = False) -> Numeral | None:
    """The number a table's cell is; None when the cell is empty, a text, or several numbers. "(3.2)" is negative."""
    text = cell.strip()
    if numeral := _plain(_NEGATIVE.sub("-", text), decimal_comma):
        return replace(numeral, text=text)
    if (went := _WENT.fullmatch(text)) and (numeral := _plain(went["figure"], decimal_comma)):
        return replace(numeral, value=-numeral.value if went["less"] else numeral.value, text=text)
    text = _SIGN_OUTSIDE.sub(r"(\g<sign>\g<inner>)", text)
    if match := _SUBUNIT.fullmatch(text):
        return _of_subunit(cell, match, decimal_comma)
    negative = _WHOLE_NEGATIVE.fullmatch(text)
    if negative:
        text = negative["inner"].strip() + negative["percent"]
        if numeral := _plain(text, decimal_comma):
            return replace(numeral, value=-abs(numeral.value), text=cell.strip())
    found = read_numerals(text, decimal_comma, ()) if has_number(text) else []
    if len(found) != 1:
        return None
    numeral = found[0]
    rest = text[: numeral.start] + text[numeral.end :]
    if re.sub(r"\[\d+\]", "", rest).strip(_CELL_MARKS) not in {"", "ca.", "approx.", "about", "around", "c."}:
        return None
    return replace(numeral, value=-abs(numeral.value), text=cell.strip()) if negative else numeral
