/** @file The description of an example in the quick pick. */
import { expect, test } from 'vitest';
import { firstComment } from '../../src/extension/first-comment.js';

test.each([
  ['// Step 18: less memory.\n// More words.\nimport …', 'Step 18: less memory.'],
  ['/** @file A first touch. */\nimport …', 'A first touch.'],
  ['/*\n * Step 16: generations.\n * And more.\n */\n', 'Step 16: generations.'],
  ['\n\n/* In one line */', 'In one line'],
  ['const x = 1; // not of the file', ''],
  ['', ''],
])('%j says %j', (text, expected) => {
  expect(firstComment(text)).toBe(expected);
});
