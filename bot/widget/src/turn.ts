// One question and what became of it, as an element.

import type { Answer, Citation } from './answer';
import { element, type Setting } from './blocks';
import { place } from './card';
import { type Client, type Progress, Trouble } from './client';
import { copied, withSources } from './copy';
import { button, h, icon, put } from './dom';
import type { Texts } from './texts';

const THUMB = 'M7 10v10H4V10zm0 0 4-7c1.5 0 2.5 1 2.2 2.8L12.6 9H19a2 2 0 0 1 2 2.3l-1.2 7A2 2 0 0 1 17.8 20H7';
const SHORT = 40; // characters; such a quote is named in the list of sources
const COPY = 'M9 9h11v11H9zM5 15H4V4h11v1';

/** What a turn can do with the panel it stands in. */
export interface Desk {
  readonly texts: Texts;
  readonly language: string;
  readonly client: Client;
  ask(question: string): void;
  again(turn: Turn): void;
  contact(): void;
  cite(citation: Citation, from: HTMLElement): void;
  card(citation: Citation, from: HTMLElement): void;
  explain(trouble: unknown): string;
}

/** A button with a drawing, and its name in words. */
export function tool(path: string, name: string, click: (event: Event) => void): HTMLButtonElement {
  const made = button('tool', click, icon(path));
  made.ariaLabel = made.title = name;
  return made;
}

/** A question to be asked by a press. */
export function offer(text: string, desk: Pick<Desk, 'ask'>): HTMLButtonElement {
  const made = button('ask', () => desk.ask(text), text);
  made.dir = 'auto';
  return made;
}

export class Turn {
  readonly element: HTMLElement;
  readonly question: string;
  readonly #desk: Desk;
  readonly #body = h('div.body');
  readonly #steps: HTMLElement;
  readonly #citations = new Map<number, Citation>();

  constructor(question: string, desk: Desk) {
    this.question = question;
    this.#desk = desk;
    this.#steps = h('ol.steps', {}, h('li', {}, desk.texts.understand));
    put(this.#body, this.#steps);
    this.element = h('article.turn', {}, h('h3.question', { dir: 'auto' }, question), this.#body);
  }

  /** Shows what is told while the answer is made: steps, then verified blocks. */
  readonly progress: Progress = {
    step: (name, text) => {
      const words = (this.#desk.texts as Record<string, string>)[name] ?? text;
      if (this.#steps.lastElementChild?.textContent !== words) this.#steps.append(h('li', {}, words));
    },
    citation: (citation) => this.#citations.set(citation.number, citation),
    block: (block) => {
      const shown = element(block, this.#setting([]));
      this.#steps.remove();
      if (shown) this.#body.append(shown);
    },
  };

  slow(): void {
    this.#body.append(h('p.faded', {}, this.#desk.texts.slow));
  }

  /** The whole answer. */
  finish(answer: Answer): void {
    const { texts, language, contact } = this.#desk;
    for (const each of answer.citations) this.#citations.set(each.number, each);
    const setting = this.#setting(answer.calculations);
    const declined = answer.status === 'declined';
    const spent = answer.answerer === 'allowance'; // the day's, of what may be quoted
    const about = spent ? 'quoted' : declined ? (answer.reason ?? 'not_in_report') : answer.status;
    const notice = (texts as Record<string, string>)[about];
    const people = answer.blocks.filter(({ type }) => type === 'handoff');
    const asks = answer.reason === 'unclear' && answer.suggestions[0];
    put(
      this.#body,
      notice && h('p.notice', { lang: language, dir: 'auto' }, notice),
      ...(spent ? people : answer.blocks).map((block) => element(block, setting)),
      declined && !people[0] && !asks && button('strong', contact, texts.person),
    );
    const sources = answer.citations.map((citation) => {
      const open = button(
        'plain',
        () => this.#desk.card(citation, open),
        h('b', {}, `${citation.number} `),
        h('bdi', {}, place(citation, texts), citation.quote.length < SHORT && `: ${citation.quote}`),
      );
      return h('li', {}, open);
    });
    if (sources[0]) {
      this.element.append(
        h('details.sources', {}, h('summary', {}, `${texts.sources} (${sources.length})`), h('ul', {}, ...sources)),
      );
    }
    this.element.append(this.#feedback(answer));
    if (answer.suggestions[0]) {
      const next = answer.suggestions.slice(0, 3).map((each) => offer(each, this.#desk));
      this.element.append(h('div.suggestions', {}, h('h4.eyebrow', {}, texts.next), ...next));
    }
  }

  /** What went wrong instead, and a way to ask again, once that is allowed. */
  failed(words: string, trouble: unknown): void {
    const retry = button('strong', () => this.#desk.again(this), this.#desk.texts.retry);
    const wait = trouble instanceof Trouble ? trouble.after : 0;
    if (wait) {
      retry.disabled = true;
      setTimeout(() => (retry.disabled = false), Math.min(wait, 86_400) * 1000);
    }
    put(this.#body, h('p.notice', {}, words), retry);
  }

  #setting(calculations: Answer['calculations']): Setting {
    const { texts, cite, contact } = this.#desk;
    return {
      texts,
      calculations,
      contact,
      cite: (number, mark) => {
        const citation = this.#citations.get(number);
        if (citation) cite(citation, mark);
      },
    };
  }

  #feedback(answer: Answer): HTMLElement {
    const { texts, client, explain } = this.#desk;
    const said = h('span.thanks', { role: 'status' });
    const thumbs = (['up', 'down'] as const).map((thumb) => {
      const pressed = tool(THUMB, texts[thumb], async () => {
        for (const each of thumbs) each.ariaPressed = String(each === pressed);
        try {
          await client.rate(answer.id, thumb);
          said.textContent = texts.thanks;
        } catch (trouble) {
          pressed.ariaPressed = 'false';
          said.textContent = explain(trouble);
        }
      });
      pressed.ariaPressed = 'false';
      pressed.classList.add(thumb);
      return pressed;
    });
    const copy = tool(COPY, texts.copy, async () => {
      if (await copied(withSources(answer, texts), this.element)) said.textContent = texts.copied;
    });
    return h('div.feedback', {}, ...thumbs, copy, said);
  }
}
