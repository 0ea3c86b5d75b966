import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../webview/layout/layout.js';
import type { LayoutEdge, LayoutNode, LayoutRequest, LayoutResult } from '../../webview/layout/request.js';

const node = (id: string, layer: number | null): LayoutNode => ({ id, layer, width: 100, height: 60, ports: layer !== null && layer % 2 === 1 });
const edge = (source: string, target: string): LayoutEdge => ({ id: `${source} ${target}`, source, target });
const request = (nodes: LayoutNode[], edges: LayoutEdge[], direction: 'LR' | 'TB' = 'LR'): LayoutRequest => ({ direction, nodes, edges, previous: null });

/** A random graph by generation: every node beyond the first layers takes some of those before it. */
const graphs = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 60 }).map(picks => {
  const nodes = [node('n0', 0), node('n1', 0)];
  const edges: LayoutEdge[] = [];
  for (const [a, b] of picks) {
    const inputs = [...new Set([nodes[a % nodes.length]!, nodes[b % nodes.length]!])];
    const id = `n${nodes.length}`;
    nodes.push(node(id, Math.max(...inputs.map(({ layer }) => layer!)) + 1));
    for (const input of inputs) edges.push(edge(input.id, id));
  }
  return { nodes, edges };
});

function overlaps(nodes: readonly LayoutNode[], { positions }: LayoutResult): string[] {
  const found: string[] = [];
  nodes.forEach((a, i) => {
    for (let j = i + 1; j < nodes.length; j++) {
      const [p, q, b] = [positions[i]!, positions[j]!, nodes[j]!];
      if (Math.abs(p.x - q.x) < (a.width + b.width) / 2 && Math.abs(p.y - q.y) < (a.height + b.height) / 2) found.push(`${a.id} on ${b.id}`);
    }
  });
  return found;
}

describe('the layout by generation', () => {
  it('puts every layer after the one before, in both directions, and no node on another', () => {
    fc.assert(
      fc.property(graphs, fc.constantFrom('LR' as const, 'TB' as const), ({ nodes, edges }, direction) => {
        const result = layOut(request(nodes, edges, direction));
        const along = (i: number): number => (direction === 'LR' ? result.positions[i]!.x : result.positions[i]!.y);
        nodes.forEach((a, i) => nodes.forEach((b, j) => {
          if (a.layer! < b.layer!) expect(along(i)).toBeLessThan(along(j));
          if (a.layer === b.layer) expect(along(i)).toBeCloseTo(along(j), 6);
        }));
        expect(overlaps(nodes, result)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same picture for the same graph', () => {
    fc.assert(fc.property(graphs, ({ nodes, edges }) => {
      expect(layOut(request(nodes, edges))).toEqual(layOut(request(nodes, edges)));
    }), { numRuns: 20 });
  });

  it('routes every edge from its source to its target', () => {
    const nodes = [node('x', 0), node('f', 1), node('a', 2), node('g', 3), node('y', 4)];
    const edges = [edge('x', 'f'), edge('f', 'a'), edge('a', 'g'), edge('x', 'g'), edge('g', 'y')];
    const { positions, routes, bounds } = layOut(request(nodes, edges));
    expect(routes.map(({ id }) => id).sort()).toEqual(edges.map(({ id }) => id).sort());
    for (const { id, points } of routes) {
      const { source, target } = edges.find(each => each.id === id)!;
      const [from, to] = [source, target].map(name => positions[nodes.findIndex(each => each.id === name)]!);
      expect(points[0]!.x).toBeCloseTo(from!.x + 50, 0);
      expect(points.at(-1)!.x).toBeCloseTo(to!.x - 50, 0);
      for (const { x, y } of points) {
        expect(x).toBeGreaterThanOrEqual(bounds.x);
        expect(y).toBeLessThanOrEqual(bounds.y + bounds.height);
      }
    }
  });

  it('leads a long edge around the nodes that it passes', () => {
    const nodes = [node('x', 0), node('f', 1), node('a', 2), node('g', 3)];
    const { positions, routes } = layOut(request(nodes, [edge('x', 'f'), edge('f', 'a'), edge('a', 'g'), edge('x', 'g')]));
    const a = positions[2]!;
    const { points } = routes.find(({ id }) => id === 'x g')!;
    const after = points.findIndex(({ x }) => x > a.x);
    const [from, to] = [points[after - 1]!, points[after]!];
    const y = from.y + (to.y - from.y) * (a.x - from.x) / (to.x - from.x);
    expect(Math.abs(y - a.y)).toBeGreaterThan(30);
  });

  it('keeps what stays in its place when a node is added', () => {
    const nodes = [node('a', 0), node('b', 0), node('f', 1), node('y', 2)];
    const edges = [edge('a', 'f'), edge('b', 'f'), edge('f', 'y')];
    const before = layOut(request(nodes, edges));
    const previous = Object.fromEntries(nodes.map(({ id }, i) => [id, before.positions[i]!]));
    const grown = [...nodes, node('g', 3), node('z', 4)];
    const after = layOut({ ...request(grown, [...edges, edge('y', 'g'), edge('g', 'z')]), previous });
    const order = (result: LayoutResult): boolean => result.positions[0]!.y < result.positions[1]!.y;
    expect(order(after)).toBe(order(before));
  });

  it('has a ruler for each generation, in order, over its nodes', () => {
    const nodes = [node('x', 0), node('f', 1), node('y', 2), node('g', 3), node('z', 4)];
    const { bands, positions } = layOut(request(nodes, [edge('x', 'f'), edge('f', 'y'), edge('y', 'g'), edge('g', 'z')]));
    expect(bands.map(({ generation }) => generation)).toEqual([0, 1, 2]);
    bands.forEach(({ start, end }, generation) => {
      const { x } = positions[2 * generation]!;
      expect(x).toBeGreaterThan(start);
      expect(x).toBeLessThan(end);
    });
  });

  it('puts what is outside any graph in a place of its own', () => {
    const nodes = [node('x', 0), node('loose', null)];
    const { loose, positions, bounds } = layOut(request(nodes, []));
    expect(loose).not.toBeNull();
    expect(positions[1]!.y).toBeGreaterThan(positions[0]!.y + 60);
    expect(bounds.y + bounds.height).toBeGreaterThanOrEqual(loose!.y + loose!.height);
  });

  it('takes an empty graph, and one of 2,000 nodes', () => {
    expect(layOut(request([], [])).positions).toEqual([]);
    const nodes = Array.from({ length: 2000 }, (_, i) => node(`n${i}`, Math.floor(i / 25)));
    const edges = nodes.slice(25).map(({ id }, i) => edge(`n${i}`, id));
    const result = layOut(request(nodes, edges));
    expect(overlaps(nodes, result)).toEqual([]);
    // 25 chains side by side: no edge need climb.
    for (const { points } of result.routes) expect(Math.abs(points[0]!.y - points.at(-1)!.y)).toBeLessThan(1);
  });
});
