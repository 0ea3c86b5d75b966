/** @file What the panel keeps across a reload of the window: where the reader was, and the last state it was shown. */
import type { PanelState } from '../src/protocol/panel.js';
import { boolean, count, dictionary, either, list, nullable, number, oneOf, record, ShapeError, string } from './checks.js';
import { noFolds, type KeptFolds } from './fold/folding.js';
import { isPanelState } from './messages.js';
import type { Host } from './host.js';
import { colourings, type Colouring } from './model/colouring.js';

export interface Viewport {
  readonly zoom: number;
  readonly pan: { readonly x: number; readonly y: number };
}

export type TensorLook = 'numbers' | 'picture';

export interface Kept {
  readonly version: number;
  /** The snippet that viewport and selection belong to. */
  readonly uri: string | null;
  /** Whether the panel stays with it: a reload of the window brings it back so. */
  readonly pinned: boolean;
  /** null until the reader has moved: the graph is then fitted anew. */
  readonly viewport: Viewport | null;
  readonly selection: readonly string[];
  /** What the reader opened and folded. */
  readonly folds: KeptFolds;
  readonly search: string;
  readonly legend: boolean;
  /** What the nodes are coloured by. */
  readonly colouring: Colouring;
  /** Whether the details are open; null while the width of the panel decides. */
  readonly details: boolean | null;
  /** How the details show a tensor. */
  readonly tensors: TensorLook;
  /** null where it was too large to keep. */
  readonly panel: PanelState | null;
}

const VERSION = 4;

/** Reports beyond this many elements are not kept: the extension sends them again within the same time. */
const KEPT_ELEMENTS = 500;

export const nothingKept: Kept = {
  version: VERSION, uri: null, pinned: false, viewport: null, selection: [], folds: noFolds, search: '', legend: false, colouring: 'kind', details: null, tensors: 'numbers', panel: null,
};

const kept = record<Kept>({
  version: count,
  uri: nullable(string),
  pinned: boolean,
  viewport: nullable(record<Viewport>({ zoom: number, pan: record<Viewport['pan']>({ x: number, y: number }) })),
  selection: list(string),
  folds: record<KeptFolds>({ open: list(string), closed: list(string), turns: dictionary(either(count, oneOf('all'))) }),
  search: string,
  legend: boolean,
  colouring: oneOf(...colourings),
  details: nullable(boolean),
  tensors: oneOf('numbers', 'picture'),
  panel: () => { /* Looked at by itself, below: the rest is good without it. */ },
});

/** What was kept, or {@link nothingKept} where that is missing or of another version. */
export function readKept(data: unknown): Kept {
  try {
    kept(data);
  } catch (error) {
    if (error instanceof ShapeError) return nothingKept;
    throw error;
  }
  const value = data as Kept;
  if (value.version !== VERSION) return nothingKept;
  return isPanelState(value.panel) ? value : { ...value, panel: null };
}

/** Collects changes and writes them together, at most a few times a second: panning changes them at every frame. */
export class Keeper {
  #kept: Kept;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: Pick<Host, 'read' | 'write'>) {
    this.#kept = readKept(host.read());
  }

  get value(): Kept {
    return this.#kept;
  }

  keep(change: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...change };
    this.#timer ??= setTimeout(() => { this.flush(); }, 250);
  }

  keepPanel(panel: PanelState): void {
    const size = panel.report ? panel.report.variables.length + panel.report.functions.length : 0;
    this.keep({ panel: size <= KEPT_ELEMENTS ? panel : null });
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.host.write(this.#kept);
  }
}
