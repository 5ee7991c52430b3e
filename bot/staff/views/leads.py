"""The visitors who want a person."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from markupsafe import Markup

from bot.links import safe_url
from bot.staff.insights import LeadSeen
from bot.staff.views.tables import empty_html, export_url, moment_html, section_html


def leads_html(
    leads: Sequence[LeadSeen], titles: Mapping[str, str], sites: Mapping[str, str], chosen: dict[str, str]
) -> Markup:
    """The view, the latest first."""
    body = Markup().join(_lead(lead, titles, sites) for lead in leads)
    return Markup('<h1 tabindex="-1">Leads</h1>{}').format(
        section_html(
            "Who left an address",
            Markup('<ul class="leads">{}</ul>').format(body) if body else empty_html("Nobody left an address yet."),
            about="Visitors who asked for a person, and what they had asked before.",
            export=export_url("leads", chosen),
        )
    )


def _lead(lead: LeadSeen, titles: Mapping[str, str], sites: Mapping[str, str]) -> Markup:
    who = ", ".join(filter(None, (lead.name, lead.company)))
    where = [titles.get(lead.report, lead.report) if lead.report else "", sites.get(lead.site, lead.site)]
    page = safe_url(lead.page)
    return Markup(
        '<li><p class="mail"><a href="mailto:{address}">{email}</a> {who}</p>{message}{question}'
        '<p class="meta">{where}{received}{page}</p></li>'
    ).format(
        address=quote(lead.email, safe="@+."),
        email=lead.email,
        who=who,
        message=Markup('<blockquote class="comment">{}</blockquote>').format(lead.message) if lead.message else "",
        question=Markup('<p class="why">Asked: “{}”</p>').format(lead.question) if lead.question else "",
        where=Markup("").join(Markup("{} · ").format(part) for part in where if part),
        received=moment_html(lead.received_at),
        page=Markup(' · <a href="{}" target="_blank" rel="noopener noreferrer">the page</a>').format(page)
        if page
        else "",
    )
