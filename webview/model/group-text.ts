/** @file What a group is called: on its node, over its nodes when it is open, in words. */
import type { Group } from '../fold/group.js';
import type { GroupNode } from './graph.js';
import { plural } from './text.js';

/** `f()`, `Linear`, `for i`, `turn 3`, `chain`. */
export function groupTitle({ kind, name, turn }: Group): string {
  switch (kind) {
    case 'function': return /=>$|^new /.test(name) ? name : `${name}()`;
    case 'call': return `${name}()`;
    case 'turn': return `turn ${turn! + 1}`;
    case 'leaves': return `leaves ${name}`;
    case 'part': return `part ${name}`;
    case 'layer': case 'loop': case 'chain': case 'fan': case 'run': return name;
  }
}

/** The same for a folded one; turns that are folded together have their numbers. */
export function groupName({ group, turns }: GroupNode): string {
  if (turns === null) return groupTitle(group);
  return turns.first === turns.last ? `turn ${turns.first + 1}` : `turns ${turns.first + 1}–${turns.last + 1}`;
}

/** How many times what it is named after is in it; null where that says nothing. */
export function timesOf({ group, turns, functions, variables }: GroupNode): number | null {
  if (turns !== null) return null;
  switch (group.kind) {
    case 'loop': return group.groups.filter(({ kind }) => kind === 'turn').length || 1;
    case 'chain': case 'fan': return functions;
    case 'leaves': return variables;
    case 'run': return callsIn(group) || functions;
    default: return null;
  }
}

/** How many groups a run is made of; 0 for one of single Functions. */
function callsIn({ groups }: Group): number {
  return groups.reduce((sum, group) => sum + (group.kind === 'part' ? callsIn(group) : 1), 0);
}

/** `12 Functions, 25 Variables`. */
export function contentsOf({ functions, variables }: GroupNode): string {
  const parts = [functions > 0 ? plural(functions, 'Function') : null, variables > 0 ? plural(variables, 'Variable') : null];
  return parts.filter(part => part !== null).join(', ');
}

/** What kind of group it is, for the details and in words. */
export function kindOfGroup({ kind }: Group): string {
  switch (kind) {
    case 'function': case 'call': return 'call';
    case 'layer': return 'Layer';
    case 'loop': return 'loop';
    case 'turn': return 'turn of a loop';
    case 'chain': return 'chain of Functions';
    case 'leaves': return 'leaves with one consumer';
    case 'fan': return 'uses of one Variable';
    case 'run': return 'calls in a row';
    case 'part': return 'part of many calls';
  }
}
