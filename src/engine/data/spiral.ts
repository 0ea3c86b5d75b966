/** @file spiral: the book's data of three classes in the plane, which no straight line parts (book step 48). */
import { type NDArray, np, zeros } from '../ndarray/index.js';
import { switchOption } from './switch-option.js';

export interface SpiralOptions {
  /** The samples to learn from, as without it, or others of the same spirals to test with. */
  readonly train?: boolean;
}

const SAMPLES = 100;
const CLASSES = 3;

/**
 * Points x (300, 2) in float32 on three arms of a spiral, and their classes t (300,) in int32, shuffled: to the bit the book's.
 *
 * As in the book it seeds `np.random` itself, with 1984, or with 2020 for the test data, so that everyone has the same points. What is
 * drawn afterwards, such as the weights of a network, follows from that seed: call `np.random.seed` after it for another.
 * @example
 * const [x, t] = spiral();
 * const [testX, testT] = spiral({ train: false });
 * @throws TypeError for other options. Source: `dezero.datasets.get_spiral`, book step 48.
 */
export function spiral(options: SpiralOptions = {}): [x: NDArray, t: NDArray] {
  np.random.seed(switchOption(options, 'train', 'spiral') ? 1984 : 2020);
  const x = zeros([SAMPLES * CLASSES, 2], 'float32');
  const t = zeros([SAMPLES * CLASSES], 'int32');
  for (let arm = 0; arm < CLASSES; arm++) {
    for (let i = 0; i < SAMPLES; i++) {
      const radius = i / SAMPLES;
      const angle = arm * 4 + 4 * radius + np.random.randn(1).item() * 0.2;
      const row = SAMPLES * arm + i;
      x.set([radius * Math.sin(angle), radius * Math.cos(angle)], row);
      t.set(arm, row);
    }
  }
  const order = np.random.permutation(SAMPLES * CLASSES);
  return [x.getItem(order), t.getItem(order)];
}
