"""The file a picture goes into."""

from pathlib import Path

import pytest

from bot.picture.file import NotWritten, PictureFile
from ingest.errors import Misconfigured


@pytest.mark.parametrize(("name", "ending"), [("a.svg", "svg"), ("a.png", "png"), ("a.b.PNG", "png")])
def test_the_ending_says_what_it_holds(tmp_path: Path, name: str, ending: str) -> None:
    assert PictureFile.named(str(tmp_path / name)).ending == ending


@pytest.mark.parametrize("name", ["a.gif", "svg", ".svg", "a.svg.txt", "a", ""])
def test_another_ending_is_refused_with_the_two_that_are_not(name: str) -> None:
    with pytest.raises(Misconfigured, match=r"\.svg or \.png"):
        PictureFile.named(name)


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="nowhere"):
        PictureFile.named(str(tmp_path / "nowhere" / "a.svg"))


def test_the_content_takes_the_place_of_the_old_and_leaves_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(b"old and longer")
    PictureFile.named(str(tmp_path / "a.svg")).write(b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.svg", b"new")]


def test_a_link_goes_on_leading_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "real.svg").write_bytes(b"old")
    (tmp_path / "link.svg").symlink_to("real.svg")
    PictureFile.named(str(tmp_path / "link.svg")).write(b"new")
    assert (tmp_path / "link.svg").is_symlink()
    assert (tmp_path / "real.svg").read_bytes() == b"new"


def test_what_cannot_be_written_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "folder.svg").mkdir()
    (tmp_path / "folder.svg" / "kept").touch()
    with pytest.raises(NotWritten, match=r"folder\.svg"):
        PictureFile.named(str(tmp_path / "folder.svg")).write(b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["folder.svg"]
