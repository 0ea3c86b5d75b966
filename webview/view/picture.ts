/** @file What the picture is made from, and what its user does in it. */
import type { OpenGroup } from '../fold/fold.js';
import type { Group } from '../fold/group.js';
import type { LayoutResult, Point } from '../layout/request.js';
import type { Tone } from '../model/colouring.js';
import type { ShownModel } from '../model/graph.js';
import type { Viewport } from '../state.js';
import type { Card } from './measure.js';

export interface Picture {
  readonly model: ShownModel;
  readonly open: readonly OpenGroup[];
  readonly cards: ReadonlyMap<string, Card>;
  /** By node, where they are coloured by something else than their kind. */
  readonly tones: ReadonlyMap<string, Tone>;
  readonly layout: LayoutResult;
  /** The node that a first look at a large graph goes to. */
  readonly output: string | null;
  /** Where nodes come from: where they were, or the group that they were folded into, or what was folded into them. */
  readonly from: ReadonlyMap<string, Point>;
}

export interface GraphEvents {
  /** The user clicked a node, or beside all of them; `adding` with a key that adds to what is selected, or takes away from it. */
  picked(id: string | null, options: { readonly adding: boolean }): void;
  /** The user asked to open the folded group that a node stands for. */
  opened(id: string): void;
  /** The user asked to fold an open group. */
  folded(group: Group): void;
  /** The user moved the camera; null: asked for the whole graph. */
  moved(viewport: Viewport | null): void;
}
