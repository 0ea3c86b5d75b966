/** @file Layer: a function with Parameters, which it finds among its attributes (book steps 44 and 45). */
import { watch } from '../observer.js';
import { asVariable, type Data, type Variable } from '../variable.js';
import { Parameter, State } from './parameter.js';

type LayerOutput = Variable | readonly Variable[];

/**
 * A part of a network. Derive from it, keep Parameters and other Layers in attributes or in arrays, and write `forward`:
 *
 * ```ts
 * class Scale extends Layer {
 *   factor = new Parameter(1);
 *   forward(x: Variable) { return mul(x, this.factor); }
 * }
 * const y = new Scale().call(x);
 * ```
 * Private `#attributes` cannot be found, and so are not learnt.
 */
export abstract class Layer {
  /** Computes the output from the inputs. */
  abstract forward(...xs: Variable[]): LayerOutput;

  /** Calls `forward`; numbers and arrays are taken as Variables. */
  call(...xs: (Variable | Data)[]): ReturnType<this['forward']> {
    const { observer } = watch;
    observer?.entered(this.constructor.name);
    try {
      return this.forward(...xs.map(asVariable)) as ReturnType<this['forward']>;
    } finally {
      observer?.left();
    }
  }

  /** All Parameters, of the Layers inside too, in the order of the attributes; one that is shared comes once. */
  params(): Parameter[] {
    return this.namedParams().map(([, param]) => param);
  }

  /** The same with their paths, such as `l1.W` or `layers.0.b`; one that is shared has the first of its paths. */
  namedParams(): [path: string, param: Parameter][] {
    return this.namedWeights().filter((entry): entry is [string, Parameter] => entry[1] instanceof Parameter);
  }

  /** All that is saved of it, with paths: its Parameters, and what it has seen ({@link State}). */
  namedWeights(): [path: string, weight: Parameter | State][] {
    const found: [string, Parameter | State][] = [];
    collect(this, '', new Set(), found);
    return found;
  }

  /** Forgets the gradients of all Parameters, as before each backward pass of a training loop. */
  clearGrads(): void {
    for (const param of this.params()) param.clearGrad();
  }
}

/** `seen` ends at what is shared, and at a Layer that knows the one it is in. */
function collect(value: unknown, path: string, seen: Set<unknown>, found: [string, Parameter | State][]): void {
  const isWeight = value instanceof Parameter || value instanceof State;
  const holds = value instanceof Layer || Array.isArray(value);
  if ((!holds && !isWeight) || seen.has(value)) return;
  seen.add(value);
  if (isWeight) {
    found.push([path, value]);
    return;
  }
  for (const [key, inner] of Object.entries(value as object)) collect(inner, path === '' ? key : `${path}.${key}`, seen, found);
}

/** A Layer that is a whole network: what an optimizer is set up with, and what weights are saved of (book step 45). */
export abstract class Model extends Layer {}
