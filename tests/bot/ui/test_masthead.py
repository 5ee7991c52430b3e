"""The head of the page."""

from bot.ui.masthead import masthead_html
from tests.bot.fakes import OTHER, REPORT


def test_the_only_report_is_named_with_its_imprint() -> None:
    html = masthead_html([REPORT], None)
    assert f"<h1>{REPORT.title}</h1>" in html
    assert "Harbour Research" in html
    assert f'href="{REPORT.url}"' in html


def test_of_several_reports_the_chosen_one_is_named() -> None:
    assert "<h1>2 reports</h1>" in masthead_html([REPORT, OTHER], None)
    assert f"<h1>{OTHER.title}</h1>" in masthead_html([REPORT, OTHER], OTHER.id)


def test_an_empty_library_has_no_report() -> None:
    assert "<h1>No report yet</h1>" in masthead_html([], None)


def test_who_is_signed_in_can_sign_out() -> None:
    assert "Sign out" not in masthead_html([REPORT], None)
    assert '<form method="post" action="/sign-out"><button type="submit">Sign out</button>' in masthead_html(
        [REPORT], None, signed_in=True
    )
