"""What the staff page does for whoever is signed in."""

import pytest

from bot.desk import NotReady, ReportInfo
from bot.keys import Key, Keys
from bot.records import Records
from bot.sites import Sites
from bot.staff.desk import FRESH, Chosen, StaffDesk, titles_of
from bot.staff.gaps import Gaps
from bot.staff.insights import Insights
from tests.bot.fakes import OTHER, REPORT, FakeBot
from tests.bot.staff.turns import Clock, turn

URL = "https://bot.example"
BOT = FakeBot(REPORT, OTHER)


@pytest.fixture
def desk(timed: Records, clock: Clock) -> StaffDesk:
    insights = Insights(timed.engine)
    return StaffDesk(BOT, timed, Gaps(insights, dict, None, clock), insights, clock)


@pytest.fixture
def marit(timed: Records, clock: Clock) -> Key:
    return Keys(timed.engine, clock).create("Marit", "staff")[0]


@pytest.fixture
def ola(timed: Records, clock: Clock) -> Key:
    return Keys(timed.engine, clock).create("Ola", "staff", ("cold-chain",))[0]


@pytest.mark.parametrize("view", ["overview", "unanswered", "answers", "leads", "access", "nothing", "<b>", ""])
def test_every_view_can_be_shown_of_empty_records(desk: StaffDesk, marit: Key, view: str) -> None:
    html = desk.show(marit, Chosen(view), URL)
    assert html.count("<h1") == 1
    assert "As of 10 Mar 2026" in html


def test_a_key_for_some_reports_sees_nothing_of_others(desk: StaffDesk, timed: Records, marit: Key, ola: Key) -> None:
    down = turn(timed, "What is the secret of the sea?", "declined", site="site_1")
    timed.rate(down.id, "down", "salty")
    views = ("overview", "unanswered", "answers", "leads", "access")
    for view in views:
        desk.show(marit, Chosen(view), URL)
        desk.show(ola, Chosen(view), URL)
    desk._gaps.wait(Chosen().selection(marit, desk._clock()))
    desk._gaps.wait(Chosen().selection(ola, desk._clock()))
    seen = {key.name: "".join(desk.show(key, Chosen(view), URL) for view in views) for key in (marit, ola)}
    assert "secret of the sea" in seen["Marit"] and "salty" in seen["Marit"]
    assert not [said for said in ("sea?", "salty", REPORT.title, "Marit") if said in seen["Ola"]]
    assert REPORT.title not in desk.frame(ola, with_reports=False)
    assert desk.show(ola, Chosen("answers", report=REPORT.id), URL).count("secret") == 0


def test_a_site_is_made_and_ended(desk: StaffDesk, timed: Records, marit: Key) -> None:
    given = desk.act(marit, "make-site", {"name": "Shop", "origins": "https://shop.example", "reports": [REPORT.id]})
    assert not given.failed
    (site,) = Sites(timed.engine).all()
    assert (site.name, site.reports) == ("Shop", (REPORT.id,))
    assert site.id in desk.show(marit, Chosen("access"), URL)
    assert not desk.act(marit, "end-site", {"named": site.id}).failed
    assert Sites(timed.engine).in_use(site.id) is None


def test_a_key_is_made_shown_once_and_ended(desk: StaffDesk, timed: Records, marit: Key) -> None:
    given = desk.act(marit, "make-key", {"name": "Analyst", "scope": "licensed", "reports": [], "days": ""})
    made = Keys(timed.engine).check(given.token)
    assert made is not None
    assert given.token in desk.show(marit, Chosen("access"), URL, given)
    assert given.token not in desk.show(marit, Chosen("access"), URL)
    desk.act(marit, "end-key", {"named": made.id})
    assert Keys(timed.engine).check(given.token) is None


@pytest.mark.parametrize(
    ("what", "fields"),
    [
        ("make-site", {}), ("make-site", {"name": "Shop", "origins": "shop"}), ("make-key", {"name": ["x"]}),
        ("make-key", {"name": "x", "scope": "public", "digest": "0"}), ("end-key", {"named": "nobody"}),
        ("end-site", {"named": {}}), ("drop", {}), ("", {}),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said(desk: StaffDesk, marit: Key, what: str, fields: dict[str, object]) -> None:
    given = desk.act(marit, what, fields)
    assert given.failed and given.said


def test_a_key_for_some_reports_does_not_act_beyond_them(desk: StaffDesk, ola: Key, marit: Key) -> None:
    for what, fields in (
        ("make-key", {"name": "x", "scope": "public", "reports": [REPORT.id]}),
        ("make-site", {"name": "x", "origins": "https://a.example", "reports": [REPORT.id]}),
        ("end-key", {"named": marit.id}),
    ):
        assert desk.act(ola, what, fields).failed, what


def test_while_the_library_is_empty_there_is_no_report_to_choose() -> None:
    class Empty(FakeBot):
        def reports(self) -> list[ReportInfo]:
            raise NotReady

    assert titles_of(Empty()) == {}


def test_only_reports_within_reach_are_named() -> None:
    assert list(titles_of(BOT, (OTHER.id,))) == [OTHER.id]
    assert len(titles_of(BOT)) == 2


def test_the_numbers_of_the_overview_are_at_most_a_minute_old(
    desk: StaffDesk, timed: Records, marit: Key, ola: Key, clock: Clock
) -> None:
    first = desk.show(marit, Chosen(), URL)
    turn(timed, "How big?")
    assert desk.show(marit, Chosen(), URL) == first
    assert desk.show(marit, Chosen(days="7"), URL) != first
    clock.now += FRESH
    assert "<dd>1</dd>" in desk.show(marit, Chosen(), URL)
    assert "<dd>0</dd>" in desk.show(ola, Chosen(), URL)
