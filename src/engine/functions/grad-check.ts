/** @file Compares the gradients that backward gives with differences, and tells a wrong rule from a kink. */
import { functionErrors } from '../errors/functions.js';
import { grad } from '../grad.js';
import { asArray, type Data, Variable } from '../variable.js';
import { elements, np, NDArray } from '../ndarray/index.js';
import { checkOptions } from '../options.js';
import { mul } from './arithmetic.js';
import { Probe, STEP, total } from './numerical-grad.js';
import { sum } from './reduce.js';

/** One element of one input, where the two gradients are compared. */
export interface GradComparison {
  /** Which of the inputs, from 0. */
  readonly input: number;
  /** Which element of it: one index for each axis. */
  readonly index: readonly number[];
  /** What backward gives. */
  readonly analytic: number;
  /** What central differences give. */
  readonly numeric: number;
}

/** An element where the function has no derivative: its slopes from the left and from the right differ. */
export interface Kink extends GradComparison {
  readonly left: number;
  readonly right: number;
}

export interface GradCheckResult {
  /** Whether all gradients agree; at a kink, whether the analytic one lies between the two slopes. */
  readonly ok: boolean;
  /** The element where the gradients differ most, for their size; null if nothing was compared. */
  readonly worst: (GradComparison & { /** |analytic - numeric| / max(1, |analytic|, |numeric|). */ readonly error: number }) | null;
  /** Where the function has no derivative. */
  readonly kinks: readonly Kink[];
  /** The same in words. */
  toString(): string;
}

export interface GradCheckOptions {
  /** The step of the differences, as in `numericalGrad`. */
  readonly eps?: number;
  /** The largest error that passes. Without it 1e-5; 1e-3 if an input is float32. */
  readonly tolerance?: number;
}

/**
 * Compares backward with central differences for every element of every input of `f(...xs)`. Where f gives more than one element, of a sum
 * with a weight for each, so that errors that cancel out are found too. Neither xs nor any `grad` change.
 * @param xs  The inputs in an array, or a single Variable or NDArray. Floats; what else f needs it may close over.
 * @throws TypeError if an input is no float, or f does not return a Variable.
 * @example
 * String(gradCheck((x, y) => mul(sin(x), y), [new Variable([1, 2]), new Variable(3)]))   // gradCheck: ok, …
 */
export function gradCheck(f: (x: Variable) => Variable, x: Variable | NDArray, options?: GradCheckOptions): GradCheckResult;
export function gradCheck<const Xs extends readonly (Data | Variable)[]>(f: (...xs: { [I in keyof Xs]: Variable }) => Variable, xs: Xs, options?: GradCheckOptions): GradCheckResult;
export function gradCheck(f: (...xs: Variable[]) => Variable, xs: readonly (Data | Variable)[] | Variable | NDArray, options: GradCheckOptions = {}): GradCheckResult {
  if (typeof f !== 'function') throw functionErrors.noFunction('gradCheck', 'check', f);
  checkOptions(options, ['eps', 'tolerance'], 'gradCheck');
  const arrays = (xs instanceof Variable || xs instanceof NDArray ? [xs] : xs).map(asArray);
  for (const [i, { dtype }] of arrays.entries()) {
    if (dtype.startsWith('float')) continue;
    throw functionErrors.checksIntegers(i, dtype);
  }
  const { eps = STEP, tolerance = arrays.some(x => x.dtype === 'float32') ? 1e-3 : 1e-5 } = options;

  const inputs = arrays.map(x => new Variable(x.copy()));
  const y = f(...inputs);
  if (!(y instanceof Variable)) throw functionErrors.checksNoVariable();
  const weights = weightsOf(y);
  // Not backward(): Variables that f closes over keep their grad as it is.
  const gradients = grad(sum(mul(y, y.dtype === 'float32' ? weights.astype('float32') : weights)), inputs);
  const analytic = gradients.map(gradient => elements(gradient.data));
  const probe = new Probe(points => total(f(...points).data.mul(weights), 'gradCheck'), arrays);

  const compared: Compared[] = [];
  for (const [input, x] of arrays.entries()) {
    for (let at = 0; at < x.size; at++) compared.push(compare(probe, { input, at, index: indexOf(at, x.shape), analytic: analytic[input]![at]!, eps, tolerance }));
  }
  return resultOf(compared);
}

type Compared = GradComparison & { readonly error: number; readonly ok: boolean; readonly kink: { readonly left: number; readonly right: number } | null };

interface Place {
  readonly input: number;
  readonly at: number;
  readonly index: readonly number[];
  readonly analytic: number;
  readonly eps: number;
  readonly tolerance: number;
}

/** A kink is where the slopes on both sides stay apart as the step shrinks; those of a smooth function meet, in proportion to the step. */
function compare(probe: Probe, place: Place): Compared {
  const { input, index, analytic, tolerance, eps } = place;
  const judge = ({ left, right, noise }: Slopes): Compared => {
    const numeric = (left + right) / 2;
    const error = errorOf(analytic, numeric);
    return { input, index, analytic, numeric, error, ok: error <= tolerance + noise, kink: null };
  };
  const wide = slopes(probe, place, eps);
  const first = judge(wide);
  const bend = Math.abs(wide.right - wide.left);
  if (first.ok && bend <= 10 * slackOf(wide, tolerance)) return first;

  const { left, right, noise } = slopes(probe, place, eps / 100);
  const closer = Math.abs(right - left);
  if (closer > bend / 2 && closer > 10 * slackOf({ left, right, noise }, tolerance)) {
    const slack = slackOf({ left, right, noise }, tolerance);
    const ok = analytic >= Math.min(left, right) - slack && analytic <= Math.max(left, right) + slack;
    return { ...judge({ left, right, noise }), ok, kink: { left, right } };
  }
  const second = judge({ left, right, noise });
  // A kink near the point, or a steep function, spoils the wide step; rounding the close one.
  return first.ok || (!second.ok && first.error < second.error) ? first : second;
}

/** How far apart two slopes may be that are equal but for the method. */
function slackOf({ left, right, noise }: Slopes, tolerance: number): number {
  return tolerance * Math.max(1, Math.abs(left), Math.abs(right)) + noise;
}

interface Slopes {
  readonly left: number;
  readonly right: number;
  readonly noise: number;
}

/** The differences to both sides, and how much of them may be rounding. */
function slopes(probe: Probe, { input, at }: Place, eps: number): Slopes {
  const h = probe.step(input, at, eps);
  const half = probe.distance(input, at, h) / 2;
  const [below, here, above] = [probe.moved(input, at, -h), probe.moved(input, at, 0), probe.moved(input, at, h)];
  return { left: (here - below) / half, right: (above - here) / half, noise: (8 * Number.EPSILON * Math.max(Math.abs(below), Math.abs(above))) / half };
}

function errorOf(analytic: number, numeric: number): number {
  if (Object.is(analytic, numeric)) return 0;
  const error = Math.abs(analytic - numeric) / Math.max(1, Math.abs(analytic), Math.abs(numeric));
  return Number.isNaN(error) ? Infinity : error;
}

/** Different ones, so that a gradient that vanishes only in the sum, as softmax's, is seen; 1 for a single element. */
function weightsOf(y: Variable): NDArray {
  const weights = Float64Array.from({ length: y.size }, (_, i) => (y.size === 1 ? 1 : 1 + 0.5 * Math.sin(1.7 * i + 1)));
  return np.array(weights).reshape(y.shape);
}

function indexOf(at: number, shape: readonly number[]): number[] {
  const index: number[] = [];
  let rest = at;
  for (const length of [...shape].reverse()) {
    index.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return index;
}

function resultOf(compared: readonly Compared[]): GradCheckResult {
  const order = (each: Compared): number => (each.ok ? 0 : 2) + (each.kink === null ? 1 : 0);
  let worst: Compared | null = null;
  for (const each of compared) {
    if (worst === null || order(each) > order(worst) || (order(each) === order(worst) && each.error > worst.error)) worst = each;
  }
  const ok = compared.every(each => each.ok);
  const kinks = compared.flatMap(({ input, index, analytic, numeric, kink }) => kink === null ? [] : [{ input, index, analytic, numeric, ...kink }]);
  const shown = worst === null ? null : { input: worst.input, index: worst.index, analytic: worst.analytic, numeric: worst.numeric, error: worst.error };
  return { ok, worst: shown, kinks, toString: () => inWords(ok, compared.length, shown, kinks) };
}

function inWords(ok: boolean, count: number, worst: GradCheckResult['worst'], kinks: readonly Kink[]): string {
  if (worst === null) return 'gradCheck: ok, there is no element to compare';
  const place = ({ input, index }: GradComparison): string => `input ${String(input)}${index.length === 0 ? '' : ` at [${index.join(', ')}]`}`;
  const head = ok
    ? `gradCheck: ok, ${String(count)} ${count === 1 ? 'element' : 'elements'}; the worst error is ${worst.error.toExponential(1)}, in ${place(worst)}`
    : `gradCheck: gradients differ in ${place(worst)}: backward gives ${String(worst.analytic)}, differences give ${String(worst.numeric)}`
      + (Number.isFinite(worst.numeric) ? '' : ', for the function is not finite around this point');
  return [head, ...kinks.map(kink => `  kink in ${place(kink)}: slope ${String(kink.left)} on the left, ${String(kink.right)} on the right, backward gives ${String(kink.analytic)}`)].join('\n');
}
