/** @file What the panel says about a state besides its graph: banners above it, or one page in its place. */
import type { FromPanel, PanelState } from '../../src/protocol/panel.js';
import type { RunError, RunReport } from '../../src/protocol/report.js';
import { noGradFix, type Fix } from './gradient.js';
import { grouped } from './text.js';

export interface Notice {
  readonly kind: 'error' | 'warning' | 'info';
  readonly text: string;
  /** A place in the snippet: `line 3`. */
  readonly link: Fix | null;
  readonly fix: Fix | null;
}

/** A page in the place of the graph. */
export interface EmptyPage {
  readonly title: string;
  readonly text: string;
  readonly buttons: readonly Fix[];
}

const run: Fix = { label: 'Run', message: { type: 'action', action: 'run' } };
const examples: Fix = { label: 'Open Examples', message: { type: 'action', action: 'openExamples' } };

function placeOf(error: RunError, report: RunReport): Fix | null {
  if (error.line === null) return null;
  const file = error.file === 0 ? '' : `${report.files[error.file]?.split('/').at(-1) ?? ''} `;
  const column = error.column ?? 1;
  const message: FromPanel = {
    type: 'reveal', asked: true, ranges: [{ file: error.file, line: error.line, column, endLine: error.line, endColumn: column }],
  };
  return { label: `${file}line ${error.line}`, message };
}

function errorNotice(error: RunError, report: RunReport, state: PanelState): Notice {
  const noGrad = state.mode.noGrad && /no[-_ ]?grad/i.test(error.message);
  return {
    kind: 'error',
    text: `${error.name}: ${error.message}`,
    link: placeOf(error, report),
    fix: noGrad ? { label: 'Turn off No-Grad', message: { type: 'action', action: 'toggleNoGrad' } } : null,
  };
}

/** The banners of a state, the most pressing first. */
export function noticesOf(state: PanelState): Notice[] {
  const { report, activity } = state;
  if (!report) return [];
  const notices: Notice[] = [];
  // While the next run is under way, what was wrong with the last one is no news.
  if (report.error && activity !== 'running') notices.push(errorNotice(report.error, report, state));
  if (activity === 'stale') {
    notices.push({ kind: 'warning', text: 'The snippet has changed since this run.', link: null, fix: run });
  }
  if (activity === 'restored') {
    notices.push({ kind: 'info', text: 'The run of this graph is gone: the window was reloaded, or the snippet closed.', link: null, fix: run });
  }
  if (report.mode.noGrad && report.variables.length > 0) {
    notices.push({
      kind: 'info',
      text: 'No-grad: nothing was recorded. Values are shown, there is no graph to differentiate.',
      link: null,
      // One button for it is enough.
      fix: notices.some(({ kind, fix }) => kind === 'error' && fix) ? null : noGradFix(state),
    });
  }
  if (report.truncated) {
    const shown = report.variables.length + report.functions.length;
    const all = report.totals.variables + report.totals.functions;
    if (all > shown) {
      notices.push({
        kind: 'info',
        text: `Showing ${grouped(shown)} of ${grouped(all)} elements of the graph.`,
        link: null,
        fix: null,
      });
    }
  }
  return notices;
}

/** The page to show where there is no graph; null where there is one. */
export function emptyPageOf(state: PanelState): EmptyPage | null {
  const { report, snippet, activity } = state;
  if (report && report.variables.length + report.functions.length > 0) return null;
  if (activity === 'running') {
    return { title: 'Running…', text: 'The graph appears here as soon as the run has ended.', buttons: [{ label: 'Stop', message: { type: 'action', action: 'stop' } }] };
  }
  if (!snippet) {
    return { title: 'No graph yet', text: 'Open a .dz.ts file and run it: its computation graph appears here.', buttons: [examples] };
  }
  if (!report) {
    return { title: 'No graph yet', text: `Run ${snippet.name} to see its computation graph here.`, buttons: [run, examples] };
  }
  if (report.error) {
    return { title: 'No graph to show', text: 'The run failed before it made a Variable.', buttons: [run] };
  }
  return {
    title: 'No Variables',
    text: `The snippet made no Variables that are still in use. new Variable(np.array(2.0)) makes one, and every operator on it adds to the graph.`,
    buttons: [run, examples],
  };
}
