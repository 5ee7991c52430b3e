// A series drawn small: published points solid, calculated points hollow.

import type { ChartPoint } from './answer';
import { s } from './dom';
import type { Texts } from './texts';

const WIDTH = 360;
const HEIGHT = 190;
const LEFT = 34;
const RIGHT = WIDTH - 34;
const TOP = 34;
const BOTTOM = 152;
const MOST_LABELS = 6; // more of them touch each other

/** The values with the same number of decimals, two at most. */
export function printed(points: ChartPoint[]): string[] {
  const decimals = Math.max(
    ...points.map(({ value }) => (value.toFixed(2).replace(/0+$/, '').split('.')[1] ?? '').length),
  );
  return points.map(({ value }) =>
    value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
  );
}

/** Years stand as far apart as they are; other labels are spread evenly. */
function positions(points: ChartPoint[]): number[] {
  const years = points.filter(({ label }) => /^\d{4}$/.test(label)).map(({ label }) => Number(label));
  const at = years.length === points.length && new Set(years).size === years.length ? years : points.map((_, i) => i);
  const low = Math.min(...at);
  const span = Math.max(...at) - low || 1;
  return points.length === 1 ? [WIDTH / 2] : at.map((value) => LEFT + ((value - low) / span) * (RIGHT - LEFT));
}

export function chart(title: string, unit: string, points: ChartPoint[], texts: Texts): SVGElement {
  const values = points.map(({ value }) => value);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const y = (value: number) => BOTTOM - ((value - low) / (high - low || 1)) * (BOTTOM - TOP);
  const xs = positions(points);
  const said = printed(points);
  const step = Math.ceil(points.length / MOST_LABELS);
  const line = points.map(({ value }, i) => `${(xs[i] as number).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const described = points.map(({ label, origin }, i) => `${label}: ${said[i]} ${unit}, ${texts[origin]}`).join('; ');
  const text = (kind: string, x: string, at: number, words: string) =>
    s('text', { class: kind, x, y: at.toFixed(1) }, words);
  return s(
    'svg.chart',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': `${title}, ${unit}. ${described}.` },
    s('line.ground', { x1: String(LEFT - 20), x2: String(RIGHT + 20), y1: y(0).toFixed(1), y2: y(0).toFixed(1) }),
    s('polyline.line-of', { points: line }),
    ...points.flatMap(({ label, value, origin }, i) => {
      const x = (xs[i] as number).toFixed(1);
      const labelled = (points.length - 1 - i) % step === 0;
      return [
        s('circle', { class: origin, cx: x, cy: y(value).toFixed(1), r: '5' }),
        labelled && text('value', x, y(value) - 12, said[i] as string),
        labelled && text('label', x, BOTTOM + 22, label),
      ];
    }),
  );
}
