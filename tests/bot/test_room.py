"""The seam of the reading room."""

from bot.reading_room import ReadingRoom
from bot.room import Room
from tests.bot.fakes import FakeRoom


def test_the_fake_and_the_real_one_are_rooms() -> None:
    rooms: tuple[type[Room], ...] = (FakeRoom, ReadingRoom)
    for room in rooms:
        assert all(hasattr(room, name) for name in ("report", "table", "quantities", "search"))
