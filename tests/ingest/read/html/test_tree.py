from ingest.read.html.tree import MAX_DEPTH, Element, body_of, parse


def body(html: str) -> Element:
    return body_of(parse(html))


def depth(element: Element) -> int:
    return 1 + max((depth(one) for one in element.elements), default=0)


def test_the_tree_is_never_deeper_than_can_be_walked() -> None:
    root = body("<div>a" * 5000)
    assert depth(root) <= MAX_DEPTH + 1 and root.text.count("a") == 5000


def test_sizes_and_links_are_counted_without_spaces() -> None:
    root = body("<p>one two <a href=/x>three <b>four</b></a> <a>five</a></p>")
    assert (root.size, root.linked) == (19, 9)


def test_what_is_never_seen_is_not_there() -> None:
    hidden = (
        "<script>a</script><style>b</style><template>c</template><select><option>d</select><ix:header>e</ix:header>"
    )
    assert body(f"{hidden}<p>seen").text == "seen"


def test_empty_elements_of_xml_end_where_they_stand() -> None:
    page = '<?xml version="1.0"?><html><head><title/><script src="x"/></head><body><a name="t"/><p>seen<br/>too</p>'
    assert body(page).text == "seen too"


def test_the_envelope_of_a_filing_is_left_out() -> None:
    assert body("<DOCUMENT>\n<TYPE>10-K\n<FILENAME>a.htm\n<TEXT>\n<html><body>seen").text == "seen"


def test_names_are_cut_into_words() -> None:
    assert Element("div", {"class": "topMenu main-nav", "id": "x_1"}).tokens == ["top", "menu", "main", "nav", "x", "1"]
