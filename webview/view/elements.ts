/** @file From model and layout to Cytoscape's elements: data, classes, positions. */
import type { ElementDefinition } from 'cytoscape';
import type { Point } from '../layout/request.js';
import type { ShownNode } from '../model/graph.js';
import type { Card } from './measure.js';

/** The classes that may change while a node stays. */
export const stateClasses = ['leaf', 'computed', 'output', 'unrecorded', 'dropped'] as const;

/** The classes that the style knows. */
export function classesOf(node: ShownNode): string {
  if (node.kind !== 'variable') return node.kind;
  return node.report.gradState === 'dropped' ? `variable ${node.role} dropped` : `variable ${node.role}`;
}

export function nodeElement(node: ShownNode, card: Card, position: Point): ElementDefinition {
  return {
    group: 'nodes',
    data: { id: node.id, width: card.width, height: card.height },
    classes: classesOf(node),
    position: { ...position },
  };
}
