import pytest

from evals.names import names_any, says, stands_in

STANDS = [
    ("25", "It has 25 tables.", True),
    ("25", "It has 125 tables.", False),
    ("25", "It grew by 2.5%.", False),
    ("25", "It grew by 25.4%.", False),
    ("25", "It costs 25,000.", False),
    ("25", "In 1925, then.", False),
    ("13.70", "reach USD 13.70 billion, then", True),
    ("13.70", "USD 13.70.", True),
    ("4.0", "fell by -4.0%", True),
    ("1,590", "has 1,590 tables", True),
    ("estimat", "It was ESTIMATED at", True),
    ("leading   application", "the leading\napplication", True),
    ("41.4%", "held 141.4%", False),
]


@pytest.mark.parametrize(("wanted", "text", "expected"), STANDS)
def test_strings_are_compared_without_case_but_never_inside_a_number(wanted: str, text: str, expected: bool) -> None:
    assert stands_in(wanted, text) is expected


SAYS = [
    ("yes", "Yes, it does.", True),
    ("yes", "It sells dyes.", False),
    ("is 19%", "The CAGR is 19%.", True),
    ("is 19%", "This 19% is wrong.", False),
    ("<script>", "a <script> b", True),
    ("10.1%", "It is 10.1% now.", True),
]


@pytest.mark.parametrize(("wanted", "text", "expected"), SAYS)
def test_forbidden_strings_are_whole_words(wanted: str, text: str, expected: bool) -> None:
    assert says(wanted, text) is expected


NAMES = [
    (["Foo & Bar, Inc."], "foo and bar Incorporated", True),
    (["Medica Group plc"], "Medica Group PLC", True),
    (["Everlight Radiology Ltd."], "Everlight Radiology Limited", True),
    (["Koninklijke Philips N.V."], "Koninklijke Philips NV", True),
    (["Asia-Pacific"], "Asia Pacific", True),
    (["Hospitals"], "Hospitals: community and tertiary", True),
    (["Hospitals"], "Hospitality", False),
    (["UK", "United Kingdom"], "the United Kingdom", True),
    (["U.S."], "the US", True),
    (["Clinic (part of Group)"], "Clinic, part of Group", True),
    (["GE HealthCare LLC"], "GE HealthCare", False),
    (["Men's"], "Men’s", True),
]


@pytest.mark.parametrize(("spellings", "text", "expected"), NAMES)
def test_names_are_compared_without_case_punctuation_and_spelling_of_legal_forms(
    spellings: list[str], text: str, expected: bool
) -> None:
    assert names_any(spellings, text) is expected
