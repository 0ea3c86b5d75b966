import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, div, exp, matmul, mul, neg, np, pow, reshape, square, sub, sum, transpose, Variable } from '../../src/engine/index.js';

/**
 * A random expression as a list of steps, each on operands picked among what was made before it. Steps keep values small, so that
 * a numeric derivative is exact to many digits.
 */
type Step =
  | { readonly op: 'add' | 'sub' | 'mul' | 'div'; readonly a: number; readonly b: number }
  | { readonly op: 'neg' | 'square' | 'exp' | 'pow' | 'sum' | 'transpose' | 'matmul' | 'reshape'; readonly a: number };

const pick = fc.nat({ max: 1000 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ op: fc.constantFrom('add', 'sub', 'mul', 'div'), a: pick, b: pick }),
  fc.record({ op: fc.constantFrom('neg', 'square', 'exp', 'pow', 'sum', 'transpose', 'matmul', 'reshape'), a: pick }),
);
const number = fc.double({ min: -1.5, max: 1.5, noNaN: true });
const matrix = fc.array(fc.array(number, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 });
/** Leaves of shapes that broadcast against each other. */
const leaves = fc.tuple(number, fc.array(number, { minLength: 2, maxLength: 2 }), matrix);

/** Keeps |x| below 1 smoothly, so that products and powers of it stay small: x / (1 + x²/4), of slope at most 1. */
const tame = (x: Variable): Variable => div(x, add(1, div(square(x), 4)));

function apply(step: Step, made: readonly Variable[]): Variable {
  const operand = (index: number): Variable => made[index % made.length]!;
  const a = operand(step.a);
  switch (step.op) {
    case 'add':
      return tame(add(a, operand(step.b)));
    case 'sub':
      return tame(sub(a, operand(step.b)));
    case 'mul':
      return mul(a, operand(step.b));
    case 'div':
      return tame(div(a, add(1.5, square(operand(step.b)))));
    case 'neg':
      return neg(a);
    case 'square':
      return square(a);
    case 'exp':
      return tame(exp(a));
    case 'pow':
      return tame(pow(add(square(a), 0.5), operand(step.a + 1)));
    case 'sum':
      return tame(a.ndim === 0 ? sum(a) : sum(a, { axis: 0, keepdims: a.ndim === 2 }));
    case 'transpose':
      return transpose(a);
    case 'matmul':
      return tame(a.ndim === 0 ? mul(a, a) : matmul(a, transpose(a)));
    case 'reshape':
      return a.size === 4 ? reshape(a, [2, 2]) : reshape(a, a.shape);
  }
}

/** All Variables of the expression; the last is the scalar that is differentiated. */
function build(steps: readonly Step[], data: readonly (number | number[] | number[][])[]): Variable[] {
  const made = data.map(value => new Variable(np.array(value)));
  for (const each of steps) made.push(apply(each, made));
  made.push(sum(made.at(-1)!));
  return made;
}

function value(steps: readonly Step[], data: readonly (number | number[] | number[][])[]): number {
  return build(steps, data).at(-1)!.data.item();
}

/** The data with one number moved. */
function moved(data: readonly (number | number[] | number[][])[], leaf: number, index: number, by: number): (number | number[] | number[][])[] {
  return data.map((each, i) => {
    if (i !== leaf) return each;
    const array = np.array(each).copy();
    const flat = array.reshape(-1);
    flat.set(flat.at(index) + by, index);
    return flat.reshape(array.shape).tolist() as number | number[] | number[][];
  });
}

describe('200 random expression graphs', () => {
  it('have the gradients that central differences give', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), leaves, (steps, data) => {
        const made = build(steps, data);
        made.at(-1)!.backward();
        const h = 1e-5;
        data.forEach((_, leaf) => {
          const { grad, size, shape } = made[leaf]!;
          // A leaf that the last step does not depend on has no gradient.
          const analytic = grad === null ? np.zeros(shape) : grad;
          expect(analytic.shape).toEqual(shape);
          for (let i = 0; i < size; i++) {
            const numeric = (value(steps, moved(data, leaf, i, h)) - value(steps, moved(data, leaf, i, -h))) / (2 * h);
            const exact = analytic.reshape(-1).at(i);
            expect(Math.abs(exact - numeric)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(numeric)));
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  it('have the generations of the definition: 0, the largest of the inputs\', that plus 1', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), leaves, (steps, data) => {
        for (const variable of build(steps, data)) {
          const fn = variable.creator;
          if (fn === null) {
            expect(variable.generation).toBe(0);
            continue;
          }
          expect(fn.generation).toBe(Math.max(...fn.inputs.map(input => input.generation)));
          expect(variable.generation).toBe(fn.generation + 1);
        }
      }),
      { numRuns: 200 },
    );
  });
});
