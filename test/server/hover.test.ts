/** @file The hover as an editor gets it from the bundled server: the last run's values, and TypeScript's types below. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunReport } from '../../src/protocol/report.js';
import { offsetOf, step18, step18Report } from './sample-report.js';
import { withServer, type Client } from './server-process.js';

let client: Client, folder: string;
withServer(started => { ({ client, folder } = started); });

let opened = 0;
function open(text: string): string {
  return client.open(join(folder, `snippet${++opened}.dz.ts`), text);
}
const mode = { retainGrad: false, noGrad: false };
const reportOf = (uri: string, text: string, report: RunReport | null) => client.report({ uri, text, report, mode });
const hoverOn = (uri: string, text: string, needle: string, nth = 1) => client.hover(uri, text, offsetOf(text, needle, nth));

describe('after a run', () => {
  it('a name shows its Variable, and its type below', async () => {
    const uri = open(step18);
    await reportOf(uri, step18, step18Report());
    const text = await hoverOn(uri, step18, 'a.grad');
    expect(text).toMatch(/^\*\*a\*\* — Variable, shape \(\), float64, generation 0, leaf/);
    expect(text).toContain('value     3.0\ngradient  2.0');
    expect(text).toMatch(/---\n\n```typescript\nconst a: Variable\n```/);
  });

  it('an operator shows the value made there, and the types it worked on, not the helper that stands for it', async () => {
    const uri = open(step18);
    await reportOf(uri, step18, step18Report());
    const text = await hoverOn(uri, step18, '*');
    expect(text).toMatch(/^`a \* b` — Variable, .* output of Mul/);
    expect(text).toContain('value  6.0');
    expect(text).toContain('dropped after use, because retain-grad is off.');
    expect(text).toContain('```typescript\nVariable * Variable → Variable\n```');
    expect(text).not.toMatch(/__dz|Operators|mul/);
  });

  it('a run that failed shows what it had made until then', async () => {
    const uri = open(step18);
    const error = { name: 'Error', message: 'no', line: 4, column: 1, file: 0, frames: [] };
    await reportOf(uri, step18, step18Report({ ok: false, error }));
    expect(await hoverOn(uri, step18, 'y.backward')).toContain('value  7.0');
  });

  it('the newest report counts', async () => {
    const uri = open(step18);
    await reportOf(uri, step18, step18Report());
    const kept = step18Report().variables.map(each => each.name === 'y' ? { ...each, grad: each.value, gradState: 'present' as const } : each);
    await reportOf(uri, step18, step18Report({ variables: kept }));
    expect(await hoverOn(uri, step18, 'y.backward')).toContain('gradient  7.0');
  });
});

describe('after a change', () => {
  it('no value is shown, for it may be another one\'s place, but a link to run', async () => {
    const uri = open(step18);
    await reportOf(uri, step18, step18Report());
    const changed = step18.replace('const y', 'const x = c;\nconst y');
    client.change(uri, changed);
    const text = await hoverOn(uri, changed, 'y.backward');
    expect(text).toContain('The snippet has changed since its last run. [Run](command:dezero.run?');
    expect(text).not.toContain('7.0');
    expect(text).toContain('const y: Variable');
    expect(await hoverOn(uri, changed, 'np.array')).not.toContain('changed since');
  });

  it('the value is back when the text is', async () => {
    const uri = open(step18);
    await reportOf(uri, step18, step18Report());
    client.change(uri, `${step18}// note\n`);
    client.change(uri, step18);
    expect(await hoverOn(uri, step18, 'y.backward')).toContain('value  7.0');
  });
});

describe('before any run', () => {
  it('a Variable offers a run, wherever its name stands, and on what makes it', async () => {
    const uri = open(step18);
    for (const needle of ['y = a', 'a * b', 'y.backward', '*', 'Variable(np']) {
      expect(await hoverOn(uri, step18, needle), needle).toContain('[Run to see its value](command:dezero.run?');
    }
  });

  it('so does a document that was never saved', async () => {
    const uri = 'untitled:Untitled-1';
    const text = step18;
    await client.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'dezero', version: 1, text } });
    expect(await hoverOn(uri, text, 'y.backward')).toMatch(/Run to see its value.*const y: Variable/s);
  });

  it('anything else shows its type alone', async () => {
    const source = `import { Variable, np } from 'dezero';\nconst n = 2 * 3 + Math.PI * 2;\nlet v: Variable | null = null;\nconsole.log(n, np, v);\n`;
    const uri = open(source);
    expect(await hoverOn(uri, source, 'n = 2')).toBe('```typescript\nconst n: number\n```');
    for (const needle of ['Variable, np', 'Variable | null', 'np,']) expect(await hoverOn(uri, source, needle), needle).not.toContain('Run to see');
    expect(await hoverOn(uri, source, '* 2')).toBeNull();
  });
});
