/** @file An array as NumPy's `str` writes it: brackets, line breaks and elision. Source: numpy/_core/arrayprint.py. */
import type { Block } from './block.js';
import { scalarText } from './print-float.js';
import { elementFormat, type ElementFormat } from './print-format.js';
import { stridesOf } from './shape.js';

export interface PrintOptions {
  /** Arrays of more elements are shown by their edges. NumPy's default: 1000. */
  readonly threshold?: number;
  /** How many items at each edge. NumPy's default: 3. */
  readonly edgeItems?: number;
}

const LINE_WIDTH = 75;
const ELLIPSIS = '...';

/** Touches only the elements it shows. */
export function print(block: Block, { threshold = 1000, edgeItems = 3 }: PrintOptions = {}): string {
  const { shape, dtype, values } = block;
  if (shape.length === 0) {
    const value = values[0]!;
    if (dtype === 'bool') return value === 0 ? 'False' : 'True';
    return dtype === 'int32' ? String(value) : scalarText(value, dtype);
  }
  if (values.length === 0) return '[]';
  const elided = values.length > threshold;
  const visible = shape.map(length => visibleIndices(length, elided ? edgeItems : length));
  const strides = stridesOf(shape);
  const offsets = offsetsOf(visible, strides);
  const shown = values.length === offsets.length ? values : Float64Array.from(offsets, offset => values[offset]!);
  const page: Page = { block, strides, visible, format: elementFormat(shown, dtype) };
  return axisText(page, 0, 0, ' ', LINE_WIDTH);
}

interface Page {
  readonly block: Block;
  readonly strides: readonly number[];
  /** For each axis the indices to show; -1 stands for the ellipsis. */
  readonly visible: readonly (readonly number[])[];
  readonly format: ElementFormat;
}

function visibleIndices(length: number, edge: number): number[] {
  if (length <= 2 * edge) return Array.from({ length }, (_, i) => i);
  const leading = Array.from({ length: edge }, (_, i) => i);
  return [...leading, -1, ...leading.map(i => length - edge + i)];
}

function offsetsOf(visible: readonly (readonly number[])[], strides: readonly number[]): number[] {
  let offsets = [0];
  for (const [axis, indices] of visible.entries()) {
    const steps = indices.filter(index => index >= 0).map(index => index * strides[axis]!);
    offsets = offsets.flatMap(offset => steps.map(step => offset + step));
  }
  return offsets;
}

/** `width` is what is left of the line for this axis: each bracket to come takes one column. */
function axisText(page: Page, axis: number, offset: number, indent: string, width: number): string {
  const { block, strides, visible, format } = page;
  const indices = visible[axis]!;
  const left = block.shape.length - axis;
  if (left === 1) {
    const words = indices.map(index => index < 0 ? ELLIPSIS : format(block.values[offset + index]!));
    return `[${wrap(words, indent, width).slice(indent.length)}]`;
  }
  const rows = indices.map(index => index < 0 ? ELLIPSIS : axisText(page, axis + 1, offset + index * strides[axis]!, `${indent} `, width - 1));
  return `[${rows.join('\n'.repeat(left - 1) + indent)}]`;
}

/** Words on lines that leave a column for the bracket. A line takes at least one word. */
function wrap(words: readonly string[], indent: string, width: number): string {
  let text = '';
  let line = indent;
  for (const [i, word] of words.entries()) {
    if (line.length + word.length > width - 1 && line.length > indent.length) {
      text += `${line.trimEnd()}\n`;
      line = indent;
    }
    line += i < words.length - 1 ? `${word} ` : word;
  }
  return text + line;
}
