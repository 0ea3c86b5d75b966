/** @file Which scopes the program is in: calls of functions with a name and of Layers, and turns of loops. */
import type { Program, Scope } from '../protocol/program.js';
import type { ScopeKind } from '../protocol/report.js';

/** One call, one loop or one turn. The Functions that were recorded in it keep it, and with the last of them it is free. */
export class ScopeInstance {
  private counts: Map<string, number> | null = null;

  constructor(
    readonly kind: ScopeKind,
    readonly name: string,
    readonly parent: ScopeInstance | null,
    /** Which of those with its kind and name in its parent; the turn's number. From 0. */
    readonly ordinal: number,
    /** Where it is written; null for a Layer's code, which is the engine's. */
    readonly scope: Scope | null,
  ) {}

  /** The next of a name in this one. */
  child(kind: ScopeKind, name: string, scope: Scope | null): ScopeInstance {
    this.counts ??= new Map();
    const ordinal = this.counts.get(name) ?? 0;
    this.counts.set(name, ordinal + 1);
    return new ScopeInstance(kind, name, this, ordinal, scope);
  }
}

/** A loop that has begun, in one call. */
interface RunningLoop {
  readonly turn: number;
  /** The turn of the loop around it when this one began. */
  readonly outer: RunningLoop | null;
  /** What all turns of it share. */
  readonly run: { instance: ScopeInstance | null };
  instance: ScopeInstance | null;
}

/** A call that has begun and not ended; at the bottom, the modules' own code. */
interface Frame {
  readonly scope: Scope | null;
  readonly name: string;
  /** Where it was called from. */
  readonly site: number;
  /** By id of the loop. */
  readonly loops: (RunningLoop | undefined)[];
  /** Made when the first Function is recorded: most calls in a long run record none that stays. */
  instance: ScopeInstance | null;
}

export class ScopeStack {
  private readonly frames: Frame[];

  constructor(private readonly program: Program) {
    this.frames = [{ scope: null, name: '', site: 0, loops: [], instance: new ScopeInstance('function', '', null, 0, null) }];
  }

  get depth(): number {
    return this.frames.length;
  }

  /** A function's body begins; it was called at `site`. */
  enter(scope: number, site: number): void {
    const entered = this.program.scopes[scope]!;
    this.frames.push({ scope: entered, name: entered.name, site, loops: [], instance: null });
  }

  /** A Layer's `call` begins. */
  enterLayer(name: string, site: number): void {
    this.frames.push({ scope: null, name, site, loops: [], instance: null });
  }

  leave(): void {
    this.frames.pop();
  }

  turn(scope: number): void {
    const { loops } = this.frames.at(-1)!;
    const around = this.program.scopes[scope]!.loop;
    const outer = around === null ? null : loops[around] ?? null;
    const before = loops[scope];
    // After a turn of the loop around it, it begins anew.
    loops[scope] = before !== undefined && before.outer === outer
      ? { turn: before.turn + 1, outer, run: before.run, instance: null }
      : { turn: 0, outer, run: { instance: null }, instance: null };
  }

  /** The innermost scope around a site that the program is at. */
  at(site: number): ScopeInstance {
    return this.inFrame(this.frames.length - 1, site);
  }

  private inFrame(depth: number, site: number): ScopeInstance {
    const loop = this.program.sites[site - 1]?.loop ?? null;
    return this.inLoop(depth, loop);
  }

  private inLoop(depth: number, loop: number | null): ScopeInstance {
    const frame = this.frames[depth]!;
    const running = loop === null ? undefined : frame.loops[loop];
    if (loop === null) return frame.instance ??= this.begin(depth);
    const scope = this.program.scopes[loop]!;
    // The loop of another function's site, as of a callback that was made in it: that one's turns are not this call's.
    if (running === undefined) return this.inLoop(depth, scope.loop);
    if (running.instance === null) {
      const around = this.inLoop(depth, scope.loop);
      running.run.instance ??= around.child('loop', scope.name, scope);
      running.instance = new ScopeInstance('turn', scope.name, running.run.instance, running.turn, scope);
    }
    return running.instance;
  }

  private begin(depth: number): ScopeInstance {
    const { scope, name, site } = this.frames[depth]!;
    return this.inFrame(depth - 1, site).child(scope === null ? 'layer' : 'function', name, scope);
  }
}
