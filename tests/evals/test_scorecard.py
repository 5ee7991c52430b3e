from collections.abc import Sequence

from bot.answer import Answer
from evals.rate import Rate
from evals.score import score
from evals.scorecard import acts_shown, rates_of, scorecard, table
from evals.scored import Scored
from tests.evals.answers import answer, asked, listing, money, question, saying


def scored(answered: Answer, rejected: Sequence[str] = (), took_ms: float = 1.0, **gold: object) -> Scored:
    return score(question(**gold), asked(answered, rejected, took_ms), {}.get)


GOLD = money("11.87")
RIGHT = saying("It was USD 11.87 billion.")
DECLINED = answer(status="declined")


def test_right_and_wrong_figures_are_counted() -> None:
    card = scorecard("dev", [scored(RIGHT, figure=[GOLD]), scored(saying("USD 5 billion."), figure=[GOLD], id="bad")])
    assert card.measures["right"] == card.measures["figure"] == Rate(1, 2)
    assert card.wrong_figures == ("bad",)


def test_items_are_pooled_over_lists() -> None:
    long = scored(listing("They are:", "A", "B", "C"), items=["A", "B", "C"], exact=True)
    short = scored(listing("It is:", "X"), items=["Y"], exact=True)
    card = scorecard("dev", [long, short])
    assert card.measures["list recall"] == Rate(3, 4)
    assert card.measures["list precision"] == Rate(3, 4)


def test_declined_has_precision_and_recall() -> None:
    answers = [
        scored(DECLINED, declined=True),
        scored(RIGHT, declined=True),
        scored(DECLINED, figure=[GOLD]),
        scored(RIGHT, figure=[GOLD]),
        scored(DECLINED, status=["partial", "declined"]),
    ]
    card = scorecard("dev", answers)
    assert card.measures["declined precision"] == Rate(1, 2)
    assert card.measures["declined recall"] == Rate(1, 2)


def test_times_are_percentiles_and_rejections_are_counted() -> None:
    card = scorecard("dev", [scored(RIGHT, ["It grew."] * (n % 2), float(n), figure=[GOLD]) for n in range(101)])
    assert (card.p50_ms, card.p95_ms, card.rejections) == (50, 95, 50)


def test_only_rejections_of_what_is_right_are_false() -> None:
    lost = scored(saying("It grew."), ["It was USD 11.87 billion.", "It fell."], figure=[GOLD])
    kept = scored(RIGHT, ["It was USD 11.87 billion.", "It was USD 5 billion."], figure=[GOLD])
    card = scorecard("dev", [lost, kept, scored(DECLINED, ["It was USD 5 billion."], declined=True)])
    assert card.measures["no false rejection"] == Rate(1, 2)


def test_right_answers_are_broken_down_by_kind_report_and_tag() -> None:
    card = scorecard("dev", [scored(RIGHT, figure=[GOLD], kind="premise", tags=["typo"])])
    assert card.groups == {"kind premise": Rate(1, 1), "report r": Rate(1, 1), "tag typo": Rate(1, 1)}


def test_the_table_names_every_measure_with_its_interval() -> None:
    card = scorecard("dev", [scored(RIGHT, figure=[GOLD])])
    shown = table(card)
    assert all(name in shown for name in (*card.measures, *card.groups))
    assert "1 of 1" in shown


def test_adversarial_questions_are_counted_apart() -> None:
    trapped = [scored(DECLINED, declined=True, trap="silence"), scored(RIGHT, declined=True, trap="unit", id="bad")]
    card = scorecard("dev", [scored(RIGHT, figure=[GOLD]), *trapped])
    assert card.measures["right"] == Rate(1, 1)
    assert card.adversarial.measures["right"] == card.adversarial.measures["declined recall"] == Rate(1, 2)
    assert card.adversarial.wrong_figures == ("bad",)
    assert card.traps["silence"]["right"] == Rate(1, 1)
    assert (card.groups["kind figure"], card.traps.keys()) == (Rate(1, 1), {"silence", "unit"})
    assert rates_of(card)["adversarial no wrong figure"] == Rate(1, 2)
    assert "unit: declined recall" in table(card)


def test_rates_have_an_interval_by_report_where_there_are_reports_enough() -> None:
    answers = [scored(RIGHT if n % 2 else DECLINED, figure=[GOLD], report=f"r{n}") for n in range(8)]
    low, high = scorecard("dev", answers).ordinary.by_report["right"]
    assert low < 0.5 < high
    assert scorecard("dev", answers[:3]).ordinary.by_report == {}
    assert "on 8 reports" in table(scorecard("dev", answers))


def test_conversations_are_counted_apart_by_what_came_of_them() -> None:
    turns = ["How big is it?", "and in 2030?"]
    talks = [
        scored(RIGHT, figure=[GOLD], act="time", turns=turns),
        scored(DECLINED, figure=[GOLD], act="time", turns=turns),
        scored(saying("USD 5 billion."), figure=[GOLD], act="why", turns=turns, id="bad"),
    ]
    card = scorecard("dev", [scored(RIGHT, figure=[GOLD]), *talks])
    assert card.measures["right"] == Rate(1, 1)
    assert (card.wrong_figures, card.conversations.wrong_figures) == ((), ("bad",))
    outcomes = card.acts[""]
    assert (outcomes.right, outcomes.otherwise, outcomes.declined) == (Rate(1, 3), Rate(1, 3), Rate(1, 3))
    assert card.acts["time"].right == Rate(1, 2)
    assert rates_of(card)["conversation right"] == Rate(1, 3)
    assert "time: right" in table(card)


def test_of_the_test_split_only_what_came_of_all_conversations_is_shown() -> None:
    talk = scored(RIGHT, figure=[GOLD], act="time", turns=["How big is it?", "and in 2030?"])
    assert acts_shown(scorecard("test", [talk])).keys() == {""}
    assert acts_shown(scorecard("dev", [talk])).keys() == {"", "time"}
