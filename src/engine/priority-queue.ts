/** @file The Functions that a backward pass has still to take, the largest generation first: a binary heap (book step 16). */
import type { Function } from './function.js';

export class PriorityQueue {
  private readonly heap: Function[] = [];

  get size(): number {
    return this.heap.length;
  }

  /** O(log n). */
  push(fn: Function): void {
    const { heap } = this;
    let i = heap.length;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!before(fn, heap[parent]!)) break;
      heap[i] = heap[parent]!;
      i = parent;
    }
    heap[i] = fn;
  }

  /** Takes the Function of the largest generation out; of several, the one called last. O(log n). */
  pop(): Function | undefined {
    const { heap } = this;
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined || heap.length === 0) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
      if (!before(heap[child]!, last)) break;
      heap[i] = heap[child]!;
      i = child;
    }
    heap[i] = last;
    return top;
  }
}

/** Later calls have later outputs: so the order is the same in every run. */
function before(a: Function, b: Function): boolean {
  return a.generation > b.generation || (a.generation === b.generation && a.firstOutput > b.firstOutput);
}
