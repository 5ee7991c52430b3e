"""The parts that the views are made of: sections, tables, numbers, moments, and links to the same as a file."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from urllib.parse import urlencode

from markupsafe import Markup

Cell = str | int | Markup


def section_html(title: str, body: Markup, *, about: str = "", export: str = "") -> Markup:
    """A section with its heading; ``export`` is the address of the same as CSV."""
    return Markup('<section class="part"><div class="head"><h2>{}</h2>{}</div>{}{}</section>').format(
        title,
        Markup('<a class="csv" href="{}" download>CSV</a>').format(export) if export else "",
        Markup('<p class="about">{}</p>').format(about) if about else "",
        body,
    )


def table_html(
    caption: str, header: Sequence[str], rows: Iterable[Sequence[Cell]], numbers: Sequence[int] = ()
) -> Markup:
    """A table that scrolls by itself where it is too wide; ``numbers`` are the columns of numbers, 0-based."""
    kinds = [Markup(' class="n"') if i in numbers else "" for i in range(len(header))]
    cells = [
        Markup("<tr>{}</tr>").format(
            Markup().join(
                Markup("<td{}>{}</td>").format(kind, _written(cell)) for kind, cell in zip(kinds, row, strict=True)
            )
        )
        for row in rows
    ]
    if not cells:
        return empty_html("Nothing yet.")
    return Markup(
        '<div class="scroller" tabindex="0" role="region" aria-label="{caption}"><table><caption class="unseen">'
        "{caption}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    ).format(
        caption=caption,
        head=Markup().join(
            Markup('<th scope="col"{}>{}</th>').format(kind, name) for kind, name in zip(kinds, header, strict=True)
        ),
        rows=Markup().join(cells),
    )


def empty_html(text: str) -> Markup:
    """What stands where there is nothing to show."""
    return Markup('<p class="empty">{}</p>').format(text)


def moment_html(moment: datetime) -> Markup:
    """A moment, UTC."""
    return Markup('<time datetime="{}">{} {:%b %Y, %H:%M}</time>').format(moment.isoformat(), moment.day, moment)


def export_url(name: str, chosen: "dict[str, str]") -> str:
    """Where a list is downloaded, of the same selection."""
    return f"/staff/export/{name}.csv?{urlencode(chosen)}"


def share(part: int, whole: int) -> str:
    """A part in percent."""
    if not whole:
        return "–"
    percent = 100 * part / whole
    return f"{percent:.0f} %" if percent >= 10 or part == 0 else f"{percent:.1f} %"


def _written(cell: Cell) -> str | Markup:
    return f"{cell:,}" if isinstance(cell, int) else cell
