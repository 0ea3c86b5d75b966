/** @file The details of a Variable. */
import type { PanelState } from '../../src/protocol/panel.js';
import type { RunReport } from '../../src/protocol/report.js';
import { element } from '../dom/element.js';
import type { Post } from '../host.js';
import { explainGradient } from '../model/gradient.js';
import { wasReached } from '../model/flow.js';
import { nodeName, type GraphModel, type VariableNode, type VariableRole } from '../model/graph.js';
import { explainNoValue } from '../model/no-value.js';
import { gradientGivers } from '../model/relatives.js';
import { formatBytes, formatShape } from '../model/text.js';
import { fixButton } from '../stage/notices.js';
import type { Links } from './links.js';
import { facts, section } from './section.js';
import type { Tensors } from './tensors.js';

const roles: Record<VariableRole, string> = {
  leaf: 'leaf Variable',
  computed: 'computed Variable',
  output: 'output Variable',
  unrecorded: 'Variable, not recorded',
};

/** Where its gradient came from, and where backward took it on to. */
function gradientFlow({ report: { id, creator } }: VariableNode, full: GraphModel, report: RunReport, links: Links): HTMLElement {
  const givers = gradientGivers(full, id);
  const from = id === report.output ? 'backward began here, with 1'
    : givers.length === 0 ? 'what the report left out'
    : links.list(givers);
  const entries: [string, HTMLElement | string][] = [['came from', from], ['went on to', creator === null ? 'nothing: it is a leaf' : links.list([creator])]];
  return section('Way of the gradient', facts(entries),
    givers.length > 1 ? element('p', { class: 'reason' }, `It is the sum of ${givers.length} parts, one for each use.`) : null);
}

/** A Variable's value, its gradient and why there is none, its place in the graph. */
export function variableDetails(node: VariableNode, full: GraphModel, report: RunReport, state: PanelState, links: Links, post: Post, tensors: Tensors): HTMLElement[] {
  const { report: variable } = node;
  const name = nodeName(node);
  const explanation = explainGradient(variable, report, state);
  const value = variable.value
    ? tensors.section(variable, variable.value, { part: 'value', name })
    : section('Value', element('p', { class: 'reason' }, explainNoValue(variable)));
  const gradient = explanation
    ? section('Gradient',
      element('p', { class: 'reason' }, explanation.reason),
      explanation.fix ? fixButton(explanation.fix, post, 'secondary') : null)
    : variable.grad && tensors.section(variable, variable.grad, { part: 'grad', name });
  const flow = wasReached(variable) ? gradientFlow(node, full, report, links) : null;
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
    ...(gradient ? [gradient] : []),
    ...(flow ? [flow] : []),
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
