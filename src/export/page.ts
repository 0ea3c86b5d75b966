/** @file A graph as one HTML file: the panel with its data inside. It opens in any browser, and asks the network for nothing. */
import { PAGE_DATA_ID, type PageData } from '../protocol/page.js';
import type { GraphDirection } from '../protocol/panel.js';
import type { RunReport } from '../protocol/report.js';

/** The panel's bundles, by their names in dist/webview. */
const bundles = { script: 'panel.js', style: 'panel.css', layoutWorker: 'layout-worker.js' } as const;

export interface PageContent {
  readonly report: RunReport;
  /** Texts of the report's files, in their order; null for one that could not be read. */
  readonly sources: readonly (string | null)[];
  readonly direction: GraphDirection;
}

/** `read` gives the text of a bundle. */
export async function page({ report, sources, direction }: PageContent, read: (bundle: string) => string | Promise<string>): Promise<string> {
  const style = bundleText(await read(bundles.style));
  const script = asScriptText(bundleText(await read(bundles.script)));
  const worker = await read(bundles.layoutWorker);
  const shown = withShortPaths(report);
  const name = shown.files[0] ?? 'snippet';
  const data: PageData = {
    state: { snippet: { uri: name, name }, pinned: false, activity: 'done', report: shown, reportNumber: 0, mode: report.mode, direction },
    sources,
  };
  // By their hashes: nothing that a snippet might bring in runs, and no style of it applies. The layout worker is a blob of a data address.
  const policy = [
    `default-src 'none'`,
    `script-src ${await hashOf(script)}`,
    `style-src ${await hashOf(style)} ${await hashOf('')}`,
    'worker-src blob:',
    'connect-src data:',
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en" class="in-browser">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(name)}: computation graph</title>
<style>${style}</style>
<style id="__________cytoscape_stylesheet"></style>
</head>
<body>
<noscript>The graph is drawn by a script, and scripts are turned off here.</noscript>
<div id="app" data-layout-worker="data:text/javascript,${encodeURIComponent(worker)}"></div>
<script type="application/json" id="${PAGE_DATA_ID}">${asJsonText(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** Relative to the snippet, or their last part: whoever gets the file has no business with the folders of its author. */
function withShortPaths(report: RunReport): RunReport {
  const folder = /^.*[\\/]/.exec(report.files[0] ?? '')?.[0] ?? '';
  const short = (path: string): string => (path.startsWith(folder) ? path.slice(folder.length) : path.split(/[\\/]/).at(-1)!).replace(/^untitled:/, '');
  const { error } = report;
  return {
    ...report,
    files: report.files.map(short),
    error: error && { ...error, frames: error.frames.map(frame => ({ ...frame, file: short(frame.file) })) },
  };
}

/** Without its link to a source map. The parser reads every line break as \n, and the hash is of what it has read. */
function bundleText(code: string): string {
  return code.replace(/\r\n?/g, '\n').replace(/\n\/[/*]# sourceMappingURL=.*\n*$/, '\n');
}

/** What would end the element, or begin a comment in it, stands in strings and patterns alone, and there it may be escaped. */
function asScriptText(code: string): string {
  return code.replace(/<(?=!--|\/?script)/gi, '\\x3c');
}

/** With no `<`, no text of a snippet can end the element, or begin a comment in it. */
function asJsonText(data: PageData): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
}
