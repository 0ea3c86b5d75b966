/** @file A value and its gradient as one aligned block of text, within one budget. */
import type { TensorSummary } from '../../protocol/report.js';

/** Characters that value and gradient may take together. */
export const valueBudget = 800;

/** From this width on, a label stands on its own line, so that the hover need not scroll sideways. */
const widestAligned = 60;

export interface LabelledTensor {
  readonly label: string;
  readonly tensor: TensorSummary | null;
  /** Said where there is no tensor. */
  readonly otherwise?: string;
}

/**
 * NumPy's text of each tensor behind its label.
 * A text that is too long ends in `…` and is followed by its statistics.
 */
export function layOutValues(rows: readonly LabelledTensor[]): string {
  const width = Math.max(...rows.map(({ label }) => label.length)) + 2;
  const shares = shareBudget(rows.map(({ tensor }) => tensor?.text.length ?? 0));
  return rows.map(({ label, tensor, otherwise = 'None' }, index) => {
    const text = tensor ? describe(tensor, shares[index]!) : otherwise;
    const lines = text.split('\n');
    if (Math.max(...lines.map(line => line.length)) > widestAligned) return `${label}\n${text}`;
    return lines.map((line, row) => (row === 0 ? label : '').padEnd(width) + line).join('\n');
  }).join('\n');
}

/** What one text does not need of its equal share, the others may use. */
function shareBudget(lengths: readonly number[]): number[] {
  const equal = Math.floor(valueBudget / lengths.length);
  const spare = lengths.reduce((sum, length) => sum + Math.max(0, equal - length), 0);
  return lengths.map(length => length <= equal ? equal : equal + spare);
}

function describe(tensor: TensorSummary, share: number): string {
  const shown = clip(tensor.text, share);
  const notes = [];
  if (shown.includes('…') || shown.includes('...')) notes.push(statistics(tensor));
  if (tensor.nonFinite > 0) notes.push(`${tensor.nonFinite} nan or inf`);
  return [shown, ...notes.filter(note => note !== '')].join('\n');
}

/** Whole lines where there are any. */
function clip(text: string, share: number): string {
  if (text.length <= share) return text;
  const head = text.slice(0, share);
  const lastLine = head.lastIndexOf('\n');
  return lastLine > 0 ? `${head.slice(0, lastLine)}\n…` : `${head}…`;
}

function statistics({ min, max, mean }: TensorSummary): string {
  if (min === null || max === null || mean === null) return '';
  const short = (value: number) => String(Number(value.toPrecision(4)));
  return `min ${short(min)}, mean ${short(mean)}, max ${short(max)}`;
}
