/** @file From model and layout to Cytoscape's elements: data, classes, positions. */
import type { ElementDefinition } from 'cytoscape';
import type { Point } from '../layout/request.js';
import type { Tone } from '../model/colouring.js';
import type { ShownNode } from '../model/graph.js';
import type { PlacedCard } from './cards.js';
import type { Card } from './measure.js';
import type { Look } from './theme.js';

/** What a node is painted as: its tone, or else its kind. */
function lookOf(node: ShownNode, tone: Tone | null): Look {
  return tone ?? (node.kind === 'variable' ? node.role : node.kind);
}

/** The classes that the style knows. */
export function classesOf(node: ShownNode, { look }: PlacedCard): string {
  const kind = node.kind === 'variable' ? `variable ${node.role}${node.report.gradState === 'dropped' ? ' dropped' : ''}` : node.kind;
  return `${kind} look-${look}`;
}

export function placeCard(node: ShownNode, card: Card, tone: Tone | null, position: Point): PlacedCard {
  return {
    id: node.id,
    card,
    position,
    kind: node.kind,
    look: lookOf(node, tone),
    doubled: node.kind === 'variable' && node.role === 'output',
  };
}

export function nodeElement({ id, card, position }: PlacedCard, classes: string): ElementDefinition {
  return {
    group: 'nodes',
    // Who drags a node means the picture.
    pannable: true,
    data: { id, width: card.width, height: card.height },
    classes,
    position: { ...position },
  };
}
