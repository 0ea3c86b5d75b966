/** @file How a tensor's elements are spread, as bars, and as a table for who does not see them. */
import type { TensorSummary } from '../../src/protocol/report.js';
import { element } from '../dom/element.js';
import { grouped, plural } from '../model/text.js';
import { barsOf, type Bar } from './intervals.js';
import { shortNumber } from './number-text.js';

const SVG = 'http://www.w3.org/2000/svg';
const [WIDTH, HEIGHT, SHORTEST] = [240, 44, 1.5];

/** `name`: of what, as in `value of W`. Null where there is nothing to compare. */
export function histogram(tensor: TensorSummary, name: string): HTMLElement | null {
  const bars = barsOf(tensor);
  if (bars.length === 0) return null;
  const all = bars.reduce((sum, { count }) => sum + count, 0);
  const [low, high] = [bars[0]!.from, bars.at(-1)!.to];
  const zero = low < 0 && high > 0 ? 100 * low / (low - high) : null;
  const counted = element('p', { class: 'readout', 'aria-hidden': 'true' }, `${plural(all, 'finite element')} in ${bars.length} intervals`);
  return element('figure', { class: 'histogram' },
    picture(bars, all, zero),
    element('div', { class: 'axis', 'aria-hidden': 'true' },
      element('span', {}, shortNumber(low)),
      zero !== null && zero > 20 && zero < 80 ? zeroMark(zero) : null,
      element('span', {}, shortNumber(high)),
    ),
    counted,
    element('div', { class: 'spoken' }, table(bars, name)),
  );
}

function picture(bars: readonly Bar[], all: number, zero: number | null): SVGSVGElement {
  const svg = shape('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  const most = Math.max(...bars.map(({ count }) => count));
  const wide = WIDTH / bars.length;
  for (const [index, bar] of bars.entries()) {
    const height = bar.count === 0 ? 0 : Math.max(SHORTEST, HEIGHT * bar.count / most);
    const drawn = shape('rect', { class: 'bar', x: index * wide + 0.5, y: HEIGHT - height, width: wide - 1, height });
    // The whole height answers the pointer, however short the bar.
    const touched = shape('rect', { class: 'bar-space', x: index * wide, y: 0, width: wide, height: HEIGHT });
    const title = document.createElementNS(SVG, 'title');
    title.textContent = `${grouped(bar.count)} of ${grouped(all)} ${range(bar)}`;
    touched.append(title);
    svg.append(drawn, touched);
  }
  if (zero !== null) svg.append(shape('line', { class: 'zero', x1: zero * WIDTH / 100, x2: zero * WIDTH / 100, y1: 0, y2: HEIGHT }));
  return svg;
}

/** The page's policy forbids style attributes; a style that is set here is none. */
function zeroMark(percent: number): HTMLElement {
  const mark = element('span', { class: 'axis-zero' }, '0');
  mark.style.left = `${percent}%`;
  return mark;
}

function shape<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Readonly<Record<string, string | number>>): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

const range = ({ from, to }: Bar): string => `between ${shortNumber(from)} and ${shortNumber(to)}`;

function table(bars: readonly Bar[], name: string): HTMLElement {
  return element('table', { 'aria-label': `Histogram of ${name}` }, ...bars.map(bar => (
    element('tr', {}, element('th', { scope: 'row' }, range(bar)), element('td', {}, grouped(bar.count)))
  )));
}
