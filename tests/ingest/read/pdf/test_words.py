import pypdfium2 as pdfium
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from ingest.read.pdf.words import Sheet, sheet_of
from tests.ingest.read.pdf.drawn import HEIGHT, LEFT, PROSE, WIDTH, Drawing

REGIONS = "Region | 2024 | 2025\nEurope | 8.0 | 8.8\nAsia | 10.0 | 11.2"


def sheet(drawing: Drawing, number: int = 1) -> Sheet:
    document = pdfium.PdfDocument(drawing.data())
    try:
        return sheet_of(document[number - 1], number)
    finally:
        document.close()


def texts(drawing: Drawing) -> list[str]:
    return [word.text for word in sheet(drawing).words]


def test_a_word_has_its_place_from_the_top_left_corner() -> None:
    drawing = Drawing()
    drawing.text(LEFT, 100, "Drones fly", 12)
    drones, fly = sheet(drawing).words
    assert (drones.text, fly.text, fly.spaced) == ("Drones", "fly", True)
    assert drones.base == pytest.approx(100, abs=0.1)
    assert drones.box.left == pytest.approx(LEFT, abs=1)
    assert drones.box.top < 100 < fly.box.left
    assert (drones.size, drones.bold) == (12, False)


def test_bold_and_size_are_known() -> None:
    drawing = Drawing()
    drawing.text(LEFT, 100, "Drones", 18, bold=True)
    (word,) = sheet(drawing).words
    assert (word.size, word.bold) == (18, True)


def test_a_page_knows_its_size_and_number() -> None:
    drawing = Drawing()
    drawing.next_page()
    drawing.prose(70)
    found = sheet(drawing, 2)
    assert (found.number, found.width, found.height) == (2, WIDTH, HEIGHT)


def test_words_that_are_far_apart_are_two_without_a_blank() -> None:
    drawing = Drawing()
    drawing.text(LEFT, 100, "Europe")
    drawing.text(300, 100, "8.0")
    assert texts(drawing) == ["Europe", "8.0"]


def test_a_number_with_narrow_digits_stays_one_word() -> None:
    drawing = Drawing()
    drawing.text(LEFT, 100, "11,111.1")
    assert texts(drawing) == ["11,111.1"]


def test_text_that_leans_is_left_out() -> None:
    drawing = Drawing()
    drawing.canvas.saveState()
    drawing.canvas.translate(150, 300)
    drawing.canvas.rotate(45)
    drawing.canvas.drawString(0, 0, "CONFIDENTIAL")
    drawing.canvas.restoreState()
    drawing.text(LEFT, 100, "Drones")
    assert texts(drawing) == ["Drones"]


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_a_rotated_page_is_read_as_it_is_shown(angle: int) -> None:
    drawing = Drawing(rotated=angle)
    turns = {0: (0, 0), 90: (WIDTH, 0), 180: (WIDTH, HEIGHT), 270: (0, HEIGHT)}
    drawing.canvas.translate(*turns[angle])
    drawing.canvas.rotate(angle if angle != 270 else -90)
    lift = HEIGHT - WIDTH if angle in (90, 270) else 0
    below = drawing.prose(120 + lift)
    drawing.rows(below, REGIONS)
    read = drawing.read()
    assert [section.text for section in read.sections] == [PROSE]
    assert read.tables[0].header == ("Region", "2024", "2025")
    assert read.tables[0].rows == (("Europe", "8.0", "8.8"), ("Asia", "10.0", "11.2"))


def test_a_footnotes_mark_is_raised_and_a_small_word_on_the_line_is_not() -> None:
    drawing = Drawing()
    drawing.marked(LEFT, 100, "grew", "1")
    drawing.text(200, 100, "sold")
    drawing.text(221, 100, "2", 6)
    assert [(word.text, word.raised) for word in sheet(drawing).words] == [
        ("grew", False),
        ("1", True),
        ("sold", False),
        ("2", False),
    ]


def test_rules_are_lines_thin_boxes_and_the_edges_of_drawn_boxes() -> None:
    drawing = Drawing()
    drawing.rule(100)
    drawing.canvas.rect(LEFT, HEIGHT - 200, 300, 1, stroke=0, fill=1)
    assert len(sheet(drawing).across) == 2
    boxed = Drawing()
    boxed.canvas.rect(LEFT, 400, 300, 40)
    found = sheet(boxed)
    assert (len(found.across), len(found.down)) == (2, 2)


def test_a_shade_is_no_rule() -> None:
    drawing = Drawing()
    drawing.canvas.rect(LEFT, 400, 300, 40, stroke=0, fill=1)
    found = sheet(drawing)
    assert (found.across, found.down) == ((), ())


def test_a_page_knows_how_much_of_it_is_pictures() -> None:
    drawing = Drawing()
    drawing.picture(0, HEIGHT, WIDTH, HEIGHT / 2)
    assert sheet(drawing).pictured == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize("typed", ["------", "======", "______"])
def test_a_rule_made_of_characters_is_a_rule_and_no_word(typed: str) -> None:
    drawing = Drawing()
    drawing.text(LEFT, 100, "Profit")
    drawing.text(LEFT, 112, typed)
    found = sheet(drawing)
    assert [word.text for word in found.words] == ["Profit"]
    (rule,) = found.across
    assert (rule.left, rule.top) == (pytest.approx(LEFT, abs=1), pytest.approx(107, abs=1))


def test_dashes_that_say_a_figure_is_missing_are_words() -> None:
    drawing = Drawing()
    drawing.text(LEFT, 100, "---")
    found = sheet(drawing)
    assert ([word.text for word in found.words], found.across) == (["---"], ())


def test_a_mark_as_large_as_its_word_is_raised_where_it_stands_higher() -> None:
    drawing = Drawing()
    drawing.text(LEFT, 100, "grew")
    drawing.text(82, 96, "1")
    drawing.text(LEFT, 130, "grew")
    drawing.text(82, 129, "2")
    assert [(word.text, word.raised) for word in sheet(drawing).words] == [
        ("grew", False),
        ("1", True),
        ("grew2", False),
    ]


@pytest.mark.parametrize(
    ("first", "second", "gap", "expected"),
    [
        ("Pultrusion", "Filament", 0.8, ["Pultrusion", "Filament"]),
        ("2034F", "CAGR", 0.8, ["2034F", "CAGR"]),
        ("2034F", "CAGR", -0.8, ["2034F", "CAGR"]),
        ("2034", "F", 0.0, ["2034F"]),
        ("Pultrusion", "Filament", 0.0, ["PultrusionFilament"]),
        ("REP", "ORT", 0.8, ["REPORT"]),
    ],
)
def test_a_text_drawn_by_itself_that_begins_with_a_capital_is_a_word(
    first: str, second: str, gap: float, expected: list[str]
) -> None:
    drawing = Drawing()
    drawing.text(LEFT, 100, first, 9)
    drawing.text(LEFT + stringWidth(first, "Helvetica", 9) + gap, 100, second, 9)
    assert texts(drawing) == expected
