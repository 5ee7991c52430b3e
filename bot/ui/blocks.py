"""An answer's typed blocks as HTML; what a report or a reader says goes through Markup.format, which escapes it."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from urllib.parse import quote

from markupsafe import Markup

from bot.answer import (
    Answer,
    Block,
    Calculation,
    CalculationBlock,
    ChartBlock,
    ChartPoint,
    CitedText,
    HandoffBlock,
    ListBlock,
    ParagraphBlock,
    TableBlock,
    TableRow,
)
from bot.links import safe_url
from bot.picture.plot import printed
from bot.plain import with_unit
from bot.ui.chart import chart_svg
from bot.ui.sources import Sources


def blocks_html(answer: Answer, sources: Sources) -> Markup:
    """Every block in order, then the calculations a sentence relies on that no block shows."""
    page = _Blocks(answer, sources)
    shown = {block.calculation for block in answer.blocks if isinstance(block, CalculationBlock)}
    unshown = (CalculationBlock(calculation=i) for i in range(len(answer.calculations)) if i not in shown)
    runs = groupby([*answer.blocks, *unshown], key=lambda block: block.type == "calculation")
    return Markup().join(page.run(list(blocks)) for _, blocks in runs)


class _Blocks:
    """Renders the blocks of one answer."""

    def __init__(self, answer: Answer, sources: Sources) -> None:
        self._answer = answer
        self._sources = sources

    def run(self, blocks: Sequence[Block]) -> Markup:
        """Blocks in a row; calculations in a row, as of a series, are folded away when they are many."""
        html = Markup().join(map(self.block, blocks))
        if blocks[0].type != "calculation":
            return html
        html = Markup('<div class="calculations">{}</div>').format(html)
        if len(blocks) < _MANY:
            return html
        return Markup('<details class="workings"><summary>How {} values were calculated</summary>{}</details>').format(
            len(blocks), html
        )

    def block(self, block: Block) -> Markup:
        match block:
            case ParagraphBlock():
                return Markup("<p>{}</p>").format(Markup(" ").join(map(self._cited, block.sentences)))
            case ListBlock():
                return self._list(block)
            case TableBlock():
                return self._table(block)
            case ChartBlock():
                return self._chart(block)
            case CalculationBlock():
                return self.calculation(self._answer.calculations[block.calculation])
            case HandoffBlock():
                return _handoff(block)

    def calculation(self, calculation: Calculation) -> Markup:
        operands = Markup().join(
            Markup("<li>{}{}{}</li>").format(with_unit(o.value, o.unit), _period(o.period), self._marks([o.citation]))
            for o in calculation.operands
        )
        return Markup(
            '<figure class="calculation"><figcaption>Calculated, not published</figcaption>'
            '<p class="formula">{formula}</p><p class="result">= {result}</p>'
            '<ul class="operands">{operands}</ul></figure>'
        ).format(
            formula=_powers(calculation.formula),
            result=with_unit(calculation.result, calculation.unit),
            operands=operands,
        )

    def _cited(self, sentence: CitedText) -> Markup:
        silent = sentence.calculation is not None and "calculated" not in sentence.text.lower()
        tag = Markup('<span class="calculated">calculated</span>') if silent else ""
        return Markup("{}{}{}").format(sentence.text, tag, self._marks(sentence.citations))

    def _marks(self, numbers: Iterable[int]) -> Markup:
        return Markup().join(self._mark(number) for number in numbers)

    def _mark(self, number: int) -> Markup:
        source = self._sources.of(number)
        if source is None:
            return Markup()
        return Markup(
            '<sup><a class="cite" href="#{id}" data-source="{id}" data-cite="{n}" aria-label="Source {n}">{n}</a></sup>'
        ).format(id=source.id, n=number)

    def _list(self, block: ListBlock) -> Markup:
        items = Markup().join(Markup("<li>{}</li>").format(self._cited(item)) for item in block.items)
        long = " long" if len(block.items) > 6 else ""
        return Markup('<p>{}</p><ul class="items{}">{}</ul>').format(self._cited(block.intro), long, items)

    def _table(self, block: TableBlock) -> Markup:
        header = Markup().join(Markup('<th scope="col">{}</th>').format(cell) for cell in block.header)
        rows = Markup().join(map(self._row, block.rows))
        return Markup(
            '<div class="scroller" tabindex="0" role="region" aria-label="{title}"><table><caption>{title}</caption>'
            "<thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table></div>"
        ).format(title=block.title, header=header, rows=rows)

    def _row(self, row: TableRow) -> Markup:
        first = Markup("<td>{}{}</td>").format(row.cells[0] if row.cells else "", self._marks(row.citations))
        return Markup("<tr>{}{}</tr>").format(first, Markup().join(map(Markup("<td>{}</td>").format, row.cells[1:])))

    def _chart(self, block: ChartBlock) -> Markup:
        rows = Markup().join(map(self._point, block.points, printed(block.points) if block.points else ()))
        calculated = any(point.origin == "calculated" for point in block.points)
        return Markup(
            '<figure class="chart-figure"><figcaption>{title} <span class="unit">{unit}</span></figcaption>'
            '{svg}{legend}<details class="numbers-of-chart"><summary>The numbers</summary><table>'
            "<tbody>{rows}</tbody></table></details></figure>"
        ).format(
            title=block.title, unit=block.unit, svg=chart_svg(block), rows=rows, legend=_LEGEND if calculated else ""
        )

    def _point(self, point: ChartPoint, value: str) -> Markup:
        return Markup('<tr><th scope="row">{}</th><td>{}{}</td><td>{}</td></tr>').format(
            point.label, value, self._marks(point.citations), point.origin
        )


_MANY = 3
_LEGEND = Markup(
    '<p class="legend"><span class="published">published</span> '
    '<span class="calculated">calculated, not published</span></p>'
)


def _powers(formula: str) -> Markup:
    """ "1.1^6" with its exponent raised."""
    parts = re.split(r"\^(\d+)", formula)
    return Markup().join(Markup("<sup>{}</sup>" if i % 2 else "{}").format(part) for i, part in enumerate(parts))


def _period(period: str | None) -> str:
    return f" ({period})" if period else ""


def _handoff(block: HandoffBlock) -> Markup:
    ways = [
        _link(f"mailto:{quote(block.email, safe='@+.')}", block.email) if block.email else "",
        _link(f"tel:{quote(block.phone.replace(' ', ''), safe='+')}", block.phone) if block.phone else "",
        _link(address, "Contact page") if (address := safe_url(block.url)) else "",
    ]
    role = Markup(' <span class="role">{}</span>').format(block.role) if block.role else ""
    name = Markup('<p class="name">{}{}</p>').format(block.name, role) if block.name not in block.text else ""
    return Markup(
        '<section class="handoff" aria-label="A person to ask"><p>{text}</p>{name}<p class="ways">{ways}</p></section>'
    ).format(text=block.text, name=name, ways=Markup(" ").join(way for way in ways if way))


def _link(address: str, text: str) -> Markup:
    return Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>').format(address, text)
