"""The public reading of a report has nothing of its licensed parts but their names, and keeps the numbers."""

import pytest

from ingest.access import with_access
from ingest.domain import Report, Rules, Section, Source, Table
from ingest.public import own_number, public_parts, public_reading, without_figures
from ingest.split import is_licensed, passages

REPORT = with_access(
    Report(
        "kites",
        "Kite Market",
        "d",
        (
            Section(("Size",), "The forecast period is 2025 to 2031. The market was USD 3.7 million in 2024.", "r.md"),
            Section(("Growth of 9.3% a year",), "It grows at a CAGR of 9.3%.", "r.md"),
            Section(("Growth of 9.3% a year", "Scope"), "It covers kites that fly.", "r.md"),
            Section(("Outlook",), "The market will reach USD 5.1 million.", "r.md"),
        ),
        (
            Table("Kites by colour", ("Colour", "2024"), (("Red", "1.2"),), "a.csv", "USD million", ("Of 17 shops.",)),
            Table("Deliveries", ("Year", "Kites"), (("2024", "800"),), "b.csv"),
        ),
        rules=Rules(licensed=("Growth of 9.3% a year", "a.csv", "Size"), public=("Scope",)),
    )
)


def test_licensed_parts_are_empty_but_for_their_names() -> None:
    public = public_parts(REPORT)
    assert [section.text for section in public.sections] == [
        "", "", "It covers kites that fly.", "The market will reach USD 5.1 million."
    ]  # fmt: skip
    colours, deliveries = public.tables
    assert (colours.title, colours.rows, colours.notes, colours.unit) == ("Kites by colour", (), (), None)
    assert deliveries == REPORT.tables[1]
    assert public.access == "public" and public.digest != REPORT.digest


def test_a_figure_in_a_licensed_heading_is_hidden_also_over_a_public_section() -> None:
    assert [section.heading for section in public_parts(REPORT).sections[1:3]] == [
        ("Growth of … a year",), ("Growth of … a year", "Scope"),
    ]  # fmt: skip


def test_its_passages_are_those_of_the_whole_and_come_first() -> None:
    public = public_reading(REPORT)
    assert public is not None
    whole = passages(REPORT)
    assert [(p.number, p.text, p.source) for p in public.passages] == [
        (p.number, p.text, p.source) for p in whole[: len(public.passages)]
    ]
    assert [p.number for p in whole] == list(range(len(whole)))
    assert not any("9.3%" in p.context for p in public.passages)


def test_nothing_is_read_from_or_by_licensed_parts() -> None:
    public = public_reading(REPORT)
    assert public is not None
    sources: list[Source] = [q.source for q in public.quantities]
    sources += [source for each in public.lists for source in (each.source, *(at for _, at in each.items))]
    assert not any(is_licensed(REPORT, at) for at in sources)
    assert {q.text for q in public.quantities} == {"USD 5.1 million", "800"}


def test_a_report_of_one_access_has_no_reading_of_its_own() -> None:
    assert public_reading(with_access(Report("k", "K", "d", (Section((), "Text.", "r.md"),)))) is None


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Market outlook 2025–2032", "Market outlook 2025–2032"),
        ("3. Market by country", "3. Market by country"),
        ("Table 4: Revenue in USD million, 2025", "Table 4: Revenue in USD million, 2025"),
        ("COVID-19 and CO2", "COVID-19 and CO2"),
        ("Sales in FY2025 and Q1 2026", "Sales in FY2025 and Q1 2026"),
        ("Top 5 companies hold 43.2% of revenue", "Top … companies hold … of revenue"),
        ("USD 5.12 billion by 2032", "… by 2032"),
        ("Five billion dollars in sales", "… in sales"),
        ("Chapter 7 Revenue of $5bn", "Chapter 7 Revenue of …"),
        ("2,024 units", "…"),
        ("3.2 Market by country", "… Market by country"),
    ],
)
def test_figures_of_titles_are_hidden(title: str, shown: str) -> None:
    assert without_figures(title) == shown


@pytest.mark.parametrize(
    ("headings", "shown"),
    [
        (("4.1 Asia", "4.2 Western Europe"), ("4.1 Asia", "4.2 Western Europe")),
        (("4.1 Gigawatts in Asia",), ("… Gigawatts in Asia",)),
        (("4.7 Gigawatts", "4.8 Gigawatts"), ("… Gigawatts", "… Gigawatts")),
        (("5.1 Asia", "5.2 Europe"), ("… Asia", "… Europe")),
        (("4.1 Asia", "Europe: 4.2"), ("… Asia", "Europe: …")),
    ],
)
def test_a_bare_number_is_shown_where_the_headings_beside_it_show_that_it_counts(
    headings: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    sections = tuple(Section(("4. Regions", heading), "USD 3.7 million.", "r.md") for heading in headings)
    scope = Section(("Scope",), "It covers kites.", "r.md")
    report = Report("kites", "Kite Market", "d", (*sections, scope), (), rules=Rules(licensed=("4. Regions",)))
    public = public_parts(with_access(report))
    assert tuple(section.heading[-1] for section in public.sections[:-1]) == shown


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("4.2 Europe", " Europe"),
        ("6. Buyers", " Buyers"),
        ("Table 3: Sales", ": Sales"),
        ("3D printers", "3D printers"),
    ],
)
def test_the_number_that_a_title_is_counted_by_is_told_apart(title: str, rest: str) -> None:
    assert title[own_number(title) :] == rest
