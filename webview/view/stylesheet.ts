/** @file The picture's style for Cytoscape: shapes and borders tell the kinds and states apart, colours only help. */
import type { StylesheetJson } from 'cytoscape';
import type { Theme } from './theme.js';

/** Corners of a Variable: the half of its height makes an ellipse's ends and leaves room for three lines. */
const PILL = 34;

export function stylesheetOf(theme: Theme): StylesheetJson {
  const width = theme.highContrast ? 1.6 : 1.2;
  const paint = ({ fill, border }: { fill: string; border: string }): object => ({ 'background-color': fill, 'border-color': border });
  const rules: { selector: string; style: object }[] = [
    {
      selector: 'node',
      style: {
        width: 'data(width)',
        height: 'data(height)',
        shape: 'round-rectangle',
        'border-width': width,
        'outline-opacity': 1,
        'outline-color': theme.selection,
        'outline-width': 0,
        'outline-offset': 4,
        'overlay-opacity': 0,
      },
    },
    { selector: '.variable', style: { 'corner-radius': PILL } },
    { selector: '.function', style: { 'corner-radius': 4, ...paint(theme.func) } },
    { selector: '.leaf', style: paint(theme.leaf) },
    { selector: '.computed', style: paint(theme.computed) },
    { selector: '.output', style: { ...paint(theme.output), 'border-width': width + 0.3 } },
    { selector: '.unrecorded', style: { ...paint(theme.unrecorded), 'border-style': 'dashed', 'border-dash-pattern': [2, 4], 'border-width': width + 0.8 } },
    { selector: '.dropped', style: { 'border-style': 'dashed', 'border-dash-pattern': [6, 4], 'border-width': width + 0.2 } },
    { selector: 'node.match', style: { 'outline-width': 2, 'outline-color': theme.match, 'outline-style': 'dashed' } },
    { selector: 'node.picked', style: { 'outline-width': 2.5, 'outline-color': theme.selection, 'outline-style': 'solid' } },
    { selector: 'node.focused', style: { 'outline-width': 4, 'outline-color': theme.selection, 'outline-style': 'solid' } },
  ];
  // Cytoscape 3.34 knows outlines; its own types do not.
  return rules as unknown as StylesheetJson;
}
