from datetime import date, datetime, time, timedelta

import pytest

from ingest.read.workbook.date_formats import show_time

DAY = datetime(2025, 3, 31)
AFTERNOON = datetime(2025, 3, 31, 14, 30)


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (DAY, "yyyy-mm-dd", "2025-03-31"),
        (DAY, "mm-dd-yy", "2025-03-31"),
        (DAY, "[$-409]d-mmm-yy;@", "2025-03-31"),
        (DAY, "yyyy-mm-dd h:mm:ss", "2025-03-31"),
        (AFTERNOON, "dd/mm/yyyy hh:mm", "2025-03-31 14:30"),
        (AFTERNOON, "General", "2025-03-31 14:30"),
        (date(2025, 3, 31), "General", "2025-03-31"),
    ],
)
def test_a_day_is_shown_in_one_way_whatever_its_format(value: datetime, code: str, shown: str) -> None:
    assert show_time(value, code) == shown


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("yyyy", "2025"),
        ("yy", "2025"),
        ('yyyy"E"', "2025E"),
        ("yyyy\\A", "2025A"),
        ('"FY"yyyy', "FY2025"),
        ('"year "yyyy', "year 2025"),
        ("mmm-yy", "Mar 2025"),
        ("mmmm yyyy", "March 2025"),
        ("mmm", "Mar"),
    ],
)
def test_a_month_or_a_year_is_no_more_than_its_format_says(code: str, shown: str) -> None:
    assert show_time(DAY, code) == shown


def test_times_and_lengths_of_time_are_shown() -> None:
    assert show_time(time(14, 30), "h:mm") == "14:30"
    assert show_time(AFTERNOON, "h:mm:ss") == "14:30:00"
    assert show_time(timedelta(hours=30, minutes=5), "[h]:mm") == "30:05"
    assert show_time(timedelta(minutes=-90), "[h]:mm:ss") == "-1:30:00"
