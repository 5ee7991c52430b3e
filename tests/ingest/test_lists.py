from ingest.domain import Cell, ItemList, Report, Section, Span, Table
from ingest.lists import item_lists


def of_text(text: str, heading: str = "Segments") -> tuple[ItemList, ...]:
    return item_lists(Report("kites", "Kite Market", "d", (Section((heading,), text, "report.md"),)))


def of_table(header: tuple[str, ...], *rows: tuple[str, ...], title: str = "Regions") -> tuple[ItemList, ...]:
    return item_lists(Report("kites", "Kite Market", "d", (), (Table(title, header, rows, "a.csv"),)))


def brief(lists: tuple[ItemList, ...]) -> list[tuple[str, list[str]]]:
    return [(found.label, [text for text, _ in found.items]) for found in lists]


def test_bullets_are_labelled_by_the_sentence_before_them() -> None:
    text = "Kites differ. The report has two types:\n\n- Box\n- Delta"
    (found,) = of_text(text)
    assert brief((found,)) == [("The report has two types:", ["Box", "Delta"])]
    assert found.items[0][1] == Span(0, text.index("Box"), text.index("Box") + 3)
    assert found.heading == ("Segments",) and found.complete


def test_bullets_without_a_lead_in_are_labelled_by_their_heading() -> None:
    assert brief(of_text("- Box\n- Delta")) == [("Segments", ["Box", "Delta"])]


def test_nested_bullets_are_lists_under_their_parents() -> None:
    assert brief(of_text("- Type\n  - Box\n  - Delta\n- Region\n  - Europe\n  - Asia")) == [
        ("Segments", ["Type", "Region"]),
        ("Type", ["Box", "Delta"]),
        ("Region", ["Europe", "Asia"]),
    ]


def test_names_with_commas_and_brackets_stay_whole() -> None:
    (found,) = of_text("The companies it names are:\n\n- ONRAD, Inc.\n- Telemedicine Clinic (part of Unilabs)")
    assert [text for text, _ in found.items] == ["ONRAD, Inc.", "Telemedicine Clinic (part of Unilabs)"]


def test_a_lead_in_that_speaks_of_examples_makes_no_complete_list() -> None:
    (found,) = of_text("The report profiles, among others:\n\n- Windy\n- Himmel")
    assert not found.complete


def test_a_list_in_a_sentence_is_found_where_it_stands() -> None:
    text = "Kites fly. Key players include Windy, Himmel, and Kitewerk."
    (found,) = of_text(text)
    assert brief((found,)) == [("Key players", ["Windy", "Himmel", "Kitewerk"])]
    assert found.source == Span(0, 11, len(text))


def test_a_column_of_names_is_a_list_without_its_totals() -> None:
    found = of_table(("Region", "2023"), ("Europe", "5"), ("Asia", "7"), ("Total", "12"))
    assert brief(found) == [("Region: Regions", ["Europe", "Asia"])]
    assert found[0].items[0][1] == Cell(0, 0, 0)


def test_a_rank_is_no_part_of_the_name() -> None:
    (found,) = of_table(("Maker", "Units"), ("1. Windy", "5"), ("2. Himmel", "3"))
    assert brief((found,)) == [("Maker: Regions", ["Windy", "Himmel"])]


def test_a_column_that_repeats_groups_the_next() -> None:
    found = of_table(("Dimension", "Segment"), ("Type", "Box"), ("Type", "Delta"), ("Use", "Sport"), ("Use", "Leisure"))
    assert brief(found) == [
        ("Dimension: Regions", ["Type", "Use"]),
        ("Segment, Dimension Type: Regions", ["Box", "Delta"]),
        ("Segment, Dimension Use: Regions", ["Sport", "Leisure"]),
        ("Segment: Regions", ["Box", "Delta", "Sport", "Leisure"]),
    ]


def test_remarks_and_scope_tables_are_no_lists_of_names() -> None:
    assert of_table(("Attribute", "Details"), ("Base year", "2024"), ("Pages", "120")) == ()
    found = of_table(("Company", "Remark"), ("Windy", "Part of Himmel"), ("Kitewerk", "Listed"))
    assert brief(found) == [("Company: Regions", ["Windy", "Kitewerk"])]


def test_a_cell_of_a_scope_table_may_hold_a_list() -> None:
    found = of_table(("Attribute", "Details"), ("Countries covered", "U.S., Canada, Mexico"), ("Pages", "120"))
    assert brief(found) == [("Countries covered", ["U.S.", "Canada", "Mexico"])]
