"""The numbers are those of the turns that are chosen, and of no report beyond a key's reach."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import insert

from bot.records import ModelUse, Records
from bot.records_schema import LeadRow
from bot.staff.insights import Insights
from bot.staff.selection import Selection
from bot.verify import Rejection
from tests.bot.staff.turns import Clock, turn

ALL = Selection()
BEES = Selection(reach=frozenset(["bees"]))


@pytest.fixture
def insights(timed: Records, clock: Clock) -> Insights:
    """Three days of turns about two reports."""
    turn(timed, "How big?", visitor="a")
    turn(timed, "How big?", site="site_1", visitor="a")
    turn(timed, "Tariffs?", "declined", site="site_1", visitor="b")
    clock.now += timedelta(days=1)
    turn(timed, "Tariffs?", "declined", "bees", visitor="c")
    turn(timed, "How many hives?", "partial", "bees")
    return Insights(timed.engine)


def test_questions_are_counted_by_what_became_of_them(insights: Insights) -> None:
    total = insights.total(ALL)
    assert (total.questions, total.answered, total.partial, total.declined, total.visitors) == (5, 2, 1, 2, 3)


def test_nothing_is_counted_as_nothing(timed: Records) -> None:
    assert Insights(timed.engine).total(ALL).model_dump(exclude={"name"}) == dict.fromkeys(
        ("questions", "answered", "partial", "declined", "visitors"), 0
    )


def test_reports_and_sites_stand_with_the_most_asked_first(insights: Insights) -> None:
    assert [(each.name, each.questions, each.declined) for each in insights.reports(ALL)] == [
        ("tidal-energy", 3, 1), ("bees", 2, 1)
    ]  # fmt: skip
    assert [(each.name, each.questions) for each in insights.sites(ALL)] == [("", 3), ("site_1", 2)]


def test_days_are_those_of_utc(insights: Insights) -> None:
    assert [(each.day, each.answered, each.partial, each.declined) for each in insights.days(ALL)] == [
        (date(2026, 3, 10), 2, 0, 1), (date(2026, 3, 11), 0, 1, 1)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("chosen", "questions"),
    [
        (Selection(since=datetime(2026, 3, 11, tzinfo=UTC)), 2),
        (Selection(until=datetime(2026, 3, 11, tzinfo=UTC)), 3),
        (Selection(report="bees"), 2),
        (Selection(site="site_1"), 2),
        (Selection(site=""), 3),
        (BEES, 2),
        (Selection(report="tidal-energy", reach=frozenset(["bees"])), 0),
        (Selection(reach=frozenset()), 0),
    ],
)
def test_only_what_is_chosen_is_counted(insights: Insights, chosen: Selection, questions: int) -> None:
    assert insights.total(chosen).questions == questions
    assert len(list(insights.questions(chosen))) == questions


def test_what_was_missed_is_counted_word_for_word(insights: Insights) -> None:
    found = [(each.question, each.report, each.status, each.times) for each in insights.missed(ALL)]
    assert sorted(found) == [
        ("How many hives?", "bees", "partial", 1), ("Tariffs?", "bees", "declined", 1),
        ("Tariffs?", "tidal-energy", "declined", 1),
    ]  # fmt: skip


def test_thumbs_down_come_with_their_words(timed: Records, insights: Insights) -> None:
    down, up, other = turn(timed, "Why?"), turn(timed, "How?"), turn(timed, "When?", report="bees")
    timed.rate(down.id, "down", "wrong year")
    timed.rate(up.id, "up")
    timed.rate(other.id, "down")
    assert [(each.question, each.comment) for each in insights.disliked(Selection(report="tidal-energy"))] == [
        ("Why?", "wrong year")
    ]
    assert (insights.dislikes(ALL), insights.dislikes(BEES)) == (2, 1)


def test_what_was_taken_out_is_kept_with_its_answer_and_goes_with_it(timed: Records, insights: Insights) -> None:
    given = turn(timed, "Which?", rejections=(Rejection("USD 9 billion.", "it is not there"),))
    (found,) = insights.refused(ALL)
    assert (found.text, found.why, found.question) == ("USD 9 billion.", "it is not there", "Which?")
    assert list(insights.refused(BEES)) == []
    timed.forget(given.conversation)
    assert list(insights.refused(ALL)) == []


def test_the_most_cited_passages_are_those_of_the_answers_chosen(insights: Insights) -> None:
    cited = insights.cited(ALL)
    assert cited[0].answers == 2
    assert cited[0].place.address == "tidal-energy:p0"
    assert insights.cited(BEES) == []
    assert insights.cited(Selection(since=datetime(2026, 3, 11, tzinfo=UTC))) == []


def test_a_model_s_cost_is_summed_by_day(timed: Records, insights: Insights, clock: Clock) -> None:
    answer = turn(timed, "How?", report="bees")
    for outcome in ("answered", "late"):
        timed.keep_use(
            ModelUse(answer=answer.id, model="m", tokens_in=10, tokens_out=2, millionths=30, seconds=1, outcome=outcome)
        )
    (cost,) = insights.costs(ALL)
    assert (cost.day, cost.calls, cost.tokens_in, cost.millionths) == (clock.now.date(), 2, 20, 60)
    assert insights.costs(BEES) == [cost]
    assert insights.costs(Selection(report="tidal-energy")) == []
    assert insights.costs(Selection(since=clock.now + timedelta(days=1))) == []


def test_leads_are_those_of_the_reports_within_reach(timed: Records, insights: Insights, clock: Clock) -> None:
    rows = [
        {"id": report or "none", "email": "a@b.example", "consent": "yes", "report": report, "received_at": clock.now}
        for report in ("bees", "tidal-energy", None)
    ]
    with timed.engine.begin() as connection:
        connection.execute(insert(LeadRow), rows)
    assert {each.id for each in insights.leads(ALL)} == {"bees", "tidal-energy", "none"}
    assert [each.id for each in insights.leads(BEES)] == ["bees"]
    assert list(insights.leads(Selection(since=clock.now + timedelta(days=1)))) == []
