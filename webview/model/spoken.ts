/** @file The nodes and runs in words: names for the accessible tree and the announcements. */
import type { RunReport } from '../../src/protocol/report.js';
import { spokenGradient } from './gradient.js';
import { noValue } from './no-value.js';
import { nodeName, type GroupNode, type ShownModel, type ShownNode, type VariableNode } from './graph.js';
import { contentsOf, groupTitle, kindOfGroup, timesOf } from './group-text.js';
import type { Group } from '../fold/group.js';
import type { Side } from './relatives.js';
import { formatShape, grouped, oneLine, plural } from './text.js';

const VALUE_LIMIT = 80;
const NAME_LIMIT = 60;

export function shortName(node: ShownNode): string {
  return oneLine(nodeName(node), NAME_LIMIT);
}

function names(ids: readonly string[], model: ShownModel): string {
  return ids.map(id => model.byId.get(id)).map(node => node ? shortName(node) : 'one not shown').join(' and ');
}

function spokenVariable(node: VariableNode): string {
  const { report } = node;
  return [
    `Variable ${shortName(node)}`,
    report.value ? `value ${oneLine(report.value.text, VALUE_LIMIT)}` : `value ${noValue(report)}`,
    spokenGradient(report, VALUE_LIMIT),
    `generation ${report.generation}`,
    ...(report.shape.length > 0 ? [`shape ${formatShape(report.shape)}`] : []),
    // Its gradient text has said it already.
    ...(node.role === 'unrecorded' ? [] : [node.role]),
    ...(report.line === null ? [] : [`line ${report.line}`]),
  ].join(', ');
}

function spokenFolded(node: GroupNode): string {
  const { group, turns, nonFinite } = node;
  const times = timesOf(node);
  return [
    `Folded ${turns === null ? kindOfGroup(group) : `turns of ${groupTitle(group)}`}: ${shortName(node)}${times === null ? '' : ` × ${times}`}`,
    contentsOf(node),
    ...(nonFinite > 0 ? ['has NaN or infinity'] : []),
    ...(group.range === null ? [] : [`line ${group.range.line}`]),
  ].join(', ');
}

/** An open group, whose nodes come after it in the list. */
export function spokenOpen(group: Group): string {
  return `Open ${kindOfGroup(group)}: ${groupTitle(group)}${group.range === null ? '' : `, line ${group.range.line}`}`;
}

/** `Variable a, value 3.0, grad 2.0, generation 0, leaf, line 2`; `Function Mul, of a and b, gives y, generation 0, line 3`. */
export function spokenNode(node: ShownNode, model: ShownModel): string {
  if (node.kind === 'variable') return spokenVariable(node);
  if (node.kind === 'group') return spokenFolded(node);
  const { op, inputs, outputs, generation, line } = node.report;
  return [
    `Function ${op}`,
    ...(inputs.length > 0 ? [`of ${names(inputs, model)}`] : []),
    ...(outputs.length > 0 ? [`gives ${names(outputs, model)}`] : []),
    `generation ${generation}`,
    ...(line === null ? [] : [`line ${line}`]),
  ].join(', ');
}

/** What is announced when a node's relatives are shown alone. */
export function spokenRelatives(node: ShownNode, side: Side, count: number): string {
  const what = side === 'before' ? `${shortName(node)} is made from` : `${shortName(node)} goes into`;
  return count === 0 ? `There is nothing that ${what}.` : `${plural(count, 'node')} that ${what}; the others are faint.`;
}

/** What is announced when a node was added to those that are selected, or taken away from them; `count` is what is selected now. */
export function spokenToggle(name: string, change: 'added' | 'taken away', count: number): string {
  return `${name} ${change}, ${count === 0 ? 'nothing' : plural(count, 'node')} selected.`;
}

/** What is announced when the ways between two nodes are shown alone; `count` is with the two. */
export function spokenWays(one: ShownNode, other: ShownNode, count: number): string {
  const ends = `${shortName(one)} and ${shortName(other)}`;
  if (count === 0) return `There is no way along the edges between ${ends}: neither is made from the other.`;
  return count === 2 ? `${ends} are next to each other; the others are faint.` : `${plural(count - 2, 'node')} between ${ends}; the others are faint.`;
}

/** What is announced when classes of the legend are shown alone. */
export function spokenClasses(names: readonly string[], count: number, all: number): string {
  return `${names.join(' or ')}: ${grouped(count)} of ${plural(all, 'node')}; the others are faint.`;
}

/** What is announced when a run has ended. */
export function spokenRun(report: RunReport): string {
  if (report.error) {
    const place = report.error.line === null ? '' : ` at line ${report.error.line}`;
    return `Run failed${place}: ${report.error.name}: ${oneLine(report.error.message, 200)}`;
  }
  const grads = report.variables.filter(each => each.gradState === 'present').length;
  const { variables, functions } = report.totals;
  return `Run finished: ${plural(variables, 'Variable')}, ${plural(functions, 'Function')}, ${plural(grads, 'gradient')}.`;
}
