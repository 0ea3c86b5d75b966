/** @file Every text that the extension shows, in one place. Each says what is the case, and what can be done. */
import { l10n } from 'vscode';

export const messages = {
  // Commands
  noSnippet: () => l10n.t('No snippet is open. Open a file named *.dz.ts, or start with one of the examples.'),
  openExamples: () => l10n.t('Open Examples'),
  untrusted: () => l10n.t('Snippets do not run in Restricted Mode, for they are programs. Trust this workspace to run them.'),
  manageTrust: () => l10n.t('Manage Workspace Trust'),
  notRun: (name: string) => l10n.t('{0} has no live run: it has not run yet, or its run was ended. Run it first.', name),
  run: () => l10n.t('Run'),
  stillRunning: (name: string) => l10n.t('{0} is still running. Wait for it, or stop it.', name),
  stop: () => l10n.t('Stop'),
  snippetGone: (name: string) => l10n.t('{0} cannot be opened any more: it was moved or deleted. Close its graph.', name),
  nothingRuns: () => l10n.t('No snippet is running.'),
  noVariables: (name: string) => l10n.t('The run of {0} left no Variable to differentiate. Make one, as in `const x = new Variable(np.array(2.0))`.', name),
  nothingRecorded: (name: string) =>
    l10n.t('The run of {0} recorded nothing, for No-Grad is on: there is no way back to differentiate. Turn it off and run again.', name),
  turnOffNoGrad: () => l10n.t('Turn No-Grad Off'),
  openSettings: () => l10n.t('Open Settings'),
  goToError: () => l10n.t('Go to Error'),
  internalFault: (what: string, reason: string) => l10n.t('{0} failed inside the extension: {1}. Reload the window and try again.', what, reason),
  serverFault: (reason: string) =>
    l10n.t('The DeZero language server did not start: {0}. Snippets still run; hovers and type errors are missing. Reload the window to try again.', reason),

  // Backward's quick pick
  pickTitle: (name: string) => l10n.t('Backward: {0}', name),
  pickPlaceholder: (retainGrad: boolean) =>
    retainGrad
      ? l10n.t('The Variable to differentiate; all gradients are kept (Retain Grad is on)')
      : l10n.t('The Variable to differentiate; only leaves keep their gradients (Retain Grad is off)'),
  unnamed: () => l10n.t('(unnamed)'),
  line: (line: number) => l10n.t('line {0}', line),
  unrecorded: () => l10n.t('not recorded'),

  // Examples
  examplesPlaceholder: () => l10n.t('The example to open'),
  noExamples: () => l10n.t('The examples are missing from this installation of the extension. Install it again.'),

  // Lowered code
  doesNotParse: (name: string, place: string, reason: string) => l10n.t('{0} does not parse at {1}: {2}', name, place, reason),
  sourceGone: (name: string) => l10n.t('{0} is closed. Open it, and show its lowered code again.', name),

  // Export
  exportTitle: () => l10n.t('Export Graph'),
  exportPlaceholder: () => l10n.t('The format of the file, or what to copy'),
  pictures: () => l10n.t('picture'),
  pages: () => l10n.t('page'),
  texts: () => l10n.t('text'),
  clipboard: () => l10n.t('clipboard'),
  png: () => l10n.t('A picture in pixels, light or dark, at any scale'),
  svgLight: () => l10n.t('A picture for a light page; its text stays text'),
  svgDarkLabel: () => l10n.t('SVG, dark'),
  svgDark: () => l10n.t('The same for a dark page'),
  html: () => l10n.t('The graph to explore in any browser, with the snippet, in one file'),
  dot: () => l10n.t('For Graphviz'),
  mermaid: () => l10n.t('For Markdown: a Mermaid flowchart'),
  json: () => l10n.t('Variables and Functions with their values, for a program'),
  copyPicture: () => l10n.t('Copy Picture'),
  copyPictureAs: () => l10n.t('PNG at 2×, light or dark as the theme is'),
  copyAs: (format: string) => l10n.t('Copy as {0}', format),
  copyAsText: () => l10n.t('as text'),
  scalePlaceholder: () => l10n.t('The scale of the picture: 2× is sharp on most screens, 4× in print'),
  otherScale: () => l10n.t('Other…'),
  scalePrompt: (largest: number) => l10n.t('A number above 0 and up to {0}: pixels of the picture for each of the graph\'s', largest),
  groundPlaceholder: () => l10n.t('The page that the picture is for'),
  light: () => l10n.t('Light'),
  dark: () => l10n.t('Dark'),
  lightTransparent: () => l10n.t('Light, transparent'),
  darkTransparent: () => l10n.t('Dark, transparent'),
  groundShows: () => l10n.t('The ground of the page shows through'),
  pixels: (width: string, height: string) => l10n.t('{0} × {1} pixels', width, height),
  pictureTooLarge: (scale: number, size: string, largest: number) =>
    l10n.t('At {0}× the picture would have {1}, which is more than a browser can draw. The largest scale for this graph is {2}×.', scale, size, largest),
  notDrawn: (reason: string) => l10n.t('The panel could not draw the picture: {0}. Try a smaller scale.', reason),
  panelSilent: (seconds: number) => l10n.t('The graph panel, which draws the picture, did not answer for {0} s. Close it, show the graph again, and repeat.', seconds),
  panelClosed: () => l10n.t('The graph panel, which draws the picture, was closed or hidden before it was done. Leave it in sight, and repeat.'),
  notCopied: (reason: string) => l10n.t('The clipboard did not take the picture: {0} You can save it as a file instead.', reason),
  saveAsPng: () => l10n.t('Save as PNG…'),
  copiedPicture: (size: string) => l10n.t('The picture is in the clipboard: {0}.', size),
  copiedText: (format: string) => l10n.t('The graph is in the clipboard, as {0}.', format),
  noGraph: (name: string) => l10n.t('{0} has no graph yet. Run it first.', name),
  exported: (name: string) => l10n.t('The graph is in {0}.', name),
  exportFailed: (name: string, reason: string) => l10n.t('{0} could not be written: {1}. Pick another place.', name, reason),
  open: () => l10n.t('Open'),

  // Status bar
  statusRun: () => l10n.t('DeZero: last run'),
  statusRetainGrad: () => l10n.t('DeZero: Retain Grad'),
  statusNoGrad: () => l10n.t('DeZero: No-Grad'),
  retainGrad: (on: boolean) => (on ? l10n.t('Retain Grad: on') : l10n.t('Retain Grad: off')),
  retainGradTooltip: (on: boolean) =>
    on
      ? l10n.t('Backward keeps the gradients of all Variables. Click to keep those of leaves alone.')
      : l10n.t('Backward keeps the gradients of leaf Variables alone. Click to keep all.'),
  noGrad: (on: boolean) => (on ? l10n.t('No-Grad: on') : l10n.t('No-Grad: off')),
  noGradTooltip: (on: boolean) =>
    on
      ? l10n.t('Nothing is recorded: no graph, no gradients, less memory. Click to record again.')
      : l10n.t('Operations are recorded for Backward. Click to record nothing.'),
  running: () => l10n.t('DeZero running'),
  runningTooltip: (name: string) => l10n.t('{0} is running. Click to stop it.', name),
  notRunYet: () => l10n.t('DeZero'),
  notRunYetTooltip: (name: string) => l10n.t('{0} has not run yet. Click to run it.', name),
  ran: (duration: string) => l10n.t('DeZero {0}', duration),
  ranTooltip: (variables: number, functions: number) =>
    l10n.t('The last run ended well: {0} variables, {1} functions. Click for its output.', variables, functions),
  staleTooltip: () => l10n.t('The text has changed since the last run. Click for its output.'),
  failedAt: (line: number, message: string) => l10n.t('line {0}: {1}', line, message),
  failedTooltip: () => l10n.t('The last run failed. Click to go there.'),

  // Panel
  panelTitle: (name: string | null, { pinned }: { readonly pinned: boolean }) => {
    if (name === null) return l10n.t('DeZero Graph');
    return pinned ? l10n.t('Graph: {0} (pinned)', name) : l10n.t('Graph: {0}', name);
  },
};
