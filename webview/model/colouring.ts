/** @file What the nodes may be coloured by, and the classes that each colouring sorts them into: the legend lists them, and filters by them. */
import type { GradState, VariableReport } from '../../src/protocol/report.js';
import { changeOf, type Change, type Changes } from './changes.js';
import { sizeOf } from './gradient.js';
import type { GraphModel, ShownNode } from './graph.js';

export const colourings = ['kind', 'generation', 'gradient', 'memory', 'state', 'change'] as const;
export type Colouring = (typeof colourings)[number];

export const colouringNames: Readonly<Record<Colouring, string>> = {
  kind: 'kind', generation: 'generation', gradient: 'size of gradient', memory: 'memory', state: 'state of gradient', change: 'change',
};

type Step = 0 | 1 | 2 | 3 | 4 | 5;
/** A colour by its meaning; the theme has the paint. A ramp goes from little to much. */
export type Tone = 'plain' | `ramp${Step}` | 'bad' | 'blue' | 'green' | 'orange' | 'yellow' | 'purple';

/** One class of a colouring. */
export interface Bucket {
  readonly key: string;
  readonly name: string;
  /** Empty where the name says it. */
  readonly meaning: string;
  /** null in the colouring by kind, where shapes and borders tell more than a colour. */
  readonly tone: Tone | null;
  readonly fits: (node: ShownNode) => boolean;
}

const ofVariable = (fits: (report: VariableReport) => boolean) => (node: ShownNode): boolean => node.kind === 'variable' && fits(node.report);
const ofRole = (role: string) => (node: ShownNode): boolean => node.kind === 'variable' && node.role === role;

const kinds: readonly Bucket[] = ([
  ['leaf', 'Leaf', 'a Variable that the snippet made', ofRole('leaf')],
  ['computed', 'Computed', 'the output of a Function', ofRole('computed')],
  ['output', 'Output', 'double border: where backward began, or would', ofRole('output')],
  ['dropped', 'grad dropped', 'dashed border: backward used it and let it go', ofVariable(({ gradState }) => gradState === 'dropped')],
  ['unrecorded', 'not recorded', 'dotted border: made under no-grad', ofRole('unrecorded')],
  ['freed', 'freed', 'no rule reads its value and nobody held it: the word stands for it', ofVariable(({ state }) => state === 'freed')],
  ['function', 'Function', 'a box: one recorded call', ({ kind }) => kind === 'function'],
  ['group', 'Folded group', 'a stack: a call, a Layer, a loop; E or a double click opens it', ({ kind }) => kind === 'group'],
] as const satisfies readonly (readonly [string, string, string, Bucket['fits']])[])
  .map(([key, name, meaning, fits]) => ({ key, name, meaning, tone: null, fits }));

const states: readonly Bucket[] = ([
  ['present', 'present', 'there is a gradient', 'orange'],
  ['dropped', 'dropped', 'backward used it and let it go: Retain Grad keeps it', 'purple'],
  ['not-run', 'not run', 'no backward since it was made', 'plain'],
  ['cleared', 'cleared', 'it had one until clearGrad()', 'blue'],
  ['unreached', 'not reached', 'backward ran from what does not depend on it', 'yellow'],
  ['unrecorded', 'not recorded', 'made under no-grad', 'green'],
] as const satisfies readonly (readonly [GradState, string, string, Tone])[])
  .map(([key, name, meaning, tone]) => ({ key, name, meaning, tone, fits: ofVariable(({ gradState }) => gradState === key) }));

/** How much of something a node has, a folded group of all that is in it; null where that is no question. */
type Amount = (node: ShownNode) => number | null;

const generation: Amount = node => {
  if (node.kind !== 'group') return node.report.generation;
  // A generation is two layers.
  return node.layer === null ? null : Math.floor(node.layer / 2);
};
const bytes: Amount = node => node.kind === 'variable' ? node.report.bytes : node.kind === 'group' ? node.bytes : null;
const gradient: Amount = node => node.kind === 'variable' ? node.report.grad && sizeOf(node.report.grad) : node.kind === 'group' ? node.gradient : null;

const STEPS = 6;

/** Classes of an amount, each from where the one before it ends. */
function ramp(amount: Amount, steps: readonly (readonly [below: number, name: string, meaning?: string])[]): Bucket[] {
  const spread = (STEPS - 1) / Math.max(1, steps.length - 1);
  return steps.map(([below, name, meaning = ''], at): Bucket => {
    const from = steps[at - 1]?.[0] ?? -Infinity;
    const fits = (node: ShownNode): boolean => {
      const has = amount(node);
      return has !== null && has >= from && has < below;
    };
    return { key: name, name, meaning, tone: `ramp${Math.round(at * spread) as Step}`, fits };
  });
}

/** By orders that matter in training. */
const gradients: readonly Bucket[] = [
  ...ramp(gradient, [
    [Number.MIN_VALUE, '0', 'all of its elements'], [1e-6, 'under 10⁻⁶', 'it vanishes'], [1e-3, '10⁻⁶ to 10⁻³'], [1, '10⁻³ to 1'], [1e3, '1 to 1,000'],
    [Infinity, 'from 1,000', 'it explodes'],
  ]),
  { key: 'bad', name: 'NaN or ∞', meaning: 'some of its elements', tone: 'bad', fits: node => gradient(node) === Infinity },
  { key: 'none', name: 'none', meaning: 'the node says why', tone: 'plain', fits: node => node.kind !== 'function' && gradient(node) === null },
];

const memory = ramp(bytes, [
  [17, 'up to 16 B', 'a number and its gradient'], [129, 'up to 128 B'], [2 ** 11 + 1, 'up to 2 kB'], [2 ** 15 + 1, 'up to 32 kB'], [2 ** 20 + 1, 'up to 1 MB'], [Infinity, 'over 1 MB'],
]);

function generationsOf({ nodes }: GraphModel): Bucket[] {
  const last = nodes.reduce((most, { report }) => Math.max(most, report.generation), 0);
  const width = Math.ceil((last + 1) / STEPS);
  return ramp(generation, Array.from({ length: Math.ceil((last + 1) / width) }, (_, at) => {
    const [from, to] = [at * width, Math.min(last, (at + 1) * width - 1)];
    return [to + 1, from === to ? String(from) : `${from} to ${to}`];
  }));
}

function changesOf(changes: Changes): Bucket[] {
  return ([
    ['new', 'new', 'not in the run before', 'green'],
    ['other', 'other', 'another value, gradient, shape or dtype', 'orange'],
    ['same', 'the same', '', 'plain'],
  ] as const satisfies readonly (readonly [Change, string, string, Tone])[])
    .map(([key, name, meaning, tone]) => ({ key, name, meaning, tone, fits: (node: ShownNode) => changeOf(node, changes) === key }));
}

/** The classes of a colouring, for this graph. */
export function bucketsOf(colouring: Colouring, model: GraphModel, changes: Changes): readonly Bucket[] {
  switch (colouring) {
    case 'kind': return kinds;
    case 'generation': return generationsOf(model);
    case 'gradient': return gradients;
    case 'memory': return memory;
    case 'state': return states;
    case 'change': return changesOf(changes);
  }
}

/** The tone of a node among the classes of a colouring. */
export function toneOf(node: ShownNode, buckets: readonly Bucket[]): Tone {
  return buckets.find(({ fits }) => fits(node))?.tone ?? 'plain';
}

/** Ids of the nodes that are in one of the classes. */
export function inBuckets(nodes: readonly ShownNode[], classes: readonly Bucket[]): string[] {
  return nodes.filter(node => classes.some(({ fits }) => fits(node))).map(({ id }) => id);
}
