import pytest

from ingest.quantity.outlook import looks_ahead


@pytest.mark.parametrize(
    ("left", "ahead"),
    [
        ("The market is expected to reach", True),
        ("The market will grow to", True),
        ("It is estimated to be worth", True),
        ("is expected to be valued at", True),
        ("The market was valued at", False),
        ("was estimated at", False),
        ("Forecast sales stood at", False),
        ("revenue of", False),
    ],
)
def test_words_tell_what_is_expected(left: str, ahead: bool) -> None:
    assert looks_ahead(left, False) is ahead


def test_what_says_nothing_goes_on_as_before() -> None:
    assert looks_ahead("and", True) and not looks_ahead("and", False)
    assert not looks_ahead("and was", True)
