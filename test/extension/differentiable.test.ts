/** @file The order of Backward's quick pick. */
import { expect, test } from 'vitest';
import { differentiable } from '../../src/extension/differentiable.js';
import { sampleReport, variable } from './sample-report.js';

test('the output is first, then what was computed from the end, leaves last', () => {
  expect(differentiable(sampleReport).map(({ id }) => id)).toEqual(['v5', 'v4', 'v3', 'v2', 'v1']);
  expect(differentiable({ ...sampleReport, output: 'v4' })[0]?.id).toBe('v4');
});

test('an empty Variable has nothing to differentiate', () => {
  const report = { ...sampleReport, variables: [...sampleReport.variables, variable({ id: 'v9', value: null, dtype: null })] };
  expect(differentiable(report).map(({ id }) => id)).not.toContain('v9');
});
