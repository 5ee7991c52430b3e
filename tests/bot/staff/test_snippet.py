"""The line of HTML names this server and the site, and nothing can break out of it."""

from datetime import UTC, datetime

from bot.sites import Site
from bot.staff.snippet import snippet

SITE = Site(
    id="site_0123456789ab0123456789ab", name="Shop", origins=("https://shop.example",),
    created_at=datetime(2026, 3, 1, tzinfo=UTC),
)  # fmt: skip


def test_the_line_loads_the_widget_of_this_server() -> None:
    assert snippet(SITE, "https://bot.example/") == (
        '<script async src="https://bot.example/widget.js" data-site="site_0123456789ab0123456789ab"></script>'
    )
    assert 'data-report="bees"' in snippet(SITE, "https://bot.example", "bees")


def test_nothing_breaks_out_of_it() -> None:
    assert '"><' not in snippet(SITE, "https://bot.example", '"><img src=x>').replace('"></script>', "")
