/** @file A graph in Graphviz's language: Variables as ellipses, Functions as boxes, as in the book's step 25. */
import type { GraphDirection } from '../protocol/panel.js';
import type { RunReport } from '../protocol/report.js';
import { buildGraph } from '../../webview/model/graph.js';
import { labelOf } from './label.js';

export function dot(report: RunReport, { direction }: { readonly direction: GraphDirection }): string {
  const { nodes, edges } = buildGraph(report);
  const lines = nodes.map(node => {
    const style = node.kind === 'variable' ? 'shape=ellipse, color=orange' : 'shape=box, color=lightblue';
    return `  ${node.id} [label=${quoted(labelOf(node).join('\n'))}, ${style}, style=filled];`;
  });
  return ['digraph dezero {', `  rankdir=${direction};`, ...lines, ...edges.map(({ source, target }) => `  ${source} -> ${target};`), '}', ''].join('\n');
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
