/** @file What a run notes while the snippet runs: where it is, what its names hold, what was differentiated last. */
import { type Function, Variable } from '../engine/index.js';
import type { Observer } from '../engine/observer.js';
import { newestSerial } from '../engine/variable.js';
import type { Binding, Program } from '../protocol/program.js';
import { type ScopeInstance, ScopeStack } from './scope-stack.js';
import { SiteTexts } from './site-texts.js';

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
  readonly scopes: ScopeStack;
  private clock = 0;
  /** The call that the program is at: where, in how many frames, what it recorded last. */
  private readonly call: { site: number; depth: number; last: Function | null } = { site: 0, depth: 0, last: null };
  private readonly callees: SiteTexts;

  constructor(private readonly program: Program) {
    this.scopes = new ScopeStack(program);
    this.callees = new SiteTexts(program);
  }

  /** A function is about to be called at `site`. */
  calls(site: number): void {
    this.site = site;
    this.call.site = site;
    this.call.depth = this.scopes.depth;
    this.call.last = null;
  }

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

  called(fn: Function, outputs: readonly Variable[]): void {
    const first = outputs[0]!;
    this.newest = first;
    if (!first.unrecorded) fn.scope = this.scopeOf(fn);
    else if (first.nbytes <= KEPT_BYTES) this.unrecorded.set(this.site, first);
  }

  /** One call of the library that records several Functions is a scope of its own, known by the second of them. */
  private scopeOf(fn: Function): ScopeInstance {
    const { call, site } = this;
    if (call.site !== site || call.depth !== this.scopes.depth) return this.scopes.at(site);
    const { last } = call;
    call.last = fn;
    if (last === null) return this.scopes.at(site);
    const known = last.scope as ScopeInstance;
    const own = known.kind === 'call' ? known : known.child('call', this.callees.anchor(site), null);
    last.scope = own;
    return own;
  }

  entered(name: string): void {
    this.scopes.enterLayer(name, this.site);
  }

  left(): void {
    this.scopes.leave();
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
