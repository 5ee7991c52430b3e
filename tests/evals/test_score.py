from itertools import takewhile

import pytest

from bot.answer import Answer, Citation
from bot.evidence import Reason
from evals.score import score
from evals.scored import Scored
from tests.evals.answers import answer, asked, citation, listing, money, percent, question, saying, tabled

PASSAGES = {"r:p1": "It was USD 11.87 billion in 2025.", "r:p2": "Hospitals and clinics."}
GOLD = money("11.87", period="2025")
RIGHT = saying("It was USD 11.87 billion in 2025.", quotes=["It was USD 11.87 billion in 2025."])


def scored(answered: Answer, **gold: object) -> Scored:
    return score(question(**gold), asked(answered), PASSAGES.get)


def test_a_right_answer_has_nothing_against_it() -> None:
    result = scored(RIGHT, figure=[GOLD], must_cite=["11.87"], forbid=["13.70"])
    assert result.right
    assert not result.failures


def test_every_figure_of_several_must_be_stated() -> None:
    both = [GOLD, percent("14.99")]
    assert not scored(RIGHT, figure=both).right
    assert "14.99 percent" in scored(RIGHT, figure=both).required["figure"].explanation
    assert scored(saying("It was USD 11.87 billion in 2025, growing 14.99% a year."), figure=both).right


def test_of_alternative_figures_one_is_enough() -> None:
    assert scored(RIGHT, figure=[[percent("14.99"), GOLD]]).right


def test_an_answer_that_cites_something_else_is_not_right() -> None:
    assert not scored(RIGHT, figure=[GOLD], must_cite=["31.56", "13.70"]).right


WRONG_FIGURES = [
    ("another number of the kind", saying("It was USD 13.70 billion in 2025."), {"figure": [GOLD]}, True),
    ("the figure itself", RIGHT, {"figure": [GOLD]}, False),
    ("a number of another kind", saying("It grew by 15%."), {"figure": [GOLD]}, False),
    ("nothing", saying("It grew."), {"figure": [GOLD]}, False),
    ("declined", saying("Only USD 13.70 billion is given.", "declined"), {"figure": [GOLD]}, False),
    ("the right number of the wrong year", saying("It was USD 11.87 billion in 2026."), {"figure": [GOLD]}, True),
    ("a figure where there is none", saying("It held 40%."), {"declined": True}, True),
    ("a year where there is no figure", saying("It began in 2020."), {"declined": True}, False),
    ("declined with what is near", saying("It was 40% in all.", "declined"), {"declined": True}, False),
    ("a figure in small talk", saying("Hello, USD 5 billion!"), {"no_figures": True}, True),
    ("a forbidden figure", RIGHT, {"figure": [GOLD], "forbid": ["11.87 billion"]}, True),
    ("a forbidden word", RIGHT, {"figure": [GOLD], "forbid": ["it was"]}, False),
]


@pytest.mark.parametrize(
    ("answered", "gold", "wrong"), [case[1:] for case in WRONG_FIGURES], ids=[case[0] for case in WRONG_FIGURES]
)
def test_wrong_figures_are_counted(answered: Answer, gold: dict[str, object], wrong: bool) -> None:
    assert scored(answered, **gold).counted["no wrong figure"].right is not wrong


PLAYERS = ["Acme, Inc.", "Beta Ltd.", ["GmbH Co", "Gamma"]]


def test_a_complete_list_has_full_recall_and_precision() -> None:
    result = scored(listing("Players:", "Acme Inc", "Beta Limited (UK)", "Gamma"), items=PLAYERS, exact=True)
    assert result.right


def test_a_missing_name_costs_recall() -> None:
    recall = scored(listing("Players:", "Acme Inc", "Gamma"), items=PLAYERS).required["list recall"]
    assert (recall.value, recall.weight, recall.explanation) == (pytest.approx(2 / 3), 3, "not named: Beta Ltd.")


def test_a_strange_item_costs_precision_only_when_the_list_is_exact() -> None:
    answered = listing("Players:", "Acme Inc", "Beta Ltd", "Gamma", "Delta")
    assert scored(answered, items=PLAYERS).right
    precision = scored(answered, items=PLAYERS, exact=True).required["list precision"]
    assert (precision.value, precision.weight) == (0.75, 4)
    assert "Delta" in precision.explanation


def test_the_rows_of_a_table_are_items() -> None:
    answered = tabled("Players", ("Name", "Country"), ("Acme Inc", "US"), ("Beta Ltd", "UK"), ("Gamma", "DE"))
    assert scored(answered, items=PLAYERS, exact=True).right


def test_a_list_said_in_a_sentence_has_recall_and_no_precision() -> None:
    result = scored(saying("They are Acme, Inc., Beta Ltd. and Gamma."), items=PLAYERS, exact=True)
    assert result.right
    assert result.required["list precision"].weight == 0


STATUS = [
    ("declined", {"declined": True}, True),
    ("answered", {"declined": True}, False),
    ("partial", {"declined": False}, True),
    ("declined", {"declined": False}, False),
    ("partial", {"status": ["partial", "declined"]}, True),
    ("answered", {"status": ["partial", "declined"]}, False),
]


@pytest.mark.parametrize(("status", "gold", "right"), STATUS)
def test_the_status_must_be_an_accepted_one(status: str, gold: dict[str, object], right: bool) -> None:
    answered = answer().model_copy(update={"status": status})
    assert scored(answered, **gold).right is right


def test_a_wrong_reason_is_counted_and_fails_nothing() -> None:
    reason: Reason = "not_in_report"
    result = scored(answer(status="declined", reason=reason), declined=True, reason="not_published")
    assert result.right
    assert not result.counted["reason"].right


CONTAINS = [
    ("It is cheap and modular.", True),
    ("It is modular.", False),
    ("It costs little and is MODULAR.", True),
]


@pytest.mark.parametrize(("text", "right"), CONTAINS)
def test_of_each_list_of_words_one_must_occur(text: str, right: bool) -> None:
    assert scored(saying(text), contains=[["cheap", "costs little"], ["modular"]]).right is right


FIRST = citation(1, PASSAGES["r:p1"])
QUOTES = [
    ("whole", FIRST, True),
    ("part", FIRST.model_copy(update={"quote": "USD 11.87 billion", "start": 7, "end": 24}), True),
    ("shifted", FIRST.model_copy(update={"start": 1, "end": len(FIRST.quote) + 1}), False),
    ("reworded", FIRST.model_copy(update={"quote": FIRST.quote.replace("was", "is ")}), False),
    ("no such passage", FIRST.model_copy(update={"passage": "r:p9"}), False),
]


@pytest.mark.parametrize(("cited", "right"), [case[1:] for case in QUOTES], ids=[case[0] for case in QUOTES])
def test_quotes_are_verbatim_at_their_offsets(cited: Citation, right: bool) -> None:
    answered = RIGHT.model_copy(update={"citations": (cited,)})
    assert scored(answered, figure=[GOLD]).counted["verbatim"].right is right


def test_every_score_says_why() -> None:
    result = scored(
        saying("Hm.", quotes=[]), figure=[GOLD], items=["A"], contains=["b"], declined=True, must_cite=["c"]
    )
    whys = [score.explanation for score in result.failures.values()]
    assert len(list(takewhile(bool, whys))) == 5


LOOSE = [
    ("a figure that is cited", "It was USD 11.87 billion.", "worth USD 11.87 billion", True),
    ("a figure that is not", "It was USD 11.87 billion.", "worth USD 13.70 billion", False),
    ("the gold beside a figure that is not", "From USD 11.87 billion to USD 9 billion.", "USD 11.87 billion", False),
]


@pytest.mark.parametrize(("said", "quote", "right"), [case[1:] for case in LOOSE], ids=[case[0] for case in LOOSE])
def test_a_figure_that_is_not_cited_is_a_wrong_figure_even_beside_the_right_one(
    said: str, quote: str, right: bool
) -> None:
    result = scored(saying(said, quotes=[quote]), figure=[money("11.87")])
    assert result.counted["no wrong figure"].right is right
    assert result.counted["grounded"].right is right
