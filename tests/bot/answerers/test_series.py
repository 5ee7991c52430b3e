"""A measure over the years."""

from bot.answerers.series import series
from bot.evidence import Series
from tests.bot.beehives import answer, found, kinds_of


def test_published_and_calculated_years_are_told_apart() -> None:
    proposal = series(found("Show the market size over the years"))
    assert proposal is not None
    (drawn,) = (block for block in proposal.blocks if isinstance(block, Series))
    published = [point.label for point in drawn.points if point.calculation is None]
    assert published == ["2023", "2024", "2030"]
    assert [point.label for point in drawn.points] == [str(year) for year in range(2023, 2031)]
    assert all(point.evidence for point in drawn.points if point.calculation is None)


def test_a_series_is_drawn_and_said() -> None:
    verified = answer("Show the market size over the years")
    assert kinds_of(verified.blocks) >= {"paragraph", "chart"}
    for said in ("USD 412.5 million in 2023", "USD 468.0 million in 2024", "USD 984.8 million in 2030"):
        assert said in verified.text


def test_a_single_level_is_no_series() -> None:
    assert series(found("Show the size of smart collars over the years")) is None
