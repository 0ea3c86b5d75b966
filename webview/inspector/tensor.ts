/** @file What the views of a tensor in the details need to know of it. */
import type { PageAnswer, TensorPart } from '../../src/protocol/tensor-page.js';
import type { TensorSummary, VariableReport } from '../../src/protocol/report.js';
import { element } from '../dom/element.js';
import { inVsCode, type Post } from '../host.js';
import { fixButton } from '../stage/notices.js';
import type { Pages } from './pages.js';
import { Stepper } from './stepper.js';
import type { Place, Table } from './table.js';

export interface Tensor {
  readonly variable: VariableReport;
  readonly part: TensorPart;
  readonly summary: TensorSummary;
  /** `Value of W`. */
  readonly title: string;
  /** The same within a sentence or a name: `value of W`. */
  readonly name: string;
}

export interface TensorHost {
  readonly post: Post;
  readonly pages: Pages;
  /** Where the reader is in the tensor: kept when the details are built anew. */
  place(): Place;
  move(place: Partial<Place>): void;
}

/** A stepper for each axis but the last two. */
export function leadingSteppers(table: Table, tensor: Tensor, host: TensorHost, moved: () => void): HTMLElement[] {
  return table.leading.map((length, axis) => {
    const stepper = new Stepper({
      axis: `Axis ${axis}`, of: tensor.name, length, size: 1,
      moved: index => {
        host.move({ leading: host.place().leading.map((old, each) => each === axis ? index : old) });
        moved();
      },
    });
    stepper.index = host.place().leading[axis]!;
    return stepper.root;
  });
}

/** Why numbers are not there, and the button that brings them. */
export function unavailable(outcome: Exclude<PageAnswer['outcome'], 'page'>, post: Post): HTMLElement {
  if (!inVsCode) return element('p', { class: 'reason' }, 'This file holds a summary of the numbers. Open the snippet in VS Code and run it to read all of them.');
  const reason = outcome === 'gone'
    ? 'The run that made these numbers is gone; this summary is what is left. Run the snippet again to read all of them.'
    : 'The live run has these numbers no more. Run the snippet again to read them.';
  return element('div', {},
    element('p', { class: 'reason', role: 'status' }, reason),
    fixButton({ label: 'Run again', message: { type: 'action', action: 'run' } }, post, 'secondary'));
}
