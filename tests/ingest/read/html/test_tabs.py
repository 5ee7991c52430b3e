import pytest

from ingest.read.html.tabs import tab_labels
from ingest.read.html.tree import body_of, parse


@pytest.mark.parametrize(
    "tab",
    [
        "<a role=tab href=#p>Scope</a>",
        "<button role=tab aria-controls=p>Scope</button>",
        "<li data-toggle=tab data-target=#p>Scope</li>",
        "<ul class=tabs><li class=tab><a href=#p>Scope</a></li></ul>",
    ],
)
def test_a_tab_heads_what_it_shows_and_is_taken_out(tab: str) -> None:
    body = body_of(parse(f"{tab}<div id=p>What is covered here.</div>"))
    assert tab_labels(body) == {"p": "Scope"} and "Scope" not in body.text


def test_a_link_within_the_page_is_no_tab() -> None:
    body = body_of(parse("<p><a href=#p>Scope</a></p><div id=p>What is covered here.</div>"))
    assert tab_labels(body) == {} and "Scope" in body.text


def test_a_tab_that_shows_nothing_on_the_page_stays() -> None:
    body = body_of(parse("<a role=tab href=#gone>Scope</a>"))
    assert tab_labels(body) == {} and body.text == "Scope"
