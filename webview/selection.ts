/** @file Several nodes selected: one added or taken away at a time, and where in the sources they were made. */
import type { MostRanges } from '../src/protocol/panel.js';
import type { SourceRange } from '../src/protocol/report.js';
import type { FoldedGraph } from './fold/fold.js';
import type { Folding } from './fold/folding.js';
import type { GraphModel } from './model/graph.js';
import { groupTitle } from './model/group-text.js';
import { shortName } from './model/spoken.js';

const MOST_RANGES: MostRanges = 200;

/** With a node more, which comes first; or without it, and all that is folded into it, where it was selected. */
export function toggled(ids: readonly string[], id: string, standIn: (id: string) => string): string[] {
  const others = ids.filter(each => each !== id && standIn(each) !== id);
  return others.length < ids.length ? others : [id, ...ids];
}

/** Where nodes and groups were made, each place once; none for what is written nowhere. */
export function rangesOf(ids: readonly string[], { full, folding }: { readonly full: GraphModel; readonly folding: Folding }): SourceRange[] {
  const ranges = ids.flatMap(id => folding.groupOf(id)?.range ?? full.byId.get(id)?.report.range ?? []);
  const byPlace = new Map(ranges.map(range => [JSON.stringify([range.file, range.line, range.column, range.endLine, range.endColumn]), range]));
  return [...byPlace.values()].slice(0, MOST_RANGES);
}

/** What a node or group is called. */
export function nameOf(id: string, { shown, folding }: { readonly shown: FoldedGraph; readonly folding: Folding }): string {
  const node = shown.model.byId.get(id);
  const group = folding.groupOf(id);
  return node ? shortName(node) : group ? groupTitle(group) : 'one not shown';
}
