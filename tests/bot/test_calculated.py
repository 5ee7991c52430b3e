"""What a calculation lets a sentence say."""

from bot.arithmetic import compute
from bot.calculated import calculated_periods, result_quantities, spans_years
from bot.evidence import Calculation, Operand, Operation
from ingest.domain import Period, Quantity
from tests.bot.sources import cite, figure

SIZE = cite("The widget market was USD 10.00 billion in 2024. It will be USD 12.10 billion in 2026.")
A, B = figure(SIZE, "10.00"), figure(SIZE, "12.10")
Y24, Y26, RUN = Period(2024, 2024), Period(2026, 2026), Period(2024, 2026, "span")
JAPAN = cite("In 2024 the widget market in Japan was USD 2.50 billion.")


def calculation(operation: Operation, years: int | None = None) -> Calculation:
    return Calculation(operation, (Operand(A, SIZE), Operand(B, SIZE)), years)


def results(asked: Calculation, said: Period | None = None) -> list[Quantity]:
    return list(result_quantities(compute(asked), asked, said))


def test_a_result_is_of_what_its_operands_are_of() -> None:
    (growth,) = results(calculation("growth"))
    assert (growth.measure, growth.kind, growth.subject, growth.place) == ("growth", "percent", (), None)
    assert str(growth.value) == "21.0"


def test_a_change_may_be_given_for_its_end_or_for_its_run_and_nothing_else() -> None:
    assert results(calculation("growth"), Y26)[0].period == Y26
    assert results(calculation("growth"), RUN)[0].period == RUN
    assert results(calculation("growth"), Y24)[0].period == Y26


def test_a_share_is_of_its_part() -> None:
    part = figure(JAPAN, "2.50")
    share = Calculation("share", (Operand(part, JAPAN), Operand(A, SIZE)))
    assert {quantity.place for quantity in results(share)} == {"Japan", None}
    assert all(quantity.measure == "share" for quantity in results(share))


def test_a_sentence_may_name_the_operands_years_and_the_run_between() -> None:
    asked = calculation("cagr", 2)
    assert calculated_periods(compute(asked), asked) == {Y24, Y26, RUN}
    assert spans_years(asked) == {2}
    assert calculated_periods(None, None) == frozenset()
