"""What the staff page does: shows a view of what is chosen, and gives out or ends sites and keys."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from markupsafe import Markup
from pydantic import ValidationError

from bot.desk import Bot, NotReady
from bot.keys import Key, Keys
from bot.reader import Reader
from bot.records import Records
from bot.sites import Sites, snippet
from bot.staff import access
from bot.staff.access import KeyWish, SiteWish
from bot.staff.gaps import Gaps
from bot.staff.insights import Insights
from bot.staff.selection import PERIODS, USUAL, Selection, since
from bot.staff.views.access import Given, access_html
from bot.staff.views.answers import answers_html
from bot.staff.views.frame import FIRST, VIEWS, dated, frame_html
from bot.staff.views.leads import leads_html
from bot.staff.views.overview import Overview, overview_html
from bot.staff.views.unanswered import unanswered_html
from ingest.errors import FootnoteError
from ingest.moments import now

_WHOLE, _TAKEN, _LEADS = 20, 30, 50
_OFFERED = 1_000
_EVERYTHING = Reader(licensed=True)
_KEPT = 64
FRESH = timedelta(minutes=1)
"""How old the numbers of the overview may be."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is looked at, as the page says it: words of the browser, so they may be anything."""

    view: str = FIRST
    days: str = str(USUAL)
    report: str = ""
    site: str = ""

    @property
    def narrowed(self) -> dict[str, str]:
        """The same for the address of a file."""
        return {"days": self.days, "report": self.report, "site": self.site}

    def selection(self, key: Key, now: datetime) -> Selection:
        """The turns that are chosen, as far as a key reaches."""
        days = int(self.days) if self.days.isdecimal() and len(self.days) < 5 else USUAL
        return Selection(
            since=since(days if days in PERIODS else USUAL, now),
            report=self.report or None,
            site=self.site or None,
            reach=None if key.reports is None else frozenset(key.reports),
        )


class StaffDesk:
    """Works for whoever is signed in with a key. ``public_url`` is where others reach the server."""

    def __init__(
        self, bot: Bot, records: Records, gaps: Gaps, insights: Insights, clock: Callable[[], datetime] = now
    ) -> None:
        self._bot = bot
        self._records = records
        self._insights = insights
        self._gaps = gaps
        self._keys = Keys(records.engine, clock)
        self._sites = Sites(records.engine, clock)
        self._clock = clock
        self._overviews: dict[Selection, tuple[datetime, Overview]] = {}

    def frame(self, key: Key, with_reports: bool) -> str:
        """What stands around the views."""
        views = [view for view in VIEWS if view != "reports" or with_reports]
        return frame_html(key, _offered(self._titles(key)), self._access(key).seen_sites(), views)

    def show(self, key: Key, chosen: Chosen, public_url: str, given: Given | None = None) -> str:
        """A view of what is chosen."""
        now = self._clock()
        match chosen.view:
            case "unanswered":
                body = unanswered_html(self._gaps.of(chosen.selection(key, now)), self._titles(key), chosen.narrowed)
            case "answers":
                body = self._answers(key, chosen)
            case "leads":
                leads = tuple(self._insights.leads(chosen.selection(key, now), _LEADS))
                body = leads_html(leads, self._titles(key), self._site_names(), chosen.narrowed)
            case "access":
                desk = self._access(key)
                titles = _offered(self._titles(key))
                body = access_html(
                    desk.seen_sites(), desk.seen_keys(), titles, lambda site: snippet(site, public_url), now, given
                )
            case "reports":
                return '<h1 tabindex="-1">Reports</h1>'
            case _:
                body = self._overview(key, chosen)
        return str(Markup('{}<p class="asof">{}</p>').format(body, dated(now)))

    def act(self, key: Key, what: str, fields: Mapping[str, object]) -> Given:
        """Make or end a site or a key; what became of it, in words."""
        desk, named = self._access(key), str(fields.get("named", ""))
        try:
            match what:
                case "make-site":
                    site = desk.make_site(SiteWish.model_validate(fields))
                    return Given(said=f"{site.name} is made. Copy its line into the pages' HTML.")
                case "make-key":
                    made, token = desk.make_key(KeyWish.model_validate(fields))
                    return Given(said=f"{made.name} has this key. It is shown this once, so copy it now:", token=token)
                case "end-site":
                    return Given(said=f"{desk.revoke_site(named)[0].name} is revoked. Its widget answers no more.")
                case "end-key":
                    return Given(said=f"{desk.revoke_key(named)[0].name} is revoked. It is refused from now on.")
                case _:
                    return Given(said="Nothing was done.", failed=True)
        except ValidationError:
            return Given(said="Something in the form is missing or too much.", failed=True)
        except FootnoteError as error:
            return Given(said=str(error), failed=True)

    def _overview(self, key: Key, chosen: Chosen) -> Markup:
        seen = self._seen(chosen.selection(key, self._clock()))
        return overview_html(seen, self._titles(key), self._site_names(), chosen.narrowed)

    def _seen(self, selection: Selection) -> Overview:
        """The numbers, at most a minute old: of 100,000 turns they take 0.7 s."""
        now, insights = self._clock(), self._insights
        at, seen = self._overviews.get(selection, (now, None))
        if seen is not None and now - at < FRESH:
            return seen
        seen = Overview(
            total=insights.total(selection),
            dislikes=insights.dislikes(selection),
            days=tuple(insights.days(selection)),
            reports=tuple(insights.reports(selection)),
            sites=tuple(insights.sites(selection)),
            cited=tuple(insights.cited(selection)),
            costs=tuple(insights.costs(selection)),
            first=selection.since.date() if selection.since else None,
            last=now.date(),
        )
        if len(self._overviews) >= _KEPT:
            self._overviews.clear()
        self._overviews[selection] = now, seen
        return seen

    def _answers(self, key: Key, chosen: Chosen) -> Markup:
        selection = chosen.selection(key, self._clock())
        disliked = list(self._insights.disliked(selection, _WHOLE))
        refused = list(self._insights.refused(selection, _TAKEN))
        whole = [(each, self._records.answer(each.answer)) for each in disliked]
        return answers_html(whole, refused, self._titles(key), chosen.narrowed)

    def _access(self, key: Key) -> access.Desk:
        return access.Desk(self._keys, self._sites, key, tuple(self._titles(key)), self._clock())

    def _titles(self, key: Key) -> dict[str, str]:
        return titles_of(self._bot, key.reports)

    def _site_names(self) -> dict[str, str]:
        return {site.id: site.name for site in self._sites.all()}


def _offered(titles: Mapping[str, str]) -> dict[str, str]:
    """The reports to choose from: no browser shows many thousands well."""
    return dict(islice(titles.items(), _OFFERED))


def titles_of(bot: Bot, reach: Sequence[str] | None = None) -> dict[str, str]:
    """The titles of the reports within reach, by their ids, None for all; none while the library is empty."""
    try:
        reports = bot.seen_by(_EVERYTHING).reports()  # one reader for all of the staff: each new one costs a second
    except NotReady:
        return {}
    return {each.id: each.title for each in reports if reach is None or each.id in reach}
