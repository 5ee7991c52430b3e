from ingest.read.html.lists import bullet_in, dashes_in, definitions, items_of
from ingest.read.html.text import Line, text_of
from ingest.read.html.tree import Element, body_of, parse


def first(html: str, tag: str) -> Element:
    found = body_of(parse(html)).first(tag)
    assert found is not None
    return found


def test_items_keep_their_depth_however_the_lists_are_nested() -> None:
    html = "<ul><li><div>A<div><ul><li>B<ul><li>C</ul></ul></div></div><li><ul><li>D</ul></ul>"
    assert list(items_of(first(html, "ul"))) == [(0, "A"), (1, "B"), (2, "C"), (0, "D")]


def test_terms_keep_all_that_is_said_of_them() -> None:
    listing = first("<dl><div><dt>A<dd>1<dd>2</div><dt>B<dd>3</dl>", "dl")
    found = [(text_of(term.children), [text_of(one.children) for one in said]) for term, said in definitions(listing)]
    assert found == [("A", ["1", "2"]), ("B", ["3"])]


def test_bullets_that_are_written_out_are_seen() -> None:
    assert bullet_in(Line("• Tea")) == "Tea" and bullet_in(Line("Tea • leaf")) is None
    assert dashes_in([Line("- Tea"), Line("– Silk")]) == ["Tea", "Silk"]
    assert dashes_in([Line("- Tea")]) is None
