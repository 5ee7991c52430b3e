from evals.specimen.edition import Edition, Heading, Paragraph, Sentence
from evals.specimen.flow import FOOT, Flow
from evals.specimen.ink import Page, Text
from evals.specimen.layout import LAYOUTS

LONG = Paragraph((Sentence("Word after word fills the line and then the next one."),) * 12)


def texts(page: Page) -> list[str]:
    return [mark.text for mark in page.marks if isinstance(mark, Text)]


def test_a_chapter_opens_a_page() -> None:
    flow = Flow(LAYOUTS[0])
    flow.put([Heading(1, "One"), LONG, Heading(2, "Inside"), Heading(1, "Two")])
    assert [page.headings for page in flow.pages] == [[(1, "One"), (2, "Inside")], [(1, "Two")]]


def test_prose_stands_in_two_columns_where_the_layout_has_them() -> None:
    starts = []
    for layout in LAYOUTS[:2]:
        flow = Flow(layout)
        flow.put([LONG])
        starts.append({mark.x for mark in flow.pages[0].marks if isinstance(mark, Text)})
    assert [len(columns) for columns in starts] == [1, 2]


def test_nothing_is_lost_between_columns() -> None:
    flow = Flow(LAYOUTS[1])
    flow.put([LONG])
    assert " ".join(texts(flow.pages[0])) == LONG.text


def test_a_footnote_stands_at_the_foot_of_its_page() -> None:
    flow = Flow(LAYOUTS[0])
    flow.put([Heading(1, "One"), Paragraph((Sentence("Text."),), "A note.")])
    note = next(mark for mark in flow.pages[0].marks if isinstance(mark, Text) and "A note." in mark.text)
    assert (note.y, note.text) == (FOOT, "1) A note.")
    assert "Text. 1)" in texts(flow.pages[0])


def test_a_table_that_goes_on_repeats_its_caption_and_header(editions: tuple[Edition, ...]) -> None:
    edition = editions[0]
    flow = Flow(edition.layout)
    flow.put(edition.blocks)
    continued = [text for page in flow.pages for text in texts(page) if text.endswith("(continued)")]
    assert continued
    assert len(flow.tables) == len(edition.tables)
