from ingest.found import Found


def test_what_was_found_is_equal_by_value_and_place() -> None:
    assert Found("Europe", 0, 6) == Found("Europe", 0, 6) != Found("Europe", 1, 7)
