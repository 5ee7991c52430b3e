"""What is told of reports, portion by portion."""

import pytest

from bot.answer import Answer, ChartBlock, ListBlock, TableBlock
from bot.portions import (
    Portion,
    licensed_characters,
    of_answer,
    of_found,
    of_passage,
    of_quantities,
    of_report,
    of_table,
)
from bot.room import FindingView, FoundPlace, QuantityPage
from tests.bot.fakes import (
    CHART,
    FIGURE,
    FOUND,
    LIST,
    PASSAGES,
    QUANTITIES,
    SECTION,
    SIZES,
    TABLE,
    VIEW,
    WHOLE,
    FakeBot,
)  # fmt: skip


class Closed(FakeBot):
    """The same library to whoever has no licence: nothing is there."""

    def __init__(self) -> None:
        super().__init__()
        self.passages.clear()

    @property
    def room(self) -> "Closed":  # type: ignore[override]
        return self

    def table(self, address: str) -> None:
        return None


def told(*portions: Portion) -> str:
    return "\n".join(portion.text for portion in portions)


def test_what_is_public_needs_no_licence() -> None:
    assert licensed_characters(of_answer(FIGURE), FakeBot()) == {}
    assert licensed_characters(of_table(WHOLE), FakeBot()) == {}


def test_what_is_quoted_is_counted_by_its_characters() -> None:
    counted = licensed_characters(of_answer(FIGURE), Closed())
    assert sum(counted.values()) == len(SIZES)


def test_the_same_sentence_is_one_portion_wherever_it_is_told() -> None:
    quoted = licensed_characters(of_answer(FIGURE), Closed())
    read = licensed_characters(of_passage(PASSAGES["tidal-energy:p0"]), Closed())
    found = licensed_characters(of_found(FOUND), Closed())
    assert quoted.items() <= read.items()
    assert read == found
    assert sum(read.values()) == pytest.approx(len(SECTION), abs=10)


def test_a_cell_is_told_with_its_row_and_column() -> None:
    assert "Europe | 2025 | 842" in told(*of_answer(TABLE))
    assert "Europe | 2025 | 842" in told(*of_quantities(QuantityPage(quantities=QUANTITIES)))


@pytest.mark.parametrize(("answer", "kind"), [(LIST, ListBlock), (TABLE, TableBlock), (CHART, ChartBlock)])
def test_lists_tables_and_charts_tell_nothing_that_is_not_counted(answer: Answer, kind: type) -> None:
    said = told(*of_answer(answer)) + "".join(citation.quote for citation in answer.citations)
    block = next(block for block in answer.blocks if isinstance(block, kind))
    match block:
        case ListBlock():
            assert all(item.text in said for item in block.items)
        case TableBlock():
            assert all(cell in said for row in block.rows for cell in row.cells)
        case ChartBlock():
            assert all(f"{point.label} {point.value:g}" in said for point in block.points)


def test_a_whole_table_is_told_row_by_row_and_around_a_cell_too() -> None:
    rows = told(*of_table(WHOLE))
    assert all(" | ".join(row) in rows for row in (WHOLE.header, *WHOLE.rows))
    around = of_passage(PASSAGES["tidal-energy:t0r0c1"])
    assert licensed_characters(around, Closed()) == licensed_characters(of_table(WHOLE), Closed())


def test_a_large_table_has_few_portions() -> None:
    large = WHOLE.model_copy(update={"rows": tuple((f"Place {n}", "1", "2") for n in range(5_000))})
    portions = list(of_table(large))
    assert len(portions) < 300
    assert "Place 4999" in told(*portions)


def test_a_part_that_is_public_of_a_licensed_report_needs_none() -> None:
    bot = Closed()
    bot.passages["tidal-energy:p0"] = PASSAGES["tidal-energy:p0"]
    assert licensed_characters(of_answer(FIGURE), bot) == {}
    hidden = PASSAGES["tidal-energy:p0"].model_copy(update={"text": "Market size"})
    bot.passages["tidal-energy:p0"] = hidden  # a heading alone is there
    assert sum(licensed_characters(of_answer(FIGURE), bot).values()) == len(SIZES)


def test_what_a_report_says_against_itself_is_quoted() -> None:
    place = FoundPlace(where="Market size", quote=SIZES)
    finding = FindingView(kind="rate", contradiction=True, said="", arithmetic="", off=0.1, places=(place,))
    assert told(*of_report(VIEW.model_copy(update={"audit": (finding,)}))) == SIZES
