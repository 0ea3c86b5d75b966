/** @file What the panel's page sends is checked before it is acted on. */
import { expect, test } from 'vitest';
import { keptPanel, parseFromPanel } from '../../src/extension/panel-messages.js';

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
const range = { file: 0, line: 3, column: 11, endLine: 3, endColumn: 20 };

const page = { variable: 'v1', part: 'grad', leading: [2, 0], row: 980, column: 0, rows: 20, columns: 20, block: { rows: 1, columns: 1 } };
const pageMessage = { type: 'page', request: 7, uri: 'file:///s/hello.dz.ts', reportNumber: 2, page };

test.each([
  { type: 'ready' },
  { type: 'action', action: 'run' },
  { type: 'backward', variable: 'v5' },
  { type: 'reveal', ranges: [] },
  { type: 'reveal', ranges: [], pick: 1 },
  { type: 'reveal', ranges: [range, { ...range, file: 1 }] },
  { type: 'reveal', ranges: Array.from({ length: 200 }, () => range) },
  { type: 'action', action: 'pinGraph' },
  { type: 'painted', elements: 7, durationMs: 12.5 },
  { type: 'drawn', number: 3, png },
  { type: 'drawn', number: 3, png: null },
  { type: 'notDrawn', number: 3, step: 'clipboard', reason: 'Document is not focused.' },
  pageMessage,
  { ...pageMessage, page: { ...page, rows: 1000, columns: 784, block: { rows: 16, columns: 13 } } },
])('a message of the protocol passes: %o', message => {
  expect(parseFromPanel(message)).toEqual(message);
});

test.each([
  undefined,
  null,
  'ready',
  {},
  { type: 'eval', code: '1' },
  { type: 'action', action: 'formatDisk' },
  { type: 'action', action: 'toString' },
  { type: 'backward', variable: 5 },
  { type: 'reveal', range },
  { type: 'reveal', ranges: [], pick: -1 },
  { type: 'reveal', ranges: range },
  { type: 'reveal', ranges: [range, { ...range, line: 0 }] },
  { type: 'reveal', ranges: [{ ...range, endColumn: 'x' }] },
  { type: 'reveal', ranges: Array.from({ length: 201 }, () => range) },
  { type: 'painted', elements: -1, durationMs: 1 },
  { type: 'painted', elements: 1, durationMs: Number.NaN },
  { type: 'drawn', number: 3 },
  { type: 'drawn', number: 3, png: new Uint8Array([0x25, 0x50, 0x44, 0x46]) },
  { type: 'drawn', number: 3, png: [...png] },
  { type: 'drawn', number: -1, png },
  { type: 'notDrawn', number: 3, step: 'printing', reason: '' },
  { type: 'notDrawn', number: 3, step: 'drawing' },
  { ...pageMessage, uri: null },
  { ...pageMessage, reportNumber: 1.5 },
  { ...pageMessage, page: null },
  ...[
    { variable: 1 }, { part: 'data' }, { leading: [-1] }, { leading: new Array(65).fill(0) }, { row: 0.5 }, { rows: 0 }, { rows: 65, columns: 64 },
    { block: { rows: 0, columns: 1 } }, { block: undefined },
  ].map(wrong => ({ ...pageMessage, page: { ...page, ...wrong } })),
])('anything else does not: %o', message => {
  expect(parseFromPanel(message)).toBeNull();
});

test('fields that are not of the protocol go no further', () => {
  expect(parseFromPanel({ type: 'backward', variable: 'v5', command: 'dezero.stop' })).toEqual({ type: 'backward', variable: 'v5' });
});

test('the state that a page keeps names its snippet, and says whether it is pinned', () => {
  expect(keptPanel({ uri: 'file:///s/hello.dz.ts', version: 1 })).toEqual({ snippet: 'file:///s/hello.dz.ts', pinned: false });
  expect(keptPanel({ uri: 'file:///s/hello.dz.ts', pinned: true })).toEqual({ snippet: 'file:///s/hello.dz.ts', pinned: true });
  expect(keptPanel({ uri: 'file:///s/hello.dz.ts', pinned: 'yes' })).toEqual({ snippet: 'file:///s/hello.dz.ts', pinned: false });
  expect(keptPanel({ uri: null, pinned: true })).toBeNull();
  expect(keptPanel(undefined)).toBeNull();
});
