"""Looks over a workbook's sheets as they are stored, before they are opened whole."""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from posixpath import join, normpath

from lxml import etree
from openpyxl.worksheet.cell_range import CellRange

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BOOK = "xl/workbook.xml"


@dataclass(slots=True)
class SheetFacts:
    """What only the stored sheet tells.

    ``uncalculated`` formulas have no result in the file: openpyxl gives results and of these formulas nothing.
    ``covered`` is how many cells its merged cells and links cover: openpyxl makes an object of each.
    """

    uncalculated: int = 0
    covered: int = 0


def sheet_facts(package: zipfile.ZipFile) -> Mapping[str, SheetFacts]:
    """The facts of each sheet, by its name."""
    return {name: _facts(package, part) for name, part in _sheets(package).items()}


def _sheets(package: zipfile.ZipFile) -> Mapping[str, str]:
    """Each sheet's part of the package."""
    relations = etree.fromstring(package.read("xl/_rels/workbook.xml.rels"), _parser())
    parts = {relation.get("Id"): normpath(join("xl", relation.get("Target", "")).lstrip("/")) for relation in relations}
    book = etree.fromstring(package.read(_BOOK), _parser())
    sheets = {sheet.get("name", ""): parts.get(sheet.get(_RELATION), "") for sheet in book.iter(f"{_MAIN}sheet")}
    known = set(package.namelist())
    return {name: part for name, part in sheets.items() if part in known}


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)


def _facts(package: zipfile.ZipFile, part: str) -> SheetFacts:
    facts = SheetFacts()
    tags = [f"{_MAIN}{name}" for name in ("row", "mergeCell", "hyperlink")]
    with package.open(part) as source:
        for _, element in etree.iterparse(source, tag=tags, resolve_entities=False, no_network=True):
            if element.tag == tags[0]:
                facts.uncalculated += sum(_lacks_result(cell) for cell in element)
                element.clear()
            elif ":" in element.get("ref", ""):
                size = CellRange(element.get("ref", "")).size
                facts.covered += size["rows"] * size["columns"]
    return facts


def _lacks_result(cell: etree._Element) -> bool:
    if cell.find(f"{_MAIN}f") is None:
        return False
    result = cell.find(f"{_MAIN}v")
    return result is None or (not result.text and cell.get("t") != "str")  # a formula may well give an empty text
