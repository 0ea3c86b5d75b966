/** @file The panel's page: a strict content security policy, and the bundles of webview/. */

export interface PageParts {
  /** Base of what the page may load: `webview.cspSource`. */
  readonly cspSource: string;
  readonly nonce: string;
  readonly title: string;
  readonly script: string;
  readonly style: string;
  readonly layoutWorker: string;
}

export function panelHtml({ cspSource, nonce, title, script, style, layoutWorker }: PageParts): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    // The nonce is for one empty element: Cytoscape looks for its id, and leaves the page's styles alone where it is found.
    `style-src ${cspSource} 'nonce-${nonce}'`,
    // A webview cannot start a worker from its own address, but from a blob of what it fetched there.
    'worker-src blob:',
    // Pictures of the graph are drawn on a canvas from SVG in a data address; others there are none.
    'img-src data:',
    `font-src ${cspSource}`,
    `connect-src ${cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="stylesheet" href="${escape(style)}">
<style id="__________cytoscape_stylesheet" nonce="${nonce}"></style>
</head>
<body>
<div id="app" data-layout-worker="${escape(layoutWorker)}"></div>
<script nonce="${nonce}" src="${escape(script)}"></script>
</body>
</html>`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
