// @ts-check
/** @file One contestant at one graph, in a process of its own: an overflow or a time that is up costs it alone. */
import { performance } from 'node:perf_hooks';
import { contestants } from './contestants.mjs';
import { worthOf } from './drawing.mjs';
import { graphs } from './graphs.mjs';

/** Milliseconds for all rounds of one graph: the panel's layout worker is warm too, after its first graphs. */
const TIME = 3000;
const ROUNDS = 40;

const [, , contestant, kind, size, bundle] = process.argv;
const graph = graphs[kind](Number(size));
const layOut = await contestants[contestant].load(bundle);
const times = [];
let drawing;
for (let spent = 0; times.length === 0 || (spent < TIME && times.length < ROUNDS);) {
  const start = performance.now();
  drawing = await layOut(graph);
  const time = performance.now() - start;
  times.push(time);
  spent += time;
  process.send?.({ times }); // the times so far, should the next round take too long
}
process.send?.({ times, ...worthOf(graph, /** @type {import('./drawing.mjs').Drawing} */ (drawing)) });
process.disconnect?.();
