"""The line of HTML that puts the widget on a page."""

from markupsafe import Markup

from bot.sites import Site


def snippet(site: Site, public_url: str, report: str | None = None) -> str:
    """The line for a site's pages, or for that of one report."""
    of = Markup(' data-report="{}"').format(report) if report else ""
    return str(
        Markup('<script async src="{}/widget.js" data-site="{}"{}></script>').format(
            public_url.rstrip("/"), site.id, of
        )
    )
