/** @file The gradient by differences, to check a rule by (book step 4). */
import { functionErrors } from '../errors/functions.js';
import { asArray, type Data, Variable } from '../variable.js';
import { dataOf, type Tensor } from './apply.js';
import { elements, type NDArray, np } from '../ndarray/index.js';
import { checkOptions } from '../options.js';

export interface NumericalGradOptions {
  /** Half the distance of the two points, for elements up to 1; larger ones take it in proportion. */
  readonly eps?: number;
}

/** The cube root of a double's precision: there the errors of cutting off and of rounding are about equal. */
export const STEP = 6e-6;

/**
 * The gradient of f at x by central differences, (f(x + h) - f(x - h)) / 2h for each element: float64, of x's shape. Where f gives an
 * array, of its sum. f is called twice for each element, with a Variable of float64; x itself stays as it is.
 * @throws TypeError if f returns neither a tensor nor a number.
 * @example
 * numericalGrad(x => x ** 2, new Variable(3))   // 6.000000000039306
 */
export function numericalGrad(f: (x: Variable) => Tensor | number, x: Data | Variable, options: NumericalGradOptions = {}): NDArray {
  if (typeof f !== 'function') throw functionErrors.noFunction('numericalGrad', 'differentiate', f);
  checkOptions(options, ['eps'], 'numericalGrad');
  const { eps = STEP } = options;
  const probe = new Probe(points => total(f(points[0]!), 'numericalGrad'), [asArray(x)]);
  const gradient = Float64Array.from({ length: probe.sizes[0]! }, (_, at) => {
    const h = probe.step(0, at, eps);
    return (probe.moved(0, at, h) - probe.moved(0, at, -h)) / probe.distance(0, at, h);
  });
  return np.array(gradient).reshape(asArray(x).shape);
}

/** A function of arrays, evaluated near one point. */
export class Probe {
  readonly sizes: readonly number[];
  private readonly points: readonly { readonly shape: readonly number[]; readonly values: Float64Array }[];

  constructor(private readonly f: (points: Variable[]) => number, xs: readonly NDArray[]) {
    this.points = xs.map(x => ({ shape: x.shape, values: Float64Array.from(elements(x)) }));
    this.sizes = xs.map(x => x.size);
  }

  /** How far to move an element. */
  step(input: number, at: number, eps: number): number {
    return eps * Math.max(1, Math.abs(this.points[input]!.values[at]!));
  }

  /** How far x + h and x - h are from each other, in doubles. */
  distance(input: number, at: number, h: number): number {
    const x = this.points[input]!.values[at]!;
    return x + h - (x - h);
  }

  /** f where one element is moved by h. */
  moved(input: number, at: number, h: number): number {
    return this.f(this.points.map(({ shape, values }, i) => {
      const moved = values.slice();
      if (i === input) moved[at]! += h;
      return new Variable(np.array(moved).reshape(shape));
    }));
  }
}

/** The sum of what a function gave. */
export function total(y: unknown, operation: string): number {
  if (typeof y === 'number') return y;
  if (typeof y === 'object' && y !== null && 'shape' in y) return dataOf(y as Tensor).astype('float64').sum().item();
  throw functionErrors.returnedNoTensor(operation, y);
}
