from decimal import Decimal

from ingest.read.workbook.number_sections import section_for, sections_of


def test_a_format_is_parted_at_semicolons_outside_quotes() -> None:
    assert len(sections_of('0;-0;"a;b"\\;')) == 3


def test_colours_show_nothing_and_currencies_their_sign() -> None:
    (section,) = sections_of("[Red][$kr-41D]0")
    assert "".join(token.text for token in section.tokens if token.kind == "literal") == "kr"


def test_the_second_section_shows_negative_numbers_without_a_minus() -> None:
    sections = sections_of("0;(0)")
    assert section_for(Decimal(-5), sections) == (sections[1], False)
    assert section_for(Decimal(5), sections) == (sections[0], True)


def test_an_empty_format_has_no_section_to_show_a_number() -> None:
    assert section_for(Decimal(5), sections_of("")) == (None, True)
