/** @file Durations in the status bar. */
import { expect, test } from 'vitest';
import { formatDuration } from '../../src/extension/duration.js';

test.each([[0.42, '0.4 ms'], [12.3, '12 ms'], [999.4, '999 ms'], [999.6, '1.0 s'], [61_240, '61.2 s']])('%d ms reads %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});
