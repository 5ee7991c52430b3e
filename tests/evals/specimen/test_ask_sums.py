from decimal import Decimal

from evals.specimen.ask_sums import ask_difference, ask_growth, ask_rate, ask_share, ask_sum
from evals.specimen.contradiction import Planted
from tests.evals.specimen.asking import drafts, expected


def operands(must_cite: tuple[str, ...]) -> list[Decimal]:
    return [Decimal(quote) for quote in must_cite if "," not in quote]


def test_a_difference_is_one_printed_figure_less_another(asked: Planted) -> None:
    found = drafts(ask_difference, asked)
    assert found
    for draft in found:
        larger, smaller = operands(draft.must_cite)
        assert Decimal(expected(draft)[0]["value"]) == larger - smaller > 0


def test_a_sum_is_two_printed_figures_together(asked: Planted) -> None:
    found = drafts(ask_sum, asked)
    assert found
    for draft in found:
        assert Decimal(expected(draft)[0]["value"]) == sum(operands(draft.must_cite))


def test_growth_is_worked_out_from_its_ends(asked: Planted) -> None:
    found = drafts(ask_growth, asked)
    assert found
    for draft in found:
        first, last = operands(draft.must_cite)
        assert abs(Decimal(expected(draft)[0]["value"]) - 100 * (last / first - 1)) < Decimal("0.0001")


def test_a_rate_compounds_from_its_first_year_to_its_last(asked: Planted) -> None:
    found = drafts(ask_rate, asked)
    assert found
    for draft in found:
        first, last = operands(draft.must_cite)
        rate = 1 + Decimal(expected(draft)[0]["value"]) / 100
        assert any(abs(first * rate**years / last - 1) < Decimal("0.0001") for years in range(3, 8))


def test_a_share_may_be_worked_out_or_read_where_it_is_printed(asked: Planted) -> None:
    found = drafts(ask_share, asked, 200)
    both = [draft for draft in found if len(expected(draft)) == 2]
    assert both
    for draft in both:
        worked, read = expected(draft)
        assert abs(Decimal(worked["value"]) - Decimal(read["value"])) < Decimal("0.1")
