from evals.specimen.ask_names import ask_fastest, ask_largest, ask_top_three, ask_when_passed
from evals.specimen.contradiction import Planted
from evals.specimen.draft import Asker, Draft
from evals.specimen.facts import Facts, column_facts, ranked
from tests.evals.specimen.asking import drafts


def leaders(asked: Planted, count: int) -> set[tuple[str, ...]]:
    """The first so many names of every column of every table."""
    return {
        tuple(fact.name for fact in ranked(column_facts(table, column))[:count])
        for table in Facts(asked).tables
        for column in range(len(table.rows[-1].cells))
    }


def named(draft: Draft) -> tuple[str, ...]:
    items = draft.expect["items"]
    assert isinstance(items, list)
    return tuple(name for names in items for name in names)


def check(asker: Asker, asked: Planted, count: int) -> None:
    found = drafts(asker, asked)
    assert found
    assert {named(draft) for draft in found} <= leaders(asked, count)


def test_the_largest_comes_first_in_some_column(asked: Planted) -> None:
    check(ask_largest, asked, 1)


def test_the_top_three_are_the_first_three_in_some_column(asked: Planted) -> None:
    check(ask_top_three, asked, 3)


def test_the_fastest_comes_first_by_growth(asked: Planted) -> None:
    check(ask_fastest, asked, 1)


def test_what_remains_of_a_region_is_no_answer(asked: Planted) -> None:
    names = {name for draft in drafts(ask_top_three, asked, 200) for name in named(draft)}
    assert not [name for name in names if name.startswith("Rest of")]


def test_a_passing_has_one_year(asked: Planted) -> None:
    found = drafts(ask_when_passed, asked, 600)
    assert found
    for draft in found:
        ((year,),) = draft.expect["contains"]  # type: ignore[misc, attr-defined]
        assert int(year) in asked.edition.market.years
