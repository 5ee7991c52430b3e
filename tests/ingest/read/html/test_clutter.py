import pytest

from ingest.read.html.reader import read_html

TEXT = "<p>Tea sales rose by 4% in 2024, as ports bought more of it than the inland towns did.</p>" * 3


def read(body: str) -> str:
    document = read_html(f"<body><h1>Tea</h1>{TEXT}{body}</body>".encode(), "page.html")
    return "\n".join(" / ".join(one.heading[1:]) + one.text for one in document.sections).replace(
        "Tea sales rose by 4% in 2024, as ports bought more of it than the inland towns did.", ""
    )


@pytest.mark.parametrize(
    "clutter",
    [
        "<nav><a href=/>XX</a></nav>",
        "<footer><p>XX</p></footer>",
        "<aside><p>XX</p></aside>",
        "<div class='cookie-banner'>XX</div>",
        "<div id=consentManager>XX</div>",
        "<ul class=breadcrumbs><li><a href=/>XX</a></ul>",
        "<div class='social-share'><a href=/>XX</a></div>",
        "<form><p>XX</p><input></form>",
        "<div style='display: none !important'>XX</div>",
        "<p hidden>XX</p>",
        "<div aria-hidden=true>XX</div>",
        "<div role=dialog>XX</div>",
        "<span class=sr-only>XX</span>",
        "<button>XX</button>",
        "<p><a href=/s>Request a free sample XX</a></p>",
        "<h2>Related Reports</h2><ul><li><a href=/a>XX</a></ul>",
        "<div><h3>You may also like</h3><a href=/a><h4>XX</h4></a></div>",
        "<ul><li><a href=/>Home</a><li><a href=/a>About us</a><li><a href=/x>XX</a></ul>",
        "<ul><li><a href=#a>XX</a><li><a href=#b>XX</a><li><a href=#c>XX</a></ul>",
        "<del>XX</del>",
        "<template><p>XX</p></template><noscript>XX</noscript>",
    ],
)
def test_what_is_not_the_report_is_left_out(clutter: str) -> None:
    assert "XX" not in read(clutter)


@pytest.mark.parametrize(
    "content",
    [
        "<div class='market-share'><p>XX</p></div>",
        "<div role=tabpanel style='display:none'>XX</div>",
        "<div class='accordion-body collapse' style='display:none'>XX</div>",
        "<div class=tab-pane hidden>XX</div>",
        "<details><summary>More</summary>XX</details>",
        "<ul><li><a href=/c/1>XX</a><li><a href=/c/2>Pim Inc.</a></ul>",
        "<p>Tea sales rose by 4%: <a href=/m>read our method</a> on XX</p>",
        "<table><tr><td>Asia<td><span class=share>XX</span></tr><tr><td>Africa<td>4</tr></table><p>XX</p>",
        "<div hidden=until-found>XX</div>",
        "<h3>Related markets</h3><p>XX</p>",
    ],
)
def test_what_only_looks_like_clutter_stays(content: str) -> None:
    assert "XX" in read(content)


@pytest.mark.parametrize("name", ["cookie-page", "has-sidebar menu-open", "modal", "newsletter"])
def test_a_wrapper_of_the_page_stays_whatever_its_name(name: str) -> None:
    document = read_html(f"<body class='{name}'><div class='{name}'><h1>Tea</h1>{TEXT}</div></body>".encode(), "p.html")
    assert document.sections[0].text.startswith("Tea sales rose")


def test_a_footer_names_whom_to_ask() -> None:
    page = f"<body><h1>Tea</h1>{TEXT}<footer><p>Mail: desk@tea.example</p></footer></body>"
    contact = read_html(page.encode(), "page.html").metadata.contact
    assert contact is not None and contact.email == "desk@tea.example"


def test_a_button_that_sorts_a_column_leaves_the_column_its_name() -> None:
    head = "<tr><th>Port</th><th><button type=button>2024<svg></svg></button></th></tr>"
    page = f"<h1>Tea</h1>{TEXT}<table>{head}<tr><th scope=row>Hull</th><td>5</td></tr></table>"
    (table,) = read_html(page.encode(), "page.html").tables
    assert table.header == ("Port", "2024")
