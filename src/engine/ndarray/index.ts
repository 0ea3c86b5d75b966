/** @file What the rest of the engine uses of the arrays. */
export { array, fullLike, onesLike, zeros, zerosLike } from './create.js';
export { promote, weakDType, type DType } from './dtype.js';
export { mutations } from './mutation.js';
export { asNDArray, format, len, NDArray, weakArray, where } from './ndarray.js';
export type { NestedList } from './nested.js';
export { np } from './np.js';
export type { ArrayLike, NestedArray, NumberArray } from './parse.js';
export { readReduction, type ReduceArguments, type ReduceOptions } from './reduce.js';
export type { PrintOptions } from './print.js';
export { broadcastShapes, sameShape, shapeText, type NumbersArgument, type Shape } from './shape.js';
export { elements, statistics, type Statistics } from './statistics.js';
