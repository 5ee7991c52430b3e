"""Sites and keys: which there are, a form for each more, and the line of HTML to copy."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

from bot.answer import Record
from bot.keys import Key
from bot.sites import Site
from bot.staff.views.tables import empty_html, section_html

Snippet = Callable[[Site], str]


class Given(Record):
    """What was just made or ended, or why it was not: ``said`` in words, ``token`` a key that is shown this once."""

    said: str
    token: str = ""
    failed: bool = False


def access_html(
    sites: Sequence[Site],
    keys: Sequence[Key],
    reports: Mapping[str, str],
    snippet: Snippet,
    now: datetime,
    given: Given | None = None,
) -> Markup:
    """The view; ``reports`` are the titles, by their ids, of those that may be given."""
    return Markup('<h1 tabindex="-1">Sites and keys</h1>{}{}{}').format(
        _given(given) if given else "",
        section_html(
            "Sites",
            _list([_site(site, reports, snippet) for site in sites]) + _SITE_FORM.format(reports=_choices(reports)),
            about="A site is a set of pages with the widget on them. Its key stands in the page for all to see, so it "
            "opens only what visitors may read, from these pages, within these limits.",
        ),
        section_html(
            "Keys",
            _list([_key(key, reports, now) for key in keys]) + _KEY_FORM.format(reports=_choices(reports)),
            about="A key is for a person or a program that asks over HTTP, and is secret. It is shown once; only its "
            "hash is kept.",
        ),
    )


def _given(given: Given) -> Markup:
    kind = Markup(' failure" role="alert') if given.failed else Markup('" role="status')
    token = (
        Markup('<span class="copyline"><code>{0}</code><button type="button" data-copy="{0}">Copy</button></span>')
        .format(given.token)
        if given.token
        else ""
    )  # fmt: skip
    return Markup('<div class="notice{}" tabindex="-1">{}{}</div>').format(
        kind, Markup("<p>{}</p>").format(given.said), token
    )


def _list(items: Sequence[Markup]) -> Markup:
    return Markup('<ul class="given">{}</ul>').format(Markup().join(items)) if items else empty_html("None yet.")


def _site(site: Site, reports: Mapping[str, str], snippet: Snippet) -> Markup:
    limits = [
        f"{site.visitor_limit:,} questions a day each visitor" if site.visitor_limit else "",
        f"{site.day_limit:,} a day in all" if site.day_limit else "",
    ]
    facts = [
        ", ".join(site.origins),
        _named(site.reports, reports) + (", licensed too" if site.licensed else ""),
        ", ".join(filter(None, limits)) or "no limit",
        f"since {site.created_at:%Y-%m-%d}",
    ]
    ended = site.revoked_at is not None
    line = (
        ""
        if ended
        else Markup(
            '<span class="copyline"><code>{0}</code><button type="button" data-copy="{0}">Copy<span class="unseen"> '
            "the line for {1}</span></button></span>"
        ).format(snippet(site), site.name)
    )
    return _item(site.name, "revoked" if ended else "in use", facts, line, "" if ended else _end("site", site.id))


def _key(key: Key, reports: Mapping[str, str], now: datetime) -> Markup:
    state = "in use" if key.is_valid(now) else "revoked" if key.revoked_at else "expired"
    facts = [
        {"public": "public reports", "licensed": "licensed reports too", "staff": "this page, and everything"}[
            key.scope
        ],
        _named(key.reports, reports),
        f"until {key.expires_at:%Y-%m-%d}" if key.expires_at else "no end",
        f"last used {key.used_at:%Y-%m-%d}" if key.used_at else "never used",
    ]
    return _item(
        Markup("{} <small>{}</small>").format(key.name, key.id), state, facts, "",
        _end("key", key.id) if key.is_valid(now) else "",
    )  # fmt: skip


def _item(name: str | Markup, state: str, facts: Sequence[str], line: str | Markup, end: str | Markup) -> Markup:
    return Markup(
        '<li class="{kind}"><div class="row"><p class="asked">{name} <span class="state">{state}</span></p>{end}</div>'
        '<p class="meta">{facts}</p>{line}</li>'
    ).format(kind=state.replace(" ", "-"), name=name, state=state, end=end, facts=" · ".join(facts), line=line)


def _named(reports: tuple[str, ...] | None, titles: Mapping[str, str]) -> str:
    return "all reports" if reports is None else ", ".join(titles.get(each, each) for each in reports) or "no report"


def _end(kind: str, named: str) -> Markup:
    return Markup('<button type="button" class="quiet" data-do="end-{}" data-named="{}">Revoke</button>').format(
        kind, named
    )


def _choices(reports: Mapping[str, str]) -> Markup:
    options = Markup().join(Markup('<option value="{}">{}</option>').format(*each) for each in reports.items())
    size = min(4, max(2, len(reports)))
    return Markup('<select name="reports" multiple size="{}">{}</select>').format(size, options)


_SITE_FORM = Markup(
    '<details class="make"><summary>A new site</summary><form data-do="make-site">'
    '<label>Name <input name="name" required maxlength="100" autocomplete="off"></label>'
    '<label>Its pages <input name="origins" required autocomplete="off" placeholder="https://www.example.org">'
    "<small>Scheme and host, as browsers show them; several apart by blanks.</small></label>"
    "<label>Reports {reports}<small>None chosen: all that you see.</small></label>"
    '<label class="check"><input type="checkbox" name="licensed" value="yes"> Licensed reports too</label>'
    '<label>Questions a day each visitor <input name="visitor_limit" inputmode="numeric" autocomplete="off" '
    'placeholder="no limit"></label>'
    '<label>Questions a day in all <input name="day_limit" inputmode="numeric" autocomplete="off" '
    'placeholder="no limit"></label><button type="submit" class="main">Make the site</button></form></details>'
)
_KEY_FORM = Markup(
    '<details class="make"><summary>A new key</summary><form data-do="make-key">'
    '<label>Whose it is <input name="name" required maxlength="100" autocomplete="off"></label>'
    '<label>It opens <select name="scope"><option value="public">public reports</option>'
    '<option value="licensed">licensed reports too</option><option value="staff">this page, and everything</option>'
    "</select></label><label>Reports {reports}<small>None chosen: all that you see.</small></label>"
    '<label>Days it lasts <input name="days" inputmode="numeric" autocomplete="off" placeholder="no end"></label>'
    '<button type="submit" class="main">Make the key</button></form></details>'
)
