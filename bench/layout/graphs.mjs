// @ts-check
/** @file The graphs that are laid out: Variables and Functions in turn, as a run makes them, with their generations. */

/**
 * @typedef {{ id: string, layer: number, width: number, height: number, ports: boolean }} Node  As the panel's layout takes it.
 * @typedef {{ id: string, source: string, target: string }} Edge
 * @typedef {{ nodes: Node[], edges: Edge[] }} Graph
 */

/** Grows a graph as a run does: leaves, and calls whose outputs know their generation. */
class Builder {
  /** @type {Graph} */
  graph = { nodes: [], edges: [] };
  /** Layers of the Variables: twice their generation. @type {Map<string, number>} */
  #layers = new Map();

  get size() {
    return this.graph.nodes.length;
  }

  leaf() {
    return this.#variable(0);
  }

  /** @param {readonly string[]} inputs @returns {string} its output */
  call(inputs) {
    const layer = Math.max(...inputs.map(input => this.#layers.get(input) ?? 0));
    const fn = `f${this.size}`;
    this.graph.nodes.push({ id: fn, layer: layer + 1, width: 76, height: 34, ports: true });
    for (const input of inputs) this.#edge(input, fn);
    const output = this.#variable(layer + 2);
    this.#edge(fn, output);
    return output;
  }

  /** @param {number} layer */
  #variable(layer) {
    const id = `v${this.size}`;
    this.graph.nodes.push({ id, layer, width: 132, height: 62, ports: false });
    this.#layers.set(id, layer);
    return id;
  }

  /** @param {string} source @param {string} target */
  #edge(source, target) {
    this.graph.edges.push({ id: `e${this.graph.edges.length}`, source, target });
  }
}

/** One operation after the other. @param {number} size */
function chain(size) {
  const build = new Builder();
  for (let y = build.leaf(); build.size + 2 <= size;) y = build.call([y]);
  return build.graph;
}

/** A network of linear layers with their weights and biases, and relu between them. @param {number} size */
function mlp(size) {
  const build = new Builder();
  for (let y = build.leaf(); build.size + 6 <= size;) y = build.call([build.call([y, build.leaf(), build.leaf()])]);
  return build.graph;
}

/** `y = y * x + x` over and over: one Variable that every turn reads twice. @param {number} size */
function loop(size) {
  const build = new Builder();
  const x = build.leaf();
  for (let y = x; build.size + 4 <= size;) y = build.call([build.call([y, x]), x]);
  return build.graph;
}

/** Calls of one input or two, mostly of what was made shortly before, as in a program: 1.3 edges a node. @param {number} size */
function random(size) {
  const build = new Builder();
  const draw = generator(size);
  const variables = Array.from({ length: Math.ceil(size / 16) }, () => build.leaf());
  while (build.size + 2 <= size) {
    const pick = () => variables[variables.length - 1 - Math.floor(draw() * Math.min(variables.length, draw() < 0.98 ? 40 : Infinity))];
    variables.push(build.call(draw() < 0.77 ? [pick(), pick()] : [pick()]));
  }
  return build.graph;
}

/** Numbers from 0 to 1, the same for a seed (mulberry32). @param {number} seed */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @type {Readonly<Record<string, (size: number) => Graph>>} */
export const graphs = { chain, mlp, loop, random };
