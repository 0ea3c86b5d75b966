/** @file Messages between the extension and the graph panel's webview. Both sides validate what they get. */
import type { PageAnswer, PageRequest } from './tensor-page.js';
import type { RunMode, RunReport, SourceRange } from './report.js';

export type GraphDirection = 'LR' | 'TB';

/** What the panel shows; the extension sends it whole, whenever any of it changes. */
export interface PanelState {
  /** The snippet whose graph the panel shows; null before there is one. */
  readonly snippet: { readonly uri: string; readonly name: string } | null;
  /** Whether the panel stays with this snippet, or else goes on to that of the active editor. */
  readonly pinned: boolean;
  readonly activity:
    /** Not run yet. */
    | 'idle'
    | 'running'
    /** `report` is of the text as it stands. */
    | 'done'
    /** The text changed after the run. */
    | 'stale'
    /** Never sent: the panel itself shows a graph that it kept, of a run that is no more. */
    | 'restored';
  /** Of the last run that ended; kept while the next one is running. */
  readonly report: RunReport | null;
  /** Counts the snippet's reports: what is asked of the live run is asked of the one that made this report. */
  readonly reportNumber: number;
  /** The modes as they are set now, for the next run. */
  readonly mode: RunMode;
  readonly direction: GraphDirection;
}

/** A picture to draw in the page, for the extension host has no canvas. `number` comes back with the answer. */
export interface DrawRequest {
  readonly type: 'draw';
  readonly number: number;
  readonly svg: string;
  /** Pixels of the picture for each of the SVG's. */
  readonly scale: number;
  /** A clipboard takes a picture from a page that has the focus, and from nobody else. */
  readonly purpose: 'file' | 'clipboard';
}

export type DrawAnswer =
  /** `png` is the file; null where it is in the clipboard instead. */
  | { readonly type: 'drawn'; readonly number: number; readonly png: Uint8Array | null }
  | { readonly type: 'notDrawn'; readonly number: number; readonly step: 'drawing' | 'clipboard'; readonly reason: string };

export type ToPanel =
  /** `report` is the state's, as `reportText` of report-text.ts makes it. */
  | { readonly type: 'state'; readonly state: Omit<PanelState, 'report'>; readonly report: string | null }
  /**
   * The editor's cursors and selections are on these elements. Empty: on none. `heard` is the number of the page's last pick that was known
   * then, 0 for none: where the page has picked since, what the editor had is older than what it is asked to show.
   */
  | { readonly type: 'select'; readonly ids: readonly string[]; readonly heard: number }
  /** The answer to the page's request of that number. */
  | { readonly type: 'page'; readonly request: number; readonly answer: PageAnswer }
  | DrawRequest;

/** What a button or link of the panel asks for; each is one command of the extension. */
export type PanelAction =
  'run' | 'stop' | 'backward' | 'clearGrads' | 'toggleRetainGrad' | 'toggleNoGrad' | 'openExamples' | 'toggleDirection' | 'exportGraph' | 'pinGraph';

/** More places than this are nothing that one looks at. */
export type MostRanges = 200;

export type FromPanel =
  /** The page is loaded and wants the state. */
  | { readonly type: 'ready' }
  | { readonly type: 'action'; readonly action: PanelAction }
  /** Differentiate this Variable. */
  | { readonly type: 'backward'; readonly variable: string }
  /** Numbers of a tensor of the report with that number. There is no answer if a newer run has taken its place. */
  | { readonly type: 'page'; readonly request: number; readonly uri: string; readonly reportNumber: number; readonly page: PageRequest }
  /**
   * Elements were selected, or a link to a line was followed, which is `asked`: show where they were made in the editor, the first of the
   * places for sure. At most {@link MostRanges}; empty where nothing is selected any more. `pick` counts the selections of the page from 1.
   */
  | { readonly type: 'reveal'; readonly ranges: readonly SourceRange[]; readonly asked?: true; readonly pick?: number }
  /** A graph is on the screen. `durationMs` is from the state's arrival to the painted frame. */
  | { readonly type: 'painted'; readonly elements: number; readonly durationMs: number }
  | DrawAnswer;
