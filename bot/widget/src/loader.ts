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

class Widget extends HTMLElement {}

function started(options: Options): void {
  const waiting = (window as { footnote?: { push?: unknown } }).footnote;
  if (waiting?.push && !Array.isArray(waiting)) return; // a second tag of ours; an element of that name has no push
  const language = languageOf(options);
  const listeners = new Map<string, Set<Listener>>();
  const inside = options.target ? document.querySelector(options.target) : null;
  if (!customElements.get('footnote-widget')) customElements.define('footnote-widget', Widget);
  const host = document.createElement('footnote-widget');
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
  launch.hidden = !!inside || options.launcher === 'none';

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
    inline: !!inside,
    emit,
    closed(say) {
      launch.hidden = !!inside || (options.launcher === 'none' && !say);
      launch.setAttribute('aria-expanded', 'false');
      said.textContent = say ?? label;
      const back = launch.hidden ? lastFocus : launch;
      const elsewhere = document.activeElement !== host && document.activeElement !== document.body;
      if (back instanceof HTMLElement && !elsewhere) back.focus({ preventScroll: true });
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
  const quietly = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      () => undefined,
    );

  async function open(focus = true): Promise<void> {
    lastFocus = document.activeElement;
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
    close: () => quietly(coming?.then((there) => there.close()) ?? Promise.resolve()),
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
      options.report = report;
      return quietly(coming?.then((there) => there.anew()) ?? Promise.resolve());
    },
    setTheme(theme: string) {
      options.theme = theme;
      repaint();
    },
    keep: (agreed: boolean) => {
      options.storage = agreed ? 'session' : 'none';
      return quietly(coming?.then((there) => there.keep(agreed)) ?? Promise.resolve());
    },
    on(name: EventName, listener: Listener) {
      listeners.set(name, (listeners.get(name) ?? new Set()).add(listener));
    },
    off(name: EventName, listener: Listener) {
      listeners.get(name)?.delete(listener);
    },
    destroy() {
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

  const seated = () => {
    if (inside) {
      host.classList.add('inline');
      inside.append(host);
    } else {
      document.body.append(host);
      if (host.showPopover) {
        host.popover = 'manual';
        host.showPopover(); // over whatever z-index the page has
      }
    }
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
      seen.observe(inside);
    } else if (wasOpen(options)) void open(false);
  };
  if (document.body) seated();
  else document.addEventListener('DOMContentLoaded', seated);
}

/** Whether the visitor, who agreed to have it kept, left the page before with the panel open. */
function wasOpen(options: Options): boolean {
  try {
    return !!JSON.parse(sessionStorage.getItem(`footnote:${options.site ?? ''}`) ?? '{}').open && innerWidth > 560;
  } catch {
    return false;
  }
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && script.src) started(optionsOf(script));
