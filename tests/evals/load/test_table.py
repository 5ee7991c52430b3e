"""Load and soak, written."""

from collections import Counter

from evals.load.askers import Level
from evals.load.client import Reply
from evals.load.soak import Sample, Soak
from evals.load.table import curve, held

HEALTH = (Reply(200, 0.004),)


def test_the_curve_has_a_row_for_each_number_of_askers() -> None:
    answered = tuple(Reply(200, 0.01 * n) for n in range(1, 102))
    refused = (*answered, *(Reply(503, 0.001, 1.0) for _ in range(100)), Reply(500, 0.1))
    page = curve([Level(1, 10.1, answered, HEALTH), Level(200, 10.1, refused, HEALTH)], "a machine")
    assert "| 1 | 10.0 | 510 | 960 | 1000 | 100.0% | 0.0% | 0.0% | none | 4 |" in page
    assert "| 200 | 10.0 | 510 | 960 | 1000 | 50.0% | 0.0% | 49.5% | 500 (1) | 4 |" in page
    assert page.endswith("Measured on a machine.")


def test_a_number_of_askers_of_whom_none_is_answered_has_no_times() -> None:
    page = curve([Level(5, 20, (Reply(503, 0.001, 1.0),), HEALTH)], "a machine")
    assert "| 5 | 0.0 | nan | nan | nan | 0.0% | 0.0% | 100.0% | none | 4 |" in page


def test_what_is_held_is_told_with_its_slope() -> None:
    samples = tuple(Sample(10 * n, 500 + n, 20, 300) for n in range(60))
    ordinary = Level(2, 600, (Reply(200, 0.03),), HEALTH)
    rest = Sample(620, 560, 20, 40)
    page = held(Soak(1_000, 10, samples, rest, Counter({"read slowly": 1_234}), ordinary), "a machine")
    assert "| memory, MB | 500 | 559 | 559 | 560 | +6.000 ± 0.000 |" in page
    assert "| descriptors | 300 | 300 | 300 | 40 | +0.000 ± 0.000 |" in page
    assert "read slowly 1,234" in page
