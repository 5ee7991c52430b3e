// The panel's words, as a file of texts/ has them.

import type EN from '../texts/en.json';

export type Texts = typeof EN;

const SMALL: Record<string, RegExp> = {
  de: /\b(?:der|die|das|und|ist|von|im|nicht|wird|den)\b/g,
  fr: /\b(?:le|les|des|est|et|une|du|dans|pour|la)\b/g,
  es: /\b(?:el|los|las|es|y|una|del|en|para|la)\b/g,
  en: /\b(?:the|of|and|is|in|to|for|was|by|with)\b/g,
};

/** The language of a text, for who has it read aloud: by its script or its small words; empty where they do not
 * tell. */
export function spoken(text: string): string {
  if (/[\u0600-\u06ff]{2}/.test(text)) return 'ar';
  const said = text.toLowerCase();
  const counts = Object.entries(SMALL).map(([code, words]) => [code, said.match(words)?.length ?? 0] as const);
  const [best, second] = counts.sort((a, b) => b[1] - a[1]);
  return best && second && best[1] > second[1] ? best[0] : '';
}
