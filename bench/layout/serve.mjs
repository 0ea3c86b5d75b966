// @ts-check
/** @file One contestant at one graph, in a process of its own: an overflow or a time that is up costs it alone. */
import { performance } from 'node:perf_hooks';
import { contestants } from './contestants.mjs';
import { worthOf } from './drawing.mjs';
import { graphs } from './graphs.mjs';

const [, , contestant, kind, size, rounds, bundle] = process.argv;
const graph = graphs[kind](Number(size));
const layOut = await contestants[contestant].load(bundle);
const times = [];
let drawing;
for (let round = 0; round < Number(rounds); round++) {
  const start = performance.now();
  drawing = await layOut(graph);
  times.push(performance.now() - start);
  process.send?.({ times }); // the times so far, should the next round take too long
}
process.send?.({ times, ...worthOf(graph, /** @type {import('./drawing.mjs').Drawing} */ (drawing)) });
process.disconnect?.();
