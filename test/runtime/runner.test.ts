import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { compileProgram } from '../../src/language/index.js';
import type { Program } from '../../src/protocol/program.js';
import { RunnerPool } from '../../src/runtime/client/pool.js';
import { Runner, type RunOptions } from '../../src/runtime/client/runner.js';
import { root } from '../support/cli.js';

const runnerPath = path.join(root, 'dist/runner.js');
const options: RunOptions = {
  mode: { retainGrad: false, noGrad: false },
  budget: { maxElements: 1000, maxTextLength: 1000, maxConsole: 100 },
  timeoutMs: 30_000,
};

function compile(source: string): Program {
  return compileProgram('/snippet.dz.ts', { hasUsing: false, read: file => (file === '/snippet.dz.ts' ? source : undefined), resolve: (_, specifier) => specifier });
}

const runners: Runner[] = [];
function start(): Runner {
  const runner = new Runner({ runnerPath, memoryMB: 500 });
  runners.push(runner);
  return runner;
}
afterEach(() => {
  for (const runner of runners.splice(0)) runner.dispose();
});

const SQUARE = "import { Variable, square } from 'dezero';\nconst x = new Variable(3);\nconst y = square(x);\n";

describe('a runner', () => {
  it('stays live after the run: Backward and Clear Gradients act on its Variables', async () => {
    const runner = start();
    const { outcome, report } = await runner.run(compile(SQUARE), options);
    expect(outcome).toBe('ok');
    const [x, y] = report.variables;
    expect([x?.gradState, y?.gradState]).toEqual(['not-run', 'not-run']);

    const after = await runner.backward(y!.id, { retainGrad: true, timeoutMs: 30_000 });
    expect(after.report.variables.map(({ id, grad }) => [id, grad?.text])).toEqual([[x!.id, '6.0'], [y!.id, '1.0']]);
    const again = await runner.backward(y!.id, { retainGrad: false, timeoutMs: 30_000 });
    expect(again.report.variables.map(({ grad, gradState }) => grad?.text ?? gradState)).toEqual(['12.0', 'dropped']);

    const cleared = await runner.clearGrads();
    expect(cleared.report.variables.map(({ gradState }) => gradState)).toEqual(['cleared', 'dropped']);
  });

  it('shows what a name holds, and says of what nobody holds that its data is freed', async () => {
    const source = `import { Variable, np, relu } from 'dezero';
let y = relu(new Variable(np.zeros(600_000)) + 1);
const held = y + 1;
y = relu(relu(held) + 2);
y.backward();
`;
    const { report } = await start().run(compile(source), options);
    const computed = report.variables.filter(({ creator }) => creator !== null);
    expect(computed.map(({ expression, state, value, shape, gradState }) => [expression, state, value?.text ?? null, shape, gradState])).toEqual([
      ['new Variable(np.zeros(600_000)) + 1', 'computed', '[1. 1. 1. ... 1. 1. 1.]', [600_000], 'dropped'], // the job's budget of weak references held it
      ['relu(new Variable(np.zeros(600_000)) + 1)', 'computed', '[1. 1. 1. ... 1. 1. 1.]', [600_000], 'dropped'], // relu reads it
      ['y + 1', 'computed', '[2. 2. 2. ... 2. 2. 2.]', [600_000], 'dropped'], // it has a name
      ['relu(held)', 'computed', '[2. 2. 2. ... 2. 2. 2.]', [600_000], 'dropped'],
      ['relu(held) + 2', 'freed', null, [600_000], 'dropped'],
      ['relu(relu(held) + 2)', 'computed', '[4. 4. 4. ... 4. 4. 4.]', [600_000], 'dropped'],
    ]);
  });

  it('answers for a Variable that cannot be differentiated, and stays live', async () => {
    const runner = start();
    const { report } = await runner.run(compile(SQUARE), { ...options, mode: { retainGrad: false, noGrad: true } });
    const y = report.variables.find(({ name }) => name === 'y')!;
    expect(y.state).toBe('unrecorded');
    const failed = await runner.backward(y.id, { retainGrad: false, timeoutMs: 30_000 });
    expect([failed.outcome, failed.report.error?.line]).toEqual(['failed', 3]);
    expect(failed.report.error?.message).toContain("Variable 'y' (line 3) was made under no-grad");
    expect((await runner.clearGrads()).outcome).toBe('ok');
  });

  it('gives the numbers of a large value and gradient in pages, and is gone once its process is', async () => {
    const runner = start();
    const source = "import { Variable, np } from 'dezero';\nconst W = new Variable(np.arange(784_000).reshape(1000, 784));\nconst y = (W * W).sum();\ny.backward();\n";
    const { report } = await runner.run(compile(source), options);
    const W = report.variables.find(({ name }) => name === 'W')!;
    expect([W.value?.data, W.value?.distribution?.zeros, W.value?.distribution?.bins.length]).toEqual([undefined, 1, 20]);
    const page = { variable: W.id, part: 'value', leading: [], row: 999, column: 782, rows: 20, columns: 20, block: { rows: 1, columns: 1 } } as const;
    expect(await runner.page(page)).toEqual({ outcome: 'page', numbers: [783_998, 783_999] });
    const answers = await Promise.all([runner.page({ ...page, part: 'grad' }), runner.page({ ...page, row: 1000 }), runner.page({ ...page, variable: 'v999' })]);
    expect(answers).toEqual([{ outcome: 'page', numbers: [1_567_996, 1_567_998] }, { outcome: 'missing' }, { outcome: 'missing' }]);
    await runner.clearGrads();
    expect(await runner.page({ ...page, part: 'grad' })).toEqual({ outcome: 'missing' });
    runner.stop();
    expect(await runner.page(page)).toEqual({ outcome: 'gone' });

    const busy = start();
    const asked = new Promise(resolve => void busy.run(compile("console.log('on');\nfor (;;) {}"), {
      ...options,
      onConsole: () => {
        resolve(busy.page(page));
        busy.stop();
      },
    }));
    expect(await asked).toEqual({ outcome: 'gone' });
  });

  it('says how elements are spread where there are some, and keeps a graph of scalars small', async () => {
    const source = "import { Variable, np } from 'dezero';\nconst a = new Variable(np.array([0, 1, NaN, Infinity, -Infinity, 3, 0, 4]));\nconst b = new Variable(np.zeros(7));\n";
    const { report } = await start().run(compile(source), options);
    const [a, b] = report.variables;
    expect(a?.value?.distribution).toEqual({
      std: expect.closeTo(Math.sqrt(2.64), 12) as number, nan: 1, positiveInfinity: 1, negativeInfinity: 1, zeros: 2,
      bins: [2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1],
    });
    expect(b?.value).toEqual({ text: '[0. 0. 0. 0. 0. 0. 0.]', min: 0, max: 0, mean: 0, nonFinite: 0, data: [0, 0, 0, 0, 0, 0, 0] });
  });

  it('is stopped from outside, also in an endless loop', async () => {
    const runner = start();
    const run = runner.run(compile("console.log('on');\nfor (;;) {}"), {
      ...options,
      onConsole: () => runner.stop(),
    });
    const { outcome, report } = await run;
    expect([outcome, report.error?.name, report.console.map(({ text }) => text)]).toEqual(['stopped', 'StoppedError', ['on']]);
    expect(runner.isAlive).toBe(false);
    expect((await runner.clearGrads()).outcome).toBe('stopped');
  });

  it('bounds its report, and says so', async () => {
    const source = "import { Variable } from 'dezero';\nlet y = new Variable(1);\nfor (let i = 0; i < 500; i++) { y = y * y; console.log(i); }\n";
    const { report } = await start().run(compile(source), { ...options, budget: { maxElements: 100, maxTextLength: 20, maxConsole: 10 } });
    expect(report.variables.length + report.functions.length).toBe(100);
    expect(report.totals).toMatchObject({ variables: 501, functions: 500 });
    expect([report.truncated, report.console.length]).toEqual([true, 10]);
    // What is nearest to the output is kept.
    expect(report.variables.at(-1)?.id).toBe(report.output);
  });

  it('gives the same ids in every run of the same text', async () => {
    const ids = await Promise.all([start(), start()].map(async runner => (await runner.run(compile(SQUARE), options)).report.variables.map(({ id }) => id)));
    expect(ids[0]).toEqual(ids[1]);
  });

  it('ends when the process that started it is gone, endless loop or not', async () => {
    const child = `
      const { fork } = require('node:child_process');
      const runner = fork(${JSON.stringify(runnerPath)}, ['500'], { execArgv: ['--experimental-vm-modules', '--no-warnings'], stdio: ['ignore', 'ignore', 'ignore', 'ipc', 'pipe'] });
      const program = ${JSON.stringify(compile('for (;;) {}'))};
      runner.send({ type: 'run', request: 1, program, mode: { retainGrad: false, noGrad: false }, budget: { maxElements: 1, maxTextLength: 1, maxConsole: 1 } });
      console.log(runner.pid);
      setTimeout(() => process.kill(process.pid, 'SIGKILL'), 1500);`;
    const parent = spawn(process.execPath, ['-e', child], { stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = await new Promise<number>(resolve => parent.stdout.once('data', (text: Buffer) => resolve(Number(text))));
    expect(isRunning(pid)).toBe(true);
    await new Promise(resolve => parent.once('exit', resolve));
    for (let tries = 0; tries < 100 && isRunning(pid); tries++) await delay(100);
    expect(isRunning(pid)).toBe(false);
  });
});

describe('the pool', () => {
  it('has a spare one ready, and a new one after each', async () => {
    const pool = new RunnerPool({ runnerPath, memoryMB: 500 });
    pool.warm();
    const [first, second] = [pool.take(), pool.take()];
    runners.push(first, second);
    expect(first).not.toBe(second);
    expect((await second.run(compile(SQUARE), options)).outcome).toBe('ok');
    pool.dispose();
    expect(first.isAlive).toBe(true);
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
