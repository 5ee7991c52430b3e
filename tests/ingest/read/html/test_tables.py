import pytest

from ingest.domain import Table
from ingest.read.document import Document
from ingest.read.html.reader import read_html


def read(body: str) -> Document:
    return read_html(f"<h1>Tea</h1>{body}".encode(), "page.html")


def table(body: str) -> Table:
    (found,) = read(f"<table>{body}</table>").tables
    return found


HEAD = "<tr><th>Region</th><th>2024</th></tr>"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("123<sup>a</sup>", "123"),
        ("123<sup>1,2</sup>", "123"),
        ("5.2%<sup>(b)</sup>", "5.2%"),
        ("12<span style='vertical-align:super;font-size:6pt'>3</span>", "12"),
        ("12<font style='position:relative;top:-3pt'>3</font>", "12"),
        ("&minus;5", "−5"),
        ("1&nbsp;204", "1 204"),
    ],
)
def test_footnote_marks_are_kept_off_figures(cell: str, text: str) -> None:
    assert table(f"{HEAD}<tr><td>Asia<td>{cell}</tr>").rows == (("Asia", text),)


@pytest.mark.parametrize(
    "cell",
    [
        "<td style='padding-left:20px'>Japan",
        "<td style='padding: 2px 1pt 2px 13pt'>Japan",
        "<td><p style='margin-left:12pt'>Japan</p>",
        "<td><div style='text-indent:1em'>Japan</div>",
        "<td class='indent1'>Japan",
        "<td>&nbsp;&nbsp;&nbsp;Japan",
        "<th scope=row class=deep>Japan",
    ],
)
def test_indents_of_every_kind_are_depths(cell: str) -> None:
    sheet = "<style>.deep { padding-left: 1.5em }</style>"
    rows = f"{HEAD}<tr><td>Asia<td>9</tr><tr>{cell}<td>5</tr>"
    assert table(rows + sheet).depths == (0, 1)


def test_a_hanging_indent_is_none() -> None:
    hanging = "<td style='padding-left:1em;text-indent:-1em'>"
    assert table(f"{HEAD}<tr>{hanging}Asia<td>9</tr><tr>{hanging}Africa<td>5</tr>").depths == ()


def test_rows_stand_in_the_order_of_head_bodies_and_foot() -> None:
    found = table(
        "<tfoot><tr><td>Total<td>9</tr><tr><td colspan=2>Rounded.</tr></tfoot><tbody><tr><td>Asia<td>5</tbody>"
        "<tbody><tr><td>Africa<td>4</tbody><thead><tr><td>Region<td>2024</thead>"
    )
    assert found.header == ("Region", "2024") and found.notes == ("Rounded.",)
    assert [row[0] for row in found.rows] == ["Asia", "Africa", "Total"]


def test_the_second_line_of_a_caption_is_a_note() -> None:
    found = table(
        f"<caption>Tea by region<br><small>All values in EUR million</small></caption>{HEAD}<tr><td>Asia<td>5</tr>"
    )
    assert found.title == "Tea by region" and found.notes == ("All values in EUR million",)


def test_hidden_rows_are_left_out() -> None:
    assert len(table(f"{HEAD}<tr><td>Asia<td>5</tr><tr style='display:none'><td>x<td>1</tr>").rows) == 1


@pytest.mark.parametrize(
    "layout",
    [
        "<table><tr><td><h2>Size</h2><p>Big.</p></td><td><h2>Place</h2><p>Far.</p></td></tr></table>",
        "<table><tr><td><h2>Size</h2></td></tr><tr><td>Big.</td></tr><tr><td><h2>Place</h2>Far.</td></tr></table>",
        "<table role=presentation><tr><td><h2>Size</h2>Big.</td></tr><tr><td><h2>Place</h2>Far.</td></tr></table>",
    ],
)
def test_layout_tables_are_looked_into(layout: str) -> None:
    document = read(layout)
    assert [(one.heading, one.text) for one in document.sections] == [
        (("Tea", "Size"), "Big."),
        (("Tea", "Place"), "Far."),
    ]
    assert document.tables == ()


def test_a_table_within_a_layout_table_is_read() -> None:
    (found,) = read(f"<table><tr><td>Menu<td><table>{HEAD}<tr><td>Asia<td>5</table></table>").tables
    assert found.rows == (("Asia", "5"),)


def test_a_table_that_sets_bullets_is_a_list() -> None:
    document = read("<table><tr><td>&bull;<td>Green tea<tr><td>&bull;<td>Black tea</table>")
    assert document.sections[0].text == "- Green tea\n- Black tea" and document.tables == ()


def test_lines_of_names_in_a_cell_are_a_list() -> None:
    found = table("<tr><th>Attribute<th>Details<tr><td>Countries<td>Japan<br>India<br>Brazil<tr><td>Base year<td>2024")
    assert found.rows[0] == ("Countries", "Japan, India, Brazil")


def test_the_caption_of_a_figure_titles_its_table() -> None:
    rows = "<tr><th>Region<th>2024<tr><td>Asia<td>5<tr><td>Europe<td>4"
    caption = "<figcaption>Tea by Region (EUR million). Source: Tea Data, 2025</figcaption>"
    (found,) = read(f"<h2>Outlook</h2><figure><table>{rows}</table>{caption}</figure>").tables
    assert (found.title, found.unit) == ("Tea by Region (EUR million)", "EUR million")
    assert found.notes == ("Source: Tea Data, 2025",)
    (noted,) = read(
        f"<h2>Outlook</h2><figure><table>{rows}</table><figcaption>As of May 2025.</figcaption></figure>"
    ).tables
    assert noted.title == "Outlook"
