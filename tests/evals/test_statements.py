from bot.answer import ChartBlock, ChartPoint
from evals.statements import dressed, listed, results, statements
from tests.evals.answers import answer, calculating, listing, saying, tabled


def test_a_paragraph_is_cut_into_sentences() -> None:
    said = statements(saying("It grew by 5%. It fell in 2020."))
    assert [statement.text for statement in said] == ["It grew by 5%.", "It fell in 2020."]


def test_an_item_has_the_years_of_its_intro() -> None:
    _, item = statements(listing("Sizes in 2024:", "Japan: USD 5 million"))
    assert item.years == {2024}


def test_a_row_has_the_units_and_years_of_its_header() -> None:
    (row,) = statements(tabled("Revenue (USD million)", ("Country", "2024"), ("China", "241")))
    assert row.text == "China; USD 241 million"
    assert row.years == {2024}


def test_a_result_has_the_years_of_its_operands() -> None:
    (result,) = results(calculating("It grew.", "1.83", "USD billion", ("2025", "2026")))
    assert (result.text, result.years) == ("USD 1.83 billion", {2025, 2026})


def test_the_points_of_a_chart_are_statements() -> None:
    point = ChartPoint(label="2027", value=15.75, origin="calculated", citations=())
    (shown,) = statements(answer(ChartBlock(title="Size", unit="USD billion", points=(point,))))
    assert shown.text == "2027: USD 15.75 billion"


def test_an_answer_without_blocks_is_read_from_its_text() -> None:
    bare = saying("").model_copy(update={"blocks": (), "text": "It was USD 5 million [1]. It grew."})
    assert [len(s.numbers) for s in statements(bare)] == [1, 0]


def test_items_and_rows_are_listed() -> None:
    assert listed(listing("They are:", "A", "B")) == ["A", "B"]
    assert listed(tabled("T", ("x", "y"), ("A", "1"))) == ["A; 1"]


def test_only_bare_numbers_are_dressed_with_their_label() -> None:
    cases = {
        ("1,860", "Revenue (USD million)"): "USD 1,860 million",
        ("41.4", "Share (%)"): "41.4 %",
        ("3,480", "Use (1,000 tonnes)"): "3,480 thousand tonnes",
        ("USD 5 million", "Revenue (EUR billion)"): "USD 5 million",
        ("Acme", "Name (USD)"): "Acme",
        ("−2.5", "percentage points"): "−2.5 percentage points",
    }
    assert {case: dressed(*case) for case in cases} == cases
