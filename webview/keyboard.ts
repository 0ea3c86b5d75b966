/** @file Keys that work anywhere in the panel, except where text is typed. */
import type { Side } from './model/relatives.js';
import { ZOOM_STEP } from './toolbar/toolbar.js';

export interface KeyActions {
  fit(): void;
  zoom(factor: number): void;
  search(): void;
  escape(): void;
  help(): void;
  relatives(side: Side): void;
  /** The ways between the two nodes that are selected. */
  ways(): void;
  /** To the node that was selected before, or after that again. */
  visit(by: 1 | -1): void;
  /** Colours the nodes by the next colouring. */
  colour(): void;
  /** Folds or unfolds where the keyboard is. */
  fold(): void;
  foldAll(): void;
  turn(by: 1 | -1): void;
}

/** Listens for + − 0 F / ? B A P C E [ ] < > and Escape. */
export function listenForKeys(target: HTMLElement | Document, actions: KeyActions): void {
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => { actions.zoom(ZOOM_STEP); },
    '=': () => { actions.zoom(ZOOM_STEP); },
    '-': () => { actions.zoom(1 / ZOOM_STEP); },
    '0': actions.fit,
    f: actions.fit,
    F: actions.fit,
    '/': actions.search,
    Escape: actions.escape,
    '?': actions.help,
    b: () => { actions.relatives('before'); },
    B: () => { actions.relatives('before'); },
    a: () => { actions.relatives('after'); },
    A: () => { actions.relatives('after'); },
    p: actions.ways,
    P: actions.ways,
    c: actions.colour,
    C: actions.colour,
    '<': () => { actions.visit(-1); },
    '>': () => { actions.visit(1); },
    e: actions.fold,
    E: actions.foldAll,
    '[': () => { actions.turn(-1); },
    ']': () => { actions.turn(1); },
  };
  target.addEventListener('keydown', event => {
    // Keys with modifiers are the workbench's.
    if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target instanceof HTMLSelectElement || (event.target instanceof HTMLInputElement && event.target.type !== 'range') || (event.target instanceof Element && event.target.closest('dialog'))) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
