/** @file The details of several nodes: how many there are, and each of them with its name, its op and its value. */
import { element } from '../dom/element.js';
import type { Folding } from '../fold/folding.js';
import { nodeName, type GraphModel } from '../model/graph.js';
import { groupTitle, kindOfGroup } from '../model/group-text.js';
import { noValue } from '../model/no-value.js';
import { oneLine, plural } from '../model/text.js';
import type { Links } from './links.js';
import { section } from './section.js';

/** More rows than this are a list that nobody reads. */
const MOST = 20;
const VALUE_LIMIT = 24;

interface Row {
  readonly id: string;
  readonly name: string;
  /** For a Variable the op that made it. */
  readonly op: string;
  readonly value: string;
}

/** A list of what is selected, the node that all else in the details is of first; `actions` come below it. Null for fewer than two nodes. */
export function severalDetails(ids: readonly string[], full: GraphModel, folding: Folding, links: Links, actions: HTMLElement | null): HTMLElement | null {
  const rows = rowsOf(ids, full, folding);
  if (rows.length < 2) return null;
  const items = rows.slice(0, MOST).map(({ id, name, op, value }) => (
    element('li', {}, links.to(id, name, op), element('span', { class: 'muted' }, op), element('span', { class: 'value' }, value))
  ));
  const rest = rows.length - items.length;
  return section(`${plural(rows.length, 'node')} selected`,
    element('ul', { class: 'several' }, ...items),
    rest > 0 ? element('p', { class: 'reason' }, `and ${rest.toLocaleString('en')} more`) : null,
    actions,
  );
}

/** In the order of the ids; what the graph does not have any more is left out. */
export function rowsOf(ids: readonly string[], full: GraphModel, folding: Folding): Row[] {
  return ids.flatMap((id): Row[] => {
    const group = folding.groupOf(id);
    if (group) return [{ id, name: groupTitle(group), op: kindOfGroup(group), value: '' }];
    const node = full.byId.get(id);
    if (!node) return [];
    if (node.kind === 'function') return [{ id, name: nodeName(node), op: 'Function', value: '' }];
    const { creator, value, state } = node.report;
    const maker = creator === null ? undefined : full.byId.get(creator);
    const op = maker?.kind === 'function' ? maker.report.op : state === 'leaf' ? 'leaf' : 'Variable';
    return [{ id, name: nodeName(node), op, value: value ? oneLine(value.text, VALUE_LIMIT) : noValue(node.report) }];
  });
}
