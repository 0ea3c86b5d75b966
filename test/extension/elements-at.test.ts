/** @file The editor's cursors and selections find the graph's elements. */
import { expect, test } from 'vitest';
import type { SourceRange } from '../../src/protocol/report.js';
import { elementsAt, elementsOf, type Selected } from '../../src/extension/elements-at.js';
import { at, sampleReport, variable } from './sample-report.js';

const find = (line: number, column: number, word: string | null = null) => elementsAt(sampleReport, { file: 0, line, column, word });

test('on a name, the Variable that the name has there', () => {
  expect(find(1, 7, 'a')).toEqual(['v1']);
  expect(find(3, 11, 'a')).toEqual(['v1']);
  expect(find(5, 13, 'y')).toEqual(['v5']);
});

test('on an operator, what that operator made, the Variable before the Function', () => {
  expect(find(3, 13)).toEqual(['v4', 'f1']);
  expect(find(3, 17)).toEqual(['v5', 'f2']);
});

test('inside an expression, what the innermost one around the cursor made', () => {
  expect(find(3, 15)).toEqual(['v4', 'f1']);
  expect(find(3, 19)).toEqual(['v5', 'f2']);
});

test('elsewhere on a line, all that the line made', () => {
  expect(find(3, 1)).toEqual(['v5', 'v4', 'f1', 'f2']);
  expect(find(2, 40)).toEqual(['v2', 'v3']);
});

test('on an empty line, or in a file that is not of the run, nothing', () => {
  expect(find(4, 1)).toEqual([]);
  expect(elementsAt(sampleReport, { file: 1, line: 3, column: 13, word: 'a' })).toEqual([]);
});

test('on a line that was not run, a name alone', () => {
  const cursor = { file: 0, line: 3, column: Infinity, isNew: true };
  expect(elementsAt(sampleReport, { ...cursor, word: 'a' })).toEqual(['v1']);
  expect(elementsAt(sampleReport, { ...cursor, word: null })).toEqual([]);
});

test('a name that is assigned again means the assignment above the cursor', () => {
  const bindings = [
    { name: 'x', range: at(1, 5, 6), variable: 'v1', count: 1 },
    { name: 'x', range: at(4, 1, 2), variable: 'v2', count: 1 },
  ];
  const report = { ...sampleReport, bindings };
  expect(elementsAt(report, { file: 0, line: 2, column: 9, word: 'x' })).toEqual(['v1']);
  expect(elementsAt(report, { file: 0, line: 4, column: 1, word: 'x' })).toEqual(['v2']);
  expect(elementsAt(report, { file: 0, line: 9, column: 1, word: 'x' })).toEqual(['v2']);
});

test('a place that a loop passed a thousand times selects no more than 200', () => {
  const variables = Array.from({ length: 1000 }, (_, index) => variable({ id: `w${index}`, range: at(7, 3, 9) }));
  const ids = elementsAt({ ...sampleReport, variables, functions: [], bindings: [] }, { file: 0, line: 7, column: 4, word: null });
  expect(ids).toHaveLength(200);
});

const cursorAt = (line: number, column: number, word: string | null = null): Selected => ({ cursor: { file: 0, line, column, word }, range: null });
const from = (range: SourceRange): Selected => ({ cursor: { file: range.file, line: range.endLine, column: range.endColumn, word: null }, range });
const lines = (first: number, last: number, endColumn = 1): Selected => from({ file: 0, line: first, column: 1, endLine: last, endColumn });

test('a selection over lines selects all that these lines made, what they named first', () => {
  expect(elementsOf(sampleReport, [lines(1, 3)])).toEqual(['v1', 'v2', 'v3']);
  expect(elementsOf(sampleReport, [lines(2, 3, 21)])).toEqual(['v2', 'v3', 'v5', 'v4', 'f1', 'f2']);
  expect(elementsOf(sampleReport, [lines(4, 9)])).toEqual([]);
});

test('a selection in a line selects what was made inside it', () => {
  expect(elementsOf(sampleReport, [from(at(3, 11, 16))])).toEqual(['v4', 'f1']);
  expect(elementsOf(sampleReport, [from(at(3, 11, 20))])).toEqual(['v4', 'v5', 'f1', 'f2']);
  expect(elementsOf(sampleReport, [from(at(3, 1, 10))])).toEqual(['v5']);
});

test('a part of an expression means the smallest expression around it', () => {
  expect(elementsOf(sampleReport, [from(at(3, 13, 16))])).toEqual(['v4', 'f1']);
  expect(elementsOf(sampleReport, [from(at(3, 15, 20))])).toEqual(['v5', 'f2']);
  expect(elementsOf(sampleReport, [from(at(3, 21, 22))])).toEqual([]);
});

test('several cursors and selections count together, each element once, those of the first one first', () => {
  expect(elementsOf(sampleReport, [cursorAt(3, 13), cursorAt(1, 7, 'a'), from(at(3, 11, 16)), lines(2, 3)])).toEqual(['v4', 'f1', 'v1', 'v2', 'v3']);
  expect(elementsOf(sampleReport, [cursorAt(4, 1), cursorAt(1, 11)])).toEqual(['v1']);
  expect(elementsOf(sampleReport, [])).toEqual([]);
});

test('a selection in another file of the run finds nothing of this one', () => {
  expect(elementsOf(sampleReport, [from({ file: 1, line: 1, column: 1, endLine: 9, endColumn: 1 })])).toEqual([]);
});

test('many cursors select no more than 200 elements', () => {
  const variables = Array.from({ length: 1000 }, (_, index) => variable({ id: `w${index}`, range: at(index + 1, 3, 9) }));
  const report = { ...sampleReport, variables, functions: [], bindings: [] };
  expect(elementsOf(report, Array.from({ length: 1000 }, (_, index) => cursorAt(index + 1, 4)))).toHaveLength(200);
  expect(elementsOf(report, [lines(1, 999)])).toHaveLength(200);
});
