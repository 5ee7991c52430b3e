"""A table in WordprocessingML, written whole: cell by cell, the library takes minutes for a full edition."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape

from evals.specimen.layout import Layout
from evals.specimen.table import Row, SpecimenTable

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TWIPS = 20
"""To a point."""

Merge = Literal["", "restart", "continue"]


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell, ``wide`` columns across."""

    text: str
    bold: bool = False
    right: bool = False
    indent: int = 0
    wide: int = 1
    merge: Merge = ""

    def __str__(self) -> str:
        span = f'<w:gridSpan w:val="{self.wide}"/>' if self.wide > 1 else ""
        joined = f'<w:vMerge w:val="{self.merge}"/>' if self.merge else ""
        inset = f'<w:ind w:left="{self.indent * 10 * TWIPS}"/>' if self.indent else ""
        aligned = '<w:jc w:val="right"/>' if self.right else ""
        weight = "<w:b/>" if self.bold else ""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>{span}{joined}</w:tcPr>'
            f'<w:p><w:pPr><w:spacing w:after="0"/>{inset}{aligned}</w:pPr>'
            f'<w:r><w:rPr>{weight}<w:sz w:val="14"/></w:rPr><w:t xml:space="preserve">{escape(self.text)}</w:t></w:r>'
            "</w:p></w:tc>"
        )


def table_xml(table: SpecimenTable, layout: Layout) -> str:
    """The element of a table, its header rows repeated on each page."""
    return "".join(_parts(table, layout))


def _parts(table: SpecimenTable, layout: Layout) -> Iterator[str]:
    style = "TableGrid" if layout.rules == "ruled" else "TableNormal"
    yield f'<w:tbl xmlns:w="{NAMESPACE}"><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="0" w:type="auto"/>'
    yield f"{_borders(layout)}</w:tblPr><w:tblGrid>"
    count = len(table.columns) + (2 if table.row_numbers else 1)
    yield '<w:gridCol w:w="1000"/>' * count + "</w:tblGrid>"
    yield from _header(table)
    for number, row in enumerate(table.rows, start=1):
        yield _row(table, row, number)
    yield "</w:tbl>"


def _borders(layout: Layout) -> str:
    if layout.rules != "horizontal":
        return ""
    sides = "".join(f'<w:{side} w:val="single" w:sz="6"/>' for side in ("top", "bottom"))
    return f"<w:tblBorders>{sides}</w:tblBorders>"


def _header(table: SpecimenTable) -> Iterator[str]:
    names = ["No.", table.stub] if table.row_numbers else [table.stub]
    leaves = [_Cell(path[-1], bold=True, right=True) for path in table.columns]
    if table.header_rows == 1:
        yield _line([*(_Cell(name, bold=True) for name in names), *leaves], header=True)
        return
    stubs = [_Cell(name, bold=True, merge="restart") for name in names]
    yield _line([*stubs, *(_Cell(name, bold=True, wide=wide) for name, wide in table.header_groups())], header=True)
    yield _line([*(_Cell("", merge="continue") for _ in names), *leaves], header=True)


def _row(table: SpecimenTable, row: Row, number: int) -> str:
    bold = row.role != "leaf"
    count = [_Cell(str(number), right=True)] if table.row_numbers else []
    if row.role == "heading":
        return _line([*count, _Cell(row.label, bold=True, wide=len(table.columns) + 1)])
    label = _Cell(row.label, bold=bold, indent=row.depth)
    return _line([*count, label, *(_Cell(cell.text, bold=bold, right=True) for cell in row.cells)])


def _line(cells: Iterable[_Cell], header: bool = False) -> str:
    repeated = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    return f"<w:tr>{repeated}{''.join(map(str, cells))}</w:tr>"
