// What went wrong, in words for a visitor.

import { Trouble } from './client';
import type { Texts } from './texts';

const HOURS = 5400; // seconds from which on it is a day's limit, and hours are said

/** The words. `most` is how many characters a question may have. */
export function explain(trouble: unknown, texts: Texts, language: string, most: number): string {
  const { status, after, kind } = trouble instanceof Trouble ? trouble : new Trouble(500);
  if (status === 429) {
    const wait = after || 60;
    return `${wait < HOURS && !kind.endsWith('of-the-day') ? texts.limited : texts.spent} ${later(wait, language)}.`;
  }
  if (status === 413 || status === 422) return `${texts.long} ${most}`;
  const known: Record<number, string> = {
    0: texts.offline,
    401: texts.closed,
    403: texts.closed,
    404: texts.no_report,
    503: texts.busy,
  };
  return known[status] ?? texts.failed;
}

/** When to come back, in a language: "in 30 seconds". */
function later(seconds: number, language: string): string {
  const [count, unit] =
    seconds < 90
      ? ([seconds, 'second'] as const)
      : seconds < HOURS
        ? ([seconds / 60, 'minute'] as const)
        : ([seconds / 3600, 'hour'] as const);
  return new Intl.RelativeTimeFormat(language).format(Math.ceil(count), unit);
}

/** A trouble as the page is told of it. */
export function told(trouble: unknown): { status: number; title: string } {
  return trouble instanceof Trouble
    ? { status: trouble.status, title: trouble.message }
    : { status: 500, title: String(trouble) };
}
