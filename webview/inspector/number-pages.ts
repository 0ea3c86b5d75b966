/** @file A large tensor's numbers, a page at a time: steppers over the page that they lead to. */
import type { PageAnswer } from '../../src/protocol/tensor-page.js';
import { element } from '../dom/element.js';
import { numberTable } from './number-table.js';
import { Stepper } from './stepper.js';
import { pageExtent, tableOf } from './table.js';
import { leadingSteppers, unavailable, type Tensor, type TensorHost } from './tensor.js';

export function numberPages(tensor: Tensor, host: TensorHost): HTMLElement {
  const { variable, part, summary } = tensor;
  const table = tableOf(variable.shape);
  const extent = pageExtent(table);
  // Until the numbers are here, and if they cannot be had: the edges, as NumPy prints them.
  const page = element('div', { class: 'tensor number-page', tabindex: '0', role: 'region', 'aria-label': tensor.title }, element('pre', {}, summary.text));
  const note = element('div');
  const rows = axisStepper('row', 'Rows');
  const columns = axisStepper('column', 'Columns');
  const steppers = element('div', { class: 'steppers' }, ...leadingSteppers(table, tensor, host, show));
  if (extent.rows < table.rows) steppers.append(rows.root);
  if (extent.columns < table.columns) steppers.append(columns.root);

  function axisStepper(side: 'row' | 'column', axis: 'Rows' | 'Columns'): Stepper {
    const [length, size] = side === 'row' ? [table.rows, extent.rows] : [table.columns, extent.columns];
    const stepper = new Stepper({
      axis: variable.shape.length === 1 ? 'Elements' : axis, of: tensor.name, length, size,
      moved: index => {
        host.move({ [side]: index });
        show();
      },
    });
    stepper.index = host.place()[side];
    return stepper;
  }

  /** Which request the page waits for: an earlier one's answer may come later. */
  let asked = 0;
  function show(): void {
    const request = ++asked;
    const { leading, row, column } = host.place();
    page.setAttribute('aria-busy', 'true');
    const of = { variable: variable.id, part, leading, row, column, ...extent, block: { rows: 1, columns: 1 } };
    host.pages.ask(of, answer => { if (request === asked) take(answer); });
  }

  function take(answer: PageAnswer): void {
    page.removeAttribute('aria-busy');
    if (answer.outcome !== 'page' || answer.numbers.length !== extent.rows * extent.columns) {
      note.replaceChildren(unavailable(answer.outcome === 'page' ? 'missing' : answer.outcome, host.post));
      steppers.hidden = true;
      return;
    }
    const place = host.place();
    const { dtype, shape } = variable;
    const head = shape.length === 1 ? (part === 'value' ? 'value' : 'gradient') : null;
    const within = place.leading.length === 0 ? '' : `, at ${place.leading.join(', ')}`;
    page.replaceChildren(numberTable({ numbers: answer.numbers, dtype, place, extent, head, caption: `${tensor.title}${within}` }));
    page.scrollTo(0, 0);
  }

  show();
  return element('div', { class: 'pages' }, steppers, page, note);
}
