import { beforeAll, describe, expect, it } from 'vitest';
import type { PanelState, ToPanel } from '../../src/protocol/panel.js';
import type { RunReport } from '../../src/protocol/report.js';
import { cardOf } from '../../webview/model/card.js';
import { explainGradient } from '../../webview/model/gradient.js';
import { buildGraph, type GraphModel } from '../../webview/model/graph.js';
import { emptyPageOf, noticesOf } from '../../webview/model/notices.js';
import { searchGraph } from '../../webview/model/search.js';
import { spokenNode, spokenRun } from '../../webview/model/spoken.js';
import { parseMessage } from '../../webview/messages.js';
import { reportText } from '../../src/protocol/report-text.js';
import { report } from '../support/cli.js';

const SOURCE = `import { Variable, np, noGrad } from 'dezero';
const a = new Variable(np.array(3.0)), W = new Variable(np.ones([2, 3]));
const y = (a * W).sum();
y.backward();
const n = noGrad(() => a * 2);
`;

const state = (fields: Partial<PanelState> = {}): PanelState => ({
  snippet: { uri: 'file:///x.dz.ts', name: 'x.dz.ts' },
  activity: 'done',
  report: null,
  pinned: false,
  reportNumber: 1,
  mode: { retainGrad: false, noGrad: false },
  direction: 'LR',
  ...fields,
});

const messageOf = (fields: Partial<PanelState> = {}): ToPanel => {
  const { report: shown, ...rest } = state(fields);
  return { type: 'state', state: rest, report: shown && reportText(shown) };
};

let run: RunReport;
let underNoGrad: RunReport;
let model: GraphModel;
beforeAll(async () => {
  [run, underNoGrad] = await Promise.all([report(SOURCE), report(SOURCE, '--no-grad')]);
  model = buildGraph(run);
});

const named = (name: string): ReturnType<GraphModel['byId']['get']> & object => model.nodes.find(node => node.kind === 'variable' && node.report.name === name)!;
const text = (name: string): string[] => cardOf(named(name)).map(line => line.map(each => each.text).join(' '));

describe('the graph of a report', () => {
  it('has a layer for the Variables of a generation, and one for the Functions that have it', () => {
    const layers = model.nodes.map(node => [node.kind === 'variable' ? (node.report.name ?? node.report.expression) : node.report.op, node.layer]);
    expect(layers).toEqual([['a', 0], ['W', 0], ['Mul', 1], ['a * W', 2], ['Sum', 3], ['y', 4], ['n', null]]);
  });

  it('has an edge for each input and output', () => {
    expect(model.edges).toHaveLength(5);
    for (const { source, target } of model.edges) expect(model.byId.get(source)!.layer!).toBeLessThan(model.byId.get(target)!.layer!);
  });

  it('writes name, shape, value and gradient on a node, or why there is none', () => {
    expect(text('a')).toEqual(['a', 'value 3.0', 'grad 6.0']);
    expect(text('W')).toEqual(['W', '(2, 3) · float64 · 96 B', 'value [[1. 1. 1.] [1. 1…', 'grad [[3. 3. 3.] [3. 3…']);
    expect(text('y')).toEqual(['y', 'value 18.0', 'grad dropped']);
    expect(text('n')).toEqual(['n', 'value 6.0', 'not recorded']);
  });

  it('says of data that is freed that it is not empty', () => {
    const freed = { ...run, variables: run.variables.map(each => (each.expression === 'a * W' ? { ...each, state: 'freed' as const, value: null } : each)) };
    const freedModel = buildGraph(freed);
    const node = freedModel.nodes.find(each => each.kind === 'variable' && each.report.state === 'freed')!;
    expect(cardOf(node).map(line => line.map(each => each.text).join(' '))).toEqual(['a * W', '(2, 3) · float64', 'value freed', 'grad dropped']);
    expect(spokenNode(node, freedModel)).toContain('Variable a * W, value freed, ');
  });

  it('speaks its nodes and its run', () => {
    expect(spokenNode(named('W'), model)).toBe(
      'Variable W, value [[1. 1. 1.] [1. 1. 1.]], grad [[3. 3. 3.] [3. 3. 3.]], generation 0, shape (2, 3), leaf, line 2',
    );
    expect(spokenNode(model.nodes.find(({ kind }) => kind === 'function')!, model)).toBe('Function Mul, of a and W, gives a * W, generation 0, line 3');
    expect(spokenRun(run)).toBe('Run finished: 5 Variables, 2 Functions, 2 gradients.');
  });

  it('is searched by name, expression, op and sign', () => {
    const names = (query: string): string[] => searchGraph(model, query).map(id => cardOf(model.byId.get(id)!)[0]![0]!.text);
    expect(names('w')).toEqual(['W', 'a * W']);
    expect(names('×')).toEqual(['Mul']);
    expect(names('sum')).toEqual(['Sum']);
    expect(names(' ')).toEqual([]);
  });

  it.each([
    ['op:mul', ['Mul']],
    ['op:×', ['Mul']],
    ['shape:2,3', ['W', 'a * W']],
    ['shape:(2,3) state:leaf', ['W']],
    ['shape:2x3 a', ['a * W']],
    ['state:output', ['y']],
    ['grad:dropped', ['a * W', 'y']],
    ['grad:none state:computed', ['a * W', 'y']],
    ['dtype:float64 name:w line:2', ['W']],
    ['has:nan', []],
    ['state:', []],
    ['unknown:word', []],
  ])('is searched by facts: %s', (query, expected) => {
    expect(searchGraph(model, query).map(id => cardOf(model.byId.get(id)!)[0]![0]!.text)).toEqual(expected);
  });

  it('is searched for NaN and for infinities apart', async () => {
    const run = await report(`import { Variable, np } from 'dezero';
const zero = new Variable(np.array(0.0));
const one = new Variable(np.array(1.0));
const infinite = one / zero;
const nothing = zero / zero;
const many = new Variable(np.array([NaN, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
`);
    const graph = buildGraph(run);
    const names = (query: string): string[] => searchGraph(graph, query).map(id => cardOf(graph.byId.get(id)!)[0]![0]!.text);
    expect(names('has:nan')).toEqual(['many', 'nothing']);
    expect(names('has:inf')).toEqual(['infinite']);
  });
});

describe('what the panel says', () => {
  it('explains a gradient that is null, with what changes it', () => {
    const node = named('y');
    const explanation = node.kind === 'variable' ? explainGradient(node.report, run, state({ report: run })) : null;
    expect(explanation?.reason).toContain('dropped the gradient after use');
    expect(explanation?.fix).toEqual({ label: 'Keep gradients and run again', message: { type: 'action', action: 'toggleRetainGrad' } });
  });

  it('has one button out of no-grad, with the error that it caused', () => {
    const notices = noticesOf(state({ report: underNoGrad, mode: underNoGrad.mode }));
    expect(notices.map(({ kind, fix }) => [kind, fix?.label])).toEqual([['error', 'Turn off No-Grad'], ['info', undefined]]);
    expect(notices[0]?.link?.label).toBe('line 4');
  });

  it('helps where there is no graph: nothing open, not run, running, no Variable', () => {
    const titles = [
      state({ snippet: null }), state({ activity: 'idle' }), state({ activity: 'running' }), state({ report: { ...run, variables: [], functions: [] } }),
    ].map(each => emptyPageOf(each)?.title);
    expect(titles).toEqual(['No graph yet', 'No graph yet', 'Running…', 'No Variables']);
    expect(emptyPageOf(state({ report: run }))).toBeNull();
  });

  it('says when the snippet has changed since, and when a part is shown', () => {
    expect(noticesOf(state({ report: run, activity: 'stale' }))[0]?.text).toBe('The snippet has changed since this run.');
    const part = { ...run, truncated: true, totals: { ...run.totals, variables: 1000 } };
    expect(noticesOf(state({ report: part }))[0]?.text).toBe('Showing 7 of 1,002 elements of the graph.');
  });
});

describe('messages from the extension', () => {
  it('are taken when they are right', () => {
    expect(parseMessage(messageOf({ report: run }))).toEqual({ type: 'state', state: state({ report: run }) });
    expect(parseMessage({ type: 'select', ids: ['v1'], heard: 0 })).toEqual({ type: 'select', ids: ['v1'], heard: 0 });
    for (const answer of [{ outcome: 'page', numbers: [1, 'nan', '-inf'] }, { outcome: 'gone' }, { outcome: 'missing' }]) {
      expect(parseMessage({ type: 'page', request: 1, answer })).toEqual({ type: 'page', request: 1, answer });
    }
  });

  it.each([
    ['no message', 7, 'type: expected "state" or "select"'],
    ['another type', { type: 'reload' }, 'got "reload"'],
    ['a type that objects have', { type: 'toString' }, 'got "toString"'],
    ['an answer to nothing', { type: 'page', request: -1, answer: { outcome: 'gone' } }, 'request'],
    ['another outcome', { type: 'page', request: 1, answer: { outcome: 'perhaps' } }, 'answer.outcome'],
    ['a page without numbers', { type: 'page', request: 1, answer: { outcome: 'page' } }, 'answer.numbers'],
    ['numbers that are none', { type: 'page', request: 1, answer: { outcome: 'page', numbers: [1, 'one'] } }, 'answer.numbers[1]'],
    ['ids that are none', { type: 'select', ids: [1], heard: 0 }, 'ids[0]'],
    ['a selection of no time', { type: 'select', ids: [] }, 'heard'],
    ['an activity that is none', { type: 'state', state: { ...state(), activity: 'flying' }, report: null }, 'state.activity: expected "idle" or'],
    ['a report that is none', { ...messageOf(), report: 'none' }, 'report: expected the text of a report'],
  ])('are refused with their fault: %s', (_, message, fault) => {
    expect(() => parseMessage(message)).toThrow(fault);
  });

  it('are refused when an element has another shape, with its place', () => {
    const broken = { ...run, variables: [run.variables[0]!, { ...run.variables[1]!, shape: null as never }] };
    expect(() => parseMessage(messageOf({ report: broken }))).toThrow('report.variables[1].shape: expected an array, got null');
  });

  it('give a report that is sent again as it was', () => {
    const [first, second] = [messageOf({ report: run }), messageOf({ report: run, activity: 'stale' })].map(parseMessage);
    expect(first?.type === 'state' && second?.type === 'state' && first.state.report === second.state.report).toBe(true);
  });

  it('are refused when two elements have one id', () => {
    const twice = { ...run, variables: [...run.variables, run.variables[0]!] };
    expect(() => parseMessage(messageOf({ report: twice }))).toThrow(`report: two elements have the id "${run.variables[0]!.id}"`);
  });
});
