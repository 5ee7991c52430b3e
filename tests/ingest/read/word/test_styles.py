import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.read.word.styles import Style, paragraph_style, styles_in


def styles(xml: str) -> dict[str, Style]:
    return dict(styles_in(parse_xml(f"<w:styles {nsdecls('w')}>{xml}</w:styles>")))


def style(name: str, inside: str = "", base: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    named = f'<w:name w:val="{name}"/>{based}'
    return f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}">{named}{inside}</w:style>'


def properties(xml: str) -> str:
    return f"<w:pPr>{xml}</w:pPr>"


def test_words_own_styles_are_known() -> None:
    known = styles_in(docx.Document().styles.element)
    assert (known["Title"].level, known["Heading1"].level, known["Heading3"].level) == (0, 1, 3)
    assert (known["ListBullet"].item, known["ListBullet3"].item) == (0, 2)
    assert known["TOCHeading"].contents
    assert known["Caption"].caption
    assert (known["Normal"], known["Subtitle"].item) == (Style(), None)


@pytest.mark.parametrize("name", ["heading 2", "Überschrift 2", "Titre 2", "Heading 2 Numbered"])
def test_a_heading_is_known_by_its_name_in_any_language(name: str) -> None:
    assert next(iter(styles(style(name)).values())).level == 2


def test_a_style_takes_over_what_it_is_based_on() -> None:
    known = styles(
        style("heading 1", properties('<w:ind w:left="100"/>') + "<w:rPr><w:b/></w:rPr>")
        + style("Chapter", base="heading1")
        + style("Plain chapter", "<w:rPr><w:b w:val='0'/></w:rPr>", base="Chapter")
    )
    assert known["Chapter"] == Style(level=1, indent=100, bold=True)
    assert known["Plainchapter"] == Style(level=1, indent=100)


def test_an_outline_level_makes_a_heading_and_body_text_none() -> None:
    known = styles(
        style("Part", properties('<w:outlineLvl w:val="0"/>'))
        + style("Body", properties('<w:outlineLvl w:val="9"/>'), "Part")
    )
    assert (known["Part"].level, known["Body"].level) == (1, None)


def test_styles_that_are_based_on_each_other_in_a_ring_are_read() -> None:
    assert styles(style("A", base="B") + style("B", base="A")).keys() == {"A", "B"}


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ('<w:pStyle w:val="Item"/>', Style(item=1, indent=400)),
        ('<w:pStyle w:val="Item"/><w:numPr><w:numId w:val="0"/></w:numPr>', Style(indent=400)),
        ('<w:numPr><w:ilvl w:val="2"/><w:numId w:val="5"/></w:numPr>', Style(item=2)),
        ('<w:outlineLvl w:val="1"/>', Style(level=2)),
        ('<w:ind w:start="300" w:hanging="100"/>', Style(indent=200)),
        ('<w:pStyle w:val="Unknown"/>', Style()),
    ],
)
def test_what_a_paragraph_says_itself_overrules_its_style(said: str, read: Style) -> None:
    listed = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr><w:ind w:left="400"/>'
    known = styles(style("Item", properties(listed)))
    paragraph = parse_xml(f"<w:p {nsdecls('w')}>{properties(said)}</w:p>")
    assert paragraph_style(paragraph, known) == read
