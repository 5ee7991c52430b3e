import pytest

from ingest.domain import Period, PeriodKind
from ingest.quantity.dates import LabelTime, YearPart, change_year, is_day, label_time, of_year, part_within, short_span


@pytest.mark.parametrize(
    ("label", "period"),
    [
        ("March 2024", Period(2024, 2024, "month", 3)),
        ("31 March 2024", Period(2024, 2024, "month", 3)),
        ("as of March 31, 2024", Period(2024, 2024, "month", 3)),
        ("Mar-24", Period(2024, 2024, "month", 3)),
        ("Dezember 2024", Period(2024, 2024, "month", 12)),
        ("2024-03", Period(2024, 2024, "month", 3)),
        ("2024-03-31", Period(2024, 2024, "month", 3)),
        ("9M 2024", Period(2024, 2024, "months", 9)),
        ("9M24", Period(2024, 2024, "months", 9)),
        ("October 1, 2025 – October 31, 2025", Period(2025, 2025, "month", 10)),
        ("1 January 2025 to 30 June 2025", Period(2025, 2025, "half", 1)),
        ("January to August 2025", Period(2025, 2025, "months", 8)),
        ("2023/24", Period(2024, 2024, "fiscal year")),
        ("Year ended December 31, 2024", Period(2024, 2024, "year")),
        ("Year ended June 30, 2024", Period(2024, 2024, "fiscal year")),
        ("Three months ended March 31, 2024", Period(2024, 2024, "quarter", 1)),
        ("Quarter ended 31.12.2024", Period(2024, 2024, "quarter", 4)),
        ("Year ended 31.03.2025", Period(2025, 2025, "fiscal year")),
        ("Quarter ended September 2024", Period(2024, 2024, "quarter", 3)),
        ("Six months ended June 30, 2024 (unaudited)", Period(2024, 2024, "months", 6)),
    ],
)
def test_a_label_that_names_a_time_is_that_time(label: str, period: Period) -> None:
    assert label_time(label) == LabelTime(period)


@pytest.mark.parametrize(
    ("label", "part"),
    [
        ("March", ("month", 3)),
        ("Q3", ("quarter", 3)),
        ("3Q", ("quarter", 3)),
        ("H1", ("half", 1)),
        ("9M", ("months", 9)),
        ("Six months ended June 30", ("months", 6)),
    ],
)
def test_a_part_of_a_year_waits_for_the_year_that_another_label_names(label: str, part: tuple[PeriodKind, int]) -> None:
    assert label_time(label) == LabelTime(part=YearPart(*part))
    assert of_year(YearPart(*part), Period(2024, 2024)) == Period(2024, 2024, *part)


@pytest.mark.parametrize("label", ["Year ended", "Six months ended", "05/06/2024"])
def test_a_label_may_announce_a_time_and_not_tell_it(label: str) -> None:
    assert label_time(label) == LabelTime()


@pytest.mark.parametrize("label", ["Europe", "Marketing", "2024", "2023-25", "Maya", "Q5", ""])
def test_other_labels_are_no_time(label: str) -> None:
    assert label_time(label) is None


@pytest.mark.parametrize(
    ("label", "year"),
    [("Growth 2024/23", 2024), ("Growth 2024/2023 (%)", 2024), ("2023/24", None), ("2024/22", None), ("Growth", None)],
)
def test_a_change_leads_to_the_year_named_first(label: str, year: int | None) -> None:
    assert change_year(label) == (Period(year, year) if year else None)


@pytest.mark.parametrize("label", ["CAGR 24A–30E", "CAGR '24-'30", "24/30"])
def test_years_of_a_span_may_have_two_digits(label: str) -> None:
    assert short_span(label) == Period(2024, 2030, "span")


@pytest.mark.parametrize("label", ["30-24", "24.5-30", "10-12%", "2024-2030", "CAGR"])
def test_other_numbers_are_no_span(label: str) -> None:
    assert short_span(label) is None


@pytest.mark.parametrize(
    ("label", "period"),
    [
        ("12M22", Period(2022, 2022)),
        ("12M 2022", Period(2022, 2022)),
        ("Apr–Jun 2023", Period(2023, 2023, "quarter", 2)),
        ("October to December 2023", Period(2023, 2023, "quarter", 4)),
        ("Jul-Dec '23", Period(2023, 2023, "half", 2)),
        ("Jan.–Sept. 2023", Period(2023, 2023, "months", 9)),
        ("Jan–Dec 2023", Period(2023, 2023)),
        ("Full year 2023", Period(2023, 2023)),
        ("Helår 2023", Period(2023, 2023)),
        ("2021/22 Proj.", Period(2022, 2022, "fiscal year")),
        ("2021/22 (Estimated)", Period(2022, 2022, "fiscal year")),
    ],
)
def test_stretches_of_months_and_whole_years_are_times(label: str, period: Period) -> None:
    assert label_time(label) == LabelTime(period)


@pytest.mark.parametrize(
    ("label", "part"),
    [
        ("Jan–Mar", ("quarter", 1)),
        ("April to September", ("months", 6, 9)),
        ("R12 Oct–Sep", ("months", 12, 9)),
        ("Full year", None),
        ("Jan–Jun", ("half", 1)),
    ],
)
def test_a_stretch_without_a_year_is_a_part_of_one(
    label: str, part: tuple[PeriodKind, int] | tuple[PeriodKind, int, int] | None
) -> None:
    assert label_time(label) == LabelTime(part=part and YearPart(*part))


def test_a_month_later_than_the_one_a_table_is_of_is_of_the_year_before() -> None:
    title = Period(2025, 2025, "month", 2)
    assert of_year(YearPart("month", 12), title) == Period(2024, 2024, "month", 12)
    assert of_year(YearPart("month", 2), title) == Period(2025, 2025, "month", 2)


@pytest.mark.parametrize(
    ("label", "period"),
    [
        ("31. März 2024", Period(2024, 2024, "month", 3)),
        ("30 de junio de 2024", Period(2024, 2024, "month", 6)),
        ("1er janvier 2024", Period(2024, 2024, "month", 1)),
        ("au 31 décembre 2024", Period(2024, 2024)),
        ("zum 30.6.2024", Period(2024, 2024, "month", 6)),
        ("06/30/2024", Period(2024, 2024, "month", 6)),
        ("4.5.2024", Period(2024, 2024, "month", 5)),
        ("T3 2024", Period(2024, 2024, "quarter", 3)),
        ("S1 2024", Period(2024, 2024, "half", 1)),
        ("exercice 2023", Period(2023, 2023)),
        ("Geschäftsjahr 2024", Period(2024, 2024, "fiscal year")),
        ("FY2025/3", Period(2025, 2025, "fiscal year")),
        ("FYE 3/25", Period(2025, 2025, "fiscal year")),
        ("13 weeks ended 30 March 2024", Period(2024, 2024, "quarter", 1)),
        ("LTM December 2024", Period(2024, 2024)),
    ],
)
def test_times_are_read_as_other_languages_and_filings_write_them(label: str, period: Period) -> None:
    assert label_time(label) == LabelTime(period)


@pytest.mark.parametrize(
    ("label", "part"),
    [
        ("premier trimestre", ("quarter", 1)),
        ("2º semestre", ("half", 2)),
        ("1. Halbjahr", ("half", 1)),
        ("39 weeks", ("months", 9)),
        ("Q4 (geprüft)", ("quarter", 4)),
    ],
)
def test_parts_of_a_year_are_read_in_words_and_languages(label: str, part: tuple[PeriodKind, int]) -> None:
    assert label_time(label) == LabelTime(part=part and YearPart(*part))


def test_a_date_whose_month_may_be_either_number_is_not_told() -> None:
    assert label_time("04/05/2024") == LabelTime()


@pytest.mark.parametrize(
    ("label", "year"),
    [
        ("Fiscal year ended February 1, 2025", Period(2024, 2024, "fiscal year")),
        ("Year ended December 31, 2024", Period(2024, 2024)),
        ("Quarter ended March 31, 2025", Period(2025, 2025, "quarter", 1)),
    ],
)
def test_only_fiscal_years_may_be_numbered_by_the_year_they_begin_in(label: str, year: Period) -> None:
    assert label_time(label, fiscal_lag=1) == LabelTime(year)


@pytest.mark.parametrize(
    ("label", "day"),
    [
        ("31 March 2024", True),
        ("March 31, 2024 (unaudited)", True),
        ("31.3.2024", True),
        ("2024-03-31", True),
        ("March 2024", False),
        ("2024-03", False),
        ("Year ended March 31, 2024", False),
    ],
)
def test_a_day_is_told_from_a_month_and_a_stretch(label: str, day: bool) -> None:
    assert is_day(label) is day


def test_months_may_stand_among_other_words_but_not_be_counted_back() -> None:
    assert part_within("Parcels carried, nine months") == YearPart("months", 9)
    assert part_within("Parcels carried six months ago") is None


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Oct 2024–Sep 2025", "12M to 2025-09"),
        ("February to April 2025", "3M to 2025-04"),
        ("Three months ended January 31, 2025", "3M to 2025-01"),
        ("Six months ending September 30, 2025", "6M to 2025-09"),
        ("26 weeks ended 28 September 2024", "6M to 2024-09"),
        ("LTM Q3 2025", "12M to 2025-09"),
        ("R12 Oct–Sep 2023/24", "12M to 2024-09"),
        ("March 2024 to May 2025", "None"),
    ],
)
def test_stretches_that_do_not_begin_the_year_are_told_by_the_month_they_end_in(label: str, said: str) -> None:
    time = label_time(label)
    assert time is not None
    assert str(time.period) == said


def test_a_stretch_begins_in_the_year_before_where_it_is_longer_than_the_months_of_its_own() -> None:
    assert of_year(YearPart("months", 9, 3), Period(2025, 2025)) == Period(2024, 2025, "months", 9, 3)
    assert of_year(YearPart("months", 6, 9), Period(2025, 2025)) == Period(2025, 2025, "months", 6, 9)


@pytest.mark.parametrize(
    ("label", "time"),
    [
        ("June quarter 2025", LabelTime(Period(2025, 2025, "quarter", 2))),
        ("Sept. quarter", LabelTime(part=YearPart("quarter", 3))),
        ("May quarter 2025", None),
    ],
)
def test_a_quarter_may_be_named_by_its_last_month(label: str, time: LabelTime | None) -> None:
    assert label_time(label) == time


@pytest.mark.parametrize("label", ["ABR", "Set", "OUT", "Ago"])
def test_initials_and_words_are_no_months_of_other_languages(label: str) -> None:
    assert label_time(label) is None
    assert label_time("abr") is not None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("6/30/25", "2025-06"),
        ("30.09.25", "2025-09"),
        ("12/31/24", "2024"),
        ("01.01.–30.09. 2025", "9M 2025"),
        ("01.07.-30.09. 2025", "Q3 2025"),
        ("As of or for the Three Months Ended March 31, 2025", "Q1 2025"),
    ],
)
def test_dates_in_few_digits_and_stretches_between_days_are_read(text: str, time: str) -> None:
    read = label_time(text)
    assert read is not None
    assert str(read.period) == time


def test_a_version_is_no_date() -> None:
    assert label_time("1.2.25") is None
