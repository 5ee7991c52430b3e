import pytest

from ingest.read.names import slug, title_from_name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Cold_Chain 2025", "cold-chain-2025"),
        ("Café — «Zürich» (2025)!", "cafe-zurich-2025"),
        ("  a  b  ", "a-b"),
        ("market_size-by-year", "market-size-by-year"),
        ("!!!", ""),
    ],
)
def test_a_slug_has_only_letters_digits_and_single_hyphens(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("market_size-by-year", "Market Size by Year"),
        ("of-mice", "Of Mice"),
        ("EV_sales_in_EU", "EV Sales in EU"),
        ("kites", "Kites"),
    ],
)
def test_a_title_reads_as_one_would_write_it(name: str, expected: str) -> None:
    assert title_from_name(name) == expected
