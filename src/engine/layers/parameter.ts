/** @file Parameter: a Variable that is there to be learnt (book step 44). */
import { Variable } from '../variable.js';

/**
 * A Variable in all it does; a {@link Layer} knows by the class which of its attributes an optimizer shall change.
 *
 * Made of null it waits for its first data, as the W of a `Linear` without `inSize` does.
 */
export class Parameter extends Variable {}
