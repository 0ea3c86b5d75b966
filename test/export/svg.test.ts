import { describe, expect, it } from 'vitest';
import { formats } from '../../src/export/formats.js';
import { report } from '../support/cli.js';

const SOURCE = "import { Variable } from 'dezero';\nconst x = new Variable(2);\nconst y = x * x + 1;\ny.backward();\n";

/** WCAG's contrast of two colours `#rgb` or `#rrggbb`. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const digits = colour.length === 4 ? [...colour.slice(1)].map(digit => digit + digit) : colour.slice(1).match(/../g)!;
    const [red, green, blue] = digits.map(pair => parseInt(pair, 16) / 255).map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

describe('the picture', () => {
  it.each([false, true])('has text that can be read on its ground and in its nodes, and lines that can be seen (dark: %s)', async dark => {
    const svg = formats.svg(await report(SOURCE), { direction: 'LR', dark });
    const colour = (pattern: RegExp): string => pattern.exec(svg)![1]!;
    const ground = colour(/background: (#\w+)/);
    const text = colour(/sans-serif; fill: (#\w+)/);
    const line = colour(/path \{ fill: none; stroke: (#\w+)/);
    expect(contrast(text, ground)).toBeGreaterThan(7);
    expect(contrast(line, ground)).toBeGreaterThan(4.5); // the rulers' text has this colour
    for (const node of ['ellipse', 'rect']) {
      expect(contrast(text, colour(new RegExp(`${node} \\{ fill: (#\\w+)`)))).toBeGreaterThan(7);
      expect(contrast(colour(new RegExp(`${node} \\{ fill: #\\w+; stroke: (#\\w+)`)), ground)).toBeGreaterThan(3);
    }
  });

  it('has arrows that point into their node: the last stretch of each edge goes with the flow', async () => {
    const run = await report(SOURCE);
    for (const direction of ['LR', 'TB'] as const) {
      const ends = formats.svg(run, { direction, dark: false }).matchAll(/([\d.-]+) ([\d.-]+) L([\d.-]+) ([\d.-]+)"(?: marker-start="url\(#gradient\)")? marker-end/g);
      const steps = Array.from(ends, ([, ...numbers]) => numbers.map(Number)).map(([x, y, endX, endY]) => [endX! - x!, endY! - y!]);
      expect(steps).toHaveLength(run.functions.flatMap(({ inputs, outputs }) => [...inputs, ...outputs]).length);
      for (const [dx, dy] of steps) {
        expect(direction === 'LR' ? dx : dy).toBeGreaterThan(1);
        expect(Math.abs(direction === 'LR' ? dy! : dx!)).toBeLessThan(0.2);
      }
    }
  });

  it('has an open arrow at the beginning of those edges alone that a gradient went back along', async () => {
    const backArrows = async (source: string): Promise<number> => formats.svg(await report(source), { direction: 'LR', dark: false }).split('marker-start=').length - 1;
    // Mul takes x twice, Add what Mul gives, and 1; both give something.
    expect(await backArrows(SOURCE)).toBe(6);
    expect(await backArrows(SOURCE.replace('y.backward();', ''))).toBe(0);
    expect(await backArrows(`${SOURCE}const z = y * 3;\n`)).toBe(6);
  });

  it('shows the ground of the page where it is to be transparent, and has whole pixels', async () => {
    const run = await report(SOURCE);
    const of = (transparent: boolean): string => formats.svg(run, { direction: 'LR', dark: true, transparent });
    expect(of(false)).toContain('svg { background: #1f1f1f;');
    expect(of(true)).toContain('svg { background: none;');
    expect(of(true)).toMatch(/^<svg [^>]*viewBox="\S+ \S+ (\d+) (\d+)" width="\1" height="\2">/);
  });

  it('has room in its ellipses for each line, where that is', async () => {
    const run = await report("import { Variable, np } from 'dezero';\nconst x = new Variable(np.ones(2, 3), 'WWWWWWWWWWWWWWWWWWWWWWWW');\nconst y = x * x;\ny.backward();\n");
    const svg = formats.svg(run, { direction: 'LR', dark: false });
    const [rx, ry] = /<ellipse class="leaf[^>]* rx="(\S+)" ry="(\S+)"/.exec(svg)!.slice(1).map(Number);
    // The name is on the first of three lines, one line's height above the middle; its letters reach 5 px further.
    const half = rx! * Math.sqrt(1 - (22 / ry!) ** 2);
    expect(half).toBeGreaterThan((24 * 7.4) / 2);
    expect(half).toBeLessThan(24 * 7.4);
  });

  it('is XML whatever a Variable is called', async () => {
    const run = await report("import { Variable } from 'dezero';\nconst x = new Variable(1, 'a\\x01b\\ud800c<&>');\nconst y = x + 1;\n");
    expect(formats.svg(run, { direction: 'LR', dark: false })).toContain('>a\ufffdb\ufffdc&#60;&#38;&#62;</text>');
  });

  it('grows as the panel does: from top to bottom its rulers stand beside it', async () => {
    const run = await report(SOURCE);
    const size = (svg: string): number[] => /width="([\d.]+)" height="([\d.]+)"/.exec(svg)!.slice(1).map(Number);
    const [wide, tall] = (['LR', 'TB'] as const).map(direction => formats.svg(run, { direction, dark: false }));
    expect(size(wide!)[0]).toBeGreaterThan(size(wide!)[1]!);
    expect(size(tall!)[1]).toBeGreaterThan(size(tall!)[0]!);
    const places = tall!.match(/class="ruler" x="[\d.-]+"/g)!;
    expect([places.length, new Set(places).size]).toEqual([3, 1]);
    expect(formats.dot(run, { direction: 'TB' })).toContain('rankdir=TB');
    expect(formats.mermaid(run, { direction: 'TB' })).toMatch(/^flowchart TB/);
  });
});
