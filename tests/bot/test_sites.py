"""Sites are made, found by their key, and taken out of use."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.records import Records
from bot.sites import PATTERN, BadOrigin, NoSuchSite, Sites, frame_ancestors, origin_of, snippet


@pytest.fixture
def sites(tmp_path: Path) -> Iterator[Sites]:
    records = Records(f"sqlite:///{tmp_path / 'records.sqlite'}")
    yield Sites(records.engine)
    records.close()


def test_a_site_is_found_by_its_key(sites: Sites) -> None:
    made = sites.create("Shop", ("https://Shop.example/",), ("bees",), visitor_limit=20, day_limit=500)
    assert PATTERN.fullmatch(made.id)
    assert sites.in_use(made.id) == made
    assert (made.origins, made.visitor_limit, made.day_limit) == (("https://shop.example",), 20, 500)
    assert (made.reader.site, made.reader.licensed, made.reader.reports) == (made.id, False, frozenset(["bees"]))


def test_a_revoked_site_is_not_in_use(sites: Sites) -> None:
    made = sites.create("Shop", ("https://shop.example",))
    assert sites.revoke("Shop") == [made]
    assert sites.in_use(made.id) is None
    assert [site.revoked_at is not None for site in sites.all()] == [True]
    with pytest.raises(NoSuchSite):
        sites.revoke("Shop")


@pytest.mark.parametrize("text", ["", "site_", "site_xyz", "site_" + "0" * 24, "footnote_1"])
def test_other_texts_are_no_site(sites: Sites, text: str) -> None:
    assert sites.in_use(text) is None


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("https://www.example.org", "https://www.example.org"),
        (" HTTPS://www.Example.org:443/ ", "https://www.example.org"),
        ("http://localhost:8080", "http://localhost:8080"),
        ("http://[::1]:80", "http://[::1]"),
    ],
)
def test_origins_are_written_as_browsers_send_them(text: str, origin: str) -> None:
    assert origin_of(text) == origin


@pytest.mark.parametrize(
    "text", ["", "*", "null", "www.example.org", "https://a.example/page", "https://u@a.example", "ftp://a.example",
             "https://a.example:99999", "https://[::1"],
)  # fmt: skip
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(BadOrigin):
        origin_of(text)


def test_a_host_is_written_as_browsers_send_it() -> None:
    assert origin_of("https://Bücher.example") == "https://xn--bcher-kva.example"


def test_only_a_sites_own_pages_may_frame(sites: Sites) -> None:
    made = sites.create("Shop", ("https://shop.example", "http://localhost:8080"))
    assert frame_ancestors(made) == "frame-ancestors https://shop.example http://localhost:8080"
    assert frame_ancestors(None) == "frame-ancestors 'none'"


def test_the_line_of_html_names_server_site_and_report(sites: Sites) -> None:
    made = sites.create("Shop", ("https://shop.example",))
    assert snippet(made, "https://bot.example/", "bees") == (
        f'<script async src="https://bot.example/widget.js" data-site="{made.id}" data-report="bees"></script>'
    )
    assert "data-report" not in snippet(made, "https://bot.example")
