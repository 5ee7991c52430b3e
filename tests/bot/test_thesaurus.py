"""Names of one thing, in groups."""

from bot.cells import name_of
from bot.items import stems_of
from bot.thesaurus import SAME, groups, longest


def test_every_name_is_in_a_group_of_at_least_two() -> None:
    for names in (tuple(part.strip() for part in line.split("|")) for line in SAME):
        assert len(names) > 1
        assert all(names), names
        assert len({name.lower() for name in names}) == len(names), names


def test_a_name_has_the_groups_it_stands_in() -> None:
    (group,) = groups()[name_of("wage bill")]
    assert "personnel expense" in group
    assert name_of("Personnel expenses") in groups()  # the plural does not matter
    assert name_of("teapots") not in groups()


def test_no_line_joins_what_is_read_as_one_anyway() -> None:
    for line in SAME:
        assert len({stems_of(name) for name in line.split("|")}) > 1, line


def test_the_longest_name_is_looked_for() -> None:
    assert longest() >= len(name_of("net income attributable to shareholders"))
