/** @file weightDecay and clipGrad: what can be done to gradients before an update (book step 46). */
import { checkSetting, type UpdateHook } from './optimizer.js';

/** Adds rate · data to each gradient: the derivative of rate / 2 · Σ data². @throws RangeError for a rate below 0. */
export function weightDecay(rate: number): UpdateHook {
  checkSetting('weightDecay: the rate', rate);
  return params => {
    for (const param of params) if (param.grad !== null) param.grad = param.grad.add(param.data.mul(rate));
  };
}

/**
 * Scales all gradients by one factor so that their common norm √Σ gradient² is not larger than `maxNorm`; smaller ones stay.
 * A norm that is NaN clips nothing, as in the book. @throws RangeError for a `maxNorm` below 0.
 */
export function clipGrad(maxNorm: number): UpdateHook {
  checkSetting('clipGrad: maxNorm', maxNorm);
  return params => {
    let squares = 0;
    for (const param of params) if (param.grad !== null) squares += param.grad.square().sum().item();
    // The book's 1e-6 keeps a norm of 0 out of the divisor.
    const rate = maxNorm / (Math.sqrt(squares) + 1e-6);
    if (!(rate < 1)) return;
    for (const param of params) if (param.grad !== null) param.grad = param.grad.mul(rate);
  };
}
