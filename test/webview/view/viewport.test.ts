import { describe, expect, it } from 'vitest';
import type { Box, Point } from '../../../webview/layout/request.js';
import type { Viewport } from '../../../webview/state.js';
import { firstViewport, fitViewport, panInto, zoomedBy } from '../../../webview/view/viewport.js';

const frame = { left: 20, top: 40, width: 600, height: 400 };
const onScreen = ({ zoom, pan }: Viewport, { x, y }: Point): Point => ({ x: x * zoom + pan.x, y: y * zoom + pan.y });
const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });

describe('the camera', () => {
  it('fits a graph into the frame, in its middle', () => {
    const view = fitViewport(box(-500, 0, 2000, 300), frame);
    expect(view.zoom).toBeCloseTo(0.3, 6);
    expect(onScreen(view, { x: 500, y: 150 })).toEqual({ x: 320, y: 240 });
  });

  it('does not blow up a small graph', () => {
    expect(fitViewport(box(0, 0, 10, 10), frame).zoom).toBeLessThan(1.5);
  });

  it('first looks at the whole graph if it can be read so, else at what leads to its output', () => {
    const isReadable = (zoom: number): boolean => zoom >= 0.3;
    const small = { box: box(0, 0, 2000, 300), output: box(1900, 100, 100, 60), direction: 'LR', isReadable } as const;
    expect(firstViewport(small, frame)).toEqual(fitViewport(small.box, frame));
    const view = firstViewport({ ...small, box: box(0, 0, 200_000, 300), output: box(199_900, 100, 100, 60) }, frame);
    expect(view.zoom).toBeGreaterThan(0.5);
    expect(onScreen(view, { x: 200_000, y: 130 }).x).toBeCloseTo(620, 6);
    expect(onScreen(view, { x: 200_000, y: 130 }).y).toBeCloseTo(240, 6);
  });

  it('moves no further than needed to bring a node into sight, and not at all if it is', () => {
    const view = { zoom: 1, pan: { x: 0, y: 0 } };
    expect(panInto(box(100, 100, 80, 40), view, frame)).toBeNull();
    expect(panInto(box(700, 100, 80, 40), view, frame)).toEqual({ x: -176, y: 0 });
    expect(panInto(box(0, 100, 80, 40), view, frame)).toEqual({ x: 36, y: 0 });
  });

  it('zooms about the middle, within its limits', () => {
    const view = zoomedBy({ zoom: 1, pan: { x: 0, y: 0 } }, 2, frame, 0.1);
    expect(onScreen(view, { x: 320, y: 240 })).toEqual({ x: 320, y: 240 });
    expect(view.zoom).toBe(2);
    expect(zoomedBy(view, 100, frame, 0.1).zoom).toBe(3);
    expect(zoomedBy(view, 1e-6, frame, 0.1).zoom).toBe(0.1);
  });
});
