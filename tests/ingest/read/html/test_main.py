import pytest

from ingest.read.html.main import main_of
from ingest.read.html.tree import body_of, parse

TEXT = "<p>Tea sales rose by 4% in 2024, as ports bought more of it than inland towns did.</p>" * 5
AROUND = "<div><a href=/a>Other words</a> <a href=/b>and links</a></div>"


@pytest.mark.parametrize(
    ("html", "tag"),
    [
        (f"{AROUND}<main>{TEXT}</main>{AROUND}", "main"),
        (f"{AROUND}<div role=main>{TEXT}</div>", "div"),
        (f"<main>{AROUND}<article>{TEXT}</article></main>", "article"),
        (f"<main><article>{TEXT}</article><section>{TEXT}</section></main>", "main"),
        (f"<main>Menu</main>{TEXT}", "body"),
        (f"{TEXT}<article><a href=/r>Other report</a></article>", "body"),
    ],
)
def test_the_main_content_is_where_the_page_says_if_the_text_is_there(html: str, tag: str) -> None:
    assert main_of(body_of(parse(html))).tag == tag


def test_without_a_main_element_what_only_links_beside_the_text_is_taken_out() -> None:
    main = main_of(body_of(parse(f"<div>{AROUND}<div><h1>Tea</h1></div><div><div>{TEXT}</div></div></div>")))
    assert "Other words" not in main.text and main.text.startswith("Tea")
