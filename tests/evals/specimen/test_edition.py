from evals.specimen.edition import Asked, Bullets, Edition, Heading, Paragraph, Sentence, sentences
from evals.specimen.layout import LAYOUTS
from evals.specimen.markets import IMAGING

BLOCKS = (
    Heading(1, "Summary"),
    Paragraph((Sentence("One."), Sentence("Two."))),
    Heading(1, "Questions"),
    Bullets("Lead:", (Sentence("Three"),)),
    Asked("Why?", Sentence("Four.")),
)


def test_sentences_know_their_heading() -> None:
    found = [(heading, number, sentence.text) for heading, number, sentence in sentences(BLOCKS)]
    assert found == [
        ("Summary", 1, "One."),
        ("Summary", 1, "Two."),
        ("Questions", 3, "Three"),
        ("Questions", 4, "Four."),
    ]


def test_chapters_hold_what_is_under_them() -> None:
    edition = Edition("name", "Title", IMAGING, LAYOUTS[0], BLOCKS)
    assert [(title, len(inside)) for title, inside in edition.chapters()] == [("Summary", 1), ("Questions", 2)]


def test_an_edition_names_whom_to_write_to() -> None:
    edition = Edition("name", "Title", IMAGING, LAYOUTS[0], BLOCKS)
    assert dict(edition.contact)["Email"] == "service@hallmoor-specimen-research.example"
    assert edition.published == "2025-11-14"
