"""Where words are joined."""

import pytest

from bot.joints import JOINT, cut_at, joint_at, joints


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Research and development", ("research", "develop")),
        ("property, plant", ("properti", "plant")),
        ("R&D", ("r", "d")),
        ("rent (net), and fees", ("net", "fee")),
    ],
)
def test_the_words_that_meet_are_known_by_their_stems(text: str, expected: tuple[str, str]) -> None:
    found = JOINT.search(text)
    assert found is not None
    assert joint_at(text, *found.span()) == expected


def test_labels_join_the_words_of_one_name() -> None:
    assert joints(["Property, plant and equipment", "Sand", "& others"]) == {
        ("properti", "plant"),
        ("plant", "equip"),
        ("", "other"),
    }


def test_a_text_is_cut_at_its_joints() -> None:
    text = "rent and fees, taxes"
    assert cut_at(text, [joint.span() for joint in JOINT.finditer(text)]) == ["rent", "fees", "taxes"]
    assert cut_at(text, []) == [text]
