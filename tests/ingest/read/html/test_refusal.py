import pytest

from ingest.errors import UnreadableFile
from ingest.read.html.reader import read_html


def problem(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_html(data, "page.html")
    assert caught.value.remedy
    return caught.value.problem


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%...", "a PDF"),
        (b"PK\x03\x04\x14\x00", "a zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word or Excel file"),
        (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;", "a web archive"),
        (b"region,2023,2024\nAsia,5,6\n", "no HTML"),
        (b'{"html": "none"}', "no HTML"),
        (b"a\x00\x01\x02\x03b", "binary"),
        (b"  \n", "empty"),
    ],
)
def test_what_is_no_page_is_refused_by_what_it_is(data: bytes, what: str) -> None:
    assert what in problem(data)


@pytest.mark.parametrize(
    "page",
    [
        '<html><body><div id="root"></div><script src="app.js"></script></body></html>',
        "<html><body><noscript>You need to enable JavaScript.</noscript><div id=app></div></body></html>",
        "<html><body><p>Bitte JavaScript aktivieren, um diese Seite zu sehen.</p></body></html>",
    ],
)
def test_a_page_made_by_scripts_alone_is_refused(page: str) -> None:
    assert "made by scripts" in problem(page.encode())


@pytest.mark.parametrize(
    "page",
    [
        "<title>Just a moment...</title><body><h1>shop.example</h1><p>Please wait.</p></body>",
        "<title>Access Denied</title><body><h1>Access Denied</h1><p>Reference #18.2f</p></body>",
        "<title>404 Not Found</title><body><h1>Not Found</h1></body>",
        "<title>Shop</title><body><p>Verify you are human by completing the action below.</p></body>",
    ],
)
def test_an_error_page_is_refused(page: str) -> None:
    assert "an error or a check for robots" in problem(page.encode())


def test_an_empty_page_and_a_frameset_are_refused() -> None:
    assert "no text" in problem(b"<html><head><title>Tea</title></head><body><p> </p></body></html>")
    frames = b'<html><frameset rows="*,39"><frame src="book_files/sheet001.htm"></frameset></html>'
    assert "frames other files" in problem(frames)


def test_a_short_page_that_speaks_of_404_beds_is_read() -> None:
    document = read_html(b"<title>Beds</title><p>The clinic has 404 beds and 500 nurses.</p>", "page.html")
    assert document.sections[0].text == "The clinic has 404 beds and 500 nurses."
