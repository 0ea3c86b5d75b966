/** @file Why a Variable has no value to show. */
import type { VariableReport } from '../../src/protocol/report.js';

/** In the place of the value. */
export function noValue({ state }: VariableReport): string {
  return state === 'freed' ? 'freed' : 'empty';
}

/** In a sentence. */
export function explainNoValue({ state }: VariableReport): string {
  return state === 'freed'
    ? 'Freed: no backward rule reads it, and nobody held the Variable any more. Keep it in a const to see its value here.'
    : 'Empty: it was made with null and has got no data yet.';
}
