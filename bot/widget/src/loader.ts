// The script of the page: the launcher and `window.footnote`. The panel is loaded when it is first opened.

import frame from './frame.css';
import { paint } from './colour';
import { h, sheet } from './dom';
import { languageOf, launchLabel, type Options, optionsOf } from './options';
import type { Panel } from './panel';

declare const EDITION: string;

export type EventName = 'ready' | 'open' | 'close' | 'answer' | 'citation' | 'lead' | 'error';
export type Listener = (detail: unknown) => void;

/** What the panel is given by the script of the page. */
export interface Seat {
  readonly options: Options;
  readonly language: string;
  readonly label: string;
  readonly shadow: ShadowRoot;
  readonly root: HTMLElement;
  readonly inline: boolean;
  emit(name: EventName, detail?: unknown): void;
  /** Closes the panel; with `say`, the launcher says that until the panel is opened again. */
  closed(say?: string): void;
}

class Widget extends HTMLElement {
  left?: () => void;

  disconnectedCallback(): void {
    this.left?.();
  }
}

function started(options: Options): void {
  const waiting = (window as { footnote?: { push?: unknown; setReport?(report: string | null): unknown } }).footnote;
  if (waiting?.push && !Array.isArray(waiting)) {
    waiting.setReport?.(options.report); // a second tag of ours; an element of that name has no push
    return;
  }
  const language = languageOf(options);
  const listeners = new Map<string, Set<Listener>>();
  const inside = !!options.target && !!document.querySelector(options.target);
  const place = () => document.querySelector(inside ? (options.target as string) : 'body');
  if (!customElements.get('footnote-widget')) customElements.define('footnote-widget', Widget);
  const host = document.createElement('footnote-widget') as Widget;
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = [sheet(frame)];
  const label = launchLabel(options, language);
  const said = h('span', {}, label);
  const launch = h(
    'button.launch',
    { type: 'button', 'aria-haspopup': 'dialog', 'aria-expanded': 'false', click: () => void open() },
    h('span.mark', { 'aria-hidden': 'true' }, 'f', h('sup', {}, '1')),
    said,
  );
  const root = h(
    'div',
    { class: `root ${options.position}`, lang: language, dir: language === 'ar' ? 'rtl' : 'ltr' },
    launch,
  );
  shadow.append(root);
  launch.hidden = inside || options.launcher === 'none';

  const night = matchMedia('(prefers-color-scheme: dark)');
  const repaint = () => {
    paint(root, options.theme === 'dark' || (options.theme !== 'light' && night.matches));
  };

  let coming: Promise<Panel> | null = null;
  let lastFocus: Element | null = null;
  const emit = (name: EventName, detail?: unknown) => {
    for (const each of [...(listeners.get(name) ?? [])]) {
      try {
        each(detail);
      } catch (error) {
        setTimeout(() => {
          throw error; // the page's own mistake: told in its console, and no harm to us
        });
      }
    }
  };
  const seat: Seat = {
    options,
    language,
    label,
    shadow,
    root,
    inline: inside,
    emit,
    closed(say) {
      launch.hidden = inside || (options.launcher === 'none' && !say);
      launch.setAttribute('aria-expanded', 'false');
      said.textContent = say ?? label;
      const opener = lastFocus?.isConnected && lastFocus !== document.body && !say ? lastFocus : launch;
      const elsewhere = document.activeElement !== host && document.activeElement !== document.body;
      if (!elsewhere) (opener as HTMLElement).focus({ preventScroll: true });
      if (!say) lastFocus = null;
      emit('close');
    },
  };
  const address = (file: string) => `${options.base}widget/${file}?v=${EDITION}`;
  const panel = (): Promise<Panel> => {
    if (coming) return coming;
    const file: Promise<typeof import('./panel')> = import(address('panel.js'));
    const words = fetch(address(`${language}.json`), { credentials: 'omit' }).then((response) => response.json());
    coming = Promise.all([file, words]).then(
      ([made, texts]) => made.panel(seat, texts),
      (error: unknown) => {
        coming = null; // to be tried again
        emit('error', { status: 0, title: 'The panel could not be loaded.' });
        throw error;
      },
    );
    return coming;
  };
  const quietly = async (work: unknown): Promise<void> => {
    try {
      await work;
    } catch {
      // it is shown in the widget
    }
  };

  /** Puts the widget into its place on the page, over whatever z-index the page has. */
  function settle(): void {
    if (!host.isConnected && host.left) place()?.append(host);
    if (inside || !host.showPopover || !host.isConnected) return;
    host.popover = 'manual';
    if (!host.matches(':popover-open')) host.showPopover();
  }

  async function open(focus = true): Promise<void> {
    settle();
    if (document.activeElement !== host) lastFocus = document.activeElement;
    launch.setAttribute('aria-busy', 'true');
    try {
      const there = await panel();
      launch.hidden = true;
      launch.setAttribute('aria-expanded', 'true');
      said.textContent = label;
      repaint();
      there.open(focus);
    } catch {
      said.textContent = `${label} ↻`;
    } finally {
      launch.removeAttribute('aria-busy');
    }
  }

  const clicked = (event: MouseEvent) => {
    const path = event.composedPath()[0];
    const asks =
      path instanceof Element
        ? path.closest<HTMLElement>('[data-footnote-ask],[data-footnote-open],[data-footnote-contact]')
        : null;
    if (!asks || host.contains(asks)) return;
    event.preventDefault();
    if (asks.dataset.footnoteAsk) void footnote.ask(asks.dataset.footnoteAsk);
    else if ('footnoteContact' in asks.dataset) void footnote.contact();
    else void open();
  };

  const footnote = {
    open: () => quietly(open()),
    close: () => quietly(coming?.then((there) => there.close())),
    ask: (question: string) =>
      quietly(
        open()
          .then(panel)
          .then((there) => there.ask(String(question))),
      ),
    contact: () =>
      quietly(
        open()
          .then(panel)
          .then((there) => there.contact()),
      ),
    setReport(report: string | null) {
      settle();
      const other = report !== options.report;
      options.report = report;
      return quietly(other && coming?.then((there) => there.anew()));
    },
    setTheme(theme: string) {
      options.theme = theme;
      repaint();
    },
    keep: (agreed: boolean) => {
      options.storage = agreed ? 'session' : 'none';
      return quietly(coming?.then((there) => there.keep(agreed)));
    },
    on(name: EventName, listener: Listener) {
      listeners.set(name, (listeners.get(name) ?? new Set()).add(listener));
    },
    off(name: EventName, listener: Listener) {
      listeners.get(name)?.delete(listener);
    },
    destroy() {
      delete host.left;
      void coming?.then((there) => there.destroy());
      document.removeEventListener('click', clicked);
      night.removeEventListener('change', repaint);
      host.remove();
      listeners.clear();
      delete (window as { footnote?: unknown }).footnote;
    },
    /** A call as the queue before load has it: its name, then what it takes. */
    push(...calls: [string, ...unknown[]][]) {
      for (const [name, ...given] of calls) {
        const method = (footnote as Record<string, unknown>)[name];
        if (typeof method === 'function' && name !== 'push') method.apply(footnote, given);
      }
      return calls.length;
    },
  };

  if (inside) host.classList.add('inline');
  host.left = () => requestAnimationFrame(settle); // a page that draws itself anew drops what it did not draw
  settle();
  if (options.accent) host.style.setProperty('--footnote-accent', options.accent);
  repaint();
  night.addEventListener('change', repaint);
  document.addEventListener('click', clicked);
  (window as { footnote?: unknown }).footnote = footnote;
  for (const call of Array.isArray(waiting) ? waiting : []) footnote.push(call);
  emit('ready');
  if (inside) {
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      seen.disconnect();
      void open(false);
    });
    seen.observe(host);
  } else if (wasOpen(options)) void open(false);
}

/** Whether the visitor, who agreed to have it kept, left the page before with the panel open. */
function wasOpen(options: Options): boolean {
  try {
    return !!JSON.parse(sessionStorage.getItem(`footnote:${options.site ?? ''}`) ?? '{}').open && innerWidth > 560;
  } catch {
    return false;
  }
}

/** Starts as soon as the place for the widget is there. */
function awaited(options: Options): void {
  if (document.querySelector(options.target ?? 'body') || document.readyState !== 'loading') started(options);
  else document.addEventListener('DOMContentLoaded', () => started(options));
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && script.src) awaited(optionsOf(script));
