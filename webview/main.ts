/**
 * @file Entry of the graph panel's page.
 *
 * The page comes from the extension and must hold:
 * - `<div id="app" data-layout-worker="ADDRESS"></div>`, ADDRESS being that of the bundled `layout/worker.ts`: it is fetched
 *   (`connect-src`) and started from a blob (`worker-src blob:`). Without it, or if it cannot start, the page lays out itself.
 * - `<style id="__________cytoscape_stylesheet"></style>`, empty: Cytoscape then injects no style of its own, which the
 *   policy would forbid; the rule it wants is in `styles/graph.css`.
 * - this bundle's style sheet and, after the body's content, its script with the nonce.
 */
import './styles/panel.css';
import { ShapeError } from './checks.js';
import { connectHost } from './host.js';
import { parseMessage } from './messages.js';
import { Panel } from './panel.js';

const app = document.getElementById('app');
if (!app) throw new Error('DeZero: the page has no element with the id "app", where the panel belongs.');

const host = connectHost();
const panel = new Panel(app, host);

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const arrived = performance.now();
  try {
    const message = parseMessage(event.data);
    if (message.type === 'state') panel.show(message.state, arrived);
    else panel.select(message.ids);
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    console.warn(`DeZero: a message to the graph panel was ignored. ${error.message}`);
  }
});

panel.restore();
host.post({ type: 'ready' });
