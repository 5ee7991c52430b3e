// Talks to the bot.

import type { Answer, Block, Citation, Invitation, Passage } from './answer';
import type { Options } from './options';

const PATIENCE = 10; // seconds

/** What went wrong: an HTTP status, 0 without a connection; `after` is when to come back, in seconds; `kind` is the
 * problem's type. */
export class Trouble extends Error {
  constructor(
    readonly status: number,
    readonly after: number | null = null,
    readonly fields: string[] = [],
    title = '',
    readonly kind = '',
  ) {
    super(title);
  }
}

/** What is told of an answer while it is made. */
export interface Progress {
  step(name: string, text: string): void;
  citation(citation: Citation): void;
  block(block: Block): void;
}

export interface Form {
  token: string;
  consent: string;
  privacy: string;
}

export class Client {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  invitation(): Promise<Invitation> {
    const { report } = this.#options;
    return this.#json(`v1/widget${report ? `?report=${encodeURIComponent(report)}` : ''}`);
  }

  passage(address: string): Promise<Passage> {
    return this.#json(`v1/passages/${encodeURIComponent(address)}`);
  }

  conversation(id: string): Promise<{ turns: { question: string; answer: Answer }[] }> {
    return this.#json(`v1/conversations/${encodeURIComponent(id)}`);
  }

  async forget(id: string): Promise<void> {
    await this.#fetch(`v1/conversations/${encodeURIComponent(id)}`, { method: 'DELETE' });
  }

  async rate(answer: string, thumb: string): Promise<void> {
    await this.#fetch('v1/feedback', body({ answer, thumb }));
  }

  form(language: string): Promise<Form> {
    return this.#json(`v1/leads/form?language=${language}`);
  }

  /** Leaves a lead; who was too quick for the bot, as a machine is, is waited for once. */
  async leave(lead: Record<string, string>, patient = true): Promise<{ id: string; received_at: string }> {
    try {
      return await this.#json('v1/leads', body(lead));
    } catch (trouble) {
      const wait = patient && trouble instanceof Trouble && trouble.status === 429 ? trouble.after : null;
      if (!wait || wait > PATIENCE) throw trouble;
      await new Promise((done) => setTimeout(done, wait * 1000));
      return this.leave(lead, false);
    }
  }

  /** The verified answer; what leads to it is told as it comes. */
  async ask(question: string, conversation: string | null, progress: Progress, signal: AbortSignal): Promise<Answer> {
    const { report } = this.#options;
    const asked = { question, ...(report && { report }), ...(conversation && { conversation }) };
    const request = body(asked);
    const headers = { ...request.headers, Accept: 'text/event-stream' };
    const response = await this.#fetch('v1/ask', { ...request, headers, signal });
    let answer: Answer | null = null;
    await events(response, (name, data) => {
      const told = JSON.parse(data);
      if (name === 'step') progress.step(told.name, told.text);
      else if (name === 'citation') progress.citation(told);
      else if (name === 'block') progress.block(told);
      else if (name === 'done') answer = told;
      else if (name === 'error') throw new Trouble(told.status ?? 500, null, [], told.title);
    });
    if (!answer) throw new Trouble(0);
    return answer;
  }

  async #json<T>(path: string, init?: Request): Promise<T> {
    return (await this.#fetch(path, init)).json();
  }

  async #fetch(path: string, init: Request = {}): Promise<Response> {
    const headers = { ...init.headers, ...(this.#options.site && { Authorization: `Bearer ${this.#options.site}` }) };
    let response: Response;
    try {
      response = await fetch(this.#options.base + path, {
        ...init,
        headers,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      });
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw new Trouble(0);
    }
    if (response.ok) return response;
    const problem = await response.json().catch(() => ({}));
    const after = Number(response.headers.get('Retry-After')) || null;
    const fields = (problem.errors ?? []).map((each: { field: string }) => each.field);
    throw new Trouble(response.status, after, fields, problem.title, problem.type);
  }
}

interface Request extends RequestInit {
  headers?: Record<string, string>;
}

function body(content: object): Request {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(content) };
}

/** Tells each server-sent event of a response. */
async function events(response: Response, tell: (name: string, data: string) => void): Promise<void> {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let held = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      held += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const whole = held.split(/\r?\n\r?\n/);
      held = whole.pop() as string;
      for (const event of whole) {
        const field = (name: string) =>
          event
            .split(/\r?\n/)
            .filter((line) => line.startsWith(`${name}:`))
            .map((line) => line.slice(name.length + 1).replace(/^ /, ''));
        const data = field('data');
        if (data.length) tell(field('event')[0] ?? 'message', data.join('\n'));
      }
      if (done) return;
    }
  } catch (error) {
    void reader.cancel().catch(() => undefined);
    if (error instanceof Trouble || (error instanceof DOMException && error.name === 'AbortError')) throw error;
    throw new Trouble(0);
  }
}
