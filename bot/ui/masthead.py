"""The head of the page: whose report is being asked."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.desk import ReportInfo
from bot.links import safe_url


def masthead_html(reports: Sequence[ReportInfo], chosen: str | None, signed_in: bool = False) -> str:
    """The wordmark, and the chosen report's title and imprint; of several reports, none chosen, their number. Who is
    signed in can sign out."""
    report = next((r for r in reports if r.id == chosen), reports[0] if len(reports) == 1 else None)
    title = report.title if report else f"{len(reports)} reports" if reports else "No report yet"
    return str(
        Markup(
            '<header class="masthead">{}<p class="wordmark">Footnote<sup aria-hidden="true">1</sup></p>'
            "<h1>{}</h1>{}</header>"
        ).format(_SIGN_OUT if signed_in else "", title, _imprint(report) if report else "")
    )


_SIGN_OUT = Markup('<form method="post" action="/sign-out"><button type="submit">Sign out</button></form>')


def _imprint(report: ReportInfo) -> Markup:
    published = f"{report.published:%B %Y}" if report.published else None
    parts = [Markup("{}").format(part) for part in (report.publisher, report.edition, published) if part]
    if address := safe_url(report.url):
        parts.append(Markup('<a href="{}" target="_blank" rel="noopener noreferrer">The report</a>').format(address))
    return (
        Markup('<p class="imprint">{}</p>').format(Markup('<span class="dot">·</span>').join(parts))
        if parts
        else Markup()
    )
