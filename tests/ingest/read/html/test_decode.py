import pytest

from ingest.read.html.decode import decode_page


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("ISO-8859-1", "cp1252"),
        ("windows-1251", "cp1251"),
        ("shift_jis", "shift_jis"),
        ("utf-16", "utf-8"),
        ("ISO-8859-1", "utf-8"),
        ("unknown-8", "utf-8"),
    ],
)
def test_a_page_is_decoded_by_the_set_it_names_unless_it_is_utf8(charset: str, encoding: str) -> None:
    word = {"cp1251": "чай", "shift_jis": "お茶"}.get(encoding, "Größe – 5 €")
    decoded = decode_page(f'<meta charset="{charset}"><p>{word}'.encode(encoding), "page.html")
    assert word in decoded.text and decoded.notices == ()


def test_an_http_equiv_and_an_xml_declaration_name_the_set_too() -> None:
    meta = '<meta http-equiv=Content-Type content="text/html; charset=windows-1252">Größe'
    assert "Größe" in decode_page(meta.encode("cp1252"), "page.html").text
    xml = '<?xml version="1.0" encoding="iso-8859-2"?><p>Łódź'
    assert "Łódź" in decode_page(xml.encode("iso-8859-2"), "page.html").text


def test_a_mark_wins_over_what_the_page_names() -> None:
    assert "Tee" in decode_page("\ufeff<meta charset=utf-8><p>Tee".encode("utf-16-le"), "page.html").text


def test_a_few_damaged_characters_are_noticed_and_the_rest_is_kept() -> None:
    decoded = decode_page(b"<meta charset=utf-8><p>" + "Größe ".encode() * 50 + b"\xff</p>", "page.html")
    assert "Größe" in decoded.text and "1 characters are damaged" in decoded.notices[0].message
