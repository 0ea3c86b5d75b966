/** @file Numbers of a Variable's tensor, a page at a time. */
import { type Variable } from '../../engine/index.js';
import { blockMeans } from '../../engine/ndarray/index.js';
import type { PageAnswer, PageRequest } from '../../protocol/tensor-page.js';
import { reportNumber } from './report-number.js';

export function readPage(variable: Variable | undefined, request: PageRequest): PageAnswer {
  const array = request.part === 'value' ? variable?.content : variable?.grad;
  const numbers = array ? blockMeans(array, request) : null;
  return numbers === null ? { outcome: 'missing' } : { outcome: 'page', numbers: numbers.map(reportNumber) };
}
