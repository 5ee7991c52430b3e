"""Plants contradictions in an edition and keeps a list of them."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from evals.specimen.alter import with_claim, with_scale, with_value, with_year
from evals.specimen.contradiction import Contradiction, ContradictionKind, Planted
from evals.specimen.edition import Asked, Block, Edition, Heading, Paragraph, Sentence
from evals.specimen.layout import TableKind
from evals.specimen.numerals import rounded, spoken
from evals.specimen.spot import Said, Spot, spots
from evals.specimen.table import Meaning, SpecimenTable

QUOTAS: dict[ContradictionKind, int] = {
    "cagr": 7, "total": 6, "share": 6, "text": 7, "faq": 4, "reprint": 6, "year": 4, "unit": 4,
}  # fmt: skip
"""How many of each kind a full edition has."""

FULL = 400
"""From so many tables on an edition counts as full; smaller ones have fewer contradictions, one a kind at least."""


def planted(edition: Edition, seed: int) -> Planted:
    """The edition with contradictions of every kind; at most one in a table."""
    planter = _Planter(edition, random.Random(f"{seed} contradictions"))
    part = min(1.0, len(edition.tables) / FULL)
    plants: dict[ContradictionKind, Callable[[], bool]] = {
        "cagr": planter.cagr,
        "total": planter.total,
        "share": planter.share,
        "text": planter.text,
        "faq": planter.faq,
        "reprint": planter.reprint,
        "year": planter.year,
        "unit": planter.unit,
    }
    for kind, quota in QUOTAS.items():
        for _ in range(max(1, round(quota * part))):
            if not plants[kind]():
                break
    return planter.result()


class _Planter:
    def __init__(self, edition: Edition, chance: random.Random) -> None:
        self._edition = edition
        self._chance = chance
        self._blocks: list[Block] = list(edition.blocks)
        self._blocks_of = {one.number: n for n, one in enumerate(edition.blocks) if isinstance(one, SpecimenTable)}
        self._touched: set[int] = set()
        self._named: set[int] = set()
        self._spots = spots(edition)
        self._found: list[Contradiction] = []
        self._doubtful: set[Meaning] = set()

    def result(self) -> Planted:
        edition = replace(self._edition, blocks=tuple(self._blocks))
        return Planted(edition, tuple(self._found), frozenset(self._doubtful))

    def cagr(self) -> bool:
        """A growth rate that its own end points do not give."""
        for table in self._tables("forecast"):
            row = self._chance.choice([n for n, row in enumerate(table.rows) if row.cells])
            spot = Spot(table, row, len(table.columns) - 1)
            if spot.cell.meaning in self._doubtful:
                continue
            step = Decimal(self._chance.randrange(12, 35)) / 10
            self._change("cagr", spot, _value(spot) + step, spot.cell.text, ())
            return True
        return False

    def total(self) -> bool:
        """A part changed, so that the parts no longer add up."""
        for table in self._tables("history", "volume"):
            if not _is_flat(table):
                continue
            spot, total = self._part_and_total(table)
            if spot.cell.meaning in self._doubtful:
                continue
            step = _value(total) * self._chance.randrange(30, 80) / 1000
            value = rounded(_value(spot) + step, _digits(spot))
            expected = spoken(_value(total) + value - _value(spot), self._edition.layout)
            self._change("total", spot, value, expected, (total,))
            return True
        return False

    def share(self) -> bool:
        """Shares that add up to more than the whole."""
        for table in self._tables("share"):
            if not _is_flat(table):
                continue
            spot, total = self._part_and_total(table)
            if spot.cell.meaning in self._doubtful:
                continue
            step = Decimal(self._chance.randrange(30, 60)) / 10
            self._change("share", spot, _value(spot) + step, total.cell.text, (total,))
            return True
        return False

    def reprint(self) -> bool:
        """A figure that an overview prints otherwise than another table."""
        for table in self._tables("overview"):
            spot = Spot(table, self._chance.randrange(2), self._chance.randrange(len(table.columns)))
            others = [other for other in self._spots.get(_meaning(spot), ()) if other.table.number != table.number]
            if not others or spot.cell.meaning in self._doubtful:
                continue
            value = rounded(_value(spot) * self._chance.randrange(1030, 1090) / 1000, _digits(spot))
            self._change("reprint", spot, value, spot.cell.text, (others[0],))
            return True
        return False

    def year(self) -> bool:
        """A year no edition reaches at the head of a column."""
        for table in self._tables("history", "growth", "share"):
            column = self._chance.randrange(1, len(table.columns) - 1)
            year = table.columns[column][-1][:4]
            wrong = year[:2] + str(int(year[2:]) % 10 + 50)
            altered = with_year(table, column, year, wrong)
            self._reprint(altered)
            self._doubt(table)
            self._list(Contradiction("year", (Spot(altered, -1, column),), wrong, year))
            return True
        return False

    def unit(self) -> bool:
        """Millions that are said to be billions."""
        words = self._edition.market.money.words
        for table in self._tables("history", "forecast"):
            altered, wrong = with_scale(table, words)
            if (altered.caption, altered.stub, altered.unit_line, altered.notes) == (
                table.caption, table.stub, table.unit_line, table.notes,
            ):  # fmt: skip
                continue
            self._reprint(altered)
            self._doubt(table)
            self._list(Contradiction("unit", (Spot(altered),), wrong, words))
            return True
        return False

    def text(self) -> bool:
        """Prose that states another figure than the tables."""
        return self._tell("text", [n for n, block in enumerate(self._blocks) if isinstance(block, Paragraph)])

    def faq(self) -> bool:
        """An answered question that states another figure than the tables."""
        return self._tell("faq", [n for n, block in enumerate(self._blocks) if isinstance(block, Asked)])

    def _tell(self, kind: ContradictionKind, numbers: list[int]) -> bool:
        self._chance.shuffle(numbers)
        for number in numbers:
            block = self._blocks[number]
            for sentence in _sentences(block) if number not in self._touched else ():
                for claim in sentence.claims:
                    if claim.meaning in self._spots and claim.meaning not in self._doubtful:
                        self._misstate(kind, number, sentence)
                        return True
        return False

    def _misstate(self, kind: ContradictionKind, number: int, sentence: Sentence) -> None:
        claim = next(one for one in sentence.claims if one.meaning in self._spots)
        digits = -int(claim.value.as_tuple().exponent)
        value = rounded(claim.value * self._chance.randrange(1120, 1400) / 1000, digits)
        value += Decimal(2) if claim.meaning.kind == "percent" else 0
        wrong, told = with_claim(sentence, claim, value, self._edition.layout)
        block = self._blocks[number]
        if isinstance(block, Paragraph):
            told_all = tuple(wrong if one == sentence else one for one in block.sentences)
            self._put(number, replace(block, sentences=told_all))
        elif isinstance(block, Asked):
            self._put(number, replace(block, answer=wrong))
        first, *others = self._spots[claim.meaning]
        place = Said(self._heading(number), wrong.text)
        self._doubtful.add(claim.meaning)
        self._list(Contradiction(kind, (place, first), told.said, claim.said, tuple(others)))

    def _change(
        self,
        kind: ContradictionKind,
        spot: Spot,
        value: Decimal,
        expected: str,
        against: tuple[Spot, ...],
    ) -> None:
        """Print another number at a spot; ``against`` are the cells it no longer agrees with."""
        altered = with_value(spot.table, spot.row, spot.column, value, self._edition.layout)
        self._reprint(altered)
        wrong = Spot(altered, spot.row, spot.column)
        stated = against[0].cell.text if kind == "total" else wrong.cell.text
        if kind == "share":
            stated = spoken(sum(_parts(altered, spot.column), Decimal()), self._edition.layout)
        echoes = tuple(
            one
            for one in self._spots[_meaning(spot)]
            if one.table.number not in {spot.table.number, *(other.table.number for other in against)}
        )
        self._doubtful.add(_meaning(spot))
        self._list(Contradiction(kind, (wrong, *against), stated, expected, echoes))

    def _part_and_total(self, table: SpecimenTable) -> tuple[Spot, Spot]:
        column = self._chance.randrange(len(table.columns))
        leaves = [n for n, row in enumerate(table.rows) if row.role == "leaf" and row.cells[column].value is not None]
        return Spot(table, self._chance.choice(leaves), column), Spot(table, len(table.rows) - 1, column)

    def _tables(self, *kinds: TableKind) -> Iterator[SpecimenTable]:
        """Tables of these kinds that say nothing wrong yet, in random order."""
        numbers = list(range(len(self._blocks)))
        self._chance.shuffle(numbers)
        for number in numbers:
            block = self._blocks[number]
            if not isinstance(block, SpecimenTable) or block.kind not in kinds:
                continue
            if number not in self._touched and block.number not in self._named:
                yield block

    def _reprint(self, table: SpecimenTable) -> None:
        """Put a table where the one of its number was."""
        self._put(self._blocks_of[table.number], table)

    def _put(self, number: int, block: Block) -> None:
        self._blocks[number] = block
        self._touched.add(number)

    def _list(self, contradiction: Contradiction) -> None:
        self._found.append(contradiction)
        self._named |= {place.table.number for place in contradiction.places if isinstance(place, Spot)}

    def _doubt(self, table: SpecimenTable) -> None:
        self._doubtful |= {cell.meaning for _, _, cell in table.printed() if cell.meaning is not None}

    def _heading(self, number: int) -> str:
        above = (block.text for block in reversed(self._blocks[:number]) if isinstance(block, Heading))
        return next(above, "")


def _sentences(block: Block) -> tuple[Sentence, ...]:
    if isinstance(block, Paragraph):
        return block.sentences
    return (block.answer,) if isinstance(block, Asked) else ()


def _is_flat(table: SpecimenTable) -> bool:
    """Whether no row stands under another and no cell is missing, so that the parts are all rows but the last."""
    return all(row.depth == 0 and len(row.cells) == len(table.columns) for row in table.rows) and all(
        cell.value is not None for row in table.rows for cell in row.cells
    )


def _parts(table: SpecimenTable, column: int) -> list[Decimal]:
    return [row.cells[column].value or Decimal() for row in table.rows if row.role == "leaf"]


def _value(spot: Spot) -> Decimal:
    return spot.cell.value or Decimal()


def _digits(spot: Spot) -> int:
    return -int(_value(spot).as_tuple().exponent)


def _meaning(spot: Spot) -> Meaning:
    meaning = spot.cell.meaning
    if meaning is None:
        raise ValueError(f"Nothing is printed in {spot.record()}")
    return meaning
