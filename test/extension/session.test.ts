/** @file A snippet's session: what happens to its state and its process as one runs, edits, stops and closes. */
import { expect, test, vi } from 'vitest';
import type { TextDocument } from 'vscode';
import type { Compiled } from '../../src/extension/compiler.js';
import type { PageAnswer, PageRequest } from '../../src/protocol/tensor-page.js';
import type { RunMode, RunReport } from '../../src/protocol/report.js';
import type { RunResult } from '../../src/protocol/runtime.js';
import type { Runner } from '../../src/runtime/client/runner.js';
import { sampleReport } from './sample-report.js';

vi.mock('vscode', () => import('./vscode-stand-in.js'));
const { Session } = await import('../../src/extension/session.js');

const failure: RunReport = {
  ...sampleReport, ok: false, variables: [], functions: [], bindings: [], output: null,
  error: { name: 'SyntaxError', message: 'expected )', line: 1, column: 3, file: 0, frames: [] },
};

class FakeRunner {
  isAlive = true;
  readonly asked: string[] = [];
  #settle: (result: RunResult) => void = () => undefined;

  run() {
    return this.#ask('run');
  }
  backward(variable: string, { retainGrad }: { retainGrad: boolean }) {
    return this.#ask(`backward ${variable} ${retainGrad}`);
  }
  clearGrads() {
    return this.#ask('clearGrads');
  }
  page({ variable }: PageRequest): Promise<PageAnswer> {
    this.asked.push(`page ${variable}`);
    return new Promise(resolve => (this.answer = resolve));
  }
  answer: (answer: PageAnswer) => void = () => undefined;
  stop() {
    this.isAlive = false;
    this.end({ outcome: 'stopped', report: failure });
  }
  dispose() {
    this.stop();
  }
  end(result: RunResult) {
    this.#settle(result);
  }
  #ask(what: string): Promise<RunResult> {
    this.asked.push(what);
    return new Promise(resolve => (this.#settle = resolve));
  }
}

function setUp() {
  let text = 'const x = 1;';
  const mode: RunMode = { retainGrad: true, noGrad: false };
  const runners: FakeRunner[] = [];
  const compile = (document: TextDocument): Compiled =>
    document.getText().includes('(') ? { ok: false, report: failure } : { ok: true, program: { files: [], sites: [], bindings: [], scopes: [] } };
  const session = new Session({ getText: () => text } as TextDocument, {
    compiler: { warm: () => undefined, compile },
    takeRunner: () => {
      const runner = new FakeRunner();
      runners.push(runner);
      return runner as unknown as Runner;
    },
    mode: () => mode,
    budget: () => ({ maxElements: 10, maxTextLength: 10, maxConsole: 10 }),
    timeoutMs: () => null,
  });
  const edit = (next: string) => {
    text = next;
    session.textChanged();
  };
  return { session, runners, edit };
}

const done: RunResult = { outcome: 'ok', report: sampleReport };

test('a run goes from idle over running to done, with its report and text', async () => {
  const { session, runners } = setUp();
  const activities = [session.state.activity];
  session.onDidChange(() => activities.push(session.state.activity));
  const running = session.run();
  runners[0]!.end(done);
  expect(await running).toBe(sampleReport);
  expect(activities).toEqual(['idle', 'running', 'done']);
  expect(session.state).toMatchObject({ report: sampleReport, text: 'const x = 1;', outcome: 'ok' });
  expect(session.isLive).toBe(true);
});

test('an edit makes a report stale, and taking it back makes it true again', async () => {
  const { session, runners, edit } = setUp();
  const running = session.run();
  runners[0]!.end(done);
  await running;
  edit('const x = 2;');
  expect(session.state.activity).toBe('stale');
  expect(session.state.report).toBe(sampleReport);
  edit('const x = 1;');
  expect(session.state.activity).toBe('done');
});

test('a text edited while it ran is stale when the run ends', async () => {
  const { session, runners, edit } = setUp();
  const running = session.run();
  edit('const x = 2;');
  expect(session.state.activity).toBe('running');
  runners[0]!.end(done);
  await running;
  expect(session.state).toMatchObject({ activity: 'stale', text: 'const x = 1;' });
});

test('a newer run ends the older one and its process; the older one brings nothing', async () => {
  const { session, runners } = setUp();
  const older = session.run();
  const newer = session.run();
  expect(runners[0]!.isAlive).toBe(false);
  runners[1]!.end(done);
  expect(await newer).toBe(sampleReport);
  expect(await older).toBeNull();
  expect(session.state.report).toBe(sampleReport);
});

test('Stop ends the process, and the run with it', async () => {
  const { session, runners } = setUp();
  const running = session.run();
  session.stop();
  await running;
  expect(runners[0]!.isAlive).toBe(false);
  expect(session.state).toMatchObject({ activity: 'done', outcome: 'stopped' });
  expect(session.isLive).toBe(false);
});

test('Backward and Clear Gradients act on the live run, with the mode as it is set', async () => {
  const { session, runners } = setUp();
  expect(await session.backward('v5')).toBeNull();
  const running = session.run();
  runners[0]!.end(done);
  await running;
  const after: RunResult = { outcome: 'ok', report: { ...sampleReport, output: 'v4' } };
  const backward = session.backward('v4');
  runners[0]!.end(after);
  expect(await backward).toBe(after);
  expect(session.state.report).toBe(after.report);
  const cleared = session.clearGrads();
  runners[0]!.end(done);
  await cleared;
  expect(runners[0]!.asked).toEqual(['run', 'backward v4 true', 'clearGrads']);
});

const page: PageRequest = { variable: 'v5', part: 'value', leading: [], row: 0, column: 0, rows: 1, columns: 1, block: { rows: 1, columns: 1 } };

test('numbers come from the live run of the report that they are asked of, and from no other', async () => {
  const { session, runners } = setUp();
  const running = session.run();
  expect(await session.page(0, page)).toBeNull();
  runners[0]!.end(done);
  await running;
  const { reportNumber } = session.state;
  const asked = session.page(reportNumber, page);
  runners[0]!.answer({ outcome: 'page', numbers: [3] });
  expect(await asked).toEqual({ outcome: 'page', numbers: [3] });
  expect(await session.page(reportNumber - 1, page)).toBeNull();
  const late = session.page(reportNumber, page);
  const newer = session.run();
  runners[0]!.answer({ outcome: 'page', numbers: [3] });
  expect(await late).toBeNull();
  runners[1]!.end(done);
  await newer;
  expect(session.state.reportNumber).toBe(reportNumber + 1);
  expect(runners.map(({ asked: all }) => all)).toEqual([['run', 'page v5', 'page v5'], ['run']]);
});

test('numbers of a run whose process has ended are gone', async () => {
  const { session, runners } = setUp();
  expect(await session.page(0, page)).toEqual({ outcome: 'gone' });
  const running = session.run();
  runners[0]!.end(done);
  await running;
  runners[0]!.isAlive = false;
  expect(await session.page(1, page)).toEqual({ outcome: 'gone' });
});

test('a text that does not compile is reported without a process', async () => {
  const { session, runners, edit } = setUp();
  edit('f(');
  expect(await session.run()).toBe(failure);
  expect(runners).toEqual([]);
  expect(session.state).toMatchObject({ activity: 'done', stage: 'compile', outcome: 'failed' });
  expect(session.isLive).toBe(false);
});

test('half-typed text leaves the last graph and its live run in place when asked to', async () => {
  const { session, runners, edit } = setUp();
  const running = session.run();
  runners[0]!.end(done);
  await running;
  edit('f(');
  expect(await session.run({ onSyntaxError: 'keep' })).toBe(sampleReport);
  expect(session.state).toMatchObject({ activity: 'stale', report: sampleReport });
  expect(runners[0]!.isAlive).toBe(true);
});

test('closing the snippet ends its process', async () => {
  const { session, runners } = setUp();
  const running = session.run();
  session.dispose();
  expect(await running).toBeNull();
  expect(runners[0]!.isAlive).toBe(false);
});
