/** @file DataLoader: samples in batches, in a new random order for each pass (book step 50). */
import { datasetErrors } from '../errors/datasets.js';
import { array, type ArrayLike, NDArray, np } from '../ndarray/index.js';
import { switchOption } from './switch-option.js';

export interface DataLoaderOptions {
  /** Whether each pass has a random order of its own; true without it. For test data it does not matter. */
  readonly shuffle?: boolean;
}

/** One sample: its parts, such as `[x, t]`. */
export type Example = readonly (ArrayLike | boolean)[];

/**
 * Gives samples in batches, of which the last has what is left:
 *
 * ```ts
 * const loader = new DataLoader(spiral(), 30);
 * for (let epoch = 0; epoch < 300; epoch++) {
 *   for (const [x, t] of loader) { … }   // x (30, 2), t (30,)
 * }
 * ```
 * The data are arrays with a row for each sample, or a list of examples, whose parts are stacked. The order of the first pass is drawn
 * with `np.random.permutation` when the loader is made, and that of the next whenever a pass ends or is left, so `np.random.seed` makes
 * all of them repeatable.
 *
 * Source: book step 50. There a loop that was left goes on where it stopped; here each begins with the first batch.
 */
export class DataLoader<Batch extends readonly NDArray[] | [NDArray] = [NDArray, NDArray]> implements Iterable<Batch> {
  readonly batchSize: number;
  readonly shuffle: boolean;
  private readonly columns: readonly NDArray[];
  private readonly samples: number;
  private order!: NDArray;

  /** @throws RangeError for no samples, or a batch size that is no positive integer; Error and TypeError for data that do not fit together. */
  constructor(data: Batch, batchSize: number, options?: DataLoaderOptions);
  constructor(examples: readonly Example[], batchSize: number, options?: DataLoaderOptions);
  constructor(data: Batch | readonly Example[], batchSize: number, options: DataLoaderOptions = {}) {
    if (!Number.isInteger(batchSize) || batchSize <= 0) throw datasetErrors.batchSize(batchSize);
    if (!Array.isArray(data)) throw datasetErrors.noData(data);
    this.batchSize = batchSize;
    this.shuffle = switchOption(options, 'shuffle', 'DataLoader');
    this.columns = data.length > 0 && data.every(each => each instanceof NDArray) ? checkRows(data) : stack(data);
    this.samples = this.columns[0]?.length ?? 0;
    if (this.samples === 0) throw datasetErrors.noSamples();
    this.reset();
  }

  /** How many batches a pass has. */
  get length(): number {
    return Math.ceil(this.samples / this.batchSize);
  }

  /** Draws the order of the next pass anew; without `shuffle` it stays that of the data. */
  reset(): void {
    this.order = this.shuffle ? np.random.permutation(this.samples) : np.arange(this.samples, 'int32');
  }

  /** One pass. */
  *[Symbol.iterator](): Generator<Batch, void, undefined> {
    const order = this.order.tolist() as number[];
    try {
      for (let start = 0; start < order.length; start += this.batchSize) {
        const rows = order.slice(start, start + this.batchSize);
        yield this.columns.map(column => column.getItem(rows)) as unknown as Batch;
      }
    } finally {
      this.reset();
    }
  }
}

function checkRows(columns: readonly NDArray[]): readonly NDArray[] {
  columns.forEach((column, i) => {
    if (column.ndim === 0) throw datasetErrors.columnOfScalar(i);
    if (column.length !== columns[0]!.length) throw datasetErrors.columnLengths(columns[0]!.shape, i, column.shape);
  });
  return columns;
}

/** An array of each part. @throws TypeError where the examples' parts differ in shape. */
function stack(examples: readonly unknown[]): readonly NDArray[] {
  examples.forEach((example, i) => {
    if (!Array.isArray(example)) throw datasetErrors.noExample(i, example);
    const { length } = examples[0] as Example;
    if (example.length !== length) throw datasetErrors.exampleLengths(length, i, example.length);
  });
  const parts = (examples[0] ?? []) as Example;
  return parts.map((_, part) => array(examples.map(example => (example as Example)[part]!) as ArrayLike));
}
