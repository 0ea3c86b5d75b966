/** @file What a graph in an HTML file of its own has inside: the panel's state, and the sources that its lines are in. */
import type { PanelState } from './panel.js';

/** Id of the element that holds a {@link PageData} as JSON. */
export const PAGE_DATA_ID = 'page-data';

export interface PageData {
  readonly state: PanelState;
  /** Texts of the report's files, in their order; null for one that could not be read. */
  readonly sources: readonly (string | null)[];
}
