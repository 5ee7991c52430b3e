import pytest

from ingest.unit_words import spelled_out


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("MSEK", "SEK million"),
        ("TEUR", "EUR thousand"),
        ("RMB’000", "RMB thousand"),
        ("$000s", "$ thousand"),
        ("Mio. €", "EUR million"),
        ("£m", "GBP million"),
        ("en millions d’euros", "in millions EUR"),
        ("10³ t", "thousand t"),
        ("1,000 persons", "thousand persons"),
        ("milliers de tonnes", "thousand of tonnes"),
        ("1’000 Stück", "thousand units"),
        ("miles de euros", "thousand of euros"),
        ("duizenden stuks", "thousand units"),
        ("milhões de reais", "million of BRL"),
        ("x EUR 1.000.000", "EUR million"),
        ("Md€", "EUR billion"),
        ("Rs. crore", "INR crore"),
        ("(Beträge in Mrd. Fr.)", "(in billion CHF)"),
    ],
)
def test_units_of_many_spellings_have_one(text: str, spelled: str) -> None:
    assert spelled_out(text).replace("€", "EUR").replace("£", "GBP") == spelled


@pytest.mark.parametrize(
    "text", ["Region", "TUSD", "21,000 persons", "Module", "miles driven", "1,000.5 t", "2.10^3", "Rs. 5"]
)
def test_other_words_stay(text: str) -> None:
    assert spelled_out(text) == text


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Active customers (m)", "Active customers (million)"),
        ("Trading space (m sq ft)", "Trading space (million sq ft)"),
        ("Cable length (m)", "Cable length (m)"),
        ("US dollars per tonne", "USD per tonne"),
    ],
)
def test_an_m_is_a_million_of_what_is_counted(text: str, spelled: str) -> None:
    assert spelled_out(text) == spelled
