/** @file The switches of the engine, and scopes that set one and restore what they found (book steps 18 and 54). */
import { configErrors } from './errors/config.js';

/** One set of switches for the program, as in the book. */
export interface Config {
  /** Whether calls record a graph. Off under {@link noGrad}. */
  enableBackprop: boolean;
  /** Whether `backward()` keeps the gradients of computed Variables when its own options do not say. */
  retainGrad: boolean;
  /** Whether a network is being trained, for functions that then do something else, such as `dropout` and `batchNorm`. Off under {@link testMode}. */
  train: boolean;
}

export const Config: Config = { enableBackprop: true, retainGrad: false, train: true };

/**
 * Sets a switch for a scope: until the end of the block that declares it with `using`, or for the time of the callback.
 * What was found is restored, also on a throw; for an async callback when its promise settles.
 *
 * The switch is one for the whole program: code that runs while an async callback waits sees it too.
 *
 * ```ts
 * using _ = usingConfig('enableBackprop', false);
 * const y = usingConfig('enableBackprop', false, () => square(x));
 * ```
 * @throws TypeError for an unknown switch, or a value that is no boolean.
 */
export function usingConfig(name: keyof Config, value: boolean): Disposable;
export function usingConfig<R>(name: keyof Config, value: boolean, callback: () => R): R;
export function usingConfig<R>(name: keyof Config, value: boolean, callback?: () => R): Disposable | R {
  check(name, value);
  const found = Config[name];
  let open = true;
  const restore = (): void => {
    if (open) Config[name] = found;
    open = false;
  };
  Config[name] = value;
  if (callback === undefined) return { [Symbol.dispose]: restore };

  let result: R;
  try {
    result = callback();
  } catch (error) {
    restore();
    throw error;
  }
  if (!isThenable(result)) {
    restore();
    return result;
  }
  return Promise.resolve(result).finally(restore) as R;
}

/**
 * A scope in which nothing is recorded: `creator` is null, `generation` 0, and no inputs are kept.
 *
 * ```ts
 * using _ = noGrad();
 * const y = noGrad(() => square(x));
 * ```
 */
export function noGrad(): Disposable;
export function noGrad<R>(callback: () => R): R;
export function noGrad<R>(callback?: () => R): Disposable | R {
  return switchedOff('enableBackprop', callback);
}

/**
 * A scope in which a network is applied, not trained: `dropout` leaves its input as it is, and `batchNorm` takes the mean and
 * variance that it has seen in training.
 * Gradients are still recorded; {@link noGrad} turns that off. Source: book step 54.
 *
 * ```ts
 * using _ = testMode();
 * const y = testMode(() => model.call(x));
 * ```
 */
export function testMode(): Disposable;
export function testMode<R>(callback: () => R): R;
export function testMode<R>(callback?: () => R): Disposable | R {
  return switchedOff('train', callback);
}

function switchedOff<R>(name: keyof Config, callback: (() => R) | undefined): Disposable | R {
  return callback === undefined ? usingConfig(name, false) : usingConfig(name, false, callback);
}

function check(name: string, value: unknown): void {
  const names = Object.keys(Config);
  if (!names.includes(name)) throw configErrors.unknownSwitch(name, names);
  if (typeof value !== 'boolean') throw configErrors.noBoolean(name, value);
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
