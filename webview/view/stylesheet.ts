/** @file The picture's style for Cytoscape: shapes and borders tell the kinds and states apart, colours only help. */
import type { StylesheetJson } from 'cytoscape';
import { DIMMED } from './cards.js';
import { looks, type Theme } from './theme.js';

/** Corners of a Variable: the half of its height makes an ellipse's ends and leaves room for three lines. */
const PILL = 34;

/** A ring around a node. */
function ring(width: number, colour: string, style: 'dashed' | 'solid'): object {
  return { 'outline-width': width, 'outline-color': colour, 'outline-style': style, 'outline-offset': 4 };
}

export function stylesheetOf(theme: Theme): StylesheetJson {
  const width = theme.highContrast ? 1.6 : 1.2;
  const rules: { selector: string; style: object }[] = [
    {
      // Every property here is worked out for every node: the fewer, the sooner a large graph is there.
      selector: 'node',
      style: { width: 'data(width)', height: 'data(height)', shape: 'round-rectangle', 'border-width': width },
    },
    { selector: '.variable', style: { 'corner-radius': PILL } },
    { selector: '.function', style: { 'corner-radius': 4 } },
    { selector: '.group', style: { 'corner-radius': 7, 'border-width': width + 0.3 } },
    { selector: '.output', style: { 'border-width': width + 0.3 } },
    ...looks.map(look => ({ selector: `.look-${look}`, style: { 'background-color': theme[look].fill, 'border-color': theme[look].border } })),
    { selector: '.unrecorded', style: { 'border-style': 'dashed', 'border-dash-pattern': [2, 4], 'border-width': width + 0.8 } },
    { selector: '.dropped', style: { 'border-style': 'dashed', 'border-dash-pattern': [6, 4], 'border-width': width + 0.2 } },
    // Else a pressed node gets a grey box.
    { selector: 'node:active', style: { 'overlay-opacity': 0 } },
    { selector: 'node.dimmed', style: { opacity: DIMMED } },
    { selector: 'node.match', style: ring(2, theme.match, 'dashed') },
    { selector: 'node.picked', style: ring(2.5, theme.selection, 'solid') },
    { selector: 'node.focused', style: ring(4, theme.selection, 'solid') },
  ];
  // Cytoscape 3.34 knows outlines; its own types do not.
  return rules as unknown as StylesheetJson;
}
