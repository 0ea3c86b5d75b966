/**
 * @file Entry of the graph panel's page.
 *
 * The page comes from the extension, or is a file made by `src/export/page.ts`, and must hold:
 * - `<div id="app" data-layout-worker="ADDRESS"></div>`, ADDRESS being that of the bundled `layout/worker.ts`: it is fetched
 *   (`connect-src`) and started from a blob (`worker-src blob:`). Without it, or if it cannot start, the page lays out itself.
 * - `<style id="__________cytoscape_stylesheet"></style>`, empty: Cytoscape then injects no style of its own, which the
 *   policy would forbid; the rule it wants is in `styles/graph.css`.
 * - this bundle's style sheet and, after the body's content, its script with the nonce or by its hash.
 * - in a file, the graph and its sources: `src/protocol/page.ts`.
 */
import './styles/panel.css';
import { inVsCode } from './host.js';
import { openInVsCode } from './in-vscode.js';
import { openPage } from './page/page.js';

const app = document.getElementById('app');
if (!app) throw new Error('DeZero: the page has no element with the id "app", where the panel belongs.');

if (inVsCode) openInVsCode(app);
else openPage(app);
