// The card of a source: the quote where it stands in the report.

import type { Citation, Passage } from './answer';
import { table } from './blocks';
import { type Child, h, safe } from './dom';
import type { Texts } from './texts';

const WHOLE = 80; // characters; a longer text fragment is given by its first and last words
const EDGE = 5; // words
const NEAR = 4; // rows of a table shown above and below the cited one

/** The publisher's page opened at a quote; null where there is none. https://wicg.github.io/scroll-to-text-fragment/ */
export function publisherLink(url: string | null, quote: string): string | null {
  const address = safe(url);
  const words = quote.split(/\s+/).filter(Boolean);
  if (!address || !words.length) return address;
  const encoded = (some: string[]) => encodeURIComponent(some.join(' ')).replaceAll('-', '%2D');
  const whole = words.join(' ').length <= WHOLE || words.length <= 2 * EDGE;
  const directive = whole ? encoded(words) : `${encoded(words.slice(0, EDGE))},${encoded(words.slice(-EDGE))}`;
  const [page, anchor = ''] = address.split('#', 2);
  return `${page}#${anchor.split(':~:')[0]}:~:text=${directive}`;
}

/** Where a citation stands, in a line. */
export function place({ heading, table, page }: Citation, texts: Texts): string {
  const path = [...heading, ...(table && table !== heading.at(-1) ? [table] : [])];
  return [path.join(' › '), page !== null && `${texts.page} ${page}`].filter(Boolean).join(', ');
}

/** The card; without the text around it where that cannot be had. */
export function card(citation: Citation, passage: Passage | null, texts: Texts): HTMLElement {
  const link = publisherLink(citation.url, citation.quote);
  return h(
    'article.card',
    {},
    h('p.where', { dir: 'auto' }, h('b', {}, String(citation.number)), ' ', place(citation, texts)),
    h('p.of', { dir: 'auto' }, citation.title),
    passage?.table ? grid(passage.table) : h('blockquote', { dir: 'auto' }, ...prose(citation, passage)),
    !passage && h('p.faded', {}, texts.gone),
    link && h('p', {}, h('a.out', { href: link, target: '_blank', rel: 'noopener noreferrer' }, texts.publisher)),
  );
}

function prose({ quote, start, end }: Citation, passage: Passage | null): (string | HTMLElement)[] {
  const characters = [...(passage?.text ?? '')]; // offsets count characters, not UTF-16 units
  const cited = characters.slice(start, end).join('');
  if (cited !== quote) return [h('mark', {}, quote)];
  return [characters.slice(0, start).join(''), h('mark', {}, quote), characters.slice(end).join('')];
}

/** The rows around the cited one. */
function grid({ title, header, rows, row, column }: NonNullable<Passage['table']>): HTMLElement {
  const from = Math.max(0, (row ?? 0) - NEAR);
  const marked = (cells: string[], at: number): [Child[]] => [
    cells.map((text, j) => (at === row && (column === null || column === j) ? h('mark', {}, text) : text)),
  ];
  return table(
    title,
    header,
    rows.slice(from, (row ?? 0) + NEAR + 1).map((cells, i) => marked(cells, from + i)),
  );
}
