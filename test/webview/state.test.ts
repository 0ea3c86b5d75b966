import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PanelState } from '../../src/protocol/panel.js';
import { Keeper, nothingKept, readKept } from '../../webview/state.js';

const panel: PanelState = {
  snippet: { uri: 'file:///a.dz.ts', name: 'a.dz.ts' }, pinned: false, activity: 'idle', report: null, reportNumber: 0, mode: { retainGrad: false, noGrad: true }, direction: 'TB',
};
const kept = { ...nothingKept, uri: 'file:///a.dz.ts', viewport: { zoom: 0.5, pan: { x: 1, y: 2 } }, selection: ['v1'], search: 'a', panel };

function hostWith(state: unknown): { post: () => void; read: () => unknown; write: (value: unknown) => void; written: unknown[] } {
  const written: unknown[] = [];
  return { post: () => undefined, read: () => state, write: value => { written.push(value); }, written };
}

describe('what the panel keeps across a reload', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  it('comes back as it was', () => {
    expect(readKept(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it('is nothing where nothing, or something of another shape or version, was kept', () => {
    for (const data of [undefined, null, 7, { ...kept, viewport: { zoom: 'near' } }, { ...kept, version: 99 }]) {
      expect(readKept(data)).toEqual(nothingKept);
    }
  });

  it('goes on without a graph that cannot be read', () => {
    expect(readKept({ ...kept, panel: { ...panel, activity: 'flying' } })).toEqual({ ...kept, panel: null });
  });

  it('is written once for many changes', () => {
    const host = hostWith(kept);
    const keeper = new Keeper(host);
    for (let zoom = 1; zoom <= 50; zoom += 1) keeper.keep({ viewport: { zoom, pan: { x: 0, y: 0 } } });
    expect(host.written).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(host.written).toEqual([{ ...kept, viewport: { zoom: 50, pan: { x: 0, y: 0 } } }]);
  });

  it('is written at once when the page goes, and not again', () => {
    const host = hostWith(undefined);
    const keeper = new Keeper(host);
    keeper.keep({ search: 'Mul' });
    keeper.flush();
    vi.advanceTimersByTime(1000);
    expect(host.written).toEqual([{ ...nothingKept, search: 'Mul' }]);
  });
});
