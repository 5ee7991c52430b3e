"""What stands around every view: whose page it is, where one may go, and what is looked at."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

from bot.keys import Key
from bot.sites import Site
from bot.staff.selection import PERIODS, USUAL

VIEWS = {
    "overview": "Overview",
    "unanswered": "Not in the reports",
    "answers": "Answers to look at",
    "leads": "Leads",
    "access": "Sites and keys",
    "reports": "Reports",
}
"""The views by their names in the address, with what they are called."""

FIRST = "overview"


def frame_html(key: Key, reports: Mapping[str, str], sites: Sequence[Site], views: Sequence[str]) -> str:
    """Masthead, navigation, and the choice of period, report and site."""
    links = Markup().join(
        Markup('<li><a href="#{0}" data-view="{0}"{2}>{1}</a></li>').format(
            name, VIEWS[name], Markup(' aria-current="page"') if name == FIRST else ""
        )
        for name in views
    )
    return str(
        _FRAME.format(
            name=key.name,
            reach=_reach(key, reports),
            links=links,
            periods=_options({str(days): name for days, name in PERIODS.items()}, str(USUAL)),
            reports=_options({"": "All reports", **reports}, ""),
            sites=_options({"": "All sites", **{site.id: site.name for site in sites}}, ""),
        )
    )


def _reach(key: Key, reports: Mapping[str, str]) -> Markup:
    if key.reports is None:
        return Markup()
    named = ", ".join(reports.get(report, report) for report in key.reports)
    return Markup('<p class="reach">Only {}</p>').format(named)


def _options(choices: Mapping[str, str], chosen: str) -> Markup:
    return Markup().join(
        Markup('<option value="{}"{}>{}</option>').format(value, Markup(" selected") if value == chosen else "", name)
        for value, name in choices.items()
    )


def dated(moment: datetime) -> str:
    """The foot of what is shown."""
    return f"As of {moment.day} {moment:%b %Y, %H:%M} UTC. Days are those of UTC."


_FRAME = Markup(
    '<header class="staffhead"><div class="who"><p class="wordmark">Footnote<sup aria-hidden="true">1</sup> '
    '<span class="forstaff">for staff</span></p><form method="post" action="/staff/sign-out"><span class="key">{name}'
    '</span><button type="submit" class="quiet">Sign out</button></form></div>{reach}'
    '<nav aria-label="Views"><ul>{links}</ul></nav>'
    '<div class="filters" role="group" aria-label="What is looked at">'
    '<label>Period <select name="days" autocomplete="off">{periods}</select></label>'
    '<label>Report <select name="report" autocomplete="off">{reports}</select></label>'
    '<label>Site <select name="site" autocomplete="off">{sites}</select></label></div></header>'
)
