"""Packs office files again so that the same content gives the same bytes."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MODIFIED = re.compile(rb"(<dcterms:(?:modified|created)[^>]*>)[^<]*")

Change = Callable[[str, bytes], bytes]
"""A part's bytes from its name and its bytes."""


def unchanged(_: str, content: bytes) -> bytes:
    """The part as it is."""
    return content


def repack(packed: bytes, file: Path, published: str, change: Change = unchanged) -> None:
    """Write an office file with the day it was published as its only time; ``change`` is given every part."""
    stamp = f"{published}T09:00:00Z".encode()
    with ZipFile(io.BytesIO(packed)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if name == "docProps/core.xml":
                content = MODIFIED.sub(rb"\g<1>" + stamp, content)
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, content)
