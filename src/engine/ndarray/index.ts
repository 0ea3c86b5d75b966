/** @file What the rest of the engine uses of the arrays. */
export { array, fullLike, onesLike, zerosLike } from './create.js';
export { promote, weakDType, type DType } from './dtype.js';
export { mutations } from './mutation.js';
export { asNDArray, len, NDArray, weakArray } from './ndarray.js';
export type { NestedList } from './nested.js';
export { np } from './np.js';
export type { ArrayLike, NestedArray, NumberArray } from './parse.js';
export type { ReduceArguments, ReduceOptions } from './reduce.js';
export { broadcastShapes, sameShape, shapeText, type NumbersArgument, type Shape } from './shape.js';
