from evals.specimen.compose import composed
from evals.specimen.edition import Asked, Bullets, Edition, Heading, Paragraph
from evals.specimen.layout import LAYOUTS
from evals.specimen.markets import IMAGING
from tests.evals.specimen.conftest import SMALL, edition_in


def test_an_edition_has_the_tables_asked_for_numbered_in_order(editions: tuple[Edition, ...]) -> None:
    for edition in editions:
        assert [table.number for table in edition.tables] == [*range(1, SMALL + 1)]


def test_an_edition_has_all_sorts_of_blocks(edition: Edition) -> None:
    assert {Heading, Paragraph, Bullets, Asked} <= {type(block) for block in edition.blocks}
    assert {block.level for block in edition.blocks if isinstance(block, Heading)} == {1, 2, 3}


def test_the_same_seed_gives_the_same_edition_and_another_another() -> None:
    assert edition_in(1) == edition_in(1)
    assert composed(IMAGING, LAYOUTS[0], 1, SMALL).blocks != composed(IMAGING, LAYOUTS[0], 2, SMALL).blocks


def test_chapters_run_from_the_summary_to_the_publisher(edition: Edition) -> None:
    titles = [title for title, _ in edition.chapters()]
    assert titles[:3] == ["1 Executive summary", "2 Scope and methodology", "3 World market"]
    assert titles[-2:] == [f"{len(titles) - 1} Frequently asked questions", f"{len(titles)} About the publisher"]


def test_headings_are_numbered_only_where_the_layout_does(editions: tuple[Edition, ...]) -> None:
    assert next(editions[1].chapters())[0] == "Executive summary"
