/** @file The lines of text on a node: those of the panel's card. */
import { cardOf } from '../../webview/model/card.js';
import type { GraphNode } from '../../webview/model/graph.js';

export function labelOf(node: GraphNode): string[] {
  return cardOf(node).map(line => line.map(({ text }) => text).join(' '));
}
