/** @file The toolbar: what can be done to the run and to the picture, with the modes' states shown. */
import type { PanelAction, PanelState } from '../../src/protocol/panel.js';
import { element, setAttribute } from '../dom/element.js';
import { inVsCode } from '../host.js';
import { setEnabled, toolButton, type ButtonOptions } from '../dom/buttons.js';
import { icon } from '../dom/icons.js';

export interface ToolbarEvents {
  action(action: PanelAction): void;
  fit(): void;
  zoom(factor: number): void;
  details(): void;
  help(): void;
}

/** The step of one zoom by button or key. */
export const ZOOM_STEP = 1.25;

export class Toolbar {
  readonly root: HTMLElement;
  #run: HTMLButtonElement;
  #stop: HTMLButtonElement;
  #backward: HTMLButtonElement;
  #clear: HTMLButtonElement;
  #retain: HTMLButtonElement;
  #noGrad: HTMLButtonElement;
  #direction: HTMLButtonElement;
  #pin: HTMLButtonElement;
  #details: HTMLButtonElement;
  #picture: HTMLButtonElement[];

  constructor(events: ToolbarEvents, search: HTMLElement) {
    const action = (options: ButtonOptions, name: PanelAction): HTMLButtonElement => toolButton(options, () => { events.action(name); });
    this.#run = action({ name: 'Run', title: 'Run the snippet', icon: 'run', text: true }, 'run');
    this.#stop = action({ name: 'Stop', title: 'Stop the run', icon: 'stop' }, 'stop');
    this.#backward = action({ name: 'Backward', title: 'Run backward from a Variable…', icon: 'backward', text: true }, 'backward');
    this.#clear = action({ name: 'Clear Gradients', title: 'Clear the gradients of all Variables', icon: 'clear' }, 'clearGrads');
    this.#retain = action({
      name: 'Retain Grad', title: 'Retain Grad: keep the gradients of computed Variables, too', icon: 'retain', text: true, toggle: true,
    }, 'toggleRetainGrad');
    this.#noGrad = action({
      name: 'No-Grad', title: 'No-Grad: run without recording a graph', icon: 'noGrad', text: true, toggle: true,
    }, 'toggleNoGrad');
    this.#direction = action({ name: 'Direction', title: '', icon: 'leftRight' }, 'toggleDirection');
    const fit = toolButton({ name: 'Fit', title: 'Show the whole graph (F)', icon: 'fit' }, () => { events.fit(); });
    const zoomOut = toolButton({ name: 'Zoom Out', title: 'Zoom out (−)', icon: 'zoomOut' }, () => { events.zoom(1 / ZOOM_STEP); });
    const zoomIn = toolButton({ name: 'Zoom In', title: 'Zoom in (+)', icon: 'zoomIn' }, () => { events.zoom(ZOOM_STEP); });
    this.#details = toolButton({ name: 'Details', title: 'Show or hide the details side', icon: 'details', toggle: true }, () => { events.details(); });
    const exportGraph = action({ name: 'Export', title: 'Export the graph as a picture, a page or text, or copy it…', icon: 'export' }, 'exportGraph');
    this.#pin = action({ name: 'Pin', title: '', icon: 'pin', toggle: true }, 'pinGraph');
    const help = toolButton({ name: 'Keys', title: 'Show the keys (?)', icon: 'help' }, () => { events.help(); });
    this.#picture = [fit, zoomIn, zoomOut, exportGraph];

    const group = (name: string, ...buttons: HTMLElement[]): HTMLElement => (
      element('div', { class: 'tools', role: 'group', 'aria-label': name }, ...buttons)
    );
    this.root = element('div', { class: 'toolbar', role: 'toolbar', 'aria-label': 'Graph' },
      ...(inVsCode ? [group('Run', this.#run, this.#stop), group('Gradients', this.#backward, this.#clear), group('Modes', this.#retain, this.#noGrad)] : []),
      search,
      group('View', this.#direction, fit, zoomOut, zoomIn, this.#details, ...(inVsCode ? [this.#pin, exportGraph] : []), help),
    );
  }

  show(state: PanelState): void {
    const running = state.activity === 'running';
    const computed = state.report?.variables.some(each => each.state === 'computed') ?? false;
    const grads = state.report?.variables.some(each => each.gradState === 'present') ?? false;
    setEnabled(this.#run, !running);
    setEnabled(this.#stop, running);
    // What acts on the run needs one that is live.
    const live = !running && state.activity !== 'restored';
    setEnabled(this.#backward, computed && live);
    setEnabled(this.#clear, grads && live);
    setAttribute(this.#retain, 'aria-pressed', String(state.mode.retainGrad));
    setAttribute(this.#noGrad, 'aria-pressed', String(state.mode.noGrad));
    setEnabled(this.#pin, state.snippet !== null);
    setAttribute(this.#pin, 'aria-pressed', String(state.pinned));
    setAttribute(this.#pin, 'title', state.pinned ? 'Pinned to this snippet: unpin, and follow the editor again' : 'Pin: stay with this snippet while the editor goes on to others');
    const leftRight = state.direction === 'LR';
    setAttribute(this.#direction, 'title', leftRight ? 'Left to right: switch to top to bottom' : 'Top to bottom: switch to left to right');
    setAttribute(this.#direction, 'aria-label', leftRight ? 'Direction: left to right' : 'Direction: top to bottom');
    this.#direction.replaceChildren(icon(leftRight ? 'leftRight' : 'topBottom'));
    const empty = !state.report || state.report.variables.length + state.report.functions.length === 0;
    for (const button of this.#picture) setEnabled(button, !empty);
  }

  set details(open: boolean) {
    setAttribute(this.#details, 'aria-pressed', String(open));
  }
}
