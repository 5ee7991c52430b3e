"""Reads CSV: one table for each file, with "# title:", "# unit:", "# note:", "# source:" lines before it."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from ingest.domain import Notice, Table
from ingest.errors import UnreadableFile
from ingest.read.captions import captions_table, find_unit, is_note, names_column
from ingest.read.decode import decode
from ingest.read.document import Document
from ingest.read.names import title_from_name

_COMMENT = re.compile(r"#+[ \t]*([A-Za-z]+)[ \t]*:[ \t]*(.*)")
_CAPTION = re.compile(r"(?:table|exhibit|chart|figure)\s+[A-Z]?\d[\w.]*\s*[:.–—-]\s*\S", re.IGNORECASE)
_NUMBER = re.compile(r"[-+−(]?\s*(?:[A-Z]{0,3}[$€£¥₹])?\s*\d[\d.,\s]*\s*(?:%|[a-z]{1,8})?\)?")
_YEAR = re.compile(r"(?:FY\s?)?(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?\s?[A-Za-z]{0,2}\*?")
_DELIMITERS = ",;\t|"


@dataclass(slots=True)
class _Comments:
    """What the lines before the header say, and the line the header is expected on."""

    title: str | None = None
    unit: str | None = None
    notes: list[str] = field(default_factory=list)
    delimiter: str | None = None
    header_line: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one record and the 1-based line it starts on."""

    line: int
    cells: tuple[str, ...]


def read_delimited(data: bytes, name: str) -> Document:
    """Read a file of values separated by commas, semicolons, tabs or bars. Raises UnreadableFile."""
    decoded = decode(data, name)
    notices = list(decoded.notices)
    lines = decoded.text.split("\n")
    comments = _read_comments(lines, name, notices)
    body = lines[comments.header_line - 1 :]
    records = _records(body, name, comments)
    rows = [row for row in records if any(row.cells)]
    if not rows:
        raise UnreadableFile(name, "there is no table in the file", "Add a header line and rows, or remove it")
    header, rows = _header(rows, name, notices)
    rows = _footnotes_off(rows, comments.notes)
    if not rows:
        raise UnreadableFile(name, "the table has a header but no rows", "Add rows or remove the file", header.line)
    even = tuple(_evened(rows, len(header.cells), name, notices))
    title = comments.title or _corner_title(header) or title_from_name(PurePath(name).stem)
    unit = comments.unit or find_unit(title, header.cells, comments.notes, [row[0] for row in even])
    table = Table(title, header.cells, even, name, unit, tuple(comments.notes), line=header.line)
    return Document(tables=(table,), notices=tuple(notices))


def _read_comments(lines: Sequence[str], name: str, notices: list[Notice]) -> _Comments:
    comments = _Comments()
    for number, line in enumerate(lines, start=1):
        comments.header_line = number
        match = _COMMENT.match(line)
        if match:
            _take(
                comments,
                match[1].lower(),
                match[2].strip().rstrip(",;\t").strip('"'),
                Notice(name, number, ""),
                notices,
            )
        elif line.lower().startswith("sep=") and len(line) == 5:  # written by spreadsheets
            comments.delimiter = line[4]
        elif _is_free_comment(line, next((other for other in lines[number:] if other.strip()), "")):
            said = line.strip("# \t,;").strip('"')
            if comments.title is None and _CAPTION.match(said):
                comments.title = said
            else:
                comments.notes.append(said)
        elif line.strip():
            break
    return comments


def _is_free_comment(line: str, below: str) -> bool:
    """Whether a line that begins with # is a remark: a header such as "# of plants,2024" has cells as the row below."""
    if not re.match(r"#+\s*\w", line):
        return False
    if below.startswith("#") or _CAPTION.match(line.lstrip("# \t")):
        return True
    return not any(line.count(mark) == below.count(mark) > 0 for mark in _DELIMITERS)


def _take(comments: _Comments, key: str, value: str, at: Notice, notices: list[Notice]) -> None:
    match key:
        case "title":
            comments.title = value or None
        case "unit" | "units":
            comments.unit = value or None
        case "note" | "notes" | "source" | "sources":
            comments.notes.append(f"{key.capitalize()}: {value}")
        case _:
            problem = f"'# {key}:' is not known before a table (title, unit, note, source); it was kept as a note"
            notices.append(Notice(at.file, at.line, problem))
            comments.notes.append(f"{key.capitalize()}: {value}")


def _records(lines: Sequence[str], name: str, comments: _Comments) -> list[Row]:
    delimiter = comments.delimiter or _delimiter(lines)
    if delimiter is None:
        numbered = enumerate(lines, start=comments.header_line)
        return [Row(number, (line.strip().strip('"').strip(),)) for number, line in numbered]
    return list(_parsed(lines, delimiter, name, comments.header_line))


def _delimiter(lines: Sequence[str]) -> str | None:
    """The mark that cuts most lines into as many cells as the header; None when the header is a single cell.

    ``csv.Sniffer`` takes letters and decimal commas for delimiters.
    """
    sample = [line for line in lines[:200] if line.strip()]
    best: tuple[float, int, str] | None = None
    for mark in _DELIMITERS:
        try:
            counts = [len(row) for row in csv.reader(sample, delimiter=mark) if row]
        except csv.Error:  # a line that this mark does not cut is longer than a cell may be
            continue
        if counts and counts[0] > 1:
            score = (counts.count(counts[0]) / len(counts), counts[0], mark)
            best = max(best, score) if best else score
    return best[2] if best else None


MAX_CELLS = 16_384
"""Cells of a row, as many as a row of Excel has: a table whose line ends are lost is one row of millions."""


def _parsed(lines: Sequence[str], delimiter: str, name: str, first: int) -> Iterator[Row]:
    reader = csv.reader([f"{line}\n" for line in lines], delimiter=delimiter, strict=True, skipinitialspace=True)
    start = 0
    try:
        for cells in reader:
            if len(cells) > MAX_CELLS:
                problem = f"the row that starts here has {len(cells):,} cells, more than {MAX_CELLS:,}"
                raise UnreadableFile(name, problem, "Put each record into a row of its own", first + start)
            yield Row(first + start, tuple(re.sub(r"\s*\n\s*", " ", cell).strip(" \t") for cell in cells))
            start = reader.line_num
    except csv.Error as error:
        remedy = 'Close it, and write a quote inside a quoted cell twice ("")'
        raise UnreadableFile(
            name, "a quote in the row that starts here is not closed", remedy, first + start
        ) from error


def _header(rows: list[Row], name: str, notices: list[Notice]) -> tuple[Row, list[Row]]:
    """The header and the rows below it; an empty header where the first row is already data."""
    first = rows[0]
    if _is_data(rows):
        notices.append(Notice(name, first.line, "the table has no header: its first row is data; name the columns"))
        return Row(first.line, ("",) * len(first.cells)), rows
    names = Counter(cell for cell in first.cells if cell)
    for cell, count in names.items():
        if count > 1:
            notices.append(Notice(name, first.line, f"{count} columns are named '{cell}'; give each its own name"))
    last = max(
        (at for at, cell in enumerate(first.cells) if cell or any(len(r.cells) > at and r.cells[at] for r in rows)),
        default=0,
    )
    return Row(first.line, first.cells[: last + 1]), rows[1:]


def _corner_title(header: Row) -> str | None:
    corner = header.cells[0]
    return corner if len(header.cells) > 1 and captions_table(corner) else None


def _is_data(rows: Sequence[Row]) -> bool:
    cells = rows[0].cells
    numbers = [
        cell
        for at, cell in enumerate(cells)
        if _NUMBER.fullmatch(cell)
        and not names_column(cell, [row.cells[at] for row in rows[1:] if at < len(row.cells)])
    ]
    return any(not _YEAR.fullmatch(cell) for cell in numbers) or (len(numbers) == len(cells) and len(cells) > 1)


def _footnotes_off(rows: list[Row], notes: list[str]) -> list[Row]:
    """The rows without the note lines at their end, which go to ``notes``."""
    kept = list(rows)
    tail: list[str] = []
    while kept and (said := _note(kept[-1])):
        tail.insert(0, said)
        kept.pop()
    notes.extend(tail)
    return kept


def _note(row: Row) -> str | None:
    said = ", ".join(cell for cell in row.cells if cell)
    match = _COMMENT.match(said)
    if match:
        return f"{match[1].capitalize()}: {match[2]}"
    return said if is_note(said) and not any(_NUMBER.fullmatch(cell) for cell in row.cells[1:]) else None


def _evened(rows: Sequence[Row], width: int, name: str, notices: list[Notice]) -> Iterator[tuple[str, ...]]:
    """The rows as long as the header. A longer row cannot be trusted (an unquoted "1,234"?), so it is left out."""
    uneven = 0
    for row in rows:
        extra = any(row.cells[width:])
        uneven += extra
        if extra:
            problem = f"the row has {len(row.cells)} cells for {width} columns and was left out"
            notices.append(Notice(name, row.line, f"{problem}; quote cells that hold the separator"))
            continue
        if len(row.cells) < width:
            notices.append(
                Notice(name, row.line, f"the row has {len(row.cells)} cells for {width} columns; the rest is empty")
            )
        yield (*row.cells[:width], *("",) * (width - len(row.cells)))
    if uneven * 2 > len(rows):
        remedy = "Quote cells that hold the separator, or name every column"
        raise UnreadableFile(
            name, f"{uneven} of {len(rows)} rows have more cells than the header", remedy, rows[0].line
        )
