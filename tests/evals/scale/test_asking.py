"""Each question is about one report and one figure that stands in it."""

from evals.scale.asking import chosen, older_of, questions, sought
from evals.scale.fiction import library


def test_questions_are_answered_by_figures_of_the_report_they_are_about() -> None:
    made = list(library(200))
    by_id = {each.id: each for each in made}
    asked = [one for each in chosen(made, 30) for one in questions(each, older_of(each, made))]
    assert {one.way for one in asked} == {"market", "edition", "content"}
    assert all(one.figure in by_id[one.report].text for one in asked)


def test_an_edition_is_asked_for_where_there_is_an_older_one() -> None:
    made = list(library(200))
    for each in chosen(made, 30):
        older = older_of(each, made)
        ways = [one.way for one in questions(each, older)]
        assert ("edition" in ways) == (older is not None)
        if older:
            assert (older.market, older.house, older.year) == (each.market, each.house, each.year - 1)


def test_no_more_reports_are_chosen_than_there_are_and_all_are_newest() -> None:
    made = list(library(12))
    of = chosen(made, 30)
    assert sorted(each.id for each in of) == sorted(each.id for each in made if each.is_newest)


def test_what_is_sought_stands_in_one_section() -> None:
    each = next(library(1))
    for one in sought(each):
        assert sum(one.passage in part for part in each.text.split("## ")) == 1
