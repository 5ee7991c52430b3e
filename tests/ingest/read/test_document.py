from ingest.read.document import Document, Metadata


def test_a_document_says_nothing_unless_its_file_does() -> None:
    assert Document().metadata == Metadata() and Document().sections == () and Document().title is None
