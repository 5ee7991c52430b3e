// The panel: a conversation with a report, beside the page that sells it.

import css from './panel.css';
import type { Answer, Citation, Invitation } from './answer';
import { card } from './card';
import { Client, Trouble } from './client';
import { contactForm, privacyLink } from './contact';
import { button, h, icon, put, sheet } from './dom';
import { explain, told } from './explain';
import { findCited } from './find';
import { Highlighter } from './highlight';
import type { Seat } from './loader';
import { Memory } from './memory';
import { spoken, type Texts } from './texts';
import { type Desk, offer, tool, Turn } from './turn';

const NARROW = 560; // px; below, the panel is a sheet over the whole page
const SLOW_MS = 8_000;
const CROSS = 'M6 6l12 12M18 6L6 18';
const ANEW = 'M12 5H6a1 1 0 0 0-1 1v12a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-6M9 15v-3l9-9 3 3-9 9z';
const BACK = 'M19 12H5m6-6-6 6 6 6';
const SEND = 'M12 19V5m-6 6 6-6 6 6';
const STOP = 'M7 7h10v10H7z';
/** What a page has no say in while it happens in the panel: its shortcuts, its scrolling, its guard against copying. */
const OURS =
  'keydown keyup keypress wheel touchstart touchmove mousedown contextmenu selectstart copy cut paste focusin'.split(' ');

/** Makes the panel in its seat, with the words of its language, and the page's own in place of them. */
export function panel(seat: Seat, words: Texts): Panel {
  return new Panel(seat, { ...words, ...seat.options.texts });
}

export class Panel implements Desk {
  readonly texts: Texts;
  readonly language: string;
  readonly client: Client;
  readonly #seat: Seat;
  readonly #memory: Memory;
  readonly #light: Highlighter;
  readonly #element: HTMLElement;
  readonly #title = h('h2', { id: 'title', tabindex: '-1' });
  readonly #imprint = h('p.imprint');
  readonly #talk = h('div.talk', { role: 'region', 'aria-labelledby': 'title', tabindex: '0' });
  readonly #side = h('div.side', { role: 'region', 'aria-labelledby': 'title', tabindex: '0', hidden: true });
  readonly #welcome = h('div.welcome', {});
  readonly #typed: HTMLTextAreaElement;
  readonly #send = h('button.send', { type: 'submit' });
  readonly #line: HTMLElement;
  readonly #complaint = h('p.notice', { role: 'alert', hidden: true });
  readonly #under = h('div.under', {});
  readonly #voice = h('div.unseen', { role: 'status' });
  readonly #until = new AbortController();
  #invitation: Invitation | null = null;
  #busy: AbortController | null = null;
  #asked: string | null = null;
  #left: Element | null = null;
  #shown = false;

  constructor(seat: Seat, texts: Texts) {
    const { options, inline, root, shadow } = seat;
    this.#seat = seat;
    this.texts = texts;
    this.language = seat.language;
    this.client = new Client(options);
    this.#memory = new Memory(options.site, options.storage);
    this.#light = new Highlighter(root);
    const { placeholder } = texts;
    this.#typed = h('textarea', {
      rows: '1',
      'aria-label': placeholder,
      placeholder,
      dir: 'auto',
      enterkeyhint: 'send',
    });
    this.#line = h(
      'form.line',
      { submit: (event: Event) => this.#submitted(event) },
      this.#typed,
      this.#send,
      this.#complaint,
    );
    this.#element = h(
      'section.panel',
      { role: inline ? 'region' : 'dialog', 'aria-labelledby': 'title', hidden: true },
      h(
        'div.top',
        {},
        h('div.what', {}, this.#title, this.#imprint),
        tool(ANEW, texts.anew, () => this.anew()),
        !inline && tool(CROSS, texts.close, () => this.close()),
      ),
      this.#talk,
      this.#side,
      this.#line,
      this.#under,
      this.#voice,
    );
    shadow.adoptedStyleSheets.push(sheet(css));
    this.#typed.addEventListener('input', () => this.#grow());
    this.#typed.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.#submitted(event);
    });
    this.#element.addEventListener('keydown', (event) => this.#pressed(event));
    for (const name of OURS) this.#element.addEventListener(name, (event) => event.stopPropagation(), { passive: true });
    root.append(this.#element);
    this.#ready(true);
    this.#greet();
    void this.#restored();
    const { signal } = this.#until;
    const fit = () => this.#fit();
    addEventListener('resize', fit, { signal });
    visualViewport?.addEventListener('resize', fit, { signal });
    visualViewport?.addEventListener('scroll', fit, { signal });
    const elsewhere = (event: Event) => {
      if (!event.composedPath().includes(root)) this.#light.clear();
    };
    document.addEventListener('pointerdown', elsewhere, { signal });
  }

  open(focus: boolean): void {
    const first = !this.#shown;
    this.#shown = true;
    this.#element.hidden = false;
    this.#fit();
    this.#memory.opened(true);
    if (focus) this.#refocus(matchMedia('(pointer: coarse)').matches || !this.#side.hidden ? this.#title : this.#typed);
    if (first) this.#seat.emit('open');
  }

  close(): void {
    this.#light.clear();
    this.#tuck();
  }

  destroy(): void {
    this.#busy?.abort();
    this.#until.abort();
    this.#light.clear();
  }

  keep(agreed: boolean): void {
    this.#memory.agree(agreed);
    this.#tell();
  }

  anew(): void {
    this.#busy?.abort();
    this.#light.clear();
    this.#memory.forget();
    this.#asked = null;
    this.#back();
    this.#greet();
    if (this.#shown) this.#typed.focus();
  }

  readonly ask = (question: string): void => void this.#asking(question);

  readonly again = (turn: Turn): void => {
    turn.element.remove();
    this.ask(turn.question);
  };

  /** What went wrong, in words. */
  readonly explain = (trouble: unknown): string =>
    explain(trouble, this.texts, this.language, this.#invitation?.max_question ?? 1000);

  /** Shows what is cited on the page where it stands there, else its card. */
  readonly cite = async (citation: Citation, from: HTMLElement): Promise<void> => {
    const range = await findCited(citation, this.client);
    this.#seat.emit('citation', { citation, onPage: !!range });
    for (const each of this.#element.querySelectorAll('.on')) each.classList.remove('on');
    from.classList.add('on');
    if (!range) return this.card(citation, from);
    this.#light.show(range);
    this.#say(this.texts.shown);
    const [own, cited] = [this.#element.getBoundingClientRect(), range.getBoundingClientRect()];
    const hidden = Math.min(own.right, cited.right) - Math.max(own.left, cited.left);
    if (hidden > cited.width / 2) {
      this.#left = from;
      this.#tuck(this.texts.back);
    }
  };

  readonly card = async (citation: Citation, from: HTMLElement): Promise<void> => {
    const passage = await this.client.passage(citation.passage).catch(() => null);
    this.#aside(card(citation, passage, this.texts), from);
    this.#side.querySelector('mark')?.scrollIntoView({ block: 'center', inline: 'nearest' });
  };

  /** The form that hands over to a person. */
  readonly contact = async (): Promise<void> => {
    const { options, shadow, emit } = this.#seat;
    const occasion = { report: options.report, conversation: this.#memory.conversation, question: this.#asked };
    const lead = h('div', {}, h('h3', {}, this.texts.person));
    this.#aside(lead, shadow.activeElement);
    const form = await contactForm(this, options.base, occasion, (stored) => emit('lead', stored));
    lead.append(form);
    form.querySelector('input')?.focus();
  };

  /** Out of the way; `say` is what the launcher then says. */
  #tuck(say?: string): void {
    if (!this.#shown || this.#seat.inline) return;
    this.#shown = false;
    this.#element.hidden = true;
    this.#memory.opened(false);
    this.#seat.closed(say);
  }

  /** As large as there is room, above a keyboard on the screen. */
  #fit(): void {
    const narrow = innerWidth <= NARROW && !this.#seat.inline;
    const view = visualViewport;
    const { classList, style } = this.#element;
    classList.toggle('sheet', narrow);
    if (!this.#seat.inline) this.#element.ariaModal = String(narrow);
    if (view?.scale === 1) {
      style.setProperty('--top', `${view.offsetTop}px`);
      style.setProperty('--height', `${view.height}px`);
    }
  }

  /** Escape goes back or closes; Tab stays in the panel, which Escape leaves. */
  #pressed(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      if (this.#side.hidden) this.close();
      else this.#back();
    } else if (event.key === 'Tab' && !this.#seat.inline) {
      const stops = [
        ...this.#element.querySelectorAll<HTMLButtonElement>('a,button,textarea,input,summary,[tabindex="0"]'),
      ];
      const there = stops.filter((each) => each.tabIndex >= 0 && !each.disabled && each.getClientRects().length);
      const at = this.#seat.shadow.activeElement;
      const [from, to] = event.shiftKey ? [there[0], there.at(-1)] : [there.at(-1), there[0]];
      if (at === from || (event.shiftKey && at === this.#title)) {
        event.preventDefault();
        to?.focus();
      }
    }
  }

  #greet(): void {
    put(this.#talk, this.#welcome);
    put(this.#welcome, h('p.lead', {}, this.texts.lead));
    this.#name();
    void this.#invited();
  }

  #name(): void {
    const report = this.#invitation?.report;
    const published = report?.published && new Date(`${report.published}T00:00`);
    const month = published && published.toLocaleDateString(this.language, { month: 'long', year: 'numeric' });
    put(this.#title, h('bdi', {}, report?.title ?? this.#seat.label));
    put(this.#imprint, h('bdi', {}, [report?.publisher, month].filter(Boolean).join(' · ')));
  }

  /** Asks what the report is, and what it can be asked. */
  async #invited(): Promise<void> {
    try {
      this.#invitation = await this.client.invitation();
      this.#name();
      const first = this.#invitation.suggestions.slice(0, 5).map((each) => h('li', {}, offer(each, this)));
      if (first[0]) this.#welcome.append(h('ul.examples', {}, ...first));
    } catch (trouble) {
      this.#seat.emit('error', told(trouble));
      this.#welcome.append(
        h('p.notice', {}, this.explain(trouble)),
        button('plain', () => this.anew(), this.texts.retry),
      );
    }
    this.#tell();
  }

  /** Shows the conversation that the page before was left with, if its visitor agreed to have it kept. */
  async #restored(): Promise<void> {
    const id = this.#memory.conversation;
    if (!id) return;
    try {
      const { turns } = await this.client.conversation(id);
      if (this.#memory.conversation !== id || this.#asked) return;
      for (const { question, answer } of turns) this.#turn(question).finish(answer);
      this.#talk.scrollTop = this.#talk.scrollHeight;
    } catch (trouble) {
      if (trouble instanceof Trouble && trouble.status === 404) this.#memory.forget();
    }
    this.#tell();
  }

  /** What stands below the line: what is kept, and where it says so. */
  #tell(): void {
    const { texts } = this;
    const memory = this.#memory;
    const id = memory.conversation;
    const privacy = this.#invitation && privacyLink(this.#invitation.privacy, this.#seat.options.base);
    const box = h('input', { type: 'checkbox', change: () => memory.agree(box.checked) });
    box.checked = memory.agreed;
    const forget = () => {
      this.anew();
      void this.client.forget(id as string).catch(() => undefined);
    };
    put(
      this.#under,
      id && memory.asks && h('label', {}, box, texts.keep),
      h(
        'span',
        {},
        id && button('plain', forget, texts.forget),
        privacy && h('a', { href: privacy, target: '_blank', rel: 'noopener' }, texts.privacy),
      ),
    );
  }

  #grow(): void {
    this.#complaint.hidden = true;
    this.#typed.style.height = 'auto';
    this.#typed.style.height = `${this.#typed.scrollHeight + 2}px`;
  }

  #submitted(event: Event): void {
    event.preventDefault();
    const question = this.#typed.value.trim();
    if (this.#busy) {
      if (event.type === 'submit') this.#busy.abort();
    } else if ([...question].length > (this.#invitation?.max_question ?? 1e9)) {
      this.#complaint.textContent = this.explain(new Trouble(422));
      this.#complaint.hidden = false;
    } else if (question) {
      this.#typed.value = '';
      this.#grow();
      this.ask(question);
    }
  }

  /** Ready for a question, or busy with one. */
  #ready(is: boolean): void {
    put(this.#send, icon(is ? SEND : STOP));
    this.#send.ariaLabel = this.#send.title = is ? this.texts.ask : this.texts.stop;
  }

  #turn(question: string): Turn {
    const turn = new Turn(question, this);
    this.#asked = question;
    this.#welcome.remove();
    this.#talk.append(turn.element);
    return turn;
  }

  async #asking(given: string): Promise<void> {
    const question = given.trim();
    if (!question) return;
    this.#busy?.abort();
    this.#back();
    this.#light.clear();
    const turn = this.#turn(question);
    turn.element.scrollIntoView({ block: 'start' });
    const work = new AbortController();
    this.#busy = work;
    this.#ready(false);
    const slow = setTimeout(() => turn.slow(), SLOW_MS);
    try {
      const answer = await this.client.ask(question, this.#memory.conversation, turn.progress, work.signal);
      this.#memory.begin(answer.conversation);
      turn.finish(answer);
      this.#announce(answer);
      this.#tell();
      this.#seat.emit('answer', answer);
    } catch (trouble) {
      const stopped = work.signal.aborted;
      const words = stopped ? this.texts.stopped : this.explain(trouble);
      turn.failed(words, trouble);
      this.#say(words);
      if (!stopped) this.#seat.emit('error', told(trouble));
    } finally {
      clearTimeout(slow);
      if (this.#busy === work) {
        this.#busy = null;
        this.#ready(true);
      }
    }
  }

  /** One announcement of a finished answer, for who does not see it: each paragraph in its language. */
  #announce({ text }: Answer): void {
    const parts = text.replace(/ ?\[\d+\]/g, '').split('\n\n');
    put(this.#voice, ...parts.map((part) => h('p', { lang: spoken(part) || this.language }, part)));
  }

  #say(words: string): void {
    put(this.#voice, words);
  }

  /** Shows something in the place of the conversation, until who looks at it goes back. */
  #aside(content: HTMLElement, from: Element | null): void {
    const back = button('plain.back', () => this.#back(), icon(BACK), this.texts.back);
    this.#left = from;
    put(this.#side, back, content);
    this.#swap(true);
    back.focus();
  }

  #back(): void {
    if (this.#side.hidden) return;
    this.#swap(false);
    this.#refocus(this.#typed);
  }

  #swap(aside: boolean): void {
    this.#side.hidden = !aside;
    this.#talk.hidden = this.#line.hidden = this.#under.hidden = aside;
  }

  /** Focus goes back to where it was before, or else here. */
  #refocus(otherwise: HTMLElement): void {
    const back = this.#left instanceof HTMLElement && this.#left.isConnected ? this.#left : otherwise;
    this.#left = null;
    back.focus();
  }
}
