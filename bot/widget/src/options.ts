// What the page says by the attributes of the script's tag.

export interface Options {
  /** Where the bot is: what paths are put after. */
  base: string;
  site: string | null;
  report: string | null;
  language: string | null;
  theme: string;
  accent: string | null;
  position: string;
  label: string | null;
  launcher: string;
  storage: string;
  target: string | null;
  texts: Record<string, string>;
}

/** The options of a script's tag. */
export function optionsOf(script: HTMLScriptElement): Options {
  const said = script.dataset;
  return {
    base: new URL('.', script.src).href,
    site: said.site || null,
    report: said.report || null,
    language: said.language || null,
    theme: said.theme || 'auto',
    accent: said.accent || null,
    position: said.position || 'end',
    label: said.label || null,
    launcher: said.launcher || 'button',
    storage: said.storage || 'ask',
    target: said.target || null,
    texts: textsOf(said.texts),
  };
}

function textsOf(json: string | undefined): Record<string, string> {
  try {
    const texts = JSON.parse(json || '{}');
    return texts && typeof texts === 'object' ? texts : {};
  } catch {
    console.warn('Footnote: data-texts is not JSON.');
    return {};
  }
}

const LAUNCH: Record<string, string> = {
  en: 'Ask this report',
  de: 'Den Report fragen',
  fr: 'Interroger le rapport',
  es: 'Preguntar al informe',
  ar: 'اسأل التقرير',
};

/** The language of the widget's words: as the page says, else as the page is, else as the visitor reads; English where
 * we have none of these. */
export function languageOf(options: Options): string {
  const wanted = options.language ? [options.language] : [document.documentElement.lang, ...navigator.languages];
  const known = wanted.map((tag) => tag.toLowerCase().split('-')[0] as string).find((tag) => tag in LAUNCH);
  return known ?? 'en';
}

/** What the launcher says. */
export function launchLabel(options: Options, language: string): string {
  return options.label ?? options.texts.launch ?? (LAUNCH[language] as string);
}
