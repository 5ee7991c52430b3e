from xml.etree import ElementTree

from evals.specimen.edition import Edition
from evals.specimen.table import SpecimenTable
from evals.specimen.word_table import NAMESPACE, table_xml


def rows_of(table: SpecimenTable, edition: Edition) -> list[ElementTree.Element]:
    return ElementTree.fromstring(table_xml(table, edition.layout)).findall(f"{{{NAMESPACE}}}tr")


def texts(row: ElementTree.Element) -> list[str]:
    return [node.text or "" for node in row.iter(f"{{{NAMESPACE}}}t")]


def test_rows_hold_labels_and_numbers(editions: tuple[Edition, ...]) -> None:
    for edition in editions:
        for table in edition.tables:
            *_, last = rows_of(table, edition)
            shown = texts(last)[1:] if table.row_numbers else texts(last)
            assert shown == [table.rows[-1].label, *(cell.text for cell in table.rows[-1].cells)]


def test_headers_of_two_rows_are_merged(edition: Edition) -> None:
    table = next(one for one in edition.tables if one.kind == "two measures")
    xml = table_xml(table, edition.layout)
    assert xml.count('<w:gridSpan w:val="4"/>') == 2
    assert xml.count("<w:vMerge") == 2
    assert xml.count("<w:tblHeader/>") == 2


def test_children_are_indented(edition: Edition) -> None:
    table = next(one for one in edition.tables if one.rows[1].depth)
    assert table_xml(table, edition.layout).count("<w:ind ") == sum(row.depth > 0 for row in table.rows)
