import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCrossings } from '../../../webview/layout/crossings.js';
import { buildLayers, type LayeredGraph } from '../../../webview/layout/layers.js';
import { layOut } from '../../../webview/layout/layout.js';
import { orderLayers } from '../../../webview/layout/order.js';
import type { LayoutNode, LayoutRequest } from '../../../webview/layout/request.js';

const node = (id: string, layer: number): LayoutNode => ({ id, layer, width: 80, height: 40, ports: layer % 2 === 1 });
function graphOf(nodes: LayoutNode[], pairs: readonly (readonly [string, string])[]): LayoutRequest {
  return { direction: 'LR', nodes, edges: pairs.map(([source, target], at) => ({ id: `e${at}`, source, target })), previous: null };
}

/** Two layers with arbitrary edges between them. */
const bipartite = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 40 }).map(pairs => graphOf(
  [...Array.from({ length: 10 }, (_, at) => node(`a${at}`, 0)), ...Array.from({ length: 10 }, (_, at) => node(`b${at}`, 1))],
  [...new Map(pairs.map(([a, b]) => [`${a} ${b}`, [`a${a}`, `b${b}`] as const])).values()],
));

function crossingsByDefinition({ layers, items }: LayeredGraph): number {
  const place = new Map(layers.flatMap(layer => layer.map((item, at) => [item, at])));
  const edges = items.flatMap(({ index, outs }) => outs.map(out => [place.get(index)!, place.get(out)!] as const));
  let crossings = 0;
  edges.forEach(([a, b], at) => edges.slice(at + 1).forEach(([c, d]) => { if ((a - c) * (b - d) < 0) crossings += 1; }));
  return crossings;
}

describe('the order within layers', () => {
  it('counts crossings as their definition does', () => {
    fc.assert(fc.property(bipartite, request => {
      const graph = buildLayers(request);
      expect(countCrossings(graph)).toBe(crossingsByDefinition(graph));
    }));
  });

  it('never has more crossings than the order to begin with, and keeps an order that was there', () => {
    fc.assert(fc.property(bipartite, request => {
      const graph = buildLayers(request);
      const before = countCrossings(graph);
      orderLayers(graph, index => index * 100);
      expect(countCrossings(graph)).toBeLessThanOrEqual(before);
      const { positions } = layOut(request);
      const previous = Object.fromEntries(request.nodes.map(({ id }, index) => [id, positions[index]!]));
      expect(layOut({ ...request, previous }).positions).toEqual(positions);
    }), { numRuns: 40 });
  });

  it('undoes crossings that need not be', () => {
    const request = graphOf(
      [node('a', 0), node('b', 0), node('c', 0), node('f', 1), node('g', 1), node('h', 1)],
      [['a', 'h'], ['b', 'g'], ['c', 'f'], ['a', 'g']],
    );
    const graph = buildLayers(request);
    expect(countCrossings(graph)).toBe(4);
    orderLayers(graph, () => null);
    expect(countCrossings(graph)).toBe(0);
  });
});

describe('long edges', () => {
  it('of one leaf share their way: a loop that takes it at every step stays a straight line with a straight trunk beside it', () => {
    const nodes = [node('y0', 0), node('w', 0)];
    const pairs: [string, string][] = [];
    for (let step = 0; step < 500; step += 1) {
      nodes.push(node(`f${step}`, 2 * step + 1), node(`y${step + 1}`, 2 * step + 2));
      pairs.push([`y${step}`, `f${step}`], ['w', `f${step}`], [`f${step}`, `y${step + 1}`]);
    }
    const request = graphOf(nodes, pairs);
    expect(buildLayers(request).items.length).toBeLessThan(2.1 * nodes.length);
    const { positions, bounds } = layOut(request);
    nodes.forEach(({ id }, index) => { if (id !== 'w') expect(positions[index]!.y).toBeCloseTo(positions[0]!.y, 6); });
    expect(bounds.height).toBeLessThan(150);
  });

  it('beyond what can be laid out in layers go beside the graph', () => {
    const nodes = [node('y0', 0)];
    const pairs: [string, string][] = [];
    for (let step = 0; step < 660; step += 1) {
      nodes.push(node(`c${step}`, 0), node(`f${step}`, 2 * step + 1), node(`y${step + 1}`, 2 * step + 2));
      pairs.push([`y${step}`, `f${step}`], [`c${step}`, `f${step}`], [`f${step}`, `y${step + 1}`]);
    }
    const request = graphOf(nodes, pairs);
    // A place for each edge in each layer would be 435,000 of them.
    expect(buildLayers(request).items.length).toBeLessThan(15_000);
    const { positions, routes } = layOut(request);
    const top = Math.min(...positions.map(({ y }) => y));
    const longest = routes.find(({ id }) => id === `e${3 * 659 + 1}`)!;
    expect(Math.min(...longest.points.map(({ y }) => y))).toBeLessThan(top);
  });
});
