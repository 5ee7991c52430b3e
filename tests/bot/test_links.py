"""Addresses outside."""

import pytest

from bot.links import safe_url, text_fragment

PAGE = "https://harbour.example/report"
LONG = "The tidal energy market size was estimated at USD 1.87 billion in 2025 and will reach USD 2.10 billion, or more"


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        (PAGE, True),
        ("http://harbour.example", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,<script>alert(1)</script>", False),
        ("//harbour.example", False),
        ("/etc/passwd", False),
        ("https://[broken", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, safe: bool) -> None:
    assert safe_url(url) == (url if safe else None)


@pytest.mark.parametrize(
    ("url", "quotation", "expected"),
    [
        (PAGE, "Deepflow AS", f"{PAGE}#:~:text=Deepflow%20AS"),
        (PAGE, "a two-year\n lead, about", f"{PAGE}#:~:text=a%20two%2Dyear%20lead%2C%20about"),
        (f"{PAGE}#size", "CAGR & more", f"{PAGE}#size:~:text=CAGR%20%26%20more"),
        (PAGE, LONG, f"{PAGE}#:~:text=The%20tidal%20energy%20market%20size,USD%202.10%20billion%2C%20or%20more"),
        (PAGE, "  ", PAGE),
        ("javascript:alert(1)", "quote", None),
    ],
)
def test_the_fragment_names_the_quote(url: str, quotation: str, expected: str | None) -> None:
    assert text_fragment(url, quotation) == expected
