// Makes elements. Text becomes text nodes and nothing is ever parsed as HTML.

export type Child = Node | string | null | undefined | false;
export type Attributes = Record<string, string | boolean | null | undefined | ((event: never) => void)>;

/** Puts children into an element, those that are there, in the place of what it had. */
export function put<T extends Element>(element: T, ...children: Child[]): T {
  element.replaceChildren(...(children.filter((child) => child || child === '') as (Node | string)[]));
  return element;
}

function filled<T extends Element>(element: T, kinds: string[], attributes: Attributes, children: Child[]): T {
  if (kinds[0]) element.setAttribute('class', kinds.join(' '));
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value as (event: Event) => void);
    else if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  return put(element, ...children);
}

/** An HTML element by its tag and classes ("p.notice"); an attribute that is a function listens to the event of its
 * name. */
export function h<K extends keyof HTMLElementTagNameMap>(
  kind: K | `${K}.${string}`,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const [tag, ...classes] = kind.split('.') as [K, ...string[]];
  return filled(document.createElement(tag), classes, attributes, children);
}

/** An SVG element, in the same way. */
export function s(kind: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  const [tag, ...classes] = kind.split('.') as [string, ...string[]];
  return filled(document.createElementNS('http://www.w3.org/2000/svg', tag), classes, attributes, children);
}

/** A button that does something when it is pressed. */
export function button(kind: string, click: (event: Event) => void, ...children: Child[]): HTMLButtonElement {
  return h(`button.${kind}`, { type: 'button', click }, ...children);
}

/** A drawing of 24 by 24 made of strokes, for a button that has its name in words. */
export function icon(path: string): SVGElement {
  return s('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' }, s('path', { d: path }));
}

/** A style sheet that no policy of the page forbids. */
export function sheet(css: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/** The address if it is of the web, else null. */
export function safe(url: string | null): string | null {
  return url && /^https?:\/\/[^/]/i.test(url) ? url : null;
}
