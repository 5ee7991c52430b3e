// Shows a place of the page without changing the page.

import { h, sheet } from './dom';

const NAME = 'footnote-cited';
const LASTS_MS = 20_000;

/** Marks one place at a time; it fades after a while, and when another is marked. */
export class Highlighter {
  readonly #root: HTMLElement;
  #sheet: CSSStyleSheet | null = null;
  #boxes: HTMLElement | null = null;
  #timer = 0;
  #moved = () => undefined as void;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** Scrolls to a place and marks it. */
  show(range: Range): void {
    this.clear();
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const at = range.startContainer;
    const element = at instanceof Element ? at : at.parentElement;
    element?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: calm ? 'auto' : 'smooth' });
    const style = getComputedStyle(this.#root);
    const accent = style.getPropertyValue('--accent');
    if (typeof Highlight === 'function' && CSS.highlights) {
      this.#sheet = sheet(
        `::highlight(${NAME}){background-color:color-mix(in srgb,${accent} 32%,transparent);color:inherit}` +
          `@media(forced-colors:active){::highlight(${NAME}){background-color:Highlight;color:HighlightText}}`,
      );
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
      CSS.highlights.set(NAME, new Highlight(range));
    } else this.#overlay(range);
    this.#timer = window.setTimeout(() => this.clear(), LASTS_MS);
  }

  /** Boxes over the place, that move with it, for browsers without highlights. */
  #overlay(range: Range): void {
    const boxes = h('div.boxes', { 'aria-hidden': 'true' });
    this.#moved = () => {
      boxes.replaceChildren(
        ...[...range.getClientRects()].map((rect) => {
          const box = h('div');
          Object.assign(box.style, {
            left: `${rect.left}px`,
            top: `${rect.top}px`,
            width: `${rect.width}px`,
            height: `${rect.height}px`,
          });
          return box;
        }),
      );
    };
    this.#boxes = boxes;
    this.#root.prepend(boxes);
    addEventListener('scroll', this.#moved, { capture: true, passive: true });
    addEventListener('resize', this.#moved);
    this.#moved();
  }

  clear(): void {
    clearTimeout(this.#timer);
    if (this.#sheet) {
      const own = this.#sheet;
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== own);
      CSS.highlights.delete(NAME);
      this.#sheet = null;
    }
    if (this.#boxes) {
      removeEventListener('scroll', this.#moved, { capture: true });
      removeEventListener('resize', this.#moved);
      this.#boxes.remove();
      this.#boxes = null;
    }
  }
}
