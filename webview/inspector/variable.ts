/** @file The details of a Variable. */
import type { PanelState } from '../../src/protocol/panel.js';
import type { RunReport, TensorSummary } from '../../src/protocol/report.js';
import { element, type Child } from '../dom/element.js';
import type { Post } from '../host.js';
import { explainGradient } from '../model/gradient.js';
import { nodeName, type VariableNode, type VariableRole } from '../model/graph.js';
import { explainNoValue } from '../model/no-value.js';
import { formatBytes, formatNumber, formatShape } from '../model/text.js';
import { fixButton } from '../stage/notices.js';
import type { Links } from './links.js';
import { facts, section, tensorText } from './section.js';

const roles: Record<VariableRole, string> = {
  leaf: 'leaf Variable',
  computed: 'computed Variable',
  output: 'output Variable',
  unrecorded: 'Variable, not recorded',
};

/** Statistics where there is more than one element to have them of. */
function statistics(tensor: TensorSummary, shape: readonly number[]): HTMLElement | null {
  const single = shape.every(length => length === 1);
  const number = (value: number | null): string | null => value === null ? null : formatNumber(value);
  const entries: [string, Child][] = single ? [] : [
    ['min', number(tensor.min)], ['max', number(tensor.max)], ['mean', number(tensor.mean)],
  ];
  if (tensor.nonFinite > 0) entries.push(['not finite', tensor.nonFinite.toLocaleString('en')]);
  return entries.length > 0 ? facts(entries) : null;
}

/** A Variable's value, its gradient and why there is none, its place in the graph. */
export function variableDetails(node: VariableNode, report: RunReport, state: PanelState, links: Links, post: Post): HTMLElement[] {
  const { report: variable } = node;
  const name = nodeName(node);
  const explanation = explainGradient(variable, report, state);
  const value = variable.value
    ? section('Value', tensorText(variable.value.text, `Value of ${name}`), statistics(variable.value, variable.shape))
    : section('Value', element('p', { class: 'reason' }, explainNoValue(variable)));
  const gradient = explanation
    ? section('Gradient',
      element('p', { class: 'reason' }, explanation.reason),
      explanation.fix ? fixButton(explanation.fix, post, 'secondary') : null)
    : section('Gradient', variable.grad ? tensorText(variable.grad.text, `Gradient of ${name}`) : null,
      variable.grad ? statistics(variable.grad, variable.shape) : null);
  const canStart = variable.creator !== null && variable.id !== report.output;
  return [
    element('header', { class: 'title' },
      element('p', { class: 'kind' }, roles[node.role]),
      element('h2', { class: variable.name === null ? 'code' : null }, name),
      variable.name !== null && variable.expression !== null && variable.expression !== variable.name
        ? element('p', { class: 'expression' }, variable.expression)
        : null,
      links.source(variable.range, variable.line),
    ),
    value,
    gradient,
    section('Array', facts([
      ['shape', formatShape(variable.shape)],
      ['dtype', variable.dtype],
      ['memory', variable.value ? formatBytes(variable.bytes) : null],
    ])),
    section('Graph', facts([
      ['generation', String(variable.generation)],
      ['creator', variable.creator === null ? 'none' : links.list([variable.creator])],
      ['used by', node.consumers.length === 0 ? 'nothing' : links.list([...new Set(node.consumers)])],
    ]), canStart
      ? fixButton({ label: 'Run backward from here', message: { type: 'backward', variable: variable.id } }, post, 'secondary')
      : null),
  ];
}
