// An answer as text with its sources, for the clipboard.

import type { Answer } from './answer';
import { place, publisherLink } from './card';
import { h } from './dom';
import type { Texts } from './texts';

export function withSources({ text, citations }: Answer, texts: Texts): string {
  const sources = citations.map((each) => {
    const link = publisherLink(each.url, each.quote);
    return `[${each.number}] ${each.title}: ${place(each, texts)}. “${each.quote}”${link ? ` ${link}` : ''}`;
  });
  return [text, sources.length && `${texts.sources}\n${sources.join('\n')}`].filter(Boolean).join('\n\n');
}

/** Puts text on the clipboard; whether it is there. */
export async function copied(text: string, root: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = h('textarea.unseen', { 'aria-hidden': 'true', tabindex: '-1' });
    area.value = text;
    root.append(area);
    area.select();
    const done = document.execCommand('copy'); // for pages that are not secure contexts
    area.remove();
    return done;
  }
}
