// Finds on the page what a citation quotes: whatever its white space, inline markup, typography and case.

import type { Citation } from './answer';
import type { Client } from './client';

const INLINE = new Set(
  'A ABBR B BDI BDO CITE CODE DATA DFN EM FONT I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR WBR'.split(
    ' ',
  ),
);
const UNREAD = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA SELECT OPTION SVG CANVAS IFRAME OBJECT FOOTNOTE-WIDGET'.split(' '),
);
const NOTE = /^\s*[[(]?\s*\d{1,3}\s*[\])]?\s*$/; // a footnote's mark
const MOST = 50; // places that are compared
const SHORT = 32; // characters; a quote may stand in several places of a page, and is told by what is around it
const AROUND = 80; // characters

/** Letters, digits and what changes the meaning of digits, each with where it stands. */
interface Letters {
  text: string;
  node: number[];
  start: number[];
  end: number[];
  /** Whether something else stands before a letter: white space, punctuation, the edge of a block. */
  apart: boolean[];
  nodes: Text[];
}

const folded = new Map<string, string>();

function fold(char: string): string {
  let known = folded.get(char);
  if (known === undefined) {
    known = /[\u00b2\u00b3\u00b9\u2070-\u209f]/.test(char)
      ? ''
      : char
          .normalize('NFKD')
          .replace(/\p{M}|\u00ad|[\u200b-\u200f\u2060\ufeff]/gu, '')
          .toLowerCase();
    if (/^[\p{Pd}\u2212]$/u.test(known)) known = '-';
    if (folded.size < 4000) folded.set(char, known);
  }
  return known;
}

const KEPT = /[\p{L}\p{N}%$€£¥₹]/u;
const DIGIT = /\p{N}/u;

/** The letters of texts; the edge of a block is a line feed. */
function lettersOf(texts: { text: string; node: Text | null; edge: boolean }[]): Letters {
  const raw: { char: string; node: number; start: number; end: number }[] = [];
  const nodes: Text[] = [];
  for (const { text, node, edge } of texts) {
    if (edge) raw.push({ char: '\n', node: 0, start: 0, end: 0 });
    if (node) nodes.push(node);
    let at = 0;
    for (const char of text) {
      for (const each of fold(char)) raw.push({ char: each, node: nodes.length - 1, start: at, end: at + char.length });
      at += char.length;
    }
  }
  const found: Letters = { text: '', node: [], start: [], end: [], apart: [], nodes };
  const kept: string[] = [];
  let apart = true;
  raw.forEach(({ char, node, start, end }, i) => {
    const before = raw[i - 1]?.char ?? '\n';
    const after = raw[i + 1]?.char ?? '\n';
    const point = (char === '.' || char === ',') && DIGIT.test(before) && DIGIT.test(after);
    const minus = char === '-' && DIGIT.test(after) && !KEPT.test(before);
    if (!KEPT.test(char) && !point && !minus) {
      apart = true;
      return;
    }
    for (const unit of char.split('')) {
      kept.push(unit);
      found.node.push(node);
      found.start.push(start);
      found.end.push(end);
      found.apart.push(apart);
      apart = false;
    }
  });
  found.text = kept.join('');
  return found;
}

/** A text as it is compared. */
function plain(text: string): string {
  return lettersOf([{ text, node: null, edge: false }]).text;
}

function blockOf(node: Node): Node | null {
  let at = node.parentNode;
  while (at instanceof Element && INLINE.has(at.tagName)) at = at.parentNode;
  return at;
}

/** The letters of the page. */
function page(): Letters {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element
      ? UNREAD.has(node.tagName.toUpperCase())
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_SKIP
      : NodeFilter.FILTER_ACCEPT,
  );
  const texts: { text: string; node: Text; edge: boolean }[] = [];
  let block: Node | null = null;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.parentElement?.closest('sup') && NOTE.test(node.data)) continue;
    const own = blockOf(node);
    texts.push({ text: node.data, node, edge: own !== block });
    block = own;
  }
  return lettersOf(texts);
}

function rangeOf(letters: Letters, from: number, to: number): Range {
  const range = document.createRange();
  const last = letters.nodes[letters.node[to - 1] as number] as Text;
  let end = letters.end[to - 1] as number;
  while (/[.!?)\]”"’»%]/.test(last.data[end] ?? '')) end += 1;
  range.setStart(letters.nodes[letters.node[from] as number] as Text, letters.start[from] as number);
  range.setEnd(last, end);
  return range;
}

/** Whether a reader can see it, maybe after scrolling. */
function seen(range: Range): boolean {
  const inside = range.startContainer.parentElement;
  const shown =
    inside?.checkVisibility?.({ checkOpacity: true, checkVisibilityCSS: true } as CheckVisibilityOptions) ?? true;
  return shown && [...range.getClientRects()].some((rect) => rect.width > 0 && rect.height > 0);
}

/** How many letters two texts have in common from where they meet. */
function shared(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}

const mirrored = (text: string) => [...text].reverse().join('');

/** Where on the page a citation's quote stands; null where it does not. */
export async function findCited(citation: Citation, client: Client): Promise<Range | null> {
  const { table, quote, passage, start, end } = citation;
  if (table) return findCell(citation);
  if (quote.length > SHORT) return findText(quote, '', '');
  const text = [...((await client.passage(passage).catch(() => null))?.text ?? '')];
  return findText(
    quote,
    text.slice(Math.max(0, start - AROUND), start).join(''),
    text.slice(end, end + AROUND).join(''),
  );
}

/** Where a quote stands on the page; of several places the one between the same words as in the report. */
function findText(quote: string, prior: string, next: string): Range | null {
  const wanted = plain(quote);
  if (!wanted) return null;
  const letters = page();
  const [before, after] = [mirrored(plain(prior)), plain(next)];
  const places: { range: Range; likeness: number }[] = [];
  for (
    let at = letters.text.indexOf(wanted);
    at >= 0 && places.length < MOST;
    at = letters.text.indexOf(wanted, at + 1)
  ) {
    const end = at + wanted.length;
    if (!letters.apart[at] || (end < letters.text.length && !letters.apart[end])) continue;
    const range = rangeOf(letters, at, end);
    if (!seen(range)) continue;
    const likeness =
      shared(mirrored(letters.text.slice(Math.max(0, at - AROUND), at)), before) +
      shared(letters.text.slice(end, end + AROUND), after);
    places.push({ range, likeness });
  }
  return places.sort((a, b) => b.likeness - a.likeness)[0]?.range ?? null;
}

/** The cell of a table on the page that a citation quotes, or its whole row. */
function findCell({ row, column, quote }: Citation): Range | null {
  const name = plain(row ?? '');
  const wanted = plain(quote);
  const head = plain((column ?? '').split(' > ').pop() as string);
  for (const table of document.querySelectorAll('table')) {
    for (const line of table.rows) {
      const cells = [...line.cells];
      const said = cells.map((cell) => plain(cell.textContent ?? ''));
      if (!name || !said.includes(name)) continue;
      if (!column) {
        if (said.every((text) => wanted.includes(text))) return around(line);
        continue;
      }
      const heads = [...table.rows].filter((each) => each.rowIndex < line.rowIndex);
      const at = said.findIndex(
        (text, i) => text === wanted && heads.some((each) => plain(each.cells[i]?.textContent ?? '').endsWith(head)),
      );
      if (at >= 0) return around(cells[at] as HTMLElement);
    }
  }
  return null;
}

function around(element: HTMLElement): Range | null {
  const range = document.createRange();
  range.selectNodeContents(element);
  return seen(range) ? range : null;
}
