/** @file What the rest of the engine uses of the arrays. */
export { array, fullLike, ones, onesLike, zeros, zerosLike } from './create.js';
export { promote, weakDType, type DType } from './dtype.js';
export { power } from './elementwise.js';
export type { Index } from './index-arguments.js';
export { select, type Selection } from './indexing.js';
export { concatenate, maximum, minimum, putBack, take } from './joining.js';
export { mutations } from './mutation.js';
export { asNDArray, format, len, NDArray, scalarOf, weakArray, where } from './ndarray.js';
export type { NestedList } from './nested.js';
export { np } from './np.js';
export type { ArrayLike, NestedArray, NumberArray } from './parse.js';
export { readReduction, type ReduceArguments, type ReduceOptions } from './reduce.js';
export type { PrintOptions } from './print.js';
export { broadcastShapes, normalizeAxis, sameShape, SCALAR_SHAPE, type NumbersArgument, type Shape } from './shape.js';
export { Slice, slice } from './slice.js';
export { logSoftmax, softmax } from './softmax.js';
export { unaryNumber } from './unary.js';
export { elements, statistics, type Statistics } from './statistics.js';
