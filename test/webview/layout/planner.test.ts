/** @file The planner with real threads: what is laid out, what is ended, and what is heard of it. */
import { Worker } from 'node:worker_threads';
import * as esbuild from 'esbuild';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { layOut } from '../../../webview/layout/layout.js';
import { LayoutPlanner, type Planned } from '../../../webview/layout/planner.js';
import type { LayoutRequest } from '../../../webview/layout/request.js';
import { threadOf, type LayoutThread } from '../../../webview/layout/thread.js';

/** A chain long enough for the worker. */
function chain(length: number): LayoutRequest {
  const nodes = Array.from({ length }, (_, layer) => ({ id: `n${layer}`, layer, width: 80, height: 40, ports: layer % 2 === 1 }));
  const edges = nodes.slice(1).map(({ id }, at) => ({ id: `e${at}`, source: `n${at}`, target: id }));
  return { direction: 'LR', nodes, edges, previous: null };
}

/** Layers of 40, each node with edges to three of the next layer: many crossings, and seconds to find an order with few. */
function tangle(layers: number): LayoutRequest {
  const nodes = Array.from({ length: layers * 40 }, (_, at) => ({ id: `n${at}`, layer: Math.floor(at / 40), width: 80, height: 40, ports: false }));
  const edges = nodes.slice(0, -40).flatMap((node, at) => [7, 19, 31].map(step => ({
    id: `e${at} ${step}`, source: node.id, target: `n${(node.layer + 1) * 40 + ((at * step + node.layer * 13) % 40)}`,
  })));
  return { direction: 'LR', nodes, edges, previous: null };
}

let code: string;
const workers: Worker[] = [];
/** Codes with which workers ended: 1 is that of one that was ended from outside. */
const ended: number[] = [];

beforeAll(async () => {
  const { outputFiles } = await esbuild.build({ entryPoints: ['webview/layout/worker.ts'], bundle: true, write: false, format: 'iife', target: 'es2022' });
  code = `const { parentPort } = require('node:worker_threads');
globalThis.self = { postMessage: message => { parentPort.postMessage(message); } };
parentPort.on('message', data => { self.onmessage({ data }); });
${outputFiles[0]!.text}`;
});

afterEach(async () => {
  await Promise.all(workers.splice(0).map(worker => worker.terminate()));
  ended.length = 0;
});

/** A thread of Node's in the place of a page's worker. */
function start(script = code): LayoutThread {
  return threadOf(heard => {
    const worker = new Worker(script, { eval: true });
    workers.push(worker);
    worker.on('exit', exit => ended.push(exit));
    worker.on('message', heard.answer);
    worker.on('error', ({ message }) => { heard.failed(message); });
    return { post: request => { worker.postMessage(request); }, terminate: () => { void worker.terminate(); } };
  });
}

const planner = (): LayoutPlanner => new LayoutPlanner(Promise.resolve(() => start()));
const nodesOf = (planned: Planned): number | string => typeof planned === 'string' ? planned : planned.positions.length;

describe('the planner of layouts', () => {
  it('lays out in a thread what the page would, and keeps the thread', async () => {
    const plan = planner();
    expect(await plan.plan(tangle(5))).toEqual(layOut(tangle(5)));
    expect(await plan.plan(chain(300))).toEqual(layOut(chain(300)));
    expect(workers).toHaveLength(1);
  });

  it('tells how much is done, ever more of it, before the result is there', async () => {
    const shares: number[] = [];
    await planner().plan(tangle(30), share => shares.push(share));
    expect(shares.length).toBeGreaterThan(6);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect([shares[0], shares.at(-1)]).toEqual([0.05, 0.9]);
  });

  it('ends a layout for a newer one, and never begins those between', async () => {
    const plan = planner();
    let begun = (): void => undefined;
    const isBegun = new Promise<void>(done => { begun = done; });
    const first = plan.plan(tangle(600), () => { begun(); });
    await isBegun;
    const [second, third] = [plan.plan(chain(201)), plan.plan(chain(202))];
    expect([await first, await second].map(nodesOf)).toEqual(['superseded', 'superseded']);
    expect(nodesOf(await third)).toBe(202);
    await vi.waitFor(() => { expect(ended).toEqual([1]); });
    expect(workers).toHaveLength(2);
  });

  it('ends one for a newer one that needs no thread', async () => {
    const plan = planner();
    const first = plan.plan(tangle(100));
    expect(nodesOf(await plan.plan(chain(5)))).toBe(5);
    expect(await first).toBe('superseded');
  });

  it('is cancelled at once, and lays out again after that', async () => {
    const plan = planner();
    let begun = (): void => undefined;
    const isBegun = new Promise<void>(done => { begun = done; });
    const heard = vi.fn(() => { begun(); });
    const first = plan.plan(tangle(600), heard);
    await isBegun;
    const before = heard.mock.calls.length;
    plan.cancel();
    expect(await first).toBe('cancelled');
    await vi.waitFor(() => { expect(ended).toEqual([1]); });
    expect(heard).toHaveBeenCalledTimes(before);
    expect(nodesOf(await plan.plan(chain(250)))).toBe(250);
    plan.cancel();
  });

  it('lays out a small graph at once, without a thread', async () => {
    expect(nodesOf(await planner().plan(chain(5)))).toBe(5);
    expect(workers).toEqual([]);
  });

  it('lays out in the page where there is no thread, where none can start, and from a failure on', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const begin = vi.fn(() => start(`require('node:worker_threads').parentPort.on('message', () => { throw new Error('out of memory'); });`));
    for (const threads of [null, Promise.reject(new Error('404')), Promise.resolve(begin)]) {
      const plan = new LayoutPlanner(threads);
      expect(await plan.plan(chain(200))).toEqual(layOut(chain(200)));
      expect(await plan.plan(chain(201))).toEqual(layOut(chain(201)));
    }
    expect(begin).toHaveBeenCalledTimes(1);
    expect(warned.mock.calls.map(([text]) => String(text))).toEqual([expect.stringContaining('did not start'), expect.stringContaining('failed')]);
    warned.mockRestore();
  });

  it('lays out quickly what is not to be ordered: each node in its layer, with more crossings', () => {
    const crossings = (request: LayoutRequest): number => {
      const { positions } = layOut(request);
      const place = new Map(request.nodes.map(({ id }, at) => [id, positions[at]!.y]));
      const ways = request.edges.map(({ source, target }) => ({ layer: Math.floor(Number(source.slice(1)) / 40), from: place.get(source)!, to: place.get(target)! }));
      return ways.reduce((sum, a, at) => sum + ways.slice(at + 1).filter(b => a.layer === b.layer && (a.from - b.from) * (a.to - b.to) < 0).length, 0);
    };
    const quick = layOut({ ...tangle(4), effort: 'quick' });
    expect(quick.bands).toHaveLength(2);
    expect(new Set(quick.positions.map(({ x }) => x)).size).toBe(4);
    expect(crossings({ ...tangle(4), effort: 'quick' })).toBeGreaterThan(crossings(tangle(4)));
  });
});
