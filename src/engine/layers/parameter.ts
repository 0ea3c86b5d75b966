/** @file Parameter: a Variable that is there to be learnt (book step 44); State: one that a Layer keeps beside them. */
import { Variable } from '../variable.js';

/**
 * A Variable in all it does; a {@link Layer} knows by the class which of its attributes an optimizer shall change.
 *
 * Made of null it waits for its first data, as the W of a `Linear` without `inSize` does.
 */
export class Parameter extends Variable {}

/**
 * What a Layer has seen rather than learnt, such as the running mean of a `BatchNorm`: saved and loaded with the Parameters, but no
 * optimizer changes it.
 */
export class State extends Variable {}
