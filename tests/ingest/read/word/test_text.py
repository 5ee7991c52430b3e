from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.read.word.styles import PLAIN, Style
from ingest.read.word.text import ParagraphText, paragraph_text


def text(runs: str, style: Style = PLAIN, **styles: Style) -> ParagraphText:
    return paragraph_text(parse_xml(f"<w:p {nsdecls('w', 'r', 'm')}>{runs}</w:p>"), style, styles)


def run(content: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>"


def test_a_fields_instruction_is_not_seen() -> None:
    field = run('<w:fldChar w:fldCharType="begin"/>') + run("<w:instrText>SEQ Table</w:instrText>")
    field += (
        run('<w:fldChar w:fldCharType="separate"/>') + run("<w:t>3</w:t>") + run('<w:fldChar w:fldCharType="end"/>')
    )
    assert text(run("<w:t xml:space='preserve'>Table </w:t>") + field).line == "Table 3"


def test_links_and_formulas_are_seen() -> None:
    link = f'<w:hyperlink r:id="rId1">{run("<w:t>here</w:t>")}</w:hyperlink>'
    assert text(f"{link}<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>").line == "herex=2"


def test_hidden_text_is_not_seen() -> None:
    assert text(run("<w:t>a</w:t>") + run("<w:t>b</w:t>", "<w:vanish/>")).line == "a"


def test_raised_digits_are_kept_apart_from_the_number() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    assert text(run("<w:t>4,213</w:t>") + run("<w:t>1</w:t>", raised)).line == "4,213¹"


def test_tabs_are_spaces_and_breaks_within_a_sentence_too() -> None:
    found = text(
        run("<w:t>Base year:</w:t><w:tab/><w:t>2024</w:t><w:br/><w:t>Scope: World</w:t><w:br/><w:t>in full</w:t>")
    )
    assert found.lines == "Base year: 2024\nScope: World in full"
    assert found.line == "Base year: 2024 Scope: World in full"
    assert text(run('<w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t>')).lines == "a b"


def test_hyphens_and_symbols_are_seen() -> None:
    content = '<w:t>low</w:t><w:noBreakHyphen/><w:t>cost</w:t><w:sym w:font="x" w:char="00B1"/><w:sym w:char="F0B7"/>'
    assert text(run(content) + run('<w:sym w:char="zz"/><w:sym/>')).line == "low-cost±"


def test_a_paragraph_is_strong_when_all_that_is_seen_is_bold() -> None:
    bold = run("<w:t>a</w:t>", "<w:b/>")
    assert text(bold + run("<w:t xml:space='preserve'> </w:t>")).strong
    assert not text(bold + run("<w:t>b</w:t>")).strong
    assert text(run("<w:t>a</w:t>"), Style(bold=True)).strong
    assert not text(run("<w:t>a</w:t>", '<w:b w:val="0"/>'), Style(bold=True)).strong
    assert text(run("<w:t>a</w:t>", '<w:rStyle w:val="Strong"/>'), Strong=Style(bold=True)).strong
    assert not text("").strong
