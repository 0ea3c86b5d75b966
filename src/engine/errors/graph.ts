/** @file Errors of Variables and of the way back through a graph. */
import type { Function } from '../function.js';
import type { Shape } from '../ndarray/shape.js';
import type { Variable } from '../variable.js';
import { catalogue } from './catalogue.js';
import { describe, describeFirst } from './variables.js';
import { shapeText } from './words.js';

export const graphErrors = catalogue('graph', {
  emptyVariable: (variable: Variable) =>
    new Error(`${describeFirst(variable)} is empty: it has no data yet. Assign to its data first, or ask isEmpty.`),

  /** It was reached through a graph, and its own Variable has been collected. */
  dataFreed: (variable: Variable) =>
    new Error(`The data of ${describe(variable)}, of shape ${shapeText(variable.shape)}, has been freed: no backward rule reads it, and nobody held the Variable any more. `
      + 'Keep the Variable itself in a const where you compute it, and read its data there.'),

  variableIsNoNumber: (variable: Variable) =>
    new TypeError(`${describeFirst(variable)} is not a number. The operators + - * / ** take Variables; for JavaScript's own arithmetic use x.data.item().`),

  madeUnderNoGrad: (root: Variable) =>
    new Error(`${describeFirst(root)} was made under no-grad, so nothing was recorded that backward() could go through. `
      + 'Compute it outside of noGrad(), with Config.enableBackprop true.'),

  emptyRoot: (root: Variable) =>
    new Error(`${describeFirst(root)} is empty: there is nothing to differentiate. Give it data first.`),

  gradientShape: (variable: Variable, shape: Shape, gradient: Shape) =>
    new Error(`The gradient of ${describe(variable)} must have the shape of its data, ${shapeText(shape)}, but has ${shapeText(gradient)}. `
      + 'Reshape or broadcast it first.'),

  /** Between its use in forward and the rule that reads it, data was replaced, or changed in place. */
  changedSince: (fn: Function, name: string, how: string) =>
    new Error(`${fn.name}: the data of ${name} was ${how} after ${fn.name} used it, and backward needs the values that forward saw. `
      + 'Call backward() before you change the data, or change a copy: x.data.copy().'),

  takenForConstant: (fn: Function, variable: Variable) =>
    new Error(`${fn.name}.backward reads the data of ${describe(variable)}, which cannot be differentiated again. Compute with the Variable itself, `
      + 'this.inputs[…], for createGraph; or, where its derivative does not matter, take asArray(this.inputs[…]).'),

  calledAgain: (fn: Function, variable: Variable) =>
    new Error(`${describeFirst(variable)} was made by a ${fn.name} that has been called again since, and a Function remembers its last call only. `
      + `Make a new one for each call: new ${fn.name}().call(x).`),
});
