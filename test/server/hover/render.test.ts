/** @file What a hover says. */
import { describe, expect, it } from 'vitest';
import type { GradState, RunMode, RunReport, VariableReport } from '../../../src/protocol/report.js';
import type { HoverTarget } from '../../../src/server/hover/find-target.js';
import { renderStale, renderTarget } from '../../../src/server/hover/render.js';
import { valueBudget } from '../../../src/server/hover/value-text.js';
import { called, scalar, step18Report, variable } from '../sample-report.js';

const uri = 'file:///books/step18%20(a).dz.ts';
const off: RunMode = { retainGrad: false, noGrad: false };

type ValueTarget = HoverTarget & { kind: 'value' };

function render(shown: VariableReport, options: { run?: RunReport; mode?: RunMode; target?: Partial<ValueTarget> } = {}): string {
  const { run = step18Report(), mode = off } = options;
  const target: ValueTarget = { kind: 'value', span: { start: 0, end: 1 }, name: 'y', variable: shown, passes: 1, moreOutputs: 0, ...options.target };
  return renderTarget(target, { uri, report: run, mode });
}

const y = step18Report().variables.at(-1)!;
const a = step18Report().variables[0]!;

/** The command and arguments of each link, by its text. */
function links(markdown: string): Record<string, [command: string, args: unknown]> {
  return Object.fromEntries([...markdown.matchAll(/\[((?:\\.|[^\]])+)\]\(command:([\w.]+)(?:\?([^)]*))?\)/g)]
    .map(([, text, command, args]) => [text!.replace(/\\/g, ''), [command!, args ? JSON.parse(decodeURIComponent(args)) : []]]));
}

const withState = (gradState: GradState, fields: Partial<VariableReport> = {}) => ({ ...y, gradState, grad: null, ...fields });

describe('a Variable with a gradient', () => {
  it('shows its name, facts, value and gradient', () => {
    expect(render(a, { target: { name: 'a' } })).toMatchInlineSnapshot(`
      "**a** — Variable, shape (), float64, generation 0, leaf

      \`\`\`text
      value     3.0
      gradient  2.0
      \`\`\`

      [Show in graph](command:dezero.showGraph?%5B%22file%3A%2F%2F%2Fbooks%2Fstep18%2520%28a%29.dz.ts%22%2C%22v1%22%5D)"
    `);
  });

  it('sets the lines of a matrix under each other', () => {
    const matrix = { ...scalar(1), text: '[[1. 2.]\n [3. 4.]]' };
    expect(render({ ...a, shape: [2, 2], value: matrix, grad: matrix, gradState: 'present' })).toContain([
      'value     [[1. 2.]', '           [3. 4.]]', 'gradient  [[1. 2.]', '           [3. 4.]]',
    ].join('\n'));
  });

  it('writes shapes as NumPy does', () => {
    expect(render({ ...a, shape: [3] })).toContain('shape (3,)');
    expect(render({ ...a, shape: [2, 3] })).toContain('shape (2, 3)');
  });
});

describe('a gradient that is null', () => {
  it('is said to be missing, never 0, before backward has run, with a link that runs it from the output', () => {
    const fresh = step18Report();
    const run = { ...fresh, variables: fresh.variables.map(each => ({ ...each, grad: null, gradState: 'not-run' as const })) };
    const text = render(run.variables[0]!, { run });
    expect(text).toContain('gradient **null**: backward has not run yet.');
    expect(text).not.toMatch(/gradient\s+0/);
    expect(links(text)['Run backward from y']).toEqual(['dezero.backward', [uri, 'v5']]);
  });

  it('was dropped because retain-grad is off, with a link that keeps it', () => {
    const text = render(withState('dropped'));
    expect(text).toContain('gradient **null**: dropped after use, because retain-grad is off.');
    expect(links(text)['Keep gradients and run again']).toEqual(['dezero.toggleRetainGrad', []]);
  });

  it('does not offer to switch retain-grad off when it was switched on after the run', () => {
    const text = render(withState('dropped'), { mode: { ...off, retainGrad: true } });
    expect(text).toContain('because retain-grad was off.');
    expect(Object.values(links(text)).map(([command]) => command)).toEqual(['dezero.run', 'dezero.showGraph']);
  });

  it('was dropped although the mode was on, for the snippet asked for it', () => {
    const mode = { ...off, retainGrad: true };
    const text = render(withState('dropped'), { mode, run: step18Report({ mode }) });
    expect(text).toContain('that backward ran with retain-grad off');
    expect(text).not.toContain('toggleRetainGrad');
  });

  it('was cleared', () => {
    const text = render(withState('cleared'));
    expect(text).toContain('gradient **null**: cleared after backward.');
    expect(links(text)['Run backward from y']).toEqual(['dezero.backward', [uri, 'v5']]);
  });

  it('is missing on what was made after backward, with a link from what depends on it, not from what was differentiated', () => {
    const z = variable('v8', { name: 'z', generation: 1, creator: 'f8', state: 'computed' });
    const run = step18Report();
    const later = { ...run, variables: [...run.variables, z], functions: [...run.functions, called('f8', { inputs: ['v9'], outputs: ['v8'] })] };
    const text = render(z, { run: later });
    expect(text).toContain('gradient **null**: backward has not run since it was made.');
    expect(links(text)['Run backward from z']).toEqual(['dezero.backward', [uri, 'v8']]);
  });

  it('was not reached, with a link that starts from what does depend on it', () => {
    const w = variable('v7', { name: 'w', gradState: 'unreached' });
    const z = variable('v8', { name: 'z', generation: 1, creator: 'f8', state: 'computed', gradState: 'unreached' });
    const run = step18Report();
    const beside = { ...run, variables: [w, ...run.variables, z], functions: [...run.functions, called('f8', { inputs: ['v7'], outputs: ['v8'] })] };
    for (const unreached of [w, z]) {
      const text = render(unreached, { run: beside });
      expect(text).toContain('the last backward started from a value that does not depend on it.');
      expect(links(text)['Run backward from z']).toEqual(['dezero.backward', [uri, 'v8']]);
    }
  });

  it('has no link where no backward could reach it', () => {
    expect(Object.keys(links(render(variable('v7', { name: 'w', gradState: 'unreached' }))))).toEqual(['Show in graph']);
  });

  it('was never recorded under no-grad, with a link only where the mode is what to change', () => {
    const unrecorded = withState('unrecorded', { state: 'unrecorded', creator: null, generation: 0 });
    expect(render(unrecorded)).toContain('gradient **null**: made under no-grad at line 3: nothing was recorded.');
    expect(render(unrecorded)).not.toContain('toggleNoGrad');
    const noGrad = { ...off, noGrad: true };
    expect(links(render(unrecorded, { mode: noGrad }))['Turn no-grad off and run again']).toEqual(['dezero.toggleNoGrad', []]);
    expect(links(render(unrecorded, { run: step18Report({ mode: noGrad }) }))['Run again, now with no-grad off']).toEqual(['dezero.run', [uri]]);
  });
});

describe('the title', () => {
  it('says how often a place was passed', () => {
    expect(render(y, { target: { passes: 40 } })).toContain('Variable ×40, last value');
    expect(render(y, { target: { passes: 40 }, run: step18Report({ truncated: true }) })).toContain('×40 or more, last value');
  });

  it('names the Function that made it', () => {
    expect(render(y)).toContain('generation 2, output of Add');
  });

  it('gives the expression of what has no name', () => {
    expect(render(step18Report().variables[3]!, { target: { name: null } })).toMatch(/^`a \* b` — Variable/);
  });

  it('gives the own name beside the one under the cursor', () => {
    expect(render({ ...y, name: 'loss' })).toMatch(/^\*\*y\*\* — .*, named loss/);
  });

  it('tells of an empty Variable', () => {
    const text = render(variable('v1', { name: 'e', value: null, dtype: null }));
    expect(text).toContain('empty');
    expect(text).toContain('value  None');
  });

  it('shows a name made of Markdown as it is, and makes no link of it', () => {
    const text = render({ ...y, name: '[x](command:dezero.run) `<b>`' }, { target: { name: null } });
    expect(text).toContain('**\\[x\\](command\\:dezero\\.run) \\`\\<b\\>\\`**');
  });
});

describe('a large value', () => {
  const rows = Array.from({ length: 60 }, (_, row) => ` [${row}. 1. 2. 3. 4. 5. 6. 7. 8. 9.]`).join('\n');
  const large = { text: rows, min: 0, max: 59, mean: 5.4321987, nonFinite: 2 };

  it('stays within the budget, ends in whole lines, and gives its statistics instead', () => {
    const text = render({ ...a, shape: [60, 10], value: large, grad: large, gradState: 'present' });
    const block = /```text\n([\s\S]*?)\n```/.exec(text)![1]!;
    expect(block).toContain('…');
    expect(block).toContain('min 0, mean 5.432, max 59');
    expect(block).toContain('2 nan or inf');
    expect(text.replace(/\(command:[^)]*\)/g, '').replace(/ {2,}/g, ' ').length).toBeLessThan(valueBudget + 300);
  });

  it('leaves to the value what a short gradient does not need', () => {
    const medium = { ...large, text: rows.slice(0, valueBudget - 100), nonFinite: 0 };
    expect(render({ ...a, value: medium, grad: scalar(1), gradState: 'present' })).not.toContain('…');
  });
});

it('a snippet that has changed offers a run and no value', () => {
  expect(renderStale(uri)).toContain('The snippet has changed since its last run.');
  expect(links(renderStale(uri))).toEqual({ Run: ['dezero.run', [uri]] });
});

it('a value that the report had no room for is said to be left out', () => {
  expect(renderTarget({ kind: 'left-out', span: { start: 0, end: 1 } }, { uri, report: step18Report(), mode: off })).toContain('left out');
});
