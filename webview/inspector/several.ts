/** @file The details of several nodes: how many there are, and each of them with its name, its op and its value. */
import { element } from '../dom/element.js';
import type { Folding } from '../fold/folding.js';
import type { GraphModel } from '../model/graph.js';
import { rowsOf } from '../model/several.js';
import { grouped, plural } from '../model/text.js';
import type { Links } from './links.js';
import { section } from './section.js';

/** More rows than this are a list that nobody reads. */
const MOST = 20;

/** A list of what is selected, the node that all else in the details is of first; `actions` come below it. Null for fewer than two nodes. */
export function severalDetails(ids: readonly string[], full: GraphModel, folding: Folding, links: Links, actions: HTMLElement | null): HTMLElement | null {
  const rows = rowsOf(ids, full, folding);
  if (rows.length < 2) return null;
  const items = rows.slice(0, MOST).map(({ id, kind, name, op, value }) => (
    element('li', {}, links.to(id, name, kind), element('span', { class: 'muted' }, op), element('span', { class: 'value' }, value))
  ));
  const rest = rows.length - items.length;
  return section(`${plural(rows.length, 'node')} selected`,
    element('ul', { class: 'several' }, ...items),
    rest > 0 ? element('p', { class: 'reason' }, `and ${grouped(rest)} more`) : null,
    actions,
  );
}
