/** @file What stands in the graph for a Variable whose data no rule reads: so the data is free as soon as nobody else holds the Variable. */
import type { Function } from './function.js';
import { Outline } from './held.js';
import { VariableRef } from './variable-ref.js';
import { Variable } from './variable.js';

/*
 * A graph is held by its Functions' inputs. Where a Function was called with a Variable that neither its own rule nor the rule of the
 * Variable's creator reads, it keeps a second Variable instead: the same place in the graph, and the gradient, but of the data only the
 * shape and the dtype. The Variable itself, which the program has, refers to its stand-in, and not the other way round.
 *
 * Leaves stay as they are: their gradients are what backward is for, so somebody has them.
 */

/** Below this, a stand-in and the reference to its Variable would not be worth what they free. */
const WORTHWHILE_BYTES = 4096;

/** What a Function's rule reads of its call; the rest of the data need not be kept. */
export type Reads = 'nothing' | 'inputs' | 'output' | 'all';

/** What a Function keeps of an input for the way back: the Variable, or what stands in for it. */
export function keptInput(fn: Function, input: Variable): Variable {
  const { held, maker } = input;
  if (typeof held === 'number' || maker === null || held === null || held.nbytes < WORTHWHILE_BYTES) return input;
  if (readsInputs(fn.reads) || readsOutput(maker.reads)) return input;
  // Where a running pass has come to the Variable already, it will look for the gradient there.
  return input.standIn ?? (input.pending === null ? standInFor(input) : input);
}

const readsInputs = (reads: Reads): boolean => reads === 'inputs' || reads === 'all';
const readsOutput = (reads: Reads): boolean => reads === 'output' || reads === 'all';

function standInFor(variable: Variable): Variable {
  const { shape, dtype, size } = variable;
  const standIn = new Variable(null, variable.name);
  standIn.held = new Outline(shape, dtype, size, VariableRef.weak(variable));
  standIn.serial = variable.serial;
  standIn.generation = variable.generation;
  standIn.site = variable.site;
  standIn.maker = variable.maker;
  standIn.gradOrigin = variable.gradOrigin;
  standIn.heldGradient = variable.heldGradient;
  variable.heldGradient = null;
  variable.standIn = standIn;
  return standIn;
}

/** The Variable that an input was, as long as somebody holds it; else what stands in for it. */
export function original(input: Variable): Variable {
  return (input.held instanceof Outline ? input.held.of?.deref() : undefined) ?? input;
}
