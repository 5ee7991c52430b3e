import pytest

from ingest.errors import UnreadableFile
from ingest.read.decode import decode

TEXT = "Café market: €3 billion – “big”.\nSecond line"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_or_utf8_is_read_without_a_notice(encoding: str) -> None:
    decoded = decode(TEXT.encode(encoding), "a.txt")
    assert decoded.text == TEXT
    assert decoded.notices == ()


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-16-be"])
def test_another_encoding_is_read_with_a_notice(encoding: str) -> None:
    decoded = decode(TEXT.encode(encoding), "a.txt")
    assert decoded.text == TEXT
    (notice,) = decoded.notices
    assert encoding in notice.message and notice.file == "a.txt"


def test_a_notice_names_the_line_of_the_first_byte_that_is_not_utf8() -> None:
    (notice,) = decode(b"fine\nfine\nCaf\xe9\n", "a.txt").notices
    assert notice.line == 3


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\u2028", "\x0b"])
def test_every_line_end_becomes_a_line_feed(ends: str) -> None:
    assert decode(f"one{ends}two".encode(), "a.txt").text == "one\ntwo"


def test_letters_are_composed_and_spaces_stay() -> None:
    assert decode("Cafe\u0301\u00a0au\u2009lait".encode(), "a.txt").text == "Café\u00a0au\u2009lait"


@pytest.mark.parametrize(
    ("data", "problem", "line"),
    [
        (b"", "empty", None),
        (b" \n\t\r\n", "empty", None),
        (b"one\ntwo\x00three", "binary", 2),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary", 3),
        (b"\x00\x01" * 99, "binary", 1),
        (b"\xff\xfea\x00b", "utf-16", None),
    ],
)
def test_what_is_no_text_is_refused_with_file_and_line(data: bytes, problem: str, line: int | None) -> None:
    with pytest.raises(UnreadableFile) as caught:
        decode(data, "a.txt")
    assert problem in str(caught.value) and "a.txt" in str(caught.value)
    assert caught.value.line == line
