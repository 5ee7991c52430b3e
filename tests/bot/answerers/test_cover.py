"""Whether the report treats something."""

import pytest

from bot.answerers.cover import cover, enclosing_place, named_in_heading, named_in_list, named_in_text
from tests.bot.beehives import answer, asked, beehives, found


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Does it cover Germany?", "Germany and France are the leading countries"),
        ("Is France covered?", "Germany and France"),
        ("Does the report cover Apiscan?", "Apiscan GmbH"),
        ("Is Broodline one of the players?", "Broodline Inc."),
        ("Does the report mention batteries?", "Batteries that fail in winter"),
        ("Are hobby keepers included?", "Hobby keepers"),
    ],
)
def test_what_is_there_is_shown_where_it_stands(question: str, said: str) -> None:
    verified = answer(question)
    assert verified.status == "answered"
    assert verified.text.startswith("Yes")
    assert said.rstrip(".") in verified.text


@pytest.mark.parametrize(
    "question",
    ["Does it cover Japan?", "Is Nectarworks among the companies?", "Does the report discuss wasps?"],
)
def test_what_is_not_there_is_not_covered(question: str) -> None:
    assert cover(found(question)) is None
    assert answer(question).status == "declined"


def test_the_wider_region_of_a_place_is_known() -> None:
    assert enclosing_place(asked("Does it cover Japan?"), beehives()) == "Asia-Pacific"
    assert enclosing_place(asked("Does it cover batteries?"), beehives()) is None


def test_a_name_is_looked_for_in_lists_headings_and_text() -> None:
    assert named_in_list(asked("Does it cover Everhive?"), beehives())
    assert named_in_heading(asked("Does it cover drivers?"), beehives())
    assert named_in_text(asked("Does it mention batteries?"), beehives())
    assert named_in_list(asked("Does it cover Nectarworks?"), beehives()) is None
