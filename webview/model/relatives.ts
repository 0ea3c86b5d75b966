/** @file What a node is made from, and what it goes into: its ancestors and descendants. */
import type { ShownModel } from './graph.js';

export type Side = 'before' | 'after';

/** A node, and the side of it that the picture shows alone. */
export interface Relatives {
  readonly id: string;
  readonly side: Side;
}

/** Ids of the node and of all that lies before or after it along the edges. */
export function relativesOf({ edges }: ShownModel, id: string, side: Side): Set<string> {
  const next = new Map<string, string[]>();
  for (const { source, target } of edges) {
    const [from, to] = side === 'before' ? [target, source] : [source, target];
    const list = next.get(from);
    if (list) list.push(to);
    else next.set(from, [to]);
  }
  const found = new Set([id]);
  // A set is walked in the order in which it grows.
  for (const each of found) for (const other of next.get(each) ?? []) found.add(other);
  return found;
}
