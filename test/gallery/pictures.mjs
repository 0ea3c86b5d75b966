// @ts-check
/** @file The list of the gallery: what is shown, in which room, and what is selected or open. */

/**
 * @typedef {object} Picture
 * @property {string} name of its files
 * @property {string} snippet from the checkout's folder; what is random in it needs a seed
 * @property {readonly [width: number, height: number]} [size] of the panel; 900 × 560 unless said otherwise
 * @property {'plain' | 'retain-grad' | 'no-grad'} [mode] how the snippet is run
 * @property {'LR' | 'TB'} [direction]
 * @property {string} [select] name of a Variable, else class of Functions: as the editor's cursor on them selects them
 * @property {string[]} [click] buttons, by their names
 * @property {string} [search]
 * @property {string[]} [keys] pressed at the end
 */

/** @type {Picture[]} */
export const pictures = [
  // The book's steps.
  { name: 'step09-functions', snippet: 'test/gallery/snippets/step09-functions.dz.ts', click: ['Legend'] },
  { name: 'step13-variable-length', snippet: 'test/gallery/snippets/step13-variable-length.dz.ts', size: [440, 560] },
  { name: 'step14-repeated', snippet: 'test/gallery/snippets/step14-repeated.dz.ts', select: 'x' },
  { name: 'step16-generations', snippet: 'examples/step16-generations.dz.ts', select: 'a', keys: ['b'] },
  { name: 'step17-memory', snippet: 'test/gallery/snippets/step17-memory.dz.ts' },
  { name: 'step18-retain-grad-off', snippet: 'examples/step18-save-memory.dz.ts', select: 't' },
  { name: 'step18-no-grad', snippet: 'examples/step18-save-memory.dz.ts', mode: 'no-grad' },
  { name: 'step20-operators', snippet: 'examples/step20-operators.dz.ts', size: [640, 400] },
  { name: 'step24-goldstein-price', snippet: 'test/gallery/snippets/step24-goldstein-price.dz.ts', search: 'pow', keys: ['Enter'] },
  { name: 'step27-taylor-sine', snippet: 'examples/step27-taylor-series.dz.ts', direction: 'TB', size: [560, 900] },
  { name: 'step36-double-backprop', snippet: 'examples/step36-double-backprop.dz.ts', mode: 'retain-grad' },
  { name: 'step43-two-layer-net', snippet: 'examples/step43-neural-network.dz.ts', select: 'W1' },
  // Shapes of graphs.
  { name: 'diamond', snippet: 'test/gallery/snippets/diamond.dz.ts', direction: 'TB' },
  { name: 'multiple-outputs', snippet: 'test/gallery/snippets/multiple-outputs.dz.ts', select: 'MinMax' },
  { name: 'mlp-training', snippet: 'examples/step46-optimizer.dz.ts' },
  { name: 'rnn-50-steps', snippet: 'test/gallery/snippets/rnn-50-steps.dz.ts', keys: ['f'] },
  { name: 'resnet', snippet: 'test/gallery/snippets/resnet.dz.ts', keys: ['f'] },
  { name: 'taylor-5000-nodes', snippet: 'test/gallery/snippets/taylor-5000-nodes.dz.ts' },
  { name: 'star', snippet: 'test/gallery/snippets/star.dz.ts', select: 'x' },
  { name: 'loop-over-data', snippet: 'test/gallery/snippets/loop-over-data.dz.ts' },
  { name: 'disconnected', snippet: 'test/gallery/snippets/disconnected.dz.ts' },
  // Colours.
  { name: 'coloured-by-gradient', snippet: 'examples/step43-neural-network.dz.ts', mode: 'retain-grad', click: ['Legend'], keys: ['c', 'c'] },
  { name: 'coloured-by-generation', snippet: 'examples/step27-taylor-series.dz.ts', click: ['Legend', 'Details'], keys: ['c'] },
  { name: 'coloured-by-state', snippet: 'examples/step18-save-memory.dz.ts', click: ['Legend'], keys: ['c', 'c', 'c', 'c'] },
  // Small windows, as at a zoom of 200 %.
  { name: 'narrow-details', snippet: 'examples/step18-save-memory.dz.ts', size: [320, 512], select: 't', click: ['Details'] },
  { name: 'narrow-legend', snippet: 'examples/step27-taylor-series.dz.ts', size: [320, 512], click: ['Legend'] },
  { name: 'low', snippet: 'examples/step43-neural-network.dz.ts', size: [512, 256] },
  // Little or nothing, and what goes wrong.
  { name: 'one-node', snippet: 'test/gallery/snippets/one-node.dz.ts', select: 'x' },
  { name: 'no-variables', snippet: 'test/gallery/snippets/no-variables.dz.ts' },
  { name: 'failed-run', snippet: 'test/gallery/snippets/failed-run.dz.ts' },
  { name: 'nan-and-infinity', snippet: 'test/gallery/snippets/nan-and-infinity.dz.ts', click: ['Details'] },
];
