/** @file A tensor as a picture: a heat map of a table, or bars for a tensor of one axis, with its scale and what a cell stands for. */
import type { PageAnswer } from '../../src/protocol/tensor-page.js';
import type { ReportNumber } from '../../src/protocol/report.js';
import { element, setText } from '../dom/element.js';
import { plural } from '../model/text.js';
import { BAR_ROW_HEIGHT, paintBars } from './bar-row.js';
import { cellSize, type CellSize, type Grid } from './cells.js';
import { paintHeatMap } from './heat-map.js';
import { elementText, shortNumber } from './number-text.js';
import { readPalette } from './palette.js';
import { mostOf, type Palette } from './scale.js';
import { offsetOf, pictureBlock, tableOf } from './table.js';
import { leadingSteppers, unavailable, type Tensor, type TensorHost } from './tensor.js';

const LEGEND_CELLS = 25;

export class Picture {
  readonly root = element('div', { class: 'tensor-picture' });
  #canvas = element('canvas', { role: 'img', tabindex: '0' });
  #cursor = element('div', { class: 'cell-cursor', hidden: true });
  #legend = element('canvas', { 'aria-hidden': 'true' });
  #scale = element('div', { class: 'scale' });
  #note = element('div', { class: 'notes' });
  #readout = element('p', { class: 'readout', role: 'status' });
  #grid: Grid = { rows: 0, columns: 0, values: [] };
  #size: CellSize = { width: 1, height: 1 };
  /** The cell that the keyboard is on. */
  #cell = 0;
  #asked = 0;
  readonly #table;
  readonly #block;
  readonly #isRow: boolean;

  constructor(private readonly tensor: Tensor, private readonly host: TensorHost) {
    const { shape } = tensor.variable;
    this.#table = tableOf(shape);
    this.#block = pictureBlock(this.#table);
    this.#isRow = shape.length === 1;
    this.#listen();
    const frame = element('div', { class: 'picture-frame' }, this.#canvas, this.#cursor);
    this.root.append(...leadingSteppers(this.#table, tensor, host, () => { this.#show(); }), frame, this.#scale, this.#note, this.#readout);
    this.#show();
  }

  /** Again, in the colours that the theme has now. */
  paint(): void {
    if (this.#grid.values.length === 0) return;
    const palette = readPalette();
    const { values } = this.#grid;
    const most = mostOf(values);
    if (this.#isRow) paintBars(this.#canvas, values, this.#size.width, palette);
    else paintHeatMap(this.#canvas, this.#grid, this.#size, most, palette);
    if (!this.#isRow) this.#paintLegend(values, most, palette);
  }

  #show(): void {
    const request = ++this.#asked;
    const { variable, part, summary } = this.tensor;
    const { leading } = this.host.place();
    const { rows, columns } = this.#table;
    if (summary.data) {
      const start = offsetOf(this.#table, leading);
      this.#take({ outcome: 'page', numbers: summary.data.slice(start, start + rows * columns) });
      return;
    }
    const page = { variable: variable.id, part, leading, row: 0, column: 0, rows, columns, block: this.#block };
    this.host.pages.ask(page, answer => { if (request === this.#asked) this.#take(answer); });
  }

  #take(answer: PageAnswer): void {
    const [rows, columns] = [Math.ceil(this.#table.rows / this.#block.rows), Math.ceil(this.#table.columns / this.#block.columns)];
    if (answer.outcome !== 'page' || answer.numbers.length !== rows * columns) {
      this.root.replaceChildren(element('pre', { class: 'tensor' }, this.tensor.summary.text),
        unavailable(answer.outcome === 'page' ? 'missing' : answer.outcome, this.host.post));
      return;
    }
    this.#grid = { rows, columns, values: answer.numbers.map(numberOf) };
    this.#size = this.#isRow ? { width: cellSize({ rows: 1, columns: rows }).width, height: BAR_ROW_HEIGHT } : cellSize(this.#grid);
    this.#cell = 0;
    this.#cursor.hidden = true;
    setText(this.#readout, '');
    this.#describe();
    this.paint();
  }

  #describe(): void {
    const { values } = this.#grid;
    const finite = values.filter(Number.isFinite);
    const [low, high] = finite.length === 0 ? ['none', 'none'] : [shortNumber(smallest(finite)), shortNumber(-smallest(finite.map(value => -value)))];
    const crossed = values.length - finite.length;
    const { rows, columns } = this.#block;
    const what = this.#isRow ? 'bar' : 'cell';
    const coarse = rows * columns === 1 ? null
      : `Each ${what} is the mean of ${this.#isRow ? `${rows} elements` : `${rows} × ${columns} elements`}.`;
    const notFinite = crossed === 0 ? null : `× not finite: ${plural(crossed, what)}.`;
    const hatched = this.#isRow || !finite.some(value => value < 0) ? null : 'Hatched: negative.';
    const notes = [hatched, notFinite, coarse].filter(note => note !== null);
    this.#note.replaceChildren(...notes.map(note => element('p', { class: 'muted' }, note)));
    const kind = this.#isRow ? 'Bars' : 'Heat map';
    this.#canvas.setAttribute('aria-label', `${kind} of ${this.tensor.name}, from ${low} to ${high}. Arrow keys read it ${what} by ${what}.`);
    this.#scale.replaceChildren(...(this.#isRow ? [low, element('span', { class: 'muted' }, 'to'), high] : []));
  }

  /** As much of the scale as there is in the picture: both signs, or one. */
  #paintLegend(values: readonly number[], most: number, palette: Palette): void {
    const [low, high] = [values.some(value => value < 0) ? -most : 0, values.some(value => value > 0) ? most : 0];
    if (low === high) {
      this.#scale.replaceChildren(values.some(Number.isFinite) ? 'all 0' : 'no finite number');
      return;
    }
    const steps = Array.from({ length: LEGEND_CELLS }, (_, step) => low + (high - low) * step / (LEGEND_CELLS - 1));
    paintHeatMap(this.#legend, { rows: 1, columns: LEGEND_CELLS, values: steps }, { width: 4, height: 12 }, most, palette);
    this.#scale.replaceChildren(shortNumber(low), this.#legend, shortNumber(high));
  }

  #listen(): void {
    const canvas = this.#canvas;
    canvas.addEventListener('pointermove', event => {
      const [column, row] = [Math.floor(event.offsetX / this.#size.width), this.#isRow ? 0 : Math.floor(event.offsetY / this.#size.height)];
      const cell = this.#isRow ? column : row * this.#grid.columns + column;
      if (cell < this.#grid.values.length) this.#read(cell);
    });
    canvas.addEventListener('pointerleave', () => { this.#leave(); });
    canvas.addEventListener('focus', () => { if (canvas.matches(':focus-visible')) this.#read(this.#cell); });
    canvas.addEventListener('blur', () => { this.#leave(); });
    canvas.addEventListener('keydown', event => {
      const { columns } = this.#grid;
      const steps: Readonly<Record<string, number>> = this.#isRow
        ? { ArrowLeft: -1, ArrowRight: 1 }
        : { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns };
      const step = steps[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const next = this.#cell + step;
      const staysInRow = this.#isRow || Math.abs(step) === columns || Math.floor(next / columns) === Math.floor(this.#cell / columns);
      if (next >= 0 && next < this.#grid.values.length && staysInRow) this.#cell = next;
      this.#read(this.#cell);
    });
  }

  #leave(): void {
    this.#cursor.hidden = true;
    setText(this.#readout, '');
  }

  #read(cell: number): void {
    const value = this.#grid.values[cell];
    if (value === undefined) return;
    const { columns } = this.#grid;
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    const [x, y] = this.#isRow ? [cell, 0] : [column, row];
    const { style } = this.#cursor;
    style.left = `${x * this.#size.width}px`;
    style.top = `${y * this.#size.height}px`;
    style.width = `${this.#size.width}px`;
    style.height = `${this.#size.height}px`;
    this.#cursor.hidden = false;
    const where = this.#isRow
      ? indices('element', row, this.#block.rows, this.#table.rows)
      : `${indices('row', row, this.#block.rows, this.#table.rows)}, ${indices('column', column, this.#block.columns, this.#table.columns)}`;
    const isMean = this.#block.rows * this.#block.columns > 1;
    const text = isMean ? shortNumber(value) : elementText(value, this.tensor.variable.dtype);
    setText(this.#readout, `${where}: ${isMean ? 'mean ' : ''}${text}`);
  }
}

/** `row 3`, or `rows 30–39` of a block. */
function indices(axis: string, block: number, size: number, length: number): string {
  return size === 1 ? `${axis} ${block}` : `${axis}s ${block * size}–${Math.min((block + 1) * size, length) - 1}`;
}

const words: Readonly<Record<string, number>> = { nan: NaN, inf: Infinity, '-inf': -Infinity };
const numberOf = (value: ReportNumber): number => typeof value === 'string' ? words[value]! : value;

const smallest = (values: readonly number[]): number => values.reduce((low, value) => Math.min(low, value));
