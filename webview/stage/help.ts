/** @file The sheet of keys, which `?` opens. */
import { toolButton } from '../dom/buttons.js';
import { element } from '../dom/element.js';
import { inVsCode } from '../host.js';

const sections: readonly (readonly [title: string, keys: readonly (readonly [keys: string, meaning: string])[]])[] = [
  ['In the graph', [
    ['Tab', 'to the nodes, and on to the next part of the panel'],
    ['↑ ↓', 'the node before, the next one'],
    ['← →', 'along the edges: what it is made from, what it goes into'],
    ['Home End', 'the first node, the last one'],
    ['Enter', `select: its details, and its line in the ${inVsCode ? 'editor' : 'source'}`],
    ['Space', `add it to what is selected, or take it away, as Ctrl+click (⌘+click) does: all their lines show in the ${inVsCode ? 'editor' : 'source'}`],
    ['Shift ↑ ↓', 'go there, and add it or take it away'],
    ['B A', 'show only what it is made from (before), what it goes into (after); again: all'],
    ['P', 'show only the ways between the two nodes that are selected; again: all'],
    ['< >', 'the node that was selected before, and after that again'],
    ['E', 'fold or unfold: the group that one is on, or is in; with Shift: fold all'],
    ['[ ]', 'the turn before of the loop, the next one'],
    ['Escape', 'show all, select nothing'],
  ]],
  ['In the whole panel', [
    ['+ −', 'larger, smaller'],
    ['F 0', 'all of the graph'],
    ['C', 'colour the nodes by kind, generation, size of gradient, memory, state of gradient, change since the run before'],
    ['/', 'search; Enter goes through what was found. Narrow it by op: shape: dtype: state: grad: line: generation: has:nan'],
    ['?', 'this sheet'],
  ]],
  ['By touch', [
    ['Tap', 'select'],
    ['Hold', 'add it to what is selected, or take it away'],
  ]],
];

const inTheWorkbench: typeof sections = [
  ['In all of VS Code, after Ctrl+Alt+G (⌘⌥G)', [
    ['R', 'run'],
    ['B', 'backward from a Variable'],
    ['T N', 'Retain Grad, No-Grad'],
    ['C', 'clear the gradients'],
    ['X', 'export the graph'],
    ['I', 'copy its picture to the clipboard'],
    ['G', 'show the graph'],
    ['P', 'pin it: stay with this snippet; again: follow the editor'],
    ['S', 'stop the run'],
  ]],
];

export class HelpSheet {
  readonly root = element('dialog', { class: 'help', 'aria-labelledby': 'help-title' });

  constructor() {
    const close = toolButton({ name: 'Close', title: 'Close (Escape)', icon: 'close' }, () => { this.root.close(); });
    this.root.append(
      element('header', {}, element('h2', { id: 'help-title' }, 'Keys'), close),
      ...[...sections, ...(inVsCode ? inTheWorkbench : [])].flatMap(([title, keys]) => [
        element('h3', {}, title),
        element('dl', {}, ...keys.map(([key, meaning]) => element('div', {},
          element('dt', {}, ...key.split(' ').map(each => element('kbd', {}, each))),
          element('dd', {}, meaning),
        ))),
      ]),
    );
    // A click beside the sheet is on the dialog itself, for its contents fill it.
    this.root.addEventListener('click', event => {
      if (event.target === this.root) this.root.close();
    });
  }

  /** The focus goes into it, and back to where it was when it closes: a modal dialog does both. */
  open(): void {
    if (!this.root.open) this.root.showModal();
  }
}
