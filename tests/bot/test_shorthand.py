"""What people shorten when they ask."""

import pytest

from bot.shorthand import without_shorthand


@pytest.mark.parametrize(
    ("asked", "whole"),
    [
        ("op margin in the yr to 3/2026", "operating margin in the year to March 2026"),
        ("S. Korean mkt", "South Korean market"),
        ("Q3 last year, i.e. 2024", "Q3 2024"),
        ("profit the year before, i.e. FY ended March 2024", "profit fiscal year ended March 2024"),
        ("rooms this q3 (2025)", "rooms q3 2025"),
        ("sales last year (2024)", "sales 2024"),
        ("half-year 2025 sales", "first half of 2025 sales"),
        ("second half-year 2025", "second half-year 2025"),
        ("staff between end 2024 and mid-2025", "staff between end of 2024 and June 2025"),
        ("bonds at 12/31/25", "bonds at 12/31/2025"),
        ("ratio at year end 25", "ratio at year end 2025"),
        ("AFFO/share", "AFFO per share"),
        ("worth these days", "worth now"),
        ("2032 minus 2026", "difference between 2026 and 2032"),
        ("n the day pass?", "and the day pass?"),
        ("size n growth", "size and growth"),
        ("Spain alone in 2027", "Spain in 2027"),
        ("rated triple A", "rated AAA"),
        ("how many $ of loans", "how much in loans"),
        ("sales 2027, EUR m?", "sales 2027 in EUR m?"),
        ("worth in 2023 (USD m)?", "worth in 2023 in USD m?"),
        ("made in France? (%)", "made in France in percent?"),
        ("What was revenue in 2024?", "What was revenue in 2024?"),
        ("growth of 24/25", "growth of 24/25"),
        ("debt as of June 30 2025", "debt as of June 30, 2025"),
        ("debt at Jan. 31st, 2025", "debt at January 31, 2025"),
        ("loans at YE 2024", "loans at end of 2024"),
        ("orders at end september 2025", "orders at end of september 2025"),
        ("EPS FY3/2025", "EPS fiscal year ended March 2025"),
        ("top line 2024", "revenue 2024"),
        ("the bottom line, i.e. net income", "the bottom line, i.e. net income"),
    ],
)
def test_what_is_shortened_is_written_out(asked: str, whole: str) -> None:
    assert without_shorthand(asked) == whole
