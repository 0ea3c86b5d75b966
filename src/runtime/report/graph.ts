/** @file The live graph of a run: everything that can be reached from what the snippet's names hold. */
import type { Function, Variable } from '../../engine/index.js';
import type { Recorder } from '../recorder.js';

export interface Graph {
  /** In order of generation, then of creation. */
  readonly variables: readonly Variable[];
  readonly functions: readonly Function[];
  readonly totals: { readonly variables: number; readonly functions: number; readonly bytes: number };
  readonly truncated: boolean;
}

/** Where the graph is read from: what was differentiated last, or else the newest result that a name holds. */
export function outputOf(recorder: Recorder): Variable | null {
  if (recorder.root !== null) return recorder.root;
  let output: Variable | null = null;
  for (const { value } of recorder.bound.values()) {
    const computed = value !== null && (value.maker !== null || value.unrecorded);
    if (computed && (output === null || value.serial > output.serial)) output = value;
  }
  return output ?? recorder.newest;
}

/** @param maxElements  How many Variables and Functions to keep: those nearest to the output, then to the other names. */
export function collectGraph(recorder: Recorder, maxElements: number): Graph {
  const seen = new Serials();
  const functionsSeen = new Serials();
  const variables: Variable[] = [];
  const functions: Function[] = [];
  const totals = { variables: 0, functions: 0, bytes: 0 };
  // A graph may have but a stand-in for what a name holds.
  const named = new Map<number, Variable>();
  for (const { value } of recorder.bound.values()) if (value !== null) named.set(value.serial, value);

  for (const root of rootsOf(recorder)) {
    // Breadth first: what is kept under a budget is what is near.
    const queue: Variable[] = [];
    const reach = (variable: Variable): void => {
      if (seen.add(variable.serial)) queue.push(named.get(variable.serial) ?? variable);
    };
    reach(root);
    for (let at = 0; at < queue.length; at++) {
      const variable = queue[at]!;
      totals.variables++;
      totals.bytes += variable.nbytes;
      if (variables.length + functions.length < maxElements) variables.push(variable);
      const fn = variable.maker;
      if (fn === null || !functionsSeen.add(fn.firstOutput)) continue;
      totals.functions++;
      if (variables.length + functions.length < maxElements) functions.push(fn);
      for (const input of fn.inputs) reach(input);
      if (fn.outputCount === 1) continue;
      for (const output of fn.outputs) {
        const sibling = output.deref();
        if (sibling !== undefined) reach(sibling);
      }
    }
  }
  variables.sort((a, b) => a.generation - b.generation || a.serial - b.serial);
  functions.sort((a, b) => a.generation - b.generation || a.firstOutput - b.firstOutput);
  return { variables, functions, totals, truncated: totals.variables + totals.functions > variables.length + functions.length };
}

/** A set of serial numbers: they are dense, so a million of them take a megabyte, where a Set takes fifty. */
class Serials {
  private seen = new Uint8Array(1024);

  /** Whether it is new. */
  add(serial: number): boolean {
    if (serial >= this.seen.length) {
      const larger = new Uint8Array(Math.max(serial + 1, 2 * this.seen.length));
      larger.set(this.seen);
      this.seen = larger;
    }
    if (this.seen[serial] === 1) return false;
    this.seen[serial] = 1;
    return true;
  }
}

function* rootsOf(recorder: Recorder): Iterable<Variable> {
  const output = outputOf(recorder);
  if (output !== null) yield output;
  for (const { value } of recorder.bound.values()) if (value !== null) yield value;
  yield* recorder.unrecorded.values();
}
