import { describe, expect, it, vi } from 'vitest';
import { layOut } from '../../../webview/layout/layout.js';
import { LayoutPlanner } from '../../../webview/layout/planner.js';
import type { LayoutRequest, LayoutResult } from '../../../webview/layout/request.js';

/** A chain long enough for the worker. */
function chain(length: number): LayoutRequest {
  const nodes = Array.from({ length }, (_, layer) => ({ id: `n${layer}`, layer, width: 80, height: 40, ports: layer % 2 === 1 }));
  const edges = nodes.slice(1).map(({ id }, at) => ({ id: `e${at}`, source: `n${at}`, target: id }));
  return { direction: 'LR', nodes, edges, previous: null };
}

/** A worker whose layouts end when the test says so. */
function slowThread(): { run: (request: LayoutRequest) => Promise<LayoutResult>; started: LayoutRequest[]; finish: () => void } {
  const started: LayoutRequest[] = [];
  let finish = (): void => undefined;
  return {
    started,
    run: request => {
      started.push(request);
      return new Promise(done => { finish = () => { done(layOut(request)); }; });
    },
    finish: () => { finish(); },
  };
}

describe('the planner of layouts', () => {
  it('gives a newer request the place of the older ones, and never lays out those between', async () => {
    const thread = slowThread();
    const planner = new LayoutPlanner(Promise.resolve(thread));
    const [first, second, third] = [planner.plan(chain(200)), planner.plan(chain(201)), planner.plan(chain(202))];
    await vi.waitFor(() => { expect(thread.started).toHaveLength(1); });
    thread.finish();
    expect((await third)?.positions).toHaveLength(202);
    expect([await first, await second]).toEqual([null, null]);
    expect(thread.started.map(({ nodes }) => nodes.length)).toEqual([202]);

    const running = planner.plan(chain(300));
    await vi.waitFor(() => { expect(thread.started).toHaveLength(2); });
    const [skipped, last] = [planner.plan(chain(301)), planner.plan(chain(302))];
    thread.finish();
    await vi.waitFor(() => { expect(thread.started).toHaveLength(3); });
    thread.finish();
    expect([await running, await skipped]).toEqual([null, null]);
    expect((await last)?.positions).toHaveLength(302);
  });

  it('lays out a small graph at once, without the worker', async () => {
    const thread = slowThread();
    expect((await new LayoutPlanner(Promise.resolve(thread)).plan(chain(5)))?.positions).toHaveLength(5);
    expect(thread.started).toEqual([]);
  });

  it('lays out in the page where there is no worker, where it cannot start, and from its failure on', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const run = vi.fn(() => Promise.reject(new Error('out of memory')));
    for (const thread of [null, Promise.reject(new Error('404')), Promise.resolve({ run })]) {
      const planner = new LayoutPlanner(thread);
      expect(await planner.plan(chain(200))).toEqual(layOut(chain(200)));
      expect(await planner.plan(chain(201))).toEqual(layOut(chain(201)));
    }
    expect(run).toHaveBeenCalledTimes(1);
    expect(warned.mock.calls.map(([text]) => String(text))).toEqual([expect.stringContaining('did not start'), expect.stringContaining('failed')]);
    warned.mockRestore();
  });
});
