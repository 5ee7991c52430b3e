from ingest.read.blocks import Bullets


def test_bullets_are_lines_with_two_spaces_for_each_depth() -> None:
    assert Bullets(((0, "Type"), (1, "Box"), (0, "Region")), 1).text == "- Type\n  - Box\n- Region"
