/** @file The details of a group: what is in it, what goes in and comes out, and a button that folds or unfolds it. */
import { element } from '../dom/element.js';
import { groupsFrom, type Group } from '../fold/group.js';
import type { GraphEdge, GraphModel } from '../model/graph.js';
import { groupTitle, kindOfGroup } from '../model/group-text.js';
import { formatBytes, grouped } from '../model/text.js';
import type { Links } from './links.js';
import { facts, section } from './section.js';

/** All nodes in a group and in those inside it. */
export function nodesIn(group: Group): string[] {
  return groupsFrom(group).flatMap(({ nodes }) => nodes);
}

/** Ids of what stands on the other side of the edges over the group's border. */
function across(edges: readonly GraphEdge[], inside: ReadonlySet<string>): { inputs: string[]; outputs: string[] } {
  const inputs = new Set<string>();
  const outputs = new Set<string>();
  for (const { source, target } of edges) {
    if (inside.has(source) === inside.has(target)) continue;
    if (inside.has(target)) inputs.add(source);
    else outputs.add(target);
  }
  return { inputs: [...inputs], outputs: [...outputs] };
}

export function groupDetails(group: Group, full: GraphModel, isOpen: boolean, links: Links, toggle: () => void): HTMLElement[] {
  const ids = nodesIn(group);
  const nodes = ids.map(id => full.byId.get(id)).filter(node => node !== undefined);
  const variables = nodes.filter(node => node.kind === 'variable');
  const { inputs, outputs } = across(full.edges, new Set(ids));
  const turns = group.kind === 'loop' ? group.groups.filter(({ kind }) => kind === 'turn').length : 0;
  const nonFinite = variables.filter(({ report }) => (report.value?.nonFinite ?? 0) + (report.grad?.nonFinite ?? 0) > 0);
  const fold = element('button', { type: 'button', class: 'button button-secondary' }, isOpen ? 'Fold' : 'Unfold');
  fold.addEventListener('click', toggle);
  return [
    element('header', { class: 'title' },
      element('p', { class: 'kind' }, kindOfGroup(group)),
      element('h2', {}, groupTitle(group)),
      links.source(group.range, null),
    ),
    section('Contents', facts([
      ['Functions', grouped(nodes.length - variables.length)],
      ['Variables', grouped(variables.length)],
      ['turns', turns > 1 ? grouped(turns) : null],
      ['memory', formatBytes(variables.reduce((sum, { report }) => sum + report.bytes, 0))],
      ['not finite', nonFinite.length > 0 ? links.list(nonFinite.map(({ id }) => id)) : null],
    ]), fold),
    section('Graph', facts([
      ['takes', inputs.length === 0 ? 'nothing' : links.list(inputs)],
      ['gives', outputs.length === 0 ? 'nothing' : links.list(outputs)],
    ])),
  ];
}
