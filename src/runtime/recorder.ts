/** @file What a run notes while the snippet runs: where it is, what its names hold, what was differentiated last. */
import { Variable } from '../engine/index.js';
import type { Observer } from '../engine/observer.js';
import { newestSerial } from '../engine/variable.js';
import type { Binding, Program } from '../protocol/program.js';

/** What a binding holds. A binding that is passed many times keeps its last value and a count: memory stays bounded. */
export interface BoundValue {
  value: Variable | null;
  count: number;
  /** When it got this value, as a number that grows. */
  time: number;
}

/** Of what was computed under no-grad only small values are kept for a hover: nothing else would keep the large ones alive. */
const KEPT_BYTES = 65_536;

export class Recorder implements Observer {
  site = 0;
  readonly bound = new Map<number, BoundValue>();
  /** By site: the last value that was computed there under no-grad. */
  readonly unrecorded = new Map<number, Variable>();
  /** The Variable that `backward()` was called on last. */
  root: Variable | null = null;
  /** Variables up to this serial number were there when it was. */
  rootAt = 0;
  /** The Variable that was computed last. */
  newest: Variable | null = null;
  private clock = 0;

  constructor(private readonly program: Program) {}

  bind(binding: number, value: unknown): void {
    const held = this.bound.get(binding);
    const variable = value instanceof Variable ? value : null;
    if (held === undefined) {
      this.bound.set(binding, { value: variable, count: 1, time: ++this.clock });
      return;
    }
    held.value = variable;
    held.count++;
    held.time = ++this.clock;
  }

  called(_fn: unknown, outputs: readonly Variable[]): void {
    const first = outputs[0]!;
    this.newest = first;
    if (first.unrecorded && first.nbytes <= KEPT_BYTES) this.unrecorded.set(this.site, first);
  }

  started(root: Variable): void {
    this.root = root;
    this.rootAt = newestSerial();
  }
  took(): void {}
  added(): void {}
  dropped(): void {}
  cleared(): void {}

  nameOf(variable: Variable): string | null {
    const binding = this.namings().get(variable.serial);
    return binding === undefined ? null : `'${binding.name}' (line ${binding.range.line})`;
  }

  /** By serial, the binding that names each Variable: the first that got it and still has it, parameters last. */
  namings(): Map<number, Binding> {
    const best = new Map<number, number>();
    for (const [binding, { value }] of this.bound) {
      if (value === null) continue;
      const rival = best.get(value.serial);
      if (rival === undefined || this.rank(binding) < this.rank(rival)) best.set(value.serial, binding);
    }
    return new Map(Array.from(best, ([serial, binding]) => [serial, this.program.bindings[binding]!]));
  }

  /** Smaller names better. */
  private rank(binding: number): number {
    const late = this.program.bindings[binding]!.kind === 'parameter' ? 1e15 : 0;
    return late + this.bound.get(binding)!.time;
  }
}
