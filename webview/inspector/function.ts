/** @file The details of a Function: the call it recorded, operands in their order. */
import { element } from '../dom/element.js';
import type { FunctionNode } from '../model/graph.js';
import { operatorSign } from '../model/operators.js';
import type { Links } from './links.js';
import { facts, section } from './section.js';

export function functionDetails({ report }: FunctionNode, links: Links): HTMLElement[] {
  const sign = operatorSign(report.op);
  return [
    element('header', { class: 'title' },
      element('p', { class: 'kind' }, 'Function'),
      element('h2', {}, sign === null ? report.op : `${report.op} ${sign}`),
      links.source(report.range, report.line),
    ),
    section('Graph', facts([
      ['inputs', report.inputs.length === 0 ? 'none' : links.list(report.inputs)],
      ['outputs', report.outputs.length === 0 ? 'none in use' : links.list(report.outputs)],
      ['generation', String(report.generation)],
    ])),
  ];
}
