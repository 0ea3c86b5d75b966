/** @file Errors of single functions: their arguments, and shapes that only they ask for. */
import type { Shape } from '../ndarray/shape.js';
import { catalogue } from './catalogue.js';
import { describeOperand } from './variables.js';
import { count, kindOf, shapeText, shown } from './words.js';

/** The shapes that a linear layer was given; b's is undefined where there is none. */
function linear(x: Shape, w: Shape, b: Shape | undefined, why: string): Error {
  return new Error(`linear: x has the shape ${shapeText(x)}, W ${shapeText(w)}${b === undefined ? '' : `, b ${shapeText(b)}`}: ${why}`);
}

export const functionErrors = catalogue('functions', {
  linearOfNoMatrix: (x: Shape, w: Shape, b: Shape | undefined) =>
    linear(x, w, b, 'W must be a matrix of shape (inputs, outputs): reshape it'),

  linearOfScalar: (x: Shape, w: Shape, b: Shape | undefined) =>
    linear(x, w, b, 'x must have its inputs along the last axis, so it cannot be 0-d: reshape it'),

  linearSizes: (x: Shape, w: Shape, b: Shape | undefined) =>
    linear(x, w, b, `the last axis of x must be as long as the first of W, ${String(w[0])}: transpose W, or make one of that size`),

  linearBias: (x: Shape, w: Shape, b: Shape | undefined) =>
    linear(x, w, b, `b must have one element for each output, the shape (${String(w[1])},)`),

  /** `wanted`: the labels' shape, where x tells it. */
  labelShapes: (x: Shape, t: Shape, wanted: Shape | undefined) =>
    new Error(`softmaxCrossEntropy: x has the shape ${shapeText(x)} and t ${shapeText(t)}, but x must be (samples, classes) `
      + `and t one label for each sample, (samples,)${wanted === undefined ? '' : `: t must have the shape ${shapeText(wanted)} here`}; of one-hot rows take the position of the 1`),

  labelIsNoInteger: (label: number) =>
    new TypeError(`softmaxCrossEntropy: ${String(label)} is no label: labels are integers, the positions of the classes`),

  labelIsNoClass: (label: number, x: Shape) => {
    const classes = x[x.length - 1]!;
    return new RangeError(`softmaxCrossEntropy: the label ${String(label)} is none of the ${String(classes)} classes of x ${shapeText(x)}: use 0 to ${String(classes - 1)}`);
  },

  accuracyShapes: (y: Shape, t: Shape) =>
    new Error(`accuracy: y has the shape ${shapeText(y)} and t ${shapeText(t)}, but y must be (samples, classes), with a class at least, `
      + 'and t one label for each sample, (samples,) or (samples, 1): of one-hot rows take the position of the 1, with argmax(1)'),

  accuracyOfNothing: (y: Shape) =>
    new RangeError(`accuracy: y of shape ${shapeText(y)} has no samples, so there is no share of them: give at least one`),

  dropoutRatio: (ratio: unknown) =>
    new RangeError(`dropout: the ratio is ${shown(ratio)}, but must be from 0 to below 1: the share of the elements that become 0`),

  normalizesNoBatch: (x: Shape) =>
    new Error(`batchNorm: x has the shape ${shapeText(x)}, but must be (samples, channels) or (samples, channels, height, width): reshape it`),

  /** `what`: which of the operands, or of the running statistics, is not one number a channel. */
  normSizes: (what: string, shape: Shape, x: Shape) =>
    new Error(`batchNorm: ${what} has the shape ${shapeText(shape)}, but x ${shapeText(x)} has ${count(x[1]!, 'channel')} on its second axis: `
      + `give ${what} the shape (${String(x[1])},)`),

  normSetting: (what: 'decay' | 'eps', value: unknown) =>
    new RangeError(`batchNorm: ${what} is ${shown(value)}, but must be ${what === 'decay' ? 'from 0 to 1, the part of the old mean that stays' : 'a finite number from 0, added to the variance'}`),

  slopeIsNoNumber: (slope: unknown) =>
    new TypeError(`leakyRelu: the slope is ${shown(slope)}, but it must be a number, such as 0.2`),

  /** `purpose`: what the function would be there for. */
  noFunction: (operation: string, purpose: string, value: unknown) =>
    new TypeError(`${operation}: the first argument is the function to ${purpose}, not ${kindOf(value)}`),

  returnedNoTensor: (operation: string, value: unknown) =>
    new TypeError(`${operation}: the function returned ${value === undefined ? 'nothing' : kindOf(value)}, but it must return a Variable, an NDArray or a number`),

  checksNoVariable: () =>
    new TypeError('gradCheck: the function must return a Variable, or there is nothing to differentiate'),

  checksIntegers: (position: number, dtype: string) =>
    new TypeError(`gradCheck: input ${String(position)} is ${dtype}, which has no gradient: use a float dtype, or close over it: x => f(x, labels)`),

  differentiatesNoVariable: (value: unknown) =>
    new TypeError(`grad: y is ${kindOf(value)}, but must be a Variable: there is nothing to differentiate`),

  noListOfVariables: (value: unknown) =>
    new TypeError(`grad: xs is ${kindOf(value)}, but must be an array of Variables: grad(y, [x])`),

  noVariableInList: (position: number, value: unknown) =>
    new TypeError(`grad: xs[${String(position)}] is ${kindOf(value)}, but must be a Variable that y was made from: make one, and compute y with it`),

  /** The operand on one side is no number or tensor, and the other one is. */
  operand: (operator: string, side: 'left' | 'right', operand: unknown, other: unknown) => {
    const hint = operand === null ? ' Is it a gradient that backward() has not computed, or has dropped?' : '';
    return new TypeError(`${operator}: the ${side} operand is ${kindOf(operand)}; beside ${describeOperand(other)}, it must be a Variable, an NDArray or a number too.${hint}`);
  },
});
