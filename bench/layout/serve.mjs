// @ts-check
/** @file One contestant at one graph, in a process of its own: an overflow or a time that is up costs it alone. */
import { performance } from 'node:perf_hooks';
import { contestants } from './contestants.mjs';
import { worthOf } from './drawing.mjs';
import { graphs } from './graphs.mjs';
import { medianOf } from './table.mjs';

/** Milliseconds for all rounds of one graph. Every contestant has as long to get warm, for the panel's layout worker is warm too, after its first graphs. */
const TIME = 3000;

const [, , contestant, kind, size, bundle] = process.argv;
const graph = graphs[kind](Number(size));
const layOut = await contestants[contestant].load(bundle);
const times = [];
let drawing;
for (let spent = 0; spent < TIME;) {
  const start = performance.now();
  drawing = await layOut(graph);
  const time = performance.now() - start;
  times.push(time);
  spent += time;
  process.send?.('round'); // the limit is for each
}
process.send?.({ first: times[0], median: medianOf(times), ...worthOf(graph, /** @type {import('./drawing.mjs').Drawing} */ (drawing)) });
process.disconnect?.();
