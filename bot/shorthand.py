"""Writes out what people shorten when they ask: "op margin, yr to 3/2026", "S. Korean mkt", "Q3 last year"."""

import re
from calendar import month_abbr, month_name

_YEAR = r"(?:19|20)\d\d"
_MONTHS = "|".join(name for of in (month_name, month_abbr) for name in of if name)
_SHORT_YEAR = r"['’]?(?P<year>[1-4]\d)(?![\d%.,/-]*\d|%)(?! ?(?:million|billion|thousand|bn|mn|per ?cent|points?)\b)"
_QUARTER_ENDS = "Mar(?:ch)?|June?|Sept?(?:ember)?|Dec(?:ember)?"
_SIGN = r"(?:US\$|[$€£¥₹]|EUR|USD|GBP|CHF|JPY|INR|SEK|NOK|DKK)"

_WORDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), whole)
    for pattern, whole in (
        (r"\byrs\b\.?", "years"),
        (r"\byr\b\.?", "year"),
        (r"\bmkts?\b\.?", "market"),
        (r"\bqtrs?\b\.?", "quarter"),
        (r"\bmgmt\b\.?", "management"),
        (r"\bdiff\b\.?", "difference"),
        (r"\bavg\b\.?", "average"),
        (r"\badj\.?(?= )", "adjusted"),
        (r"\bop\.?(?= (?:margin|profit|income|result|loss|cost|expense)s?\b)", "operating"),
        (r"\brev\.?(?= (?:growth|in|of|for|per)\b)", "revenue"),
        (r"\b(?:stock|share)[- ]comp\b\.?", "stock-based compensation"),
        (r"\bex(?:cl)?\.?(?= (?:FX|currency|items|tax|fuel|acquisitions)\b)", "excluding"),
        (r"\bFY(?= (?:ended|ending|to)\b)", "fiscal year"),
        (r"\bops\b", "operations"),
        (r"\bconsol\b\.?", "consolidated"),
        (r"\bpre[- ](?=adjust|exceptional|one-off|special)", "before "),
        (r"\bpost[- ](?=adjust|exceptional|one-off|special)", "after "),
        (r"\bkilos?\b", "kg"),
        (r"\bthese days\b", "now"),
        (
            rf"(?P<last>{_YEAR}) (?:minus|less|[–−-]) (?P<first>{_YEAR})\W*\Z",
            r"difference between \g<first> and \g<last>",
        ),
        (r"(?:\A\W*|(?<=[a-z,?] ))n(?= [a-z])", "and"),
        (r"(?<=\w) alone\b", ""),
        (r"(?:\A\W*|(?<=[a-z,?] ))n(?= [a-z])", "and"),
        (r"(?<=\w) alone\b", ""),
        (r"\brunners?[- ]up(?=['’]s\b)", "second largest company"),
        (r"\bthe runner[- ]up\b", "the second largest company"),
        (
            r"\b(?:the )?(?:no\.? ?|number |#)(?:2|two)\b(?!\d)(?=\W*(?:\Z|in\b|by\b|['’]s))",
            "the second largest company",
        ),
        (r"\bno\.? of\b", "number of"),
        (r"\bASPs?\b", "average selling price"),
        (r"\b(?:the )?top line\b", "revenue"),
        (r"\b(?:the )?bottom line\b(?!,? i\.e\.)", "net profit"),
        (r"(?<=\w)/share\b", " per share"),
        (r"\b[Nn]\. ?(?=(?:America|Korea|Ireland|Macedonia)n?\b)", "North "),
        (r"\bS\. ?(?=(?:America|Korea|Africa|Sudan)n?\b)", "South "),
        (r"\btriple[- ]A\b(?!\w)", "AAA"),
        (r"\btriple[- ]B\b(?!\w)", "BBB"),
        (r"\bdouble[- ]A\b(?!\w)", "AA"),
        (r"\bhow many (?:US\$|[$€£¥]) ?(?:worth )?of\b", "how much in"),
    )
)

_TIMES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), whole)
    for pattern, whole in (
        (rf"\b(?:the )?(?:last|previous|prior|this) (?:fiscal )?(?:year|quarter),? i\.e\.,? (?={_YEAR}|Q[1-4])", ""),
        (r"\b(?:the )?(?:year|quarter) before,? i\.e\.,? ", ""),
        (rf"\b(?:this|last) (?P<part>[QH][1-4]),? \(?(?P<year>{_YEAR})\)?", r"\g<part> \g<year>"),
        (rf"\b(?:last|this|next|that) (?:fiscal )?year,? \(?({_YEAR})\b\)?", r"\1"),
        (rf"(?<!second )(?<!2nd )\bhalf[- ]year (?={_YEAR}\b)", "first half of "),
        (rf"\bmid(?:[- ]|dle of )(?={_YEAR}\b)", "June "),
        (rf"\bend[- ](?={_YEAR}\b)", "end of "),
        (rf"\bend (?=(?:{_MONTHS})\b)", "end of "),
        (rf"\b(?:YE|FYE)[- ]?(?={_YEAR}\b)", "end of "),
        (r"\b(\d\d?)/(\d\d?)/(\d\d)(?![\d/])", r"\1/\2/20\3"),
        (r"\b(year[- ]end|end of(?: the)? year|fiscal(?: year)?) ['’]?(\d\d)(?![\d%.,/-])", r"\1 20\2"),
        (rf"\b((?:in|end of|for|since|until|to) (?:{_MONTHS})\.?) {_SHORT_YEAR}(?!,? {_YEAR})", r"\1 20\g<year>"),
        (rf"\b({_MONTHS})\.?(?:-| ?['’]){_SHORT_YEAR}", r"\1 20\g<year>"),
        (r"(?<=\bin )['’]([0-4]\d)\b", r"20\1"),
        (rf"\b(?P<month>{_QUARTER_ENDS})\.? (?P<year>{_YEAR}) (?:quarter|qtr)\b\.?", r"\g<month> quarter \g<year>"),
        (rf"\b(?P<month>{_QUARTER_ENDS})\.? (?:quarter|qtr)\.? {_SHORT_YEAR}", r"\g<month> quarter 20\g<year>"),
    )
)

_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_OF_YEAR = (
    rf"(?:of |in )?(?:the )?(?P<fiscal>FY ?|(?:fiscal|financial) (?:year )?)?['’]?(?P<full>{_YEAR}\b|{_SHORT_YEAR})"
)
_PART_OF = re.compile(
    rf"\b(?P<at>{'|'.join(_ORDINALS)})[- ](?P<unit>half(?:[- ]year)?|quarter),? {_OF_YEAR}", re.IGNORECASE
)
"""A half or quarter of a fiscal year, or of one of two digits: "the first half of FY25"."""
_MONTHS_IN = re.compile(
    r"(?<!past )(?<!next )(?<!previous )(?<!top )(?<!best )\b(?P<ends>(?:last|final) )?(?:first )?"
    rf"(?P<count>[369]|three|six|nine)[ -](?:months?|mths?|mos?)\.?,? {_OF_YEAR}",
    re.IGNORECASE,
)
"""The first months of a year: "9 months 2025", "first six months of fiscal 2025"."""
_MONTHS_OF = {3: ("Q1", "Q4"), 6: ("6M", "H2"), 9: ("9M", "")}
"""The first and the last months of a year by how many they are."""
_DAY_OF = re.compile(
    rf"\b(?P<month>{_MONTHS})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>{_YEAR})\b", re.IGNORECASE
)
"""A day as it is typed: "Jan 31 2025"."""
_MONTH_OF = re.compile(rf"(?<![\d/.])(?P<month>0?[1-9]|1[0-2])/(?P<year>{_YEAR})(?![\d/])")
_FISCAL_OF = re.compile(rf"\bFY ?(?P<month>0?[1-9]|1[0-2])/(?P<year>{_YEAR})\b", re.IGNORECASE)
"""A fiscal year by the month it ends in, as in Japan: "FY3/2025"."""
_UNIT_BEHIND = re.compile(
    rf"\s*\??(?:,\s*|\s+\()(?P<unit>(?:{_SIGN}\s?(?:thousand|million|billion|bn|mn|[mkb])?"
    r"|%|per ?cent|percent)\.?)\)?\s*\??$",
    re.IGNORECASE,
)
"""The unit that is wanted, put behind a question: "sales 2027, EUR m?", "(USD m)"."""
_PERCENT = re.compile(r"%|per ?cent", re.IGNORECASE)


def without_shorthand(line: str) -> str:
    """A question with its shortened words and times written out, and the unit it wants as "in EUR m"."""
    for pattern, whole in (*_TIMES, *_WORDS):
        line = pattern.sub(whole, line)
    line = _MONTHS_IN.sub(_months_written, _PART_OF.sub(_part_written, line))
    line = _FISCAL_OF.sub(lambda year: f"fiscal year ended {month_name[int(year['month'])]} {year['year']}", line)
    line = _DAY_OF.sub(_day_written, line)
    line = _MONTH_OF.sub(lambda date: f"{month_name[int(date['month'])]} {date['year']}", line)
    behind = _UNIT_BEHIND.search(line)
    if behind:
        said = "in percent" if _PERCENT.match(behind["unit"]) else f"in {behind['unit']}"
        line = f"{line[: behind.start()]} {said}?"
    return line


def _part_written(part: re.Match[str]) -> str:
    """A part of a year by its letter: "H1 FY2025"; that of a calendar year in four digits as it is."""
    number = _ORDINALS[part["at"].lower()]
    letter = "H" if part["unit"].lower().startswith("half") else "Q"
    if (letter == "H" and number > 2) or not (part["fiscal"] or part["year"]):
        return part[0]
    return f"{letter}{number} {_year_of(part)}"


def _months_written(part: re.Match[str]) -> str:
    """The first months of a year by their number: "9M FY2025"; three are its first quarter, the last six its second
    half."""
    written = _MONTHS_OF[{"three": 3, "six": 6, "nine": 9}.get(part["count"].lower()) or int(part["count"])]
    named = written[bool(part["ends"])]
    return f"{named} {_year_of(part)}" if named else part[0]


def _year_of(part: re.Match[str]) -> str:
    short, fiscal = part["year"], "FY" if part["fiscal"] else ""
    return f"{fiscal}20{short}" if short else f"{fiscal}{part['full']}"


def _day_written(day: re.Match[str]) -> str:
    """A day as it is printed: "January 31, 2025"."""
    month = next(name for name in month_name if name.startswith(day["month"][:3].capitalize()))
    return f"{month} {day['day']}, {day['year']}"
