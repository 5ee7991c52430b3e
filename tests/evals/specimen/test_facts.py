import random

import pytest

from evals.specimen.contradiction import Planted
from evals.specimen.edition import Edition
from evals.specimen.facts import Facts, NothingToAsk, column_facts, is_flat, place_of, ranked


@pytest.fixture
def facts(asked: Planted) -> Facts:
    return Facts(asked)


def test_nothing_doubtful_is_a_fact(facts: Facts) -> None:
    assert not facts.printed.doubtful & facts.known.keys()
    assert 0 < len(facts.tables) < len(facts.edition.tables)


def test_tables_are_picked_by_kind(facts: Facts) -> None:
    assert {facts.pick(random.Random(n), "history", "volume").kind for n in range(20)} == {"history", "volume"}


def test_what_a_small_edition_lacks_cannot_be_picked(edition: Edition) -> None:
    with pytest.raises(NothingToAsk, match="price"):
        Facts(Planted(edition, doubtful=frozenset(Facts(Planted(edition)).known))).pick(random.Random(0), "price")


def test_the_leaves_of_a_column_can_be_ranked(facts: Facts) -> None:
    table = next(one for one in facts.tables if one.kind == "history" and is_flat(one))
    values = [fact.value for fact in ranked(column_facts(table, 1))]
    assert len(values) == len(table.rows) - 1
    assert values == sorted(values, reverse=True)


def test_a_table_is_of_the_place_of_its_total(facts: Facts) -> None:
    for table in facts.tables:
        place = place_of(table)
        assert (place or facts.edition.layout.world) in table.caption


def test_a_citation_may_hold_a_figure_as_printed_or_in_plain_digits(facts: Facts) -> None:
    fact = next(one for one in facts.known.values() if "," in one.text)
    assert fact.quotes == [fact.text, fact.text.replace(",", "")]
