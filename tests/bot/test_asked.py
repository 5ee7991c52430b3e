"""A word of a question and the ways it may be written."""

from bot.asked import AskedWord, all_stand_in

CT = AskedWord("CT", (frozenset({"ct"}), frozenset({"comput", "tomographi"})))
HOSPITAL = AskedWord("hospitals", (frozenset({"hospit"}),))


def test_one_spelling_is_enough_but_it_must_be_whole() -> None:
    assert CT.stands_in({"ct", "scan"})
    assert CT.stands_in({"comput", "tomographi"})
    assert not CT.stands_in({"comput"})


def test_its_stems_are_those_of_all_its_spellings() -> None:
    assert CT.stems == {"ct", "comput", "tomographi"}


def test_all_words_must_be_there() -> None:
    assert all_stand_in((CT, HOSPITAL), {"ct", "hospit"})
    assert not all_stand_in((CT, HOSPITAL), {"ct"})
    assert all_stand_in((), set())
