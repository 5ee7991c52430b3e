from collections import Counter
from decimal import Decimal

import pytest

from evals.specimen.contradiction import Contradiction, Planted
from evals.specimen.edition import Asked, Edition, Paragraph, sentences
from evals.specimen.plant import QUOTAS, planted
from evals.specimen.spot import Said, Spot
from tests.evals.specimen.conftest import edition_in


@pytest.fixture(scope="module")
def full() -> Planted:
    return planted(edition_in(0, 400), 3)


def of_kind(printed: Planted, kind: str) -> list[Contradiction]:
    return [one for one in printed.contradictions if one.kind == kind]


def spot_of(contradiction: Contradiction) -> Spot:
    place = contradiction.places[0]
    assert isinstance(place, Spot)
    return place


def test_a_full_edition_has_over_forty_contradictions_of_every_kind(full: Planted) -> None:
    assert Counter(one.kind for one in full.contradictions) == QUOTAS
    assert len(full.contradictions) >= 40


def test_a_small_edition_has_one_of_each_kind(printed: Planted) -> None:
    assert {one.kind for one in printed.contradictions} == QUOTAS.keys()


def test_no_table_is_altered_twice_and_every_other_one_is_as_it_was(full: Planted) -> None:
    clean = edition_in(0, 400).tables
    altered = [new.number for old, new in zip(clean, full.edition.tables, strict=True) if old != new]
    named = [spot_of(one).table.number for one in full.contradictions if isinstance(one.places[0], Spot)]
    assert sorted(named) == altered


def test_parts_miss_their_total_by_more_than_rounding(full: Planted) -> None:
    for one in (*of_kind(full, "total"), *of_kind(full, "share")):
        spot = spot_of(one)
        cells = [row.cells[spot.column].value or Decimal() for row in spot.table.rows]
        assert abs(sum(cells[:-1]) - cells[-1]) > Decimal(1)


def test_a_planted_growth_rate_is_off_by_more_than_half_a_point(full: Planted) -> None:
    for one in of_kind(full, "cagr"):
        first, *_, last, rate = (cell.value for cell in spot_of(one).table.rows[spot_of(one).row].cells)
        assert first is not None and last is not None and rate is not None
        years = len(spot_of(one).table.columns) - 2
        assert abs(100 * ((last / first) ** (Decimal(1) / years) - 1) - rate) > Decimal("0.5")
        assert one.stated == spot_of(one).cell.text != one.expected


@pytest.mark.parametrize(("kind", "block"), [("text", Paragraph), ("faq", Asked)])
def test_a_misstatement_stands_in_its_section(full: Planted, kind: str, block: type) -> None:
    blocks = full.edition.blocks
    told = {(heading, sentence.text): number for heading, number, sentence in sentences(blocks)}
    for one in of_kind(full, kind):
        said, cell = one.places
        assert isinstance(said, Said) and isinstance(cell, Spot)
        assert isinstance(blocks[told[said.section, said.sentence]], block)
        assert one.stated in said.sentence
        assert one.expected not in said.sentence


def test_a_planted_year_is_outside_the_edition(full: Planted) -> None:
    for one in of_kind(full, "year"):
        assert int(one.stated) not in full.edition.market.years
        assert int(one.expected) in full.edition.market.years
        assert spot_of(one).record()["column"] == one.stated


def test_a_planted_unit_is_said_in_its_table(full: Planted) -> None:
    for one in of_kind(full, "unit"):
        table = spot_of(one).table
        assert "USD billion" in " ".join((table.caption, table.stub, table.unit_line, *table.notes))


def test_echoes_print_what_was_there_before(full: Planted) -> None:
    for one in of_kind(full, "reprint"):
        assert isinstance(one.places[1], Spot)
        assert {echo.cell.text for echo in (*one.echoes, one.places[1])} == {one.expected}


def test_what_was_altered_is_doubtful(full: Planted) -> None:
    for kind in ("cagr", "total", "share", "reprint"):
        assert {spot_of(one).cell.meaning for one in of_kind(full, kind)} <= full.doubtful


def test_the_same_seed_plants_the_same(edition: Edition, printed: Planted) -> None:
    assert planted(edition, 3) == printed
    assert planted(edition, 4) != printed
