"""The widget's files, built from bot/widget/src, as they are served to pages of other sites."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

FOLDER = Path(__file__).parent.parent / "widget"
LANGUAGES = ("ar", "de", "en", "es", "fr")
SCRIPT = "/widget.js"
FILES = {
    SCRIPT: "widget.js",
    "/widget/panel.js": "panel.js",
    "/widget/pages.css": "pages.css",
    **{f"/widget/{language}.json": f"texts/{language}.json" for language in LANGUAGES},
}
"""Paths, and the files of the folder that stand there."""

EDITION = 12
"""Hexadecimal digits that name an edition of the files."""

_MEDIA = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json; charset=utf-8",
}
_SHORT = "public, max-age=600, stale-while-revalidate=86400"
_FOREVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class WidgetFile:
    """A file, plain and packed, with the tag by which browsers know what they have."""

    body: bytes
    packed: bytes
    tag: str
    media: str


@cache
def widget_file(path: str) -> WidgetFile:
    """The file at a path of FILES; read and packed once."""
    body = (FOLDER / FILES[path]).read_bytes()
    tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
    return WidgetFile(body, gzip.compress(body, 9, mtime=0), tag, _MEDIA[Path(FILES[path]).suffix])


def widget_files() -> list[Route]:
    """The routes of the files; any page may load them, and each is kept by browsers as long as its address says."""
    return [Route(path, _serve, include_in_schema=False) for path in FILES]


async def _serve(request: Request) -> Response:
    path = request.scope["path"]
    file = widget_file(path)
    edition = request.query_params.get("v", "")
    # The script names the edition of what it loads; any other may be of a server before or after this one.
    of_this = len(edition) == EDITION and f"?v={edition}".encode() in widget_file(SCRIPT).body
    headers = {
        "Access-Control-Allow-Origin": "*",
        "Cache-Control": _FOREVER if of_this else _SHORT,
        "Cross-Origin-Resource-Policy": "cross-origin",
        "ETag": file.tag,
        "Vary": "Accept-Encoding",
    }
    if file.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(file.packed, headers={**headers, "Content-Encoding": "gzip"}, media_type=file.media)
    return Response(file.body, headers=headers, media_type=file.media)
