import json
from dataclasses import replace

from evals.bench.answering import Answering
from evals.bench.comparing import Standing
from evals.bench.ingesting import Ingesting
from evals.bench.run import Bench
from evals.bench.spread import Spread
from evals.bench.starting import Starting
from evals.bench.table import as_json, table

ONE = Spread(1.5, 1.0, 2.0)
BENCH = Bench(
    Answering(10, 7, 15.0, 30.0, 10.0, ONE, ONE, 0.5),
    Standing(10, 9, 4, 4, 0, 15.0, 30.0),
    Standing(10, 3, 4, 1, 5, 12.0, 20.0),
    Ingesting(3, 120, ONE, ONE, ONE, 0.75),
    Starting(ONE, ONE, ONE, 150.0, 700.0, None),
)


def test_the_table_says_which_goals_are_met() -> None:
    shown = table(BENCH)
    assert "1.50 (1.00 to 2.00)   goal <= 2: met" in shown
    assert "0.75   goal >= 0.8: MISSED" in shown


def test_the_table_has_both_beside_each_other() -> None:
    shown = table(BENCH)
    assert "9 of 10 (90%)     3 of 10 (30%)" in shown
    assert "0 of 10 (0%)     5 of 10 (50%)" in shown


def test_memory_that_is_not_known_is_not_made_up() -> None:
    assert "terminal 150 MB, serving 700 MB, ingest not known here" in table(BENCH)


def test_the_json_has_every_measurement_and_the_goals() -> None:
    slow = replace(BENCH, answering=replace(BENCH.answering, ratio=Spread(2.5, 2.0, 3.0)))
    data = json.loads(as_json(slow))
    assert data["tutorial"]["wrong_figures"] == 5
    assert data["goals"]["answer_over_embedding"] == {"goal": 2.0, "met": False}
    assert data["ingesting"]["passages"] == 120
