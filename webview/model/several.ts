/** @file Several nodes as rows of a list: names, ops and values. */
import type { Folding } from '../fold/folding.js';
import { nodeName, type GraphModel } from './graph.js';
import { groupTitle, kindOfGroup } from './group-text.js';
import { noValue } from './no-value.js';
import { oneLine } from './text.js';

const VALUE_LIMIT = 24;

export interface Row {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** For a Variable the op that made it. */
  readonly op: string;
  readonly value: string;
}

/** In the order of the ids; what the graph does not have any more is left out. */
export function rowsOf(ids: readonly string[], full: GraphModel, folding: Folding): Row[] {
  return ids.flatMap((id): Row[] => {
    const group = folding.groupOf(id);
    if (group) return [{ id, kind: kindOfGroup(group), name: groupTitle(group), op: kindOfGroup(group), value: '' }];
    const node = full.byId.get(id);
    if (!node) return [];
    if (node.kind === 'function') return [{ id, kind: 'Function', name: nodeName(node), op: 'Function', value: '' }];
    const { creator, value, state } = node.report;
    const maker = creator === null ? undefined : full.byId.get(creator);
    const op = maker?.kind === 'function' ? maker.report.op : state === 'leaf' ? 'leaf' : 'Variable';
    return [{ id, kind: 'Variable', name: nodeName(node), op, value: value ? oneLine(value.text, VALUE_LIMIT) : noValue(node.report) }];
  });
}
