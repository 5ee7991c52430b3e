import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.read.word.marks import W, inside, is_on, number, value


def names(xml: str) -> list[str]:
    spaces = f'{nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    return [str(child.tag).removeprefix(W) for child in inside(parse_xml(f"<w:body {spaces}>{xml}</w:body>"))]


def test_marks_around_what_is_seen_are_looked_through() -> None:
    assert names("<w:sdt><w:sdtContent><w:ins><w:tbl/></w:ins></w:sdtContent></w:sdt><w:p/>") == ["tbl", "p"]


def test_of_what_is_there_twice_one_is_seen() -> None:
    twice = (
        "<mc:AlternateContent><mc:Choice><w:p/></mc:Choice><mc:Fallback><w:tbl/></mc:Fallback></mc:AlternateContent>"
    )
    assert names(twice) == ["p"]
    assert names("<mc:AlternateContent><mc:Fallback><w:tbl/></mc:Fallback></mc:AlternateContent>") == ["tbl"]


@pytest.mark.parametrize(("text", "read"), [("12", 12), ("-3", -3), ("1.5", 1), ("", None), (None, None), ("x", None)])
def test_numbers_are_read_as_far_as_they_are_some(text: str | None, read: int | None) -> None:
    assert number(text) == read


def test_a_mark_is_on_off_or_not_there() -> None:
    run = parse_xml(f'<w:rPr {nsdecls("w")}><w:b/><w:i w:val="0"/><w:sz w:val="14"/></w:rPr>')
    assert (is_on(run, "b"), is_on(run, "i"), is_on(run, "u"), is_on(None, "b")) == (True, False, None, None)
    assert value(run, "sz") == "14"
