import re

import pytest

from ingest.quantity import cues


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (cues.CAGR, "a compound annual growth rate of"),
        (cues.SHARE, "made up"),
        (cues.SHARE_NOUN, "revenue share"),
        (cues.SIZE, "is pegged"),
        (cues.PRICE, "average selling price"),
        (cues.SPENT, "a contract"),
        (cues.INCREASE, "absolute dollar opportunity"),
        (cues.MOVED, "rose by about"),
        (cues.MOVED_BY, "will increase by"),
        (cues.RATE, "operating margin"),
        (cues.VOLUME, "units shipped"),
        (cues.COSTS, "costs a carrier "),
        (cues.FALLING, "declined"),
    ],
)
def test_a_cue_is_found_where_it_is_said(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (cues.RISING, "made up"),
        (cues.MOVED_BY, "declined by 3% to"),
        (cues.CAGR, "growth"),
        (cues.SHARE_NOUN, "shareholders"),
        (cues.FALLING, "Fallbrook"),
        (cues.NAMES, "reach"),
    ],
)
def test_a_cue_is_not_found_where_it_is_not(pattern: re.Pattern[str], text: str) -> None:
    assert not pattern.search(text)
