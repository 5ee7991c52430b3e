"""An SVG of ours as a PNG, the same on every machine.

resvg-py draws it because its wheels hold the whole renderer, where CairoSVG needs the system's libcairo. The type is
that of font-source-sans-pro, because slim images have no fonts.
"""

from importlib.resources import files

import resvg_py

_SHARPNESS = 2  # pixels of the PNG to one of the SVG, for screens and print
_FACES = ("SourceSansPro-Regular.ttf", "SourceSansPro-Bold.ttf")


def png(svg: str) -> bytes:
    """The PNG, twice as wide and high as the SVG says. Characters its font lacks are drawn as boxes."""
    faces = files("font_source_sans_pro") / "files"
    return resvg_py.svg_to_bytes(
        svg_string=svg, zoom=_SHARPNESS, font_files=[str(faces / face) for face in _FACES], skip_system_fonts=True
    )
