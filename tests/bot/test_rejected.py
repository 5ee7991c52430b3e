"""What was taken out of an answer is handed over once, to whoever keeps the answer."""

from bot.rejected import HELD, Rejected
from bot.verify import Rejection

ONE = Rejection("USD 9 billion.", "it is not there")


def test_it_is_handed_over_once() -> None:
    rejected = Rejected()
    rejected.note("a1", [ONE])
    rejected.note("a2", [])
    assert rejected.take("a2") == ()
    assert rejected.take("a1") == (ONE,)
    assert rejected.take("a1") == ()


def test_what_nobody_keeps_is_forgotten() -> None:
    rejected = Rejected()
    for number in range(HELD + 1):
        rejected.note(str(number), [ONE])
    assert rejected.take("0") == ()
    assert rejected.take(str(HELD)) == (ONE,)
