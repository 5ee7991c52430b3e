"""The publisher styles an edition can be printed in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

UnitPlace = Literal["caption", "header", "line", "note"]
Rules = Literal["ruled", "horizontal", "borderless"]
TableKind = Literal[
    "history", "forecast", "volume", "share", "growth", "by years", "two measures", "price", "cross", "overview"
]

A4, LETTER_ACROSS = (595.0, 842.0), (792.0, 612.0)


@dataclass(frozen=True)
class Layout:
    """How one publisher words, numbers and draws its tables."""

    number: int
    caption: str
    titles: Mapping[str, str]
    across: str
    world: str
    total: str
    unit_places: tuple[UnitPlace, ...]
    unit_line: str
    thousands: str
    point: str
    minus: Literal["brackets", "−", "-"]
    missing: str
    percent_sign: bool
    cagr: str
    marks: bool
    heading_groups: frozenset[TableKind]
    numbered_rows: bool
    rules: Rules
    zebra: bool
    fonts: tuple[str, str, str]
    page: tuple[float, float]
    two_columns: bool
    numbered_headings: bool
    continued: bool
    lists_tables: bool
    dollar_format: bool

    def unit_place(self, number: int) -> UnitPlace:
        """Where the unit of a table stands; most of a layout's tables agree."""
        main, *others = self.unit_places
        return others[number // 5 % len(others)] if number % 5 == 0 and others else main


LAYOUTS = (
    Layout(
        number=0,
        caption="Table {number}: {place} – {title}, {span}{unit}",
        titles={
            "size": "market revenue by {by}",
            "volume": "market volume by {by}",
            "share": "revenue share by {by}",
            "growth": "revenue growth by {by}",
            "price": "average price by {by}",
            "both": "revenue and volume by {by}",
            "overview": "market overview",
        },
        across="{first} and {second}",
        world="World",
        total="Total",
        unit_places=("caption", "line"),
        unit_line="({unit})",
        thousands=",",
        point=".",
        minus="brackets",
        missing="–",
        percent_sign=False,
        cagr="CAGR {first}–{last} (%)",
        marks=False,
        heading_groups=frozenset({"share"}),
        numbered_rows=False,
        rules="ruled",
        zebra=False,
        fonts=("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
        page=A4,
        two_columns=False,
        numbered_headings=True,
        continued=True,
        lists_tables=True,
        dollar_format=False,
    ),
    Layout(
        number=1,
        caption="TABLE {number}. {place}: {title}, {span}{unit}",
        titles={
            "size": "Market size, by {by}",
            "volume": "Market volume, by {by}",
            "share": "Market share, by {by}",
            "growth": "Year-on-year growth, by {by}",
            "price": "Average selling price, by {by}",
            "both": "Market size and volume, by {by}",
            "overview": "Key market figures",
        },
        across="{first} and by {second}",
        world="Global",
        total="Total market",
        unit_places=("line", "note"),
        unit_line="in {unit}",
        thousands="\u00a0",
        point=",",
        minus="-",
        missing="n.a.",
        percent_sign=False,
        cagr="CAGR {first}-{last}, %",
        marks=True,
        heading_groups=frozenset({"history", "growth"}),
        numbered_rows=False,
        rules="horizontal",
        zebra=False,
        fonts=("Times-Roman", "Times-Bold", "Times-Italic"),
        page=A4,
        two_columns=True,
        numbered_headings=False,
        continued=False,
        lists_tables=False,
        dollar_format=False,
    ),
    Layout(
        number=2,
        caption="Tab. {number} {title} in {place}, {span}{unit}",
        titles={
            "size": "Sales by {by}",
            "volume": "Sales volume by {by}",
            "share": "Share of sales by {by}",
            "growth": "Growth of sales by {by}",
            "price": "Price level by {by}",
            "both": "Sales in value and volume by {by}",
            "overview": "Main indicators",
        },
        across="{first} × {second}",
        world="the world",
        total="All",
        unit_places=("header", "caption"),
        unit_line="Unit: {unit}",
        thousands=".",
        point=",",
        minus="−",
        missing="NA",
        percent_sign=True,
        cagr="CAGR {first}–{last}",
        marks=False,
        heading_groups=frozenset({"volume", "share"}),
        numbered_rows=True,
        rules="borderless",
        zebra=True,
        fonts=("Vera", "VeraBd", "VeraIt"),
        page=A4,
        two_columns=False,
        numbered_headings=True,
        continued=True,
        lists_tables=False,
        dollar_format=False,
    ),
    Layout(
        number=3,
        caption="Table {number} | {title} | {place} | {span}{unit}",
        titles={
            "size": "Revenue split by {by}",
            "volume": "Unit demand by {by}",
            "share": "Revenue shares by {by}",
            "growth": "Annual revenue growth by {by}",
            "price": "Price per unit by {by}",
            "both": "Revenue and demand by {by}",
            "overview": "Market summary",
        },
        across="{first} against {second}",
        world="Worldwide",
        total="Overall",
        unit_places=("note", "header"),
        unit_line="Figures in {unit}",
        thousands=",",
        point=".",
        minus="-",
        missing="–",
        percent_sign=True,
        cagr="CAGR ({first}–{last})",
        marks=True,
        heading_groups=frozenset({"forecast"}),
        numbered_rows=True,
        rules="horizontal",
        zebra=True,
        fonts=("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
        page=LETTER_ACROSS,
        two_columns=True,
        numbered_headings=False,
        continued=True,
        lists_tables=True,
        dollar_format=True,
    ),
)
