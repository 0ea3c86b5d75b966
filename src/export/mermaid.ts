/** @file A graph as a Mermaid flowchart. */
import type { GraphDirection } from '../protocol/panel.js';
import type { RunReport } from '../protocol/report.js';
import { buildGraph } from '../../webview/model/graph.js';
import { labelOf } from './label.js';

export function mermaid(report: RunReport, { direction }: { readonly direction: GraphDirection }): string {
  const { nodes, edges } = buildGraph(report);
  const lines = nodes.map(node => {
    const label = `"${labelOf(node).map(escaped).join('<br/>')}"`;
    return node.kind === 'variable' ? `  ${node.id}([${label}])` : `  ${node.id}[${label}]`;
  });
  return [`flowchart ${direction}`, ...lines, ...edges.map(({ source, target }) => `  ${source} --> ${target}`), ''].join('\n');
}

/** Mermaid's entities are HTML's with # for &. */
function escaped(text: string): string {
  return text.replace(/[#&<>"`]/g, character => `#${character.charCodeAt(0)};`);
}
