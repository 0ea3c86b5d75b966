// @ts-check
/** @file What a drawing of a graph is worth: how often its edges cross, how much room it takes, how long its edges are. */

/**
 * @typedef {readonly [x: number, y: number]} Point
 * @typedef {{ centres: readonly Point[], routes: readonly (readonly Point[])[] }} Drawing
 *   Centres in the order of the nodes, and a polyline for each edge: for a curve the polygon of its control points.
 * @typedef {{ crossings: number, area: number, length: number }} Worth  Area in megapixels, total length in thousands of pixels.
 * @typedef {{ edge: number, ax: number, ay: number, bx: number, by: number, top: number, bottom: number }} Segment
 */

/** @param {import('./graphs.mjs').Graph} graph @param {Drawing} drawing @returns {Worth} */
export function worthOf(graph, { centres, routes }) {
  const xs = extent(graph.nodes.map(({ width }, i) => [centres[i][0], width / 2]), routes.flat().map(([x]) => x));
  const ys = extent(graph.nodes.map(({ height }, i) => [centres[i][1], height / 2]), routes.flat().map(([, y]) => y));
  const length = routes.reduce((sum, route) => sum + route.slice(1).reduce((all, [x, y], i) => all + Math.hypot(x - route[i][0], y - route[i][1]), 0), 0);
  return { crossings: crossingsOf(graph, routes), area: (xs * ys) / 1e6, length: length / 1e3 };
}

/** @param {readonly (readonly [centre: number, half: number])[]} boxes @param {readonly number[]} points */
function extent(boxes, points) {
  let [least, most] = [Infinity, -Infinity];
  for (const [centre, half] of boxes) [least, most] = [Math.min(least, centre - half), Math.max(most, centre + half)];
  for (const point of points) [least, most] = [Math.min(least, point), Math.max(most, point)];
  return most - least;
}

/**
 * How many times two edges cross that have no node in common; those that have meet there anyhow. By a sweep from left to right over the
 * segments.
 * @param {import('./graphs.mjs').Graph} graph @param {readonly (readonly Point[])[]} routes
 */
export function crossingsOf(graph, routes) {
  const segments = routes.flatMap((route, edge) => route.slice(1).map((end, i) => segmentOf(edge, route[i], end))).sort((a, b) => a.ax - b.ax);
  const shared = ends(graph);
  // Edges of one node that are drawn over one another are one line to the eye, and cross another line once.
  const crossings = new Set();
  /** @type {Segment[]} */
  let active = [];
  for (const segment of segments) {
    let kept = 0;
    for (const other of active) {
      if (other.bx < segment.ax) continue;
      active[kept++] = other;
      if (other.top <= segment.bottom && segment.top <= other.bottom && !shared(segment.edge, other.edge) && cross(segment, other)) crossings.add(placeOf(graph, segment, other));
    }
    active.length = kept;
    active.push(segment);
  }
  return crossings.size;
}

/** Where two lines cross, to the pixel, and whose they are. @param {import('./graphs.mjs').Graph} graph @param {Segment} s @param {Segment} t */
function placeOf({ edges }, s, t) {
  const [dx, dy, ex, ey] = [s.bx - s.ax, s.by - s.ay, t.bx - t.ax, t.by - t.ay];
  const at = ((t.ax - s.ax) * ey - (t.ay - s.ay) * ex) / (dx * ey - dy * ex);
  const sources = [edges[s.edge].source, edges[t.edge].source].sort();
  return [...sources, Math.round(s.ax + at * dx), Math.round(s.ay + at * dy)].join(' ');
}

/** From left to right. @param {number} edge @param {Point} a @param {Point} b @returns {Segment} */
function segmentOf(edge, a, b) {
  const [[ax, ay], [bx, by]] = a[0] <= b[0] ? [a, b] : [b, a];
  return { edge, ax, ay, bx, by, top: Math.min(ay, by), bottom: Math.max(ay, by) };
}

/** Whether two edges have a node in common. @param {import('./graphs.mjs').Graph} graph */
function ends({ edges }) {
  return (/** @type {number} */ a, /** @type {number} */ b) => {
    const [left, right] = [edges[a], edges[b]];
    return left.source === right.source || left.source === right.target || left.target === right.source || left.target === right.target;
  };
}

/** Each end of one lies on the other side of the other; a point where a polyline bends counts for its left segment alone. @param {Segment} s @param {Segment} t */
function cross(s, t) {
  const side = (/** @type {Segment} */ of, /** @type {number} */ x, /** @type {number} */ y) => (of.bx - of.ax) * (y - of.ay) - (of.by - of.ay) * (x - of.ax) > 0;
  return side(s, t.ax, t.ay) !== side(s, t.bx, t.by) && side(t, s.ax, s.ay) !== side(t, s.bx, s.by);
}
