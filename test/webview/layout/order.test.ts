import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCrossings } from '../../../webview/layout/crossings.js';
import { buildLayers, type LayeredGraph } from '../../../webview/layout/layers.js';
import { layOut } from '../../../webview/layout/layout.js';
import { orderLayers } from '../../../webview/layout/order.js';
import { packedHeight } from '../../../webview/layout/relax.js';
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

function crossingsByDefinition({ layers, count, outs }: LayeredGraph): number {
  const place = new Map(layers.flatMap(layer => layer.map((item, at) => [item, at])));
  const edges = Array.from({ length: count }, (_, item) => Array.from(outs.to.subarray(outs.start[item], outs.start[item + 1]), out => [place.get(item)!, place.get(out)!] as const)).flat();
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
    expect(buildLayers(request).count).toBeLessThan(2.1 * nodes.length);
    const { positions, bounds } = layOut(request);
    nodes.forEach(({ id }, index) => { if (id !== 'w') expect(positions[index]!.y).toBeCloseTo(positions[0]!.y, 6); });
    expect(bounds.height).toBeLessThan(150);
  });

  it('beyond what can be laid out in layers go beside the graph', () => {
    const nodes = [node('y0', 0), node('last', 1321)];
    const pairs: [string, string][] = [];
    for (let step = 0; step < 660; step += 1) {
      nodes.push(node(`f${step}`, 2 * step + 1), node(`y${step + 1}`, 2 * step + 2));
      pairs.push([`y${step}`, `f${step}`], [`y${step}`, 'last'], [`f${step}`, `y${step + 1}`]);
    }
    const request = graphOf(nodes, pairs);
    // A place for each edge in each layer would be 435,000 of them.
    expect(buildLayers(request).count).toBeLessThan(15_000);
    const { positions, routes } = layOut(request);
    const top = Math.min(...positions.map(({ y }) => y));
    const longest = routes.find(({ id }) => id === 'e1')!;
    expect(Math.min(...longest.points.map(({ y }) => y))).toBeLessThan(top);
  });
});

describe('the leaves of a deep graph', () => {
  /** A network of so many layers, each with a weight of its own, and one bias for all. */
  function network(depth: number): LayoutRequest {
    const nodes = [node('y0', 0), node('b', 0)];
    const pairs: [string, string][] = [];
    for (let step = 0; step < depth; step += 1) {
      nodes.push(node(`w${step}`, 0), node(`f${step}`, 2 * step + 1), node(`y${step + 1}`, 2 * step + 2));
      pairs.push([`y${step}`, `f${step}`], [`w${step}`, `f${step}`], ['b', `f${step}`], [`f${step}`, `y${step + 1}`]);
    }
    return graphOf(nodes, pairs);
  }

  it('stand beside their first use, and the picture stays low', () => {
    const request = network(300);
    const { positions, bounds, bands } = layOut(request);
    const x = (id: string): number => positions[request.nodes.findIndex(each => each.id === id)]!.x;
    for (const step of [0, 7, 299]) expect(x(`w${step}`)).toBeCloseTo(x(`y${step}`), 6);
    expect(x('b')).toBeCloseTo(x('y0'), 6);
    expect(bounds.height).toBeLessThan(300);
    expect(bands.map(({ generation }) => generation)).toEqual(Array.from({ length: 301 }, (_, generation) => generation));
  });

  it('stand at generation 0 where the graph is not deep', () => {
    const request = network(5);
    const { positions } = layOut(request);
    request.nodes.forEach(({ layer }, index) => { if (layer === 0) expect(positions[index]!.x).toBe(positions[0]!.x); });
  });
});

describe('a graph of many long edges that cross', () => {
  it('is not much higher than its fullest layer, keeps its order, and no node lies on another', () => {
    const layersCount = 40;
    const nodes = Array.from({ length: layersCount * 10 }, (_, index) => node(`n${index}`, Math.floor(index / 10)));
    const pairs: [string, string][] = [];
    nodes.forEach((_, index) => {
      if (index >= 10) pairs.push([`n${10 * Math.floor(index / 10) - 10 + ((index * 7) % 10)}`, `n${index}`]);
      const far = index + 10 * (2 + (index % 17)) + (index % 3);
      if (far < nodes.length) pairs.push([`n${index}`, `n${far}`]);
    });
    const request = graphOf(nodes, pairs);
    const graph = buildLayers(request);
    orderLayers(graph, () => null);
    const { positions, bounds } = layOut(request);
    expect(bounds.height).toBeLessThan(1.6 * packedHeight(graph) + 1300);
    for (const layer of graph.layers) {
      const shown = layer.filter(item => graph.node[item]! >= 0).map(item => positions[graph.node[item]!]!.y);
      shown.slice(1).forEach((y, at) => { expect(y - shown[at]!).toBeGreaterThanOrEqual(58 - 1e-6); });
    }
  });
});
