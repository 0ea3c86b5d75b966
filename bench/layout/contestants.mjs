// @ts-check
/** @file The layouts side by side, each made ready before the clock starts: the panel's own, Graphviz dot, ELK layered, dagre. */
import { createRequire } from 'node:module';

/** @typedef {{ x: number, y: number }} XY */
/** @typedef {(graph: import('./graphs.mjs').Graph) => import('./drawing.mjs').Drawing | Promise<import('./drawing.mjs').Drawing>} Layout */

const require = createRequire(import.meta.url);

/** @type {Readonly<Record<string, { title: string, load: (bundle: string) => Promise<Layout> }>>} */
export const contestants = {
  ours: {
    title: 'the panel',
    async load(bundle) {
      /** @type {{ layOut: (request: object) => { positions: XY[], routes: { points: XY[] }[] } }} */
      const { layOut } = require(bundle);
      return ({ nodes, edges }) => {
        const { positions, routes } = layOut({ direction: 'LR', nodes, edges, previous: null });
        return { centres: positions.map(({ x, y }) => [x, y]), routes: routes.map(({ points }) => points.map(({ x, y }) => [x, y])) };
      };
    },
  },
  dot: {
    title: 'dot (@viz-js/viz)',
    async load() {
      const viz = await (await import('@viz-js/viz')).instance();
      return ({ nodes, edges }) => {
        const inches = (/** @type {number} */ pixels) => pixels / 72;
        const { status, output, errors } = viz.render({
          directed: true,
          graphAttributes: { rankdir: 'LR' },
          nodeAttributes: { shape: 'box', fixedsize: true, label: '' },
          nodes: nodes.map(({ id, width, height }) => ({ name: id, attributes: { width: inches(width), height: inches(height) } })),
          edges: edges.map(({ source, target }) => ({ tail: source, head: target })),
        }, { format: 'json0' });
        if (status !== 'success') throw new Error(errors[0]?.message);
        const drawn = JSON.parse(/** @type {string} */ (output));
        const numbers = (/** @type {string} */ text) => text.split(',').map(Number);
        const at = new Map(drawn.objects.map((/** @type {{ name: string, pos: string }} */ { name, pos }) => [name, numbers(pos)]));
        return {
          centres: nodes.map(({ id }) => at.get(id)),
          // `e,x,y` is the arrow's tip, and comes first though it lies at the end.
          routes: drawn.edges.map((/** @type {{ pos: string }} */ { pos }) => pos.split(' ').filter(point => !point.startsWith('e')).map(numbers)),
        };
      };
    },
  },
  elk: {
    title: 'ELK layered',
    async load() {
      const { default: Elk } = await import('elkjs');
      const elk = new Elk();
      return async ({ nodes, edges }) => {
        const laid = await elk.layout({
          id: 'root',
          layoutOptions: { 'elk.algorithm': 'layered', 'elk.direction': 'RIGHT', 'elk.edgeRouting': 'POLYLINE' },
          children: nodes.map(({ id, width, height }) => ({ id, width, height })),
          edges: edges.map(({ id, source, target }) => ({ id, sources: [source], targets: [target] })),
        });
        return {
          centres: laid.children.map(({ x, y, width, height }) => [x + width / 2, y + height / 2]),
          routes: laid.edges.map(({ sections: [{ startPoint, bendPoints = [], endPoint }] }) => [startPoint, ...bendPoints, endPoint].map(({ x, y }) => [x, y])),
        };
      };
    },
  },
  dagre: {
    title: 'dagre',
    async load() {
      const { default: dagre } = await import('@dagrejs/dagre');
      return ({ nodes, edges }) => {
        const graph = new dagre.graphlib.Graph({ multigraph: true });
        graph.setGraph({ rankdir: 'LR' });
        for (const { id, width, height } of nodes) graph.setNode(id, { width, height });
        for (const { id, source, target } of edges) graph.setEdge(source, target, {}, id);
        dagre.layout(graph);
        return {
          centres: nodes.map(({ id }) => [graph.node(id).x, graph.node(id).y]),
          routes: edges.map(({ id, source, target }) => graph.edge(source, target, id).points.map(({ x, y }) => [x, y])),
        };
      };
    },
  },
};
