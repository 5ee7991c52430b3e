"""The words of the product: what a report is made of."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Access = Literal["public", "licensed"]


@dataclass(frozen=True, slots=True)
class Rules:
    """What a publisher says of who may read a report: of the whole, and of sections and tables by their names."""

    report: Access | None = None
    licensed: tuple[str, ...] = ()
    public: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """The person a reader is handed to when the report is silent."""

    name: str
    role: str | None = None
    email: str | None = None
    phone: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading path and its text.

    ``text`` is the canonical plain text every offset refers to: paragraphs are separated by a blank line,
    a list item is a line that starts with ``- ``. ``line`` is the 1-based line in ``file`` where the section starts;
    of a format without lines it is the number of the block. ``pages`` are the offsets at which another printed page
    begins, each with its number; empty where the format has none. ``access`` is None where it is the report's.
    """

    heading: tuple[str, ...]
    text: str
    file: str
    line: int = 1
    pages: tuple[tuple[int, int], ...] = ()
    access: Access | None = None

    def page_at(self, offset: int) -> int | None:
        """The printed page a character stands on."""
        return next((page for start, page in reversed(self.pages) if start <= offset), None)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header, as printed; every row is as long as the header.

    A header of several rows is one path for each column, outermost first: "Revenue > 2024". ``depths`` says how far
    each row's name is indented below the rows above it, ``pages`` on which printed page each row stands; both are empty
    where the format says nothing. ``unit`` is what caption, header or note says of the numbers ("USD million"),
    ``notes`` are its footnotes. ``heading`` is the path of the section the table stands in (empty for a file of its
    own). ``access`` is None where it is the report's.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    file: str
    unit: str | None = None
    notes: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()
    line: int = 1
    depths: tuple[int, ...] = ()
    pages: tuple[int, ...] = ()
    access: Access | None = None

    def page_of(self, row: int) -> int | None:
        """The printed page a row stands on; of the header (row -1) that of the first row."""
        return self.pages[max(row, 0)] if self.pages else None


HEADER_STEP = " > "
"""Between the levels of a column's header."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something in a file that was not understood; reading went on without it."""

    file: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """One edition of one publication, as read. ``digest`` is the SHA-256 of its files' names and bytes.

    ``rules`` are what its files say of who may read it; ``ingest.access`` tells what follows for its parts.
    """

    id: str
    title: str
    digest: str
    sections: tuple[Section, ...]
    tables: tuple[Table, ...] = ()
    publisher: str | None = None
    published: date | None = None
    edition: str | None = None
    url: str | None = None
    access: Access = "public"
    contact: Contact | None = None
    notices: tuple[Notice, ...] = ()
    rules: Rules = Rules()

    @property
    def parts(self) -> tuple[Section | Table, ...]:
        """Its sections and its tables."""
        return (*self.sections, *self.tables)


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` of the text of section number ``section`` (0-based, end exclusive)."""

    section: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: table, row and column numbers, 0-based; row -1 is the header, column -1 the whole row."""

    table: int
    row: int
    column: int


Source = Span | Cell
"""Where something stands in a report. Always verbatim: the text there is what gets quoted."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The piece that is embedded and cited.

    ``text`` is verbatim: a stretch of a section (``source`` is a Span), or a table row rendered as
    "header: cell; header: cell" (``source`` is ``Cell(table, row, -1)``), or a table's title and header
    (``Cell(table, -1, -1)``). ``context`` is what is put before it for embedding: report title and heading path,
    for rows the table's title, unit and notes.
    """

    number: int
    text: str
    context: str
    source: Source

    @property
    def embedded(self) -> str:
        """The text the encoder sees."""
        return f"{self.context}\n{self.text}" if self.context else self.text


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list in a report: bulleted, a table column of names, or spelled out in a sentence ("A, B and C").

    ``label`` says what the items are in the report's own words: lead-in sentence, heading or column header.
    ``items`` are verbatim with their sources, in order. ``complete`` is False for "such as" and "including":
    the report names examples only.
    """

    label: str
    items: tuple[tuple[str, Source], ...]
    source: Source
    heading: tuple[str, ...] = ()
    complete: bool = True


PeriodKind = Literal["year", "fiscal year", "quarter", "half", "month", "months", "span"]


@dataclass(frozen=True, slots=True)
class Period:
    """The time a quantity speaks of: years ``first`` to ``last``, equal but for a span; ``part`` of the year.

    Of "months" it is how many months: the first of the year, or those up to the month ``end``, as in a report on the
    six months to September.
    """

    first: int
    last: int
    kind: PeriodKind = "year"
    part: int | None = None
    end: int | None = None

    def __str__(self) -> str:
        match self.kind:
            case "span":
                return f"{self.first}–{self.last}"
            case "fiscal year":
                return f"FY{self.first}"
            case "quarter":
                return f"Q{self.part} {self.first}"
            case "half":
                return f"H{self.part} {self.first}"
            case "month":
                return f"{self.first}-{self.part:02}"
            case "months" if self.end:
                return f"{self.part}M to {self.last}-{self.end:02}"
            case "months":
                return f"{self.part}M {self.first}"
            case _:
                return str(self.first)


Measure = Literal[
    "size",  # the level of a market or segment in money: size, revenue, value, sales, worth
    "volume",  # the same in units, tonnes, procedures …
    "cagr",  # compound annual growth rate over a span
    "growth",  # growth of one period over the one before, in percent
    "increase",  # how much is added over a span, in money or units ("will grow by USD 6.8 billion")
    "share",  # percent of a total
    "count",  # how many: tables, companies, countries, pages, beds
    "price",  # money for one thing: a licence, an average selling price
    "ratio",  # a multiple: 1.2x
    "other",  # a number whose measure is not one of the above; ``label`` has its words
]

Kind = Literal["money", "percent", "percentage points", "basis points", "multiple", "number"]
"""What sort of number it is. "number" is a plain or physical one; ``Quantity.unit`` then has its noun or symbol."""

Bound = Literal["exact", "about", "over", "under"]
"""How the report hedges: "about/around/nearly" → about, "more than/over/at least" → over, "less than/up to" → under."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as printed, with all that must be known before it may be said again.

    The amount is ``value * scale`` in ``currency`` or ``unit``: "USD 11.87 billion" is value 11.87, scale 10**9,
    kind "money", currency "USD". ``value`` keeps its printed digits (``Decimal("13.70")``), so its exponent is the
    printed precision. A range ("12%–15%") has ``upper``. Percentages are plain: 14.99% is value 14.99, kind "percent".

    ``subject`` is what it is about below the report's own market, in the report's words, outermost first, and empty
    for the market as a whole: ("Modality", "Computed tomography"). ``place`` is a canonical place name or None for the
    report's whole geography. ``measure`` is the class, ``label`` the report's own words for it ("revenue share").
    ``source`` is the number itself (Span of its characters, or its Cell); ``quote`` the sentence or row that says it.
    """

    text: str
    value: Decimal
    scale: Decimal
    kind: Kind
    source: Source
    quote: Source
    unit: str = ""
    currency: str | None = None
    upper: Decimal | None = None
    bound: Bound = "exact"
    period: Period | None = None
    measure: Measure = "other"
    label: str = ""
    subject: tuple[str, ...] = ()
    place: str | None = None
    forecast: bool = False  # the report says "expected", "projected", "will"
    tags: tuple[str, ...] = field(default=())  # words of its sentence that qualify it but fit nowhere above

    @property
    def amount(self) -> Decimal:
        """Value in units of one: USD 11.87 billion is 11870000000."""
        return self.value * self.scale

    @property
    def quantum(self) -> Decimal:
        """The size of the last printed digit, in units of one: 0.01 billion is 10000000."""
        exponent = self.value.as_tuple().exponent
        return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) * self.scale

    @property
    def significant_quantum(self) -> Decimal:
        """As ``quantum``, but the zeros that end decimals say nothing: 1,860.0 million is as fine as 1.86 billion."""
        exponent = self.value.normalize().as_tuple().exponent
        fine = min(exponent, 0) if isinstance(exponent, int) else 0
        return Decimal(1).scaleb(fine) * self.scale
