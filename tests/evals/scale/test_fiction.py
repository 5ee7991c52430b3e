"""Invented reports are the same for the same seed, and can be told apart."""

from evals.scale.fiction import decimal, library


def test_a_library_has_as_many_reports_as_asked_for_each_with_an_id_and_a_company_of_its_own() -> None:
    for size in (1, 10, 700):
        made = list(library(size))
        assert len(made) == len({each.id for each in made}) == len({each.company for each in made}) == size
    assert list(library(10)) == list(library(10))
    assert list(library(10)) == list(library(700))[:10] or list(library(9)) == list(library(700))[:9]


def test_markets_contain_each_other_and_have_several_publishers_and_editions() -> None:
    made = list(library(700))
    markets = {each.market for each in made}
    assert any(f"{market} {kind}" in markets for market in markets for kind in ("Services", "Software", "Rental"))
    assert len({each.house for each in made}) > 5
    by_publication: dict[tuple[str, str], list[int]] = {}
    for each in made:
        by_publication.setdefault((each.market, each.house), []).append(each.year)
    assert {len(years) for years in by_publication.values()} == {1, 2, 3}
    assert sum(each.is_newest for each in made) == len(by_publication)


def test_a_report_says_what_its_questions_are_answered_by() -> None:
    each = next(library(1))
    figures = (each.sizes[each.year], each.sizes[each.year + 7], each.rate, *each.regions.values())
    for said in (each.company, f"{each.share}%", each.driver, each.brake, *map(decimal, figures)):
        assert said in each.text


def test_hundredths_are_printed_with_both_places() -> None:
    assert [decimal(number) for number in (5, 120, 9_000)] == ["0.05", "1.20", "90.00"]
