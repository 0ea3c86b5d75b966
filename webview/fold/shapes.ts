/** @file Groups by shape, for what no scope divides: long chains, many leaves of one Function or loop, many uses of one Variable. */
import type { FunctionNode, GraphModel, VariableNode } from '../model/graph.js';
import { groupTitle } from '../model/group-text.js';
import { groupsFrom, newGroup, type Group } from './group.js';

/** Up to this many nodes a group is read without. */
const LARGE = 40;
const LEAST_FAN = 12;
const LEAST_CHAIN = 12;

/** Divides the groups that hold many nodes of their own. */
export function groupByShape(model: GraphModel, root: Group, groupOf: Map<string, Group>): void {
  for (const group of groupsFrom(root)) if (group.nodes.length > LARGE) new Divider(model, group, groupOf).divide();
}

class Divider {
  private readonly taken = new Set<string>();

  constructor(private readonly model: GraphModel, private readonly group: Group, private readonly groupOf: Map<string, Group>) {}

  divide(): void {
    const functions = this.group.nodes.map(id => this.model.byId.get(id)).filter(node => node?.kind === 'function');
    this.fans(functions);
    this.leaves(functions);
    this.chains(functions);
    if (this.taken.size === 0) return;
    const { nodes } = this.group;
    let kept = 0;
    for (const id of nodes) if (!this.taken.has(id)) nodes[kept++] = id;
    nodes.length = kept;
  }

  private isFree(id: string): boolean {
    return this.groupOf.get(id) === this.group && !this.taken.has(id);
  }

  private make(kind: 'chain' | 'leaves' | 'fan', name: string, ids: Iterable<string>): void {
    const [first] = ids;
    const group = newGroup({ id: `${kind} ${first}`, kind, name }, this.group);
    for (const id of ids) {
      group.nodes.push(id);
      this.groupOf.set(id, group);
      this.taken.add(id);
    }
  }

  private variable(id: string): VariableNode | null {
    const node = this.model.byId.get(id);
    return node?.kind === 'variable' ? node : null;
  }

  /** Leaves that nothing else takes. */
  private ownLeaves(node: FunctionNode): string[] {
    return node.report.inputs.filter(input => this.isOwnLeaf(input, node));
  }

  private isOwnLeaf(input: string, { id }: FunctionNode): boolean {
    const node = this.variable(input);
    return node !== null && node.report.creator === null && node.consumers.every(each => each === id) && this.isFree(input);
  }

  /** `square(x)` many times, all going on to the same, or to nothing. */
  private fans(functions: readonly FunctionNode[]): void {
    const fans = new Map<string, FunctionNode[]>();
    for (const node of functions) {
      const { op, inputs, outputs } = node.report;
      // Few Variables are used so often, and to find the others out takes longer.
      if (!inputs.some(input => (this.variable(input)?.consumers.length ?? 0) >= LEAST_FAN)) continue;
      const leaves = this.ownLeaves(node);
      const computed = inputs.filter(input => !leaves.includes(input));
      if (computed.length !== 1 || !outputs.every(output => this.isFree(output))) continue;
      const key = [op, computed[0], ...outputs.flatMap(output => this.variable(output)?.consumers ?? [])].join(' ');
      const fan = fans.get(key);
      if (fan) fan.push(node);
      else fans.set(key, [node]);
    }
    for (const fan of fans.values()) {
      if (fan.length < LEAST_FAN) continue;
      const ids = fan.flatMap(node => [node.id, ...this.ownLeaves(node), ...node.report.outputs]);
      this.make('fan', fan[0]!.report.op, new Set(ids));
    }
  }

  private leaves(functions: readonly FunctionNode[]): void {
    for (const node of functions) {
      if (node.report.inputs.length < LEAST_FAN) continue;
      const leaves = [...new Set(this.ownLeaves(node))];
      if (leaves.length >= LEAST_FAN) this.make('leaves', `into ${node.report.op}`, leaves);
    }
    const ofGroup = new Map<Group, string[]>();
    for (const id of this.group.nodes) {
      const user = this.isFree(id) ? this.onlyUser(id) : null;
      const leaves = user && ofGroup.get(user);
      if (leaves) leaves.push(id);
      else if (user) ofGroup.set(user, [id]);
    }
    for (const [user, leaves] of ofGroup) if (leaves.length >= LEAST_FAN) this.make('leaves', `into ${groupTitle(user)}`, leaves);
  }

  /** The group inside this one that alone takes a leaf without a name, as a loop over data does. A name is there to be read. */
  private onlyUser(leaf: string): Group | null {
    const node = this.variable(leaf);
    if (node === null || node.report.creator !== null || node.report.name !== null) return null;
    const users = new Set(node.consumers.map(consumer => this.groupInside(consumer)));
    const [user] = users;
    return users.size === 1 ? user! : null;
  }

  /** The group of this one's own groups that holds a node, however deep; null for a node of its own. */
  private groupInside(id: string): Group | null {
    let at = this.groupOf.get(id) ?? null;
    while (at !== null && at.parent !== this.group) at = at.parent;
    return at;
  }

  private chains(functions: readonly FunctionNode[]): void {
    const next = new Map<string, FunctionNode>();
    const follows = new Set<FunctionNode>();
    for (const node of functions) {
      const after = this.isFree(node.id) ? this.following(node) : null;
      if (after === null) continue;
      next.set(node.id, after);
      follows.add(after);
    }
    for (const first of functions) {
      if (follows.has(first) || !this.isFree(first.id)) continue;
      const chain: FunctionNode[] = [];
      for (let at: FunctionNode | undefined = first; at !== undefined; at = next.get(at.id)) chain.push(at);
      if (chain.length < LEAST_CHAIN) continue;
      // What the first one takes is the chain's input, and what the last one gives its output: both stand outside.
      const ids = new Set<string>();
      chain.forEach((node, at) => {
        ids.add(node.id);
        for (const leaf of this.ownLeaves(node)) if (at > 0 || this.variable(leaf)!.report.line === null) ids.add(leaf);
        if (at < chain.length - 1) for (const output of node.report.outputs) ids.add(output);
      });
      this.make('chain', 'chain', ids);
    }
  }

  /** The Function that goes on from this one alone, which goes to it alone. */
  private following(node: FunctionNode): FunctionNode | null {
    const [output, second] = node.report.outputs;
    if (output === undefined || second !== undefined || !this.isFree(output)) return null;
    const consumers = this.variable(output)?.consumers ?? [];
    const next = consumers.length === 1 ? this.model.byId.get(consumers[0]!) : undefined;
    if (next?.kind !== 'function' || !this.isFree(next.id)) return null;
    return next.report.inputs.every(input => input === output || this.isOwnLeaf(input, next)) ? next : null;
  }
}
