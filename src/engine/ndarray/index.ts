/** @file What the rest of the engine uses of the arrays. */
export { array, fullLike, ones, onesLike, zeros, zerosLike } from './create.js';
export { promote, weakDType, type DType } from './dtype.js';
export type { Index } from './index-arguments.js';
export { select, type Selection } from './indexing.js';
export { concatenate, maximum, minimum, putBack, take } from './joining.js';
export { mutations } from './mutation.js';
export { asNDArray, format, len, NDArray, weakArray, where } from './ndarray.js';
export type { NestedList } from './nested.js';
export { np } from './np.js';
export type { ArrayLike, NestedArray, NumberArray } from './parse.js';
export { readReduction, type ReduceArguments, type ReduceOptions } from './reduce.js';
export type { PrintOptions } from './print.js';
export { shapeText } from '../errors/words.js';
export { broadcastShapes, normalizeAxis, sameShape, type NumbersArgument, type Shape } from './shape.js';
export { Slice, slice } from './slice.js';
export { logSoftmax, softmax } from './softmax.js';
export { elements, statistics, type Statistics } from './statistics.js';
