// The blocks of an answer as elements.

import type { Block, Calculation, ChartPoint, CitedText } from './answer';
import { chart, printed } from './chart';
import { button, type Child, h, safe } from './dom';
import { spoken, type Texts } from './texts';

/** What the blocks of one answer need to be shown. */
export interface Setting {
  texts: Texts;
  calculations: Calculation[];
  cite(number: number, button: HTMLButtonElement): void;
  contact(): void;
}

/** A block in the language and direction of its own; null for a calculation that is not there yet. */
export function element(block: Block, setting: Setting): HTMLElement | null {
  const made = shown(block, setting);
  if (made && block.type in { paragraph: 1, list: 1 }) {
    made.dir = 'auto';
    made.lang = spoken(made.textContent ?? '');
  }
  return made;
}

function shown(block: Block, setting: Setting): HTMLElement | null {
  switch (block.type) {
    case 'paragraph':
      return h('p', {}, ...block.sentences.flatMap((each, i) => [i > 0 && ' ', ...cited(each, setting)]));
    case 'list':
      return h(
        'div',
        {},
        h('p.intro', {}, ...cited(block.intro, setting)),
        h('ul.items', {}, ...block.items.map((item) => h('li', {}, ...cited(item, setting)))),
      );
    case 'table':
      return table(
        block.title,
        block.header,
        block.rows.map(({ cells, citations }) => [cells, marks(citations, setting)]),
      );
    case 'chart':
      return block.points.length ? figure(block.title, block.unit, block.points, setting) : null;
    case 'calculation': {
      const worked = setting.calculations[block.calculation];
      return worked ? calculation(worked, setting) : null;
    }
    case 'handoff':
      return person(block, setting);
  }
}

function cited({ text, citations, calculation }: CitedText, setting: Setting): Child[] {
  const silent = calculation !== null && !text.toLowerCase().includes('calculated');
  const [, all, last] = /^(.*?)(\S*)$/s.exec(text) as unknown as [string, string, string];
  const marked = h('span.tie', {}, last, marks(citations, setting)); // no mark begins a line
  return [all, marked, silent && h('span.calculated', {}, setting.texts.calculated)];
}

function marks(citations: number[], { cite, texts }: Setting): HTMLElement | null {
  if (!citations.length) return null;
  const buttons = citations.map((number) => {
    const mark = button('cite', () => cite(number, mark), String(number));
    mark.ariaLabel = `${texts.source} ${number}`;
    return mark;
  });
  return h('sup', {}, ...buttons);
}

/** A table that scrolls within itself; a row is of its cells and what may stand at its end. */
export function table(title: string | null, header: string[], rows: [Child[], Child?][]): HTMLElement {
  const row = (cells: Child[], end?: Child) =>
    cells.map((cell, i) =>
      h(i ? 'td' : 'th', { dir: 'auto', scope: i === 0 && 'row' }, cell, i === cells.length - 1 && end),
    );
  return h(
    'div.scroller',
    { tabindex: '0', role: 'region', 'aria-label': title ?? header.join(' ') },
    h(
      'table',
      {},
      title && h('caption', { dir: 'auto' }, title),
      h('thead', {}, h('tr', {}, ...header.map((text) => h('th', { scope: 'col', dir: 'auto' }, text)))),
      h('tbody', {}, ...rows.map(([cells, end]) => h('tr', {}, ...row(cells, end)))),
    ),
  );
}

function figure(title: string, unit: string, points: ChartPoint[], setting: Setting): HTMLElement {
  const { texts, calculations } = setting;
  const said = printed(points);
  const origins = (['published', 'calculated'] as const).filter((origin) =>
    points.some((point) => point.origin === origin),
  );
  const rows = points.map(({ label, origin, citations, calculation }, i): [Child[], Child] => {
    const formula = calculation === null ? undefined : calculations[calculation]?.formula;
    return [[label, said[i] as string, texts[origin] + (formula ? `: ${formula}` : '')], marks(citations, setting)];
  });
  return h(
    'figure.chart-figure',
    {},
    h('figcaption', {}, `${title} `, h('span.unit', {}, unit)),
    chart(title, unit, points, texts),
    origins[1] && h('p.legend', {}, ...origins.map((origin) => h('span', { class: origin }, texts[origin]))),
    h('details', {}, h('summary', {}, texts.numbers), table(null, ['', unit, ''], rows)),
  );
}

function calculation({ formula, operands, result, unit }: Calculation, setting: Setting): HTMLElement {
  return h(
    'figure.calculation',
    {},
    h('figcaption', {}, setting.texts.calculatedWhole),
    h('p.formula', { dir: 'ltr' }, formula),
    h('p.result', { dir: 'ltr' }, '= ', written(result, unit)),
    h(
      'ul.operands',
      {},
      ...operands.map(({ value, unit: of, period, citation }) =>
        h('li', { dir: 'auto' }, written(value, of), period && `, ${period}`, marks([citation], setting)),
      ),
    ),
  );
}

/** A value with its unit as it is said: "USD 2.14 billion", "12.4%", "2.66 times". */
function written(value: string, unit: string): string {
  const [, currency, rest] = /^([A-Z]{3})\b(.*)/.exec(unit) ?? [];
  return currency ? `${currency} ${value}${rest}` : value + (unit.startsWith('%') ? unit : ` ${unit}`);
}

function person(block: Extract<Block, { type: 'handoff' }>, { texts, contact }: Setting): HTMLElement {
  const { text, name, role, email, phone, url } = block;
  const page = safe(url);
  const ways = [
    email && h('a', { href: `mailto:${encodeURIComponent(email).replace('%40', '@')}` }, email),
    phone && h('a', { href: `tel:${phone.replace(/[^\d+]/g, '')}`, dir: 'ltr' }, phone),
    page && h('a', { href: page, target: '_blank', rel: 'noopener noreferrer' }, new URL(page).hostname),
  ].filter(Boolean);
  const named = text.includes(name);
  const same = named && ways[0]; // "Ask Jane Doe: jane@example.com" says what stands below
  return h(
    'div.person',
    {},
    !same && h('p', { dir: 'auto' }, text),
    (same || !named) && h('p', { dir: 'auto' }, h('b', {}, name), role && `, ${role}`),
    h('p.ways', {}, ...ways),
    button('strong', contact, texts.person),
  );
}
