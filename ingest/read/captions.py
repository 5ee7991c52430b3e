"""Reads what stands around a table: its caption, its unit, its notes."""

import re
from collections.abc import Sequence

from ingest.read.figures import is_period, is_time
from ingest.sentences import sentences
from ingest.unit_words import spelled_out

_NUMBERED = re.compile(
    r"^(?:table|exhibit|tab\.|figure|fig\.|chart|graph|tabelle|tableau)\s*[A-Z]{0,5}(?:\d+|[IVX]+(?![^\W\d_]))(?:[.-]\d+)*\s*"
    r"[:.|)–—-]*\s*",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"^(?:(?:foot)?notes?\s*[:.–—-]|\(?(?:data )?sources?\s*[:–—]|n\.?\s?b\.?\s*:|\*+\s*\S|[†‡¹²³⁴⁵⁶]|\[\d\]"
    r"|\(?[a-e1-9]\)\s)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,160})[)\]]")
_MONEY = (
    r"(?:U\.S\. ?(?:\$|dollars?\b)|US\$|A\$|C\$|HK\$|S\$|NT\$|R\$|[$€£¥₹₩₽]"
    r"|\b(?:USD|EUR|GBP|JPY|CNY|RMB|INR|KRW|CHF|CAD|AUD|NZD|BRL|SEK|NOK|DKK|PLN"
    r"|SGD|HKD|MXN|ZAR|AED|SAR|TRY|dollars?|euros?|pounds?|rupees?|yen)\b)"
)
_SCALE = (
    r"(?:\b1[.,]000\b|['’]000\b)|\b(?:hundred-million|ten-thousand|thousands?|millions?|billions?|trillions?|crores?"
    r"|lakhs?|mn|mln|mio|bn|tn)\b\.?"
)
_COUNTED = (
    r"(?:%|\bper ?cent(?:age)?\b|\bbasis points\b|\bunits?\b|\b(?:kilo|mega)?tonn?e?s\b|\btons\b|\bkt\b|\bmt\b|\bkg\b"
    r"|\blit(?:er|re)s?\b|\bbarrels?\b|\b[kmgt]w(?:h|p)?\b|\bnumber(?: of)?\b|\bcount\b|\bindex\b"
    r"|\bsq\.? ?(?:m|ft|km)\b|\bk?m[²³23](?!\w)|\bteus?\b|\bhectares?\b|\bhectolit(?:er|re)s\b|\bpersons\b"
    r"|\bpassengers\b)"
)
_UNIT = re.compile(f"{_MONEY}|{_SCALE}|{_COUNTED}", re.IGNORECASE)
_SAID = re.compile(
    rf"\b(?:in|unit|units)\b:?\s+((?:{_MONEY})\s?(?:{_SCALE})?|{_SCALE}\s+(?:of\s+)?(?:[\w.]+\s+)?(?:{_MONEY}|units|tonn?es|tons)"
    rf"|{_SCALE}(?=\s*(?:$|[,;)]))|%|per ?cent)",
    re.IGNORECASE,
)
_ONLY_MONEY = re.compile(_MONEY, re.IGNORECASE)
_MONEY_IN = re.compile(rf"(?:{_MONEY})\s+in\s+(?:{_SCALE})", re.IGNORECASE)
_IN_SCALE = re.compile(rf"\bin\s+({_SCALE})", re.IGNORECASE)
_BARE = re.compile(rf"{_MONEY}\s?(?:{_SCALE}|[mkb]\b)|{_SCALE}\s(?:of\s)?(?:{_MONEY}|{_COUNTED})", re.IGNORECASE)
_SUMS = re.compile(f"{_MONEY}|{_SCALE}", re.IGNORECASE)
_TOTAL = re.compile(r"(?:grand |overall |world |global )?totals?\b|all\b|sum\b|world\b", re.IGNORECASE)
_LEAD = re.compile(r"^(?:all |values? |figures? |revenue |size |volume |market )*(?:in|unit:|units:)\s+", re.IGNORECASE)
_STATED = re.compile(
    r"(?:all\s+)?(?:values?|figures?|amounts?|numbers|data|revenues?|sales|prices?|volumes?)\s+"
    r"(?:(?:are|is|shown|given|stated|expressed|reported|quoted|here|below)\s+)*in\b",
    re.IGNORECASE,
)
_PURE = re.compile(
    rf"(?:all\s+)?(?:(?:values?|figures?|(?:dollar )?amounts?|numbers|data|revenues?|sales|prices?|volumes?)\s+)?"
    rf"(?:are\s+)?(?:expressed\s+)?"
    rf"(?:in\s+|units?:\s*)?(?P<unit>(?:(?:{_MONEY}|{_SCALE}|{_COUNTED})[\s.]*)+(?:of\s+)?(?:{_MONEY})?(?:[a-z]+\s?){{0,2}}"
    rf"(?:(?:per|/|a)\s*[a-z]+[²³]?(?:\s[a-z]+)?)?(?:,?\s+(?:except|unless)\s[^.()]{{3,140}}"
    rf"|,?\s+(?:(?:not\s+)?seasonally|at\s+(?:annual|constant|current)|annual|current|constant|nominal|real|chained)\b"
    rf"[^.()]{{3,80}})?)",
    re.IGNORECASE,
)
"""A line that is nothing but a unit: "USD million", "in thousand tonnes", "All values in EUR per tonne"."""

_COUNTED_IN = re.compile(
    r"(?:(?:[Aa]ll )?(?:[Vv]alues?|[Ff]igures?|[Nn]umbers|[Dd]ata|[Vv]olumes?) (?:are )?)?"
    r"[Ii]n (?:numbers? of )?(?P<unit>(?:[a-z][a-z-]* )?[a-z][a-z-]+s)"
)
"""A line that says what is counted: "in licences", "All values in twenty-foot containers"."""

_UNAUDITED = re.compile(r"\s*\(unaudited\)|\bunaudited[,;]?\s+|[,;]?\s*\bunaudited\b", re.IGNORECASE)

_ON_DAY = re.compile(r"\s+(?:at|on|as (?:at|of)) (?:the end of )?(?:\d{1,2} )?[A-Z][a-z]{2,8}(?: \d{1,2})?$")
"""When what is counted was so: "thousand units in use at 31 December"."""

MAX_CAPTION = 200
"""Characters; longer is a paragraph that happens to stand before a table."""

MAX_CAPTION_WORDS = 16

MAX_TIME_WORDS = 9
"""Words of a caption that only says when at most."""

_NAME_WORDS = 6
"""Words of a name at most that ends in a full stop: "Halvorsen Industries, Inc."."""


def is_caption(text: str, strong: bool = False) -> bool:
    """Whether a paragraph just before a table is its caption.

    "Table 3: …", a bold line, a line that ends in a colon, or a few words without a full stop.
    """
    if "\n" in text or len(text) > MAX_CAPTION or is_note(text) or not any(map(str.isalpha, text)):
        return False
    is_phrase = len(text.split()) <= MAX_CAPTION_WORDS and not text.endswith((".", "!", "?", ";", ","))
    return strong or is_phrase or bool(_NUMBERED.match(text)) or text.endswith(":")


_BY = re.compile(r"\w\W+by\s+\w", re.IGNORECASE)
_YEAR_LED = re.compile(r"(?:FY ?)?(?:19|20)\d\d,? (?P<name>[A-Za-z]\w+.*)")


def captions_table(corner: str) -> bool:
    """Whether the cell over the row names titles the whole table: "Table 3: Rents", "Exports by country"."""
    return is_numbered(corner) or bool(_BY.search(corner))


def names_column(cell: str, below: Sequence[str]) -> bool:
    """Whether a cell that opens with a year heads its column: "2024 premiums" does where no cell below is of that."""
    match = _YEAR_LED.fullmatch(cell)
    return match is not None and not any(other.endswith(match["name"]) for other in below)


def names_no_subject(caption: str) -> bool:
    """Whether a caption says only when, and in brackets in what: "Year ended March 31, 2025 (Billions of yen)"."""
    bare = _BRACKETS.sub("", caption).strip(" :,") or caption.strip("()[] ")
    return len(bare.split()) <= MAX_TIME_WORDS and (is_time(bare) or is_period(bare))


def is_numbered(text: str) -> bool:
    """Whether a line opens as a numbered caption does: "Table 3: Rents"."""
    return bool(_NUMBERED.match(text) and _NUMBERED.sub("", text))


def title_of(caption: str) -> str:
    """A caption without its closing colon; "Table 3:" stays, readers cite it."""
    return caption.rstrip().removesuffix(":").rstrip()


def is_note(text: str) -> bool:
    """Whether a line before or after a table belongs to it: "Note: …", "Source: …", "* estimated"."""
    is_counted = _COUNTED_CAPTION.match(text) is not None and closes_with_unit(text)
    return (bool(_NOTE.match(text)) and not is_counted) or is_remark(text)


_COUNTED_CAPTION = re.compile(r"\(\d\)\s[A-Z]")
"""Opens a caption that is counted as notes are, and closes with its unit: "(1) Sales by region (Millions of yen)"."""


def is_remark(text: str) -> bool:
    """Whether a line is a sentence in brackets: "(Percentages indicate year-on-year changes.)"."""
    return bool(_REMARK.fullmatch(text.strip()))


_REMARK = re.compile(
    r"[(\[][A-Z%][^()\[\]]*\b(?:are|is|was|were|has|have|may|indicates?|represents?|shows?|denotes?|refers? to"
    r"|excludes?|includes?)\b[^()\[\]]{3,}[)\]]"
)
"""A sentence in brackets, which says something about the table and names no column of it."""


def states_unit(text: str) -> bool:
    """Whether a line before a table only says what its numbers are: "Values in USD million. Forecasts from 2025."."""
    text = spelled_out(text)
    return len(text) <= MAX_CAPTION and bool(_STATED.match(text)) and (_said(text) or _only(text)) is not None


def title_lines(text: str) -> tuple[str, ...]:
    """The lines of a text set over a table that holds what its numbers are: the company, the statement, "(in millions,
    except per share data)". The table's title is the last but those that say the unit; none where it is another text.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    units = [line for line in lines if is_unit_line(line) or states_unit(line)]
    heads = [line for line in lines if line not in units]
    if not (units or any(map(closes_with_unit, heads))) or not heads or any(map(_is_sentence, heads)):
        return ()
    heads.sort(key=lambda line: not (line.startswith("(") and line.endswith(")")))
    if len(heads) > 1 and is_period(heads[-1]):
        heads[-2:] = [f"{heads[-2]}, {heads[-1]}"]
    return (*heads, *units)


def closes_with_unit(line: str) -> bool:
    """Whether a line ends with what numbers are in, in brackets."""
    match = _CLOSING.search(line)
    return match is not None and _only(match[1]) is not None


_CLOSING = re.compile(r"\S\s*\(([^()]+)\)$")
"""What closes a line in brackets: "Segment information (Millions of yen)"."""


def _is_sentence(line: str) -> bool:
    return len(line) > MAX_CAPTION or (line.endswith((".", ";", ",")) and len(line.split()) > _NAME_WORDS)


def is_unit_line(text: str) -> bool:
    """Whether a line says nothing but what the numbers are in: "(USD million)", "In EUR per tonne"."""
    return _only(text) is not None


def is_unit_of_rows(text: str) -> bool:
    """Whether a line between the rows of a table says what those below it are in: "Million bushels", "Percent"."""
    return is_unit_line(text) or _BULK.fullmatch(text.strip("() ")) is not None


_BULK = re.compile(
    rf"(?:(?:{_SCALE})\s+)?(?:(?:short|long|metric)\s+tons|bushels|bales|barrels|acres|hectares|head|pounds|gallons"
    r"|percent|hundredweight)(?:\s+per\s+\w+)?",
    re.IGNORECASE,
)


def is_bare_unit(text: str) -> bool:
    """Whether a line only says the unit and not of what: "(In thousands, except per share data)", "EUR million"."""
    return is_unit_line(text) and not _STATED.match(text)


def find_unit(
    title: str, header: Sequence[str], notes: Sequence[str], labels: Sequence[str] = (), lead: str = ""
) -> str | None:
    """The unit that title, notes or all number columns of a header agree on ("USD million"), else None.

    A unit in one column's header among several speaks of that column only. In the corner it speaks of all, as does that
    of the total among the ``labels`` of the rows, where no other row has one. ``lead`` is what leads in to the table.
    """
    said = unit_in(title)
    if said:
        return said
    units = {unit_in(cell) for cell in header[1:]}
    if len(units) == 1 and None not in units:
        return units.pop()
    over_names = header[:1] if units <= {None} else ()  # beside other units it is that of the names: "Price band (US$)"
    corner = [unit_in(cell) or (cell.strip() if _BARE.fullmatch(cell.strip()) else None) for cell in over_names]
    noted = [_only(note) or _said(note) or _in_brackets(note) for note in notes if not _TELLS_NO_UNIT.search(note)]
    found = [*corner, *noted, _of_lead(lead), _of_total(labels)]
    return next((unit for unit in found if unit), None)


_TELLS_NO_UNIT = re.compile(
    r"\b(?:rounded|rounding|truncated)\b|(?:%|\bper ?cent\w*)[^.]*\b(?:chang|increas|year[- ]on[- ]year|yoy|calculat)",
    re.I,
)
"""How figures were rounded, or what percentages are of: "(Amounts of less than one million yen are rounded down.)"."""


def _only(line: str) -> str | None:
    """The unit of a line that names nothing else: "in tonnes"."""
    bare = _ON_DAY.sub("", _UNAUDITED.sub("", spelled_out(line)).strip().rstrip("."))
    if (bare[:1] in "([") != (bare[-1:] in ")]") or bare.endswith(" of"):
        return None
    match = _PURE.fullmatch(bare.strip("()[]")) or _COUNTED_IN.fullmatch(bare.strip("()[]"))
    return match["unit"] if match else None


def _of_lead(lead: str) -> str | None:
    """The unit that leads in to a table: "… in USD million:", or set between commas: "Monthly means, EUR per kWh"."""
    if lead.endswith(":"):
        return unit_in(lead)
    if closing := re.search(r"\(([^()]+)\)\.?$", lead):
        return _only(closing[1])
    stated = [lead[start:end].strip() for start, end in sentences(lead)]
    if unit := next((unit for one in stated[-2:] if _STATED.match(one) and (unit := _only(one))), None):
        return unit
    said = {unit for part in re.split(r"[,;]\s+", lead.rstrip(".")) if (unit := _only(part)) and _SUMS.search(unit)}
    return said.pop() if len(said) == 1 else None


def time_led(lead: str, said: Sequence[str]) -> str:
    """The one stretch or day that leads in to a table whose title and header name no year: "… for the three months
    ended June 30, 2025 were:"."""
    sentence = next((lead[start:end] for start, end in reversed(sentences(lead))), "")
    found = list(dict.fromkeys(match[0] for match in _TIME_LED.finditer(sentence)))
    years = {year for text in found for year in _YEAR.findall(text)}
    named = any(_YEAR.search(text) for text in said)
    return found[0] if len(found) == 1 and set(_YEAR.findall(sentence)) == years and not named else ""


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TIME_LED = re.compile(
    r"\b(?:(?:(?:three|six|nine|twelve|thirteen|twenty-six|\d{1,2})[ -](?:months?|weeks?)|(?:fiscal |financial )?year"
    r"|quarter|half[- ]year) ended|as (?:of|at)|at) (?:[A-Z][a-z]+ \d{1,2}, |\d{1,2} [A-Z][a-z]+ )(?:19|20)\d\d"
)


def _in_brackets(note: str) -> str | None:
    """The unit of a line that stands in brackets: "(million tonnes of CO2 equivalents)"."""
    return unit_in(note) if note.startswith(("(", "[")) and note.endswith((")", "]")) else None


def _of_total(labels: Sequence[str]) -> str | None:
    said = [(label, unit) for label in labels if (unit := unit_in(label))]
    return said[0][1] if len(said) == 1 and _TOTAL.match(said[0][0]) else None


def _parts(said: str) -> list[str]:
    """What stands between the commas of brackets; what a unit is not of stays with it: "in millions, except ratios,
    customers and employees"."""
    told, excepts, rest = said.partition("except")
    *parts, last = re.split(r"[,;]\s+(?!$)", told)
    return [*parts, f"{last}{excepts}{rest}"]


def unit_in(text: str) -> str | None:
    """The unit a title or header names: in brackets ("(USD million)") or after "in" ("in USD million")."""
    text = spelled_out(text)
    parts = [part for brackets in _BRACKETS.finditer(text) for part in _parts(brackets[1])]
    named = [part for part in parts if _UNIT.search(part) and not _PART_OWNED.search(part)]
    if named and not any(map(_only, named)):
        listed = (_only(part) for part in _BRACKETS.sub("", text).split(", ")[1:])
        if behind := next((unit for unit in listed if unit), None):
            return behind  # "Capital expenditure, USD million (cells hold USD)"
    if named:
        return _LEAD.sub("", named[0].strip())
    listed = (_only(part) for part in re.split(r"[,;]\s+", text)[1:])
    sums = next((unit for unit in listed if unit and _ONLY_MONEY.match(unit)), None)
    said = _said(text)
    return sums if sums and said == "%" else said  # "Net sales, SEK million; margins in %"


_PART_OWNED = re.compile(r"\d\s?%")
"""How much of something is owned or covered, and no unit: "Hallett Creek (100%)"."""


def _said(text: str) -> str | None:
    text = spelled_out(text)
    if match := _MONEY_IN.search(text):
        return match[0]
    match = _SAID.search(text)
    if match is None:
        return None
    said = match[1].strip(" .")
    scale = _IN_SCALE.search(match.string)
    return f"{said} {scale[1]}" if scale and _ONLY_MONEY.fullmatch(said) else said
