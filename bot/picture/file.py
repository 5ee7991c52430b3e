"""A picture's file: where it may be, and writing it whole or not at all."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.picture.export import ENDINGS, Ending
from ingest.errors import FootnoteError, Misconfigured


class NotWritten(FootnoteError):  # noqa: N818
    """There is no picture to write, or its file cannot be written."""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A file whose ending says what it is to hold."""

    path: Path
    ending: Ending

    @classmethod
    def named(cls, name: str) -> "PictureFile":
        """The file of that name. Misconfigured when it ends in neither .svg nor .png or its folder does not exist."""
        path = Path(name)
        ending = next((e for e in ENDINGS if path.suffix.lower() == f".{e}"), None)
        if ending is None:
            raise Misconfigured(f"A chart is written as .svg or .png, and '{name}' ends in neither. Rename it.")
        if not path.parent.is_dir():
            raise Misconfigured(f"There is no folder '{path.parent}' to write the chart into. Make it first.")
        return cls(path, ending)

    def write(self, content: bytes) -> None:
        """Put the content there at once, so that a reader finds the old file or the new one, never a part of it."""
        path = self.path.resolve()  # what a link leads to is replaced, not the link
        try:
            with TemporaryDirectory(prefix=".chart-", dir=path.parent) as beside:
                part = Path(beside, path.name)
                part.write_bytes(content)
                part.replace(path)
        except OSError as error:
            raise NotWritten(f"The chart cannot be written to '{self.path}': {error.strerror}.") from error
