import re

from ingest.quantity.patterns import either


def test_an_underscore_stands_for_any_space() -> None:
    pattern = re.compile(either("more_than over"))
    assert pattern.fullmatch("more \n than") and pattern.fullmatch("over") and not pattern.fullmatch("more_than")
