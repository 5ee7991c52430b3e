// Colours that can be read on each other, whatever accent the page gives.

type Rgb = [number, number, number];

const PAPER = { light: '#faf7f0', dark: '#191713' };
const INK = { light: '#221d16', dark: '#ece5d8' };
const ACCENT = { light: '#8c2f24', dark: '#e39a86' };
const WHITE: Rgb = [1, 1, 1];
const BLACK: Rgb = [0.09, 0.08, 0.07];
const ENOUGH = 4.6; // WCAG AA asks for 4.5

/** What a colour is in sRGB, 0 to 1; null for what is none. */
function parsed(colour: string, probe: HTMLElement): Rgb | null {
  probe.style.color = '';
  probe.style.color = `color-mix(in srgb,${colour},${colour})`;
  if (!probe.style.color) return null;
  const said = getComputedStyle(probe).color;
  const numbers = (said.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  const scale = said.startsWith('color(') ? 1 : 255;
  probe.style.color = '';
  return numbers.length < 3 ? null : (numbers.slice(0, 3).map((n) => n / scale) as Rgb);
}

/** Relative luminance (WCAG 2). */
function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((n) => (n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4)) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const written = (colour: Rgb) => `rgb(${colour.map((n) => Math.round(n * 255)).join(' ')})`;

/** Sets paper, ink and the accent with what can be read on it (`--on`), and the accent as it can be read on paper. */
export function paint(root: HTMLElement, night: boolean): void {
  const style = getComputedStyle(root);
  const own = (name: string, otherwise: string) =>
    parsed(style.getPropertyValue(`--footnote-${name}`).trim() || otherwise, root) ?? (parsed(otherwise, root) as Rgb);
  const paper = own('paper', PAPER[night ? 'dark' : 'light']);
  const dark = luminance(paper) < 0.2; // the page may have one paper for both
  const theme = dark ? 'dark' : 'light';
  const [ink, accent] = [own('ink', INK[theme]), own('accent', ACCENT[theme])];
  const on: Rgb =
    contrast(accent, WHITE) >= ENOUGH || contrast(accent, WHITE) > contrast(accent, BLACK) ? WHITE : BLACK;
  const sheet = paper.map((n) => n + (1 - n) * (dark ? 0.04 : 0.6)) as Rgb;
  let read = accent;
  for (let share = 0; share < 1 && Math.min(contrast(read, paper), contrast(read, sheet)) < ENOUGH; share += 0.05) {
    read = accent.map((n, i) => n + ((ink[i] as number) - n) * share) as Rgb;
  }
  const set = { paper, ink, sheet, accent, on, read };
  for (const [name, colour] of Object.entries(set)) root.style.setProperty(`--${name}`, written(colour));
  root.style.colorScheme = theme;
}
